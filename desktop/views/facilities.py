"""Choosing a care centre: region, type, and a list that narrows while one types."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.listing import Facility, ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import County, region_name
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.views.content import Content
from desktop.views.parts import Cell, ChoiceField, ChoiceRow, ChoiceTable, Columns, KeyButton, Page, Skeleton
from desktop.views.person import PersonBand
from desktop.views.wording import problem_notice


class FacilitiesPage(Page):
    """Renders FacilitiesViewModel; Enter goes on to the check."""

    def __init__(
        self, desk: DeskViewModel, model: FacilitiesViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Välj mottagning"), filling=True, parent=parent)
        self._desk, self._model, self._words = desk, model, words
        if desk.overview is not None:
            self.pin(PersonBand(desk, words, desk.overview.state.citizen))
        regions = [(county, region_name(county)) for county in model.state.counties]
        self._region = ChoiceField(self.tr("&Region"), regions)
        self._region.choose(model.state.county)
        self._region.chosen.connect(model.choose_region)
        self._type = ChoiceField(self.tr("&Typ av listning"))
        self._type.chosen.connect(self._choose_type)
        self._types: tuple[ListingType, ...] = ()
        self._table = ChoiceTable(
            self.tr("Mottagningar"),
            (self.tr("Mottagning"), self.tr("Kö"), self.tr("Läkarval"), self.tr("HSA-id")),
            self.tr("&Sök mottagning"),
        )
        if self._table.filter is not None:
            self._table.filter.set_text(model.state.text)
        self._table.typed.connect(model.narrow)
        self._table.chosen.connect(self._chosen)
        self._said = Content()
        self._waiting = Skeleton(self.tr("Hämtar mottagningar …"), lines=6)
        self.add(Columns(self._region, self._type))
        self.add(self._said)
        self.add(self._waiting)
        self.add(self._table, 1)
        self.add_actions(
            KeyButton(self.tr("Granska"), icon="arrow-right", look="primary", on_click=self._review),
            KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back),
        )
        self.first = self._table.filter.edit if self._table.filter else None
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        self._said.show_parts()
        match state.offer:
            case Pending():
                self._waiting.start()
                self._table.show_rows(())
            case Problem() as problem:
                again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._model.load)
                self._said.show_parts(problem_notice(self._words, problem, buttons=[again]))
                self._table.show_rows(())
            case offer:
                self._show_types(offer.listing_types, state.listing_type)
                count = self.tr("{shown} av {total} mottagningar").format(shown=len(state.rows), total=state.total)
                if not state.rows:
                    count = self.tr("Inga mottagningar matchar.")
                self._table.show_rows([self._row(facility) for facility in state.rows], count)

    def _show_types(self, types: tuple[ListingType, ...], chosen: ListingType | None) -> None:
        if types != self._types:
            self._types = types
            self._type.set_options([(one.key, listings.type_name(self._words, one)) for one in types])
        if chosen is not None:
            self._type.choose(chosen.key)

    def _row(self, facility: Facility) -> ChoiceRow:
        queue = listings.queue_column(self._words, facility)
        doctor = {True: self.tr("Ja"), False: self.tr("Nej"), None: self.tr("Anges inte")}
        cells = (
            Cell(listings.facility_name(facility)),
            Cell(queue, "clock" if facility.has_queue else ""),
            Cell(doctor[facility.supports_doctor_choice]),
            Cell(facility.hsa_id),
        )
        return ChoiceRow(facility.hsa_id, cells)

    def _choose_type(self, key: object) -> None:
        chosen = next((one for one in self._types if one.key == key), None)
        if chosen is not None:
            self._model.choose_type(chosen)

    def _review(self) -> None:
        self._chosen(self._table.key())

    def _chosen(self, hsa_id: object) -> None:
        state = self._model.state
        facility = next((one for one in state.rows if one.hsa_id == hsa_id), None)
        if facility is not None and self._desk.overview is not None:
            self._desk.list_at(County(state.county), facility, state.listing_type)
