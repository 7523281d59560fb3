"""Choosing a care centre: region, type, municipality, queue, and a list that narrows while one types."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.centre import Centre
from desktop.domain.listing import Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.texts import centres, listings, problems
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.facilities import FacilitiesState, FacilitiesViewModel, QueueLimit
from desktop.viewmodels.repeats import centres as centres_of
from desktop.views.content import Content
from desktop.views.facets import FacetFields
from desktop.views.look.tokens import WIDE
from desktop.views.own_widths import keep_widths
from desktop.views.parts import Cell, ChoiceTable, KeyButton, Notice, Page, Skeleton, Text
from desktop.views.person import PersonBand
from desktop.views.wording import problem_notice

_FAULTS_SHOWN = 3


class FacilitiesPage(Page):
    """Renders FacilitiesViewModel. With somebody open Enter goes on to the check, else to the care centre's page.

    Without a model it is built for a citizen who is not open yet; ``show_model`` fills it, once.
    """

    def __init__(
        self,
        desk: DeskViewModel,
        model: FacilitiesViewModel | None,
        words: Language,
        parent: QWidget | None = None,
        facets: FacetFields | None = None,
    ) -> None:
        self._with_citizen = model is None or desk.overview is not None
        heading = self.tr("Välj mottagning") if self._with_citizen else self.tr("Mottagningar")
        super().__init__(heading, filling=True, parent=parent, measure=WIDE)
        self._desk, self._words = desk, words
        self._model: FacilitiesViewModel
        self._shown_offer: object = None
        self._centres: dict[object, Centre] = {}
        self._cells: dict[object, tuple[Cell, ...]] = {}
        self._person = PersonBand(desk, words) if self._with_citizen else None
        if self._person is not None:
            self.pin(self._person)
        self._facets = facets or FacetFields(words)
        columns, labels = self._columns(False)
        self.table = ChoiceTable(self.tr("Mottagningar"), columns, self.tr("&Sök mottagning"), labels)
        self._said = self.reads = Content()
        self._age = Text(role="small")
        self._waiting = Skeleton(self.tr("Hämtar mottagningar …"), lines=6)
        self.table.add_waiting(self._waiting)
        self.add(self._facets)
        self._facets.show()
        self.add(self._said)
        self.add(self.table, 1)
        self.add(self._age)
        self.add_actions(*self._make_buttons())
        if model is not None:
            self.show_model(model)

    def show_model(self, model: FacilitiesViewModel) -> None:
        """Show this choice from now on."""
        self._model = model
        if self._person is not None and self._desk.overview is not None:
            self._person.show_citizen(self._desk.overview.state.citizen)
        self._facets.show_model(model)
        keep_widths(self.table, "facilities", self._desk.own)
        self.table.typed.connect(model.narrow)
        self.table.chosen.connect(self._settle)
        if self.table.filter is not None:
            self.table.filter.set_text(model.state.text)
            self.first = self.table.filter.edit
        model.changed.connect(self._render)
        self._desk.masked_changed.connect(self._show_again)
        self._render()
        self.table.mark(model.state.place)

    def _make_buttons(self) -> list[KeyButton]:
        self._review = KeyButton(self.tr("Granska"), key="Enter", icon="arrow-right", on_click=self._go_on)
        self._look_at = KeyButton(self.tr("Visa mottagningen"), key="F3", icon="hospital", on_click=self._look)
        self._all = KeyButton(self.tr("Visa alla mottagningar"), icon="building-2", on_click=self._show_all)
        self._all.setObjectName("show-all")
        self._again = KeyButton(self.tr("Hämta igen"), key="F5", icon="refresh-cw", on_click=self._ask_again)
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=self._desk.back)
        return [self._review, self._look_at, self._all, self._again, back]

    def _show_buttons(self, state: FacilitiesState) -> None:
        """What can be done with what is listed; where nothing is, what brings it back."""
        offer = state.offer
        lists = bool(state.rows) or isinstance(offer, Pending)
        hides = not lists and not isinstance(offer, Pending | Problem) and bool(offer.index.centres)
        self._review.setVisible(lists and self._with_citizen)
        self._look_at.setVisible(lists)
        self._all.setVisible(hides)
        if lists:
            first = self._review if self._with_citizen else self._look_at
        else:
            first = self._all if hides else self._again
        for button in (self._review, self._look_at, self._all, self._again):
            button.set_look("primary" if button is first else "secondary")

    def _render(self) -> None:
        state = self._model.state
        self._facets.show_state(state)
        self._show_buttons(state)
        if state.offer is not self._shown_offer:
            self._shown_offer = state.offer
            self._show_offer(state)
        keys = [one.facility.hsa_id for one in state.rows]
        self.table.show_keys(keys, self._cells_of, self._count(state))

    def _show_again(self) -> None:
        self._shown_offer = None
        self._render()

    def _show_offer(self, state: FacilitiesState) -> None:
        """What changes with an answer, and not with each key."""
        self._waiting.stop()
        self._cells.clear()  # Centres stay: the table shows the former rows until it has been given the new ones.
        parts: list[QWidget] = []
        age = ""
        if state.barred is not None:
            parts.append(Notice("warning", self._barred(), self.tr("Använd hemregionens blankett i stället.")))
        match state.offer:
            case Pending():
                self._waiting.start()
            case Problem() as problem:
                parts.append(problem_notice(self._words, problem))
            case offer:
                if offer.directory_fault:
                    parts.append(self._no_directory(offer.directory_fault))
                self._centres.update((one.facility.hsa_id, one) for one in offer.index.centres)
                heading = centres.may_be_outdated(self._words, offer.fetched_at)
                if offer.problem is not None:
                    why = problems.explain(self._words, offer.problem, changes=False).what_happened
                    parts.append(Notice("warning", heading, why))
                elif offer.is_old:
                    parts.append(Notice("info", heading))
                else:
                    age = centres.fetched(self._words, offer.fetched_at)
        self._said.show_parts(*parts)
        if parts:
            self.read_now()
        self._age.show_text(age)
        self.table.show_columns(*self._columns(state.has_addresses))

    def _columns(self, with_addresses: bool) -> tuple[tuple[str, ...], set[int]]:
        """An address tells centres apart; without one the HSA-id has to. Also which of them need a label."""
        name, queue, doctor = self.tr("Mottagning"), self.tr("Kö"), self.tr("Läkarval")
        if with_addresses:
            return (name, self.tr("Adress"), queue, doctor), {3}
        return (name, queue, doctor, self.tr("HSA-id")), {2, 3}

    def _cells_of(self, hsa_id: object) -> tuple[Cell, ...]:
        made = self._cells.get(hsa_id)
        if made is None:
            made = self._cells[hsa_id] = self._make_cells(self._centres[hsa_id])
        return made

    def _make_cells(self, centre: Centre) -> tuple[Cell, ...]:
        facility, words = centre.facility, self._words
        name = Cell(listings.facility_name(facility))
        queue = Cell(listings.queue_column(words, facility), "clock" if facility.has_queue else "")
        doctor = Cell(centres.doctor_choice(words, facility))
        if self._model.state.has_addresses:
            return (name, Cell(centre.entry.address if centre.entry else ""), queue, doctor)
        return (name, queue, doctor, Cell(facility.hsa_id))

    def _count(self, state: FacilitiesState) -> str:
        if isinstance(state.offer, Pending | Problem):
            return ""
        if not state.rows:
            return " ".join(
                (self.tr("Inga mottagningar matchar. Ändra orden eller urvalet ovan."), *self._perhaps_a_person(state))
            )
        if state.forgiven:
            said = self.tr("Ingen mottagning har precis de orden. {shown} av {total} liknar dem.")
            said = " ".join((said, *self._perhaps_a_person(state)))
        else:
            said = self.tr("{shown} av {total} mottagningar")
            if state.total == 1:
                said = self.tr("{shown} av 1 mottagning")
        said = said.format(shown=len(state.rows), total=state.total)
        if state.facets.queue is QueueLimit.ANY:
            return said
        return self.tr("{count}. Utan köinformation kan en mottagning vara full ändå.").format(count=said.rstrip("."))

    def _perhaps_a_person(self, state: FacilitiesState) -> Iterator[str]:
        """Letters alone were understood as a care centre; where persons can be found by name, more is needed."""
        if self._desk.overview is None and self._desk.search.finds_names and any(map(str.isalpha, state.text)):
            yield self.tr("Söker du en person? Lägg till födelseår eller födelsedatum i sökrutan.")

    def _no_directory(self, fault: str) -> Notice:
        lines = fault.splitlines()
        return Notice(
            "warning",
            self.tr("Filen med mottagningarnas adresser kan inte användas."),
            self.tr("Adresser, kommuner och e-tjänster saknas tills den är rättad. Visa det här för IT."),
            (self.tr("För IT"), "\n".join(lines[:_FAULTS_SHOWN])),
        )

    def _barred(self) -> str:
        """Why nobody can be listed: the citizen's home region is not connected. Which one is, may be hidden."""
        if not self._desk.revealed or self._desk.masked:
            return self.tr("Hemregionen är inte ansluten. Ingen listning kan registreras här.")
        home = region_name(self._model.state.barred or "")
        return self.tr("{region} är hemregion och inte ansluten. Ingen listning kan registreras här.").format(
            region=home
        )

    def _ask_again(self) -> None:
        model = self._model
        self._desk.repeats.again(centres_of(model.state.county), partial(model.load, again=True))

    def _look(self) -> None:
        centre = self._model.find(self.table.key())
        if centre is not None:
            self._desk.choosing.look_at(self._model, centre)

    def _go_on(self) -> None:
        self._settle(self.table.key())

    def _show_all(self) -> None:
        """Nothing is asked of them any more, and the next word can be typed."""
        if self.table.filter is not None:
            self.table.filter.set_text("")
            self.table.filter.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._model.widen()

    def _settle(self, hsa_id: object) -> None:
        """Enter: on to the check, or to the care centre's page when nobody is open."""
        state, centre = self._model.state, self._model.find(hsa_id)
        if centre is None:
            return
        if self._desk.overview is None:
            self._desk.choosing.look_at(self._model, centre)
        else:
            self._desk.choosing.list_at(state.county, centre.facility, self._model.sure_type)
