"""A care centre's own page: where it is, what can be done there, its queue, and its doctors for whoever is open."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.domain.centre import Entry
from desktop.domain.codes import PRIMARY_CARE
from desktop.domain.listing import ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.texts import centres, listings
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.repeats import doctors as doctors_at
from desktop.views.content import Content
from desktop.views.parts import Card, Columns, KeyButton, Page, Skeleton, Stack, Text
from desktop.views.person import PersonBand
from desktop.views.wording import problem_notice


class FacilityPage(Page):
    """Renders FacilityViewModel; with somebody open "Lista här" goes on to the check."""

    def __init__(
        self, desk: DeskViewModel, model: FacilityViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        state = model.state
        super().__init__(listings.facility_name(state.centre.facility), region_name(state.county), parent=parent)
        self._desk, self._model, self._words = desk, model, words
        if desk.overview is not None:
            self.pin(PersonBand(desk, words, desk.overview.state.citizen))
        self._doctors = Content()
        left: list[QWidget] = [self._listing_card(), self._doctors]
        if state.centre.entry is not None:
            self.add(Columns(Stack(*left), self._entry_card(state.centre.entry)))
        else:
            for part in left:
                self.add(part)
        actions = list(self._buttons())
        self.add_actions(*actions)
        self.first = actions[0]
        model.changed.connect(self._render)
        self._render()

    def _buttons(self) -> Iterator[KeyButton]:
        if self._model.state.for_citizen:
            citizen = self._desk.overview.state.citizen if self._desk.overview is not None else None
            agreed = self._desk.profile.agreement(self._model.state.county)
            if citizen is not None and agreed.is_form_only(citizen):
                text, icon = self.tr("Till blanketten"), "printer"
            else:
                text, icon = self.tr("Lista här"), "list-plus"
            yield KeyButton(text, key="Ctrl+L", icon=icon, look="primary", on_click=self._list_here)
        else:
            calls = self._desk.in_call  # Nobody is opened before the call is over.
            if not calls:
                search = self.tr("Sök invånare")
                yield KeyButton(search, shown_key="F2", icon="search", look="primary", on_click=self._desk.new_citizen)
            form = KeyButton(
                self.tr("Skriv ut blankett utan namn"), key="Ctrl+P", icon="printer", on_click=self._print_blank_form
            )
            form.set_look("primary" if calls else "secondary")
            yield form
        yield KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=self._desk.back)

    def _print_blank_form(self) -> None:
        """A relative calls: nobody is looked up, and the name is written by hand."""
        state = self._model.state
        facility = state.centre.facility
        offered = state.listing_type or next(iter(state.listing_types), ListingType(code=PRIMARY_CARE))
        self._desk.papers.print_blank_form(state.county, facility, offered)

    def _listing_card(self) -> Card:
        state, words = self._model.state, self._words
        facility = state.centre.facility
        card = Card(self.tr("Listning"), icon="list-ordered")
        card.row(self.tr("Kö"), centres.queue_sentence(words, facility))
        types = ", ".join(listings.type_name(words, one) for one in state.listing_types)
        card.row(self.tr("Typ av listning"), types or self.tr("Anges inte"))
        card.row(self.tr("Läkarval"), centres.doctor_choice(words, facility))
        card.row(self.tr("HSA-id"), facility.hsa_id, number=True)
        return card

    def _entry_card(self, entry: Entry) -> Card:
        """Only what the directory has: an empty row would look like a fact."""
        card = Card(self.tr("Adress och kontakt"), icon="map-pin")
        address = "\n".join(part for part in (entry.street, entry.postal_line) if part)
        said = (
            (self.tr("Adress"), address),
            (self.tr("Kommun"), entry.municipality.name if entry.municipality else ""),
            (self.tr("Telefon"), entry.phone),
            (self.tr("E-tjänster"), "\n".join(centres.e_service(self._words, one) for one in entry.e_services)),
        )
        for label, value in said:
            if value:
                card.row(label, value, number=label == self.tr("Telefon"))
        return card

    def _render(self) -> None:
        doctors = self._model.state.doctors
        if doctors is None:
            self._doctors.show_parts()
            return
        card = Card(self.tr("Läkare att välja"), icon="stethoscope")
        match doctors:
            case Pending():
                waiting = Skeleton(self.tr("Hämtar läkare …"))
                card.add(waiting)
                waiting.start()
            case Problem() as problem:
                again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._ask_again)
                card.add(problem_notice(self._words, problem, buttons=[again]))
            case ():
                card.add(Text(self.tr("Regionen erbjuder inget val av läkare här."), "muted"))
            case found:
                for doctor in found:
                    card.add(Text(listings.doctor_name(self._words, doctor)))
        self._doctors.show_parts(card)

    def _ask_again(self) -> None:
        self._desk.repeats.again(doctors_at(self._model.state.centre.facility.hsa_id), self._model.load)

    def _list_here(self) -> None:
        state = self._model.state
        self._desk.choosing.list_at(state.county, state.centre.facility, state.listing_type)
