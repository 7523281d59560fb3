"""Settings: one's own language, colours and text size; below, what region IT has set, and what the program is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop import __version__
from desktop.domain.regions import region_name
from desktop.domain.staff import Role
from desktop.runtime.clock import now
from desktop.runtime.language import LANGUAGE_NAMES, Language
from desktop.texts.certificate import described, to_be_mended
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.views.content import Content
from desktop.views.copy_report import CopyReport
from desktop.views.licences import LicencesDialog
from desktop.views.parts import Card, Columns, KeyButton, Notice, OptionGroup, OptionRow, Page, Stack, Text

_SIZES = (100, 125, 150, 175, 200)


class SettingsPage(Page):
    """Renders SettingsViewModel; a choice takes effect at once and is kept for next time."""

    def __init__(
        self, desk: DeskViewModel, model: SettingsViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Inställningar"), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        self._said = Content()
        self._theme, self._size = self._theme_choice(), self._size_choice()
        self.add(self._said)
        self.add(Columns(self._own(), Stack(self._place(), self._certificate(), self._program())))
        self.add_actions(KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back))
        model.own.changed.connect(self._render)
        self._render()
        self.first = next((one for one in self.findChildren(OptionRow) if one.isChecked()), None)

    def _render(self) -> None:
        own = self._model.own
        self._theme.choose(own.settings.theme)
        self._size.choose(_nearest(own.settings.text_size))
        if own.is_kept:
            self._said.show_parts()
        else:
            text = self.tr("Valet gäller tills programmet stängs. Kontakta IT-supporten om det ska sparas.")
            self._said.show_parts(Notice("warning", self.tr("Inställningarna kunde inte sparas."), text))

    def _own(self) -> Card:
        card = Card(self.tr("Utseende"), icon="eye")
        language = self._group(self.tr("Språk"), "language", tuple(LANGUAGE_NAMES.items()), self._words.code)
        # After the key that chose it: the window is built anew, and this page with it.
        language.chosen.connect(lambda code: QTimer.singleShot(0, partial(self._desk.use_language, str(code))))
        for group in (language, self._theme, self._size):
            card.add(group)
        widths = self.tr(
            "Kolumner i en lista ändras med Shift+F10, eller genom att dra i kanten. "
            "Dubbelklick ger tillbaka den vanliga bredden."
        )
        card.add(Text(widths, "small"))
        card.add(Text(self.tr("Gäller dig på den här datorn. Textstorleken ändras också med Ctrl och + − 0."), "small"))
        return card

    def _theme_choice(self) -> OptionGroup:
        own = self._model.own
        themes = (
            ("system", self.tr("Följ systemet")),
            ("light", self.tr("Ljust")),
            ("dark", self.tr("Mörkt")),
            ("high-contrast", self.tr("Hög kontrast")),
        )
        group = self._group(self.tr("Färger"), "theme", themes, own.settings.theme)
        group.chosen.connect(lambda chosen: own.choose(theme=chosen))
        return group

    def _size_choice(self) -> OptionGroup:
        own = self._model.own
        sizes = tuple((size, self.tr("{n} %").format(n=size)) for size in _SIZES)
        group = self._group(self.tr("Textstorlek"), "text-size", sizes, _nearest(own.settings.text_size))
        group.chosen.connect(lambda chosen: own.choose(text_size=chosen))
        return group

    def _group(self, label: str, name: str, options: tuple[tuple[object, str], ...], chosen: object) -> OptionGroup:
        group = OptionGroup(label, options, chosen)
        for (key, _), row in zip(options, group.findChildren(OptionRow), strict=True):
            row.setObjectName(f"{name}-{key}")
        return group

    def _place(self) -> Card:
        profile = self._model.profile
        kinds = {
            "practice": self.tr("Övning, med påhittade personer"),
            "qa": self.tr("Test (kvalitetssäkring)"),
            "production": self.tr("Skarp drift"),
        }
        card = Card(self.tr("Luckan"), icon="hospital")
        card.row(self.tr("Miljö"), kinds[profile.environment.value])
        card.row(self.tr("Region"), region_name(profile.desk.county))
        card.row(self.tr("Mottagningar"), "\n".join(centre.name for centre in profile.desk.centres))
        card.row(self.tr("Anslutna regioner"), str(len(profile.connected)))
        card.row(self.tr("Regionens kontakt"), profile.terms(profile.desk.county).contact or self.tr("Anges inte"))
        card.add(Text(self.tr("Ställs in av regionens IT."), "small"))
        return card

    def _certificate(self) -> Card:
        card = Card(self.tr("Certifikat"), icon="badge-check")
        standing = self._desk.standing.certificate
        if standing is None:
            card.add(Text(self.tr("Läses när luckan har öppnat."), "muted"))
            return card
        lines = described(self._words, standing.certificate) if standing.certificate is not None else ()
        wrong = to_be_mended(self._words, standing, now())
        if wrong:
            card.add(Notice("warning", wrong))
        card.add(Text("\n".join(lines)))
        return card

    def _program(self) -> Card:
        card = Card(self.tr("Programmet"), icon="info")
        card.row(self.tr("Version"), __version__)
        card.row(self.tr("Licens"), "Apache-2.0")
        card.row(self.tr("Typsnitt"), "Inter (SIL OFL 1.1)")
        card.row(self.tr("Ikoner"), "Lucide (ISC)")
        card.row(self.tr("Byggt med"), "Qt, PySide6, psycopg (LGPL-3.0)")
        read = KeyButton(self.tr("Läs licenserna"), icon="book-open", on_click=lambda: LicencesDialog(self).open())
        read.setObjectName("licences")
        card.add(read)
        card.add(KeyButton(self.tr("Anslutningskontroll"), icon="plug", on_click=self._desk.aside.show_connection))
        if self._desk.staff.may(Role.AUDIT):
            card.add(KeyButton(self.tr("Åtkomstlogg"), icon="shield", on_click=self._desk.aside.show_trail))
        card.add(CopyReport(self._desk.technical_report))
        return card


def _nearest(text_size: int) -> int:
    return min(_SIZES, key=lambda size: abs(size - text_size))
