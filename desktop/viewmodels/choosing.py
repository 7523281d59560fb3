"""From a citizen to a choice: what is wished for, at which care centre, with which doctor or out of which queue."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

from PySide6.QtCore import QObject, QTimer

from desktop.domain.centre import Centre
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.domain.listing import Doctor, Facility, Listing, ListingType
from desktop.domain.lookup import CentreQuery, FoundCentre
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Intent, Wish
from desktop.runtime.background import Background
from desktop.usecases.offer_choices import Offer
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.facilities import Facets, FacilitiesState, FacilitiesViewModel
from desktop.viewmodels.facility import FacilityState, FacilityViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.registering import Registering
from desktop.viewmodels.repeats import REGISTER, centres, doctors
from desktop.viewmodels.search import Searching
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases
from desktop.viewmodels.visit import Visit, wish_of

_A_MOMENT = 20
"""Milliseconds for which an overview waits for answers that are already on their way."""


class Choosing(QObject):
    """Opens somebody, and every page on the way to a check."""

    def __init__(
        self, trail: Trail, drafting: Drafting, registering: Registering, use: UseCases, background: Background
    ) -> None:
        super().__init__(trail)
        self._trail, self._drafting, self._check = trail, drafting, registering.check
        self._use, self._background = use, background
        self._soon = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._soon.timeout.connect(self._show_overview)
        trail.page_changed.connect(self._soon.stop)
        trail.closing.connect(self._soon.stop)
        trail.search.changed.connect(self._note_look_up)

    def open_citizen(self, citizen: Citizen) -> None:
        """Open somebody whom the register knows; a form that has come back, or a draft, goes on to the check."""
        returned, begun, then = self._trail.visit.returned, self._trail.visit.draft, self._trail.visit.then
        self._trail.close_until(1)
        self._trail.revealed = not citizen.is_protected
        use = self._use
        repeats, cases, counties = self._trail.repeats, use.cases_of, use.read_counties
        overview = OverviewViewModel(
            citizen, use.open_citizen, use.read_region, self._background, repeats, self, cases, counties
        )
        overview.changed.connect(self._overview_changed)
        self._trail.pages.append(overview)
        overview.read()
        self._soon.start()
        if then is not None and then[0] in citizen.known_as:
            self._trail.visit.then = then
        goes_on = begun or returned
        if goes_on is None or goes_on.citizen.identity not in citizen.known_as:
            return
        self._trail.visit.returned = returned
        if begun is not None:
            self._drafting.begin(begun.number)
        if (wish := wish_of(goes_on)) is not None:
            self._check(wish, goes_on.about if isinstance(goes_on.about, Draft) else None)

    def go_on(self, citizen: Citizen, step: Callable[[], None]) -> None:
        """A next step for this citizen: at once where they are open, else once they are looked up and read."""
        if self._trail.overview is not None and self._trail.overview.state.citizen.identity in citizen.known_as:
            step()
            return
        self._trail.begin_visit(citizen, Visit(then=(citizen.identity, step)))

    def list_at_own_centre(self) -> None:
        """Ctrl+L: list here."""
        county = County(self._trail.profile.desk.county)
        centre = self._trail.profile.desk.centres[0]
        known = Facility(hsa_id=centre.hsa_id, name=centre.name)
        self._check(Wish(Intent.LIST, county, centre.hsa_id, facility=known))

    def list_at(self, county: County, facility: Facility, listing_type: ListingType | None) -> None:
        """A care centre chosen from the list."""
        self._check(Wish(Intent.LIST, county, facility.hsa_id, listing_type, facility=facility))

    def ask_for(self, intent: Intent, choice: Choice) -> None:
        """The same choice with another intent: list, or list or queue."""
        self._check(Wish(intent, choice.county, choice.facility.hsa_id, choice.listing_type, facility=choice.facility))

    def check_instead(self, choice: Choice, hsa_id: str | None = None, listing_type: ListingType | None = None) -> None:
        """The same intent at another care centre of the desk, or for another type; a doctor belongs to neither."""
        centre, county = hsa_id or choice.facility.hsa_id, choice.county
        self._check(Wish(choice.intent, county, centre, listing_type or choice.listing_type))

    def check_again(self, choice: Choice) -> None:
        """The same choice in a check of its own: somebody else makes it."""
        county, centre = choice.county, choice.facility.hsa_id
        self._check(Wish(choice.intent, county, centre, choice.listing_type, choice.doctor))

    def leave_queue(self, county: County, place: Listing) -> None:
        """Give up a queue place."""
        self._check(
            Wish(Intent.LEAVE_QUEUE, county, place.facility.hsa_id, place.listing_type, facility=place.facility)
        )

    def take_doctor(self, county: County, listing: Listing, doctor: Doctor) -> None:
        """A doctor chosen from the list: along with a listing that is being checked, else for the listing there is."""
        intent = Intent.LIST if self._trail.checking is not None else Intent.CHANGE_DOCTOR
        self._check(Wish(intent, county, listing.facility.hsa_id, listing.listing_type, doctor, listing.facility))

    def choose_doctor(self, county: County, listing: Listing) -> None:
        """Ctrl+D: a doctor at the centre where the citizen is listed."""
        citizen = self._trail.sure_overview().state.citizen
        asked = self._use.offer_doctors
        page = DoctorsViewModel(
            county,
            listing,
            lambda: asked(county, citizen, listing.facility, listing.listing_type),
            self._background,
            self,
        )
        self._trail.open(page)
        self._trail.repeats.note(doctors(listing.facility.hsa_id))
        page.load()

    def choose_doctor_along(self, choice: Choice) -> None:
        """A doctor together with the listing that is being checked; the contract takes both in one call (TKB-L 6.1)."""
        facility, listing_type = choice.facility, choice.listing_type
        would_be = Listing(facility=facility, listing_type=listing_type, in_queue=False, doctor=choice.doctor)
        self.choose_doctor(choice.county, would_be)

    def choose_facility(self, text: str = "", instead: tuple[County, ListingType] | None = None) -> None:
        """Ctrl+B: another care centre, perhaps `instead` of a listing; with nobody open, what the search box asks."""
        citizen = self._trail.overview.state.citizen if self._trail.overview is not None else None
        home = citizen.home_county if citizen is not None else None
        connected = tuple(County(county) for county in self._trail.profile.connected)
        barred = home if home not in connected else None
        county, listing_type = instead or (County(self._trail.profile.desk.county), None)
        start = FacilitiesState(county, connected, barred, facets=Facets(listing_type), text=text)

        def ask(county: County, again: bool) -> AsyncIterator[Offer | Problem]:
            self._trail.repeats.note(centres(county))
            return self._use.offer(county, citizen, again)

        page = FacilitiesViewModel(start, ask, self._background, self)
        self._trail.open(page)
        page.load_once_painted()

    def show_centre(self, found: FoundCentre) -> None:
        """A care centre that was asked for by its HSA-id, with nobody open."""
        types = tuple(one for one in found.listing_types if found.centre.facility.offers(one))
        state = FacilityState(found.county, found.centre, types, None, for_citizen=False)
        self._trail.open(FacilityViewModel(state, None, self._background, self))

    def look_at(self, picker: FacilitiesViewModel, centre: Centre) -> None:
        """F3 in the list: a care centre's own page, with its doctors when somebody is open."""
        offer, county = picker.state.offer, picker.state.county
        types = offer.listing_types if isinstance(offer, Offer) else ()
        state = FacilityState(
            county,
            centre,
            tuple(one for one in types if centre.facility.offers(one)),
            picker.sure_type,
            for_citizen=self._trail.overview is not None,
        )
        ask = None
        if self._trail.overview is not None:
            asked, citizen = self._use.offer_doctors, self._trail.overview.state.citizen

            def ask(listing_type: ListingType) -> Awaitable[tuple[Doctor, ...] | Problem]:
                return asked(county, citizen, centre.facility, listing_type)

        picker.keep_place(centre)
        page = FacilityViewModel(state, ask, self._background, self)
        self._trail.open(page)
        self._trail.repeats.note(doctors(centre.facility.hsa_id))
        page.load()

    def _overview_changed(self) -> None:
        """A check follows the overview as regions answer, also from below a paper."""
        state = self._trail.sure_overview().state
        if self._soon.isActive() and state.is_complete:
            self._show_overview()
        for page in self._trail.pages:
            if isinstance(page, CheckViewModel):
                page.take(state)
        if self._trail.visit.then is not None and state.is_complete:
            (_, step), self._trail.visit.then = self._trail.visit.then, None
            if isinstance(self._trail.page, OverviewViewModel):
                step()

    def _show_overview(self) -> None:
        """Answers that were asked for early are there in a moment: the page is then built once, with them."""
        self._soon.stop()
        if isinstance(self._trail.page, OverviewViewModel):
            self._trail.page_changed.emit()

    def _note_look_up(self) -> None:
        looks = self._trail.search.state
        if isinstance(looks, Searching) and not isinstance(looks.asked, CentreQuery):
            self._trail.repeats.note(REGISTER)
