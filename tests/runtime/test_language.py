"""Words in a language of one's own choosing, the window's language, and the clock that is Swedish."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.runtime.clock import now, today
from desktop.runtime.language import LANGUAGES, Language, WindowLanguage

CONTEXT, TEXT = "consents", "Samtycke till att regionerna delar uppgifter"


def test_swedish_is_the_source() -> None:
    swedish = Language("sv")
    assert swedish.translate(CONTEXT, TEXT) == TEXT
    assert swedish.locale.name() == "sv_SE"


def test_english_is_translated_whatever_the_window_speaks(qapp: QApplication) -> None:
    english = Language("en").translate(CONTEXT, TEXT)
    assert english not in ("", TEXT)
    assert QCoreApplication.translate(CONTEXT, TEXT) == TEXT


def test_text_that_nobody_has_translated_comes_back() -> None:
    for code in LANGUAGES:
        assert Language(code).translate("no such context", "Hej %n") == "Hej %n"
        assert Language(code).translate("no such context", "Hej %n", n=3) == "Hej 3"


def test_an_unknown_language_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no such language: fi"):
        Language("fi")


@pytest.fixture
def window_language(qapp: QApplication) -> Iterator[WindowLanguage]:
    before = QLocale()
    language = WindowLanguage(qapp)
    yield language
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_the_window_changes_language_and_back(window_language: WindowLanguage) -> None:
    for _ in range(2):
        assert window_language.use("en").code == "en"
        assert QCoreApplication.translate(CONTEXT, TEXT) == Language("en").translate(CONTEXT, TEXT)
        assert QLocale().name() == "en_GB"
        assert window_language.use("sv").code == "sv"
        assert QCoreApplication.translate(CONTEXT, TEXT) == TEXT
        assert QLocale().name() == "sv_SE"


def test_qts_own_words_follow(window_language: WindowLanguage) -> None:
    window_language.use("sv")
    swedish = QCoreApplication.translate("QPlatformTheme", "Cancel")
    window_language.use("en")
    assert (swedish, QCoreApplication.translate("QPlatformTheme", "Cancel")) == ("Avbryt", "Cancel")


def test_the_clock_is_swedish() -> None:
    moment = now()
    assert moment.utcoffset() in (timedelta(hours=1), timedelta(hours=2))
    assert moment.tzinfo.key == "Europe/Stockholm"
    assert today() - moment.date() in (timedelta(0), timedelta(days=1))
