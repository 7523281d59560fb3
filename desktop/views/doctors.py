"""Choosing a doctor at the care centre where the citizen is listed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.listing import Doctor, Pending, same_hsa_id
from desktop.domain.problems import Problem
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.repeats import doctors as doctors_at
from desktop.views.content import Content
from desktop.views.own_widths import keep_widths
from desktop.views.parts import Cell, ChoiceRow, ChoiceTable, KeyButton, Notice, Page, Skeleton
from desktop.views.person import PersonBand
from desktop.views.wording import problem_notice


class DoctorsPage(Page):
    """Renders DoctorsViewModel; Enter goes on to the check."""

    def __init__(
        self, desk: DeskViewModel, model: DoctorsViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        listing = model.state.listing
        super().__init__(
            self.tr("Välj fast läkarkontakt"),
            self.tr("{centre}. Nu: {doctor}.").format(
                centre=listings.facility_name(listing.facility), doctor=listings.doctor_name(words, listing.doctor)
            ),
            filling=True,
            parent=parent,
        )
        self._desk, self._model, self._words = desk, model, words
        if desk.overview is not None:
            self.pin(PersonBand(desk, words, desk.overview.state.citizen))
        self._said = self.reads = Content()
        self._table = ChoiceTable(
            self.tr("Läkare"), (self.tr("Namn"), self.tr("Titel"), self.tr("Val")), self.tr("&Sök läkare")
        )
        self._waiting = Skeleton(self.tr("Hämtar läkare …"), lines=5)
        self._table.add_waiting(self._waiting)
        keep_widths(self._table, "doctors", desk.own)
        self._table.typed.connect(model.narrow)
        self._table.chosen.connect(self._chosen)
        self.add(self._said)
        self.add(self._table, 1)
        self._go_on = KeyButton(
            self.tr("Granska"), key="Enter", icon="arrow-right", look="primary", on_click=self._review
        )
        self.add_actions(
            self._go_on,
            KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back),
        )
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        self._said.show_parts()
        is_there = isinstance(state.doctors, Pending) or (isinstance(state.doctors, tuple) and bool(state.doctors))
        self._table.setVisible(is_there)
        self._go_on.setVisible(is_there)
        self.first = self._table.filter.edit if self._table.filter and is_there else None
        match state.doctors:
            case Pending():
                self._waiting.start()
            case Problem() as problem:
                again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._ask_again)
                self._said.show_parts(problem_notice(self._words, problem, buttons=[again]))
            case ():
                self._said.show_parts(
                    Notice(
                        "info",
                        self.tr("Regionen erbjuder inget val av läkare här."),
                        self.tr("Fråga mottagningen vem som är läkarkontakt."),
                    )
                )
            case doctors:
                count = self.tr("{shown} av {total} läkare")
                if len(doctors) == 1:
                    count = self.tr("{shown} av 1 läkare")
                count = count.format(shown=len(state.rows), total=len(doctors))
                self._table.show_rows([self._row(doctor) for doctor in state.rows], count)
        if self.isVisible() and not is_there:
            self.focus_first()

    def _ask_again(self) -> None:
        self._desk.repeats.again(doctors_at(self._model.state.listing.facility.hsa_id), self._model.load)

    def _review(self) -> None:
        self._chosen(self._table.key())

    def _chosen(self, hsa_id: object) -> None:
        state = self._model.state
        doctor = next((one for one in state.rows if one.hsa_id == hsa_id), None)
        if doctor is not None:
            self._desk.choosing.take_doctor(state.county, state.listing, doctor)

    def _row(self, doctor: Doctor) -> ChoiceRow:
        """The doctor whom the citizen has now is marked: choosing them again is no change."""
        present = self._model.state.listing.doctor
        is_present = present is not None and same_hsa_id(present.hsa_id, doctor.hsa_id)
        mark = self.tr("Nuvarande") if is_present else ""
        return ChoiceRow(doctor.hsa_id, (Cell(doctor.name or doctor.hsa_id), Cell(doctor.title), Cell(mark)))
