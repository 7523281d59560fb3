"""Which language words come out in: the window's, or an explicit one for a paper.

Swedish is the source; other languages are `.qm` files in `translations/`. A `Language` can translate without being
the application's, so a receipt may be in English while the window is Swedish.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.runtime.resources import translation

LANGUAGES = ("sv", "en")
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
"""Each in its own words."""


def language_name(code: str) -> str:
    """A language in its own words, of whatever code: `Suomi` for `fi`; the code itself where nobody knows it."""
    own = QLocale(code)
    known = LANGUAGE_NAMES.get(code) or ("" if own.language() is QLocale.Language.C else own.nativeLanguageName())
    return known[:1].upper() + known[1:] or code


_LOCALES = {"sv": QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden), "en": QLocale("en_GB")}


class Language:
    """One language: `translate` has QTranslator's shape so that lupdate finds the texts where they are used.

    `translator` takes the place of the language's own file, such as one that makes every text longer.
    """

    def __init__(self, code: str, translator: QTranslator | None = None) -> None:
        if code not in LANGUAGES:
            raise ValueError(f"no such language: {code}")
        self.code = code
        self.locale = _LOCALES[code]
        self._translator = translator
        if translator is None and code != "sv":
            self._translator = QTranslator()
            if not self._translator.load(str(translation(f"listningsluckan_{code}.qm"))):
                raise FileNotFoundError(f"translation for {code} cannot be read")

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The text in this language; `%n` is replaced when n >= 0. Untranslated text comes back as it is."""
        found = self._translator.translate(context, text, disambiguation, n) if self._translator else ""
        said = found or text
        return said.replace("%n", str(n)) if n >= 0 else said


class WindowLanguage:
    """Installs a language in the application: ours and Qt's own texts (dialogs, line edit menus)."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = Language("sv")

    def use(self, code: str) -> Language:
        """Switch; widgets built afterwards speak the new language."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        self.language = Language(code)
        QLocale.setDefault(self.language.locale)
        qt_texts = QTranslator(self._app)
        if qt_texts.load(
            self.language.locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._install(qt_texts)
        if code != "sv":
            ours = QTranslator(self._app)
            ours.load(str(translation(f"listningsluckan_{code}.qm")))
            self._install(ours)
        return self.language

    def _install(self, translator: QTranslator) -> None:
        self._app.installTranslator(translator)
        self._installed.append(translator)
