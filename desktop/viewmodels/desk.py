"""The desk: which page is open, for whom, and the paths between pages."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.case import CaseFile, Correction, FormToSign, State, new_code
from desktop.domain.centre import Centre
from desktop.domain.citizen import Citizen
from desktop.domain.listing import Doctor, Facility, Listing, ListingType
from desktop.domain.outcome import Receipt
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Intent, Registration, Wish
from desktop.runtime.background import Background
from desktop.runtime.clock import today
from desktop.settings.profile import Profile
from desktop.usecases.follow_up import CaseChanged
from desktop.usecases.offer_choices import Offer
from desktop.usecases.register import Registered
from desktop.viewmodels.basis import Basis, signed_in, usual_basis
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import Asks, CheckViewModel
from desktop.viewmodels.correction import CorrectionState, CorrectionViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesState, FacilitiesViewModel
from desktop.viewmodels.facility import FacilityState, FacilityViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import BlankForm, PaperViewModel
from desktop.viewmodels.practice_world import Controls
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.siblings import Sent
from desktop.viewmodels.standing import Standing
from desktop.viewmodels.training import Deed, TrainingViewModel
from desktop.viewmodels.use_cases import UseCases
from desktop.viewmodels.visit import Visit, wish_of

Page = (
    SearchViewModel
    | OverviewViewModel
    | FacilitiesViewModel
    | FacilityViewModel
    | DoctorsViewModel
    | CheckViewModel
    | OutcomeViewModel
    | PaperViewModel
    | CasesViewModel
    | CorrectionViewModel
    | TrainingViewModel
)


_A_MOMENT = 20
"""Milliseconds for which an overview waits for answers that are already on their way."""


class DeskViewModel(QObject):
    """One page at a time. `page` is the view model of the open page; `page_changed` when another opens."""

    page_changed = Signal()
    masked_changed = Signal()
    language_changed = Signal()
    standing_changed = Signal()
    scan_waits = Signal()
    message_unread = Signal()
    case_changed = Signal(str, object)

    def __init__(
        self, profile: Profile, cases: UseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.profile = profile
        self.masked = False
        self.revealed = True
        self.language = "sv"
        self.standing = Standing()
        self._scanned = ""
        self._use, self._background = cases, background
        self.search = SearchViewModel(cases.find, background, self, cases.search_by_name, cases.case_by_code)
        self.search.found.connect(self.open_citizen)
        self.search.case_found.connect(self.open_case)
        self.search.centre_asked.connect(self.choose_facility)
        self._trail: list[Page] = [self.search]
        self.training: TrainingViewModel | None = None
        self._session: Basis | None = None
        self._soon = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._soon.timeout.connect(self._show_overview)
        self._visit = Visit()

    @property
    def page(self) -> Page:
        """The open page's view model."""
        return self._trail[-1]

    @property
    def overview(self) -> OverviewViewModel | None:
        """The open citizen's overview, whatever page is on top of it."""
        return next((page for page in self._trail if isinstance(page, OverviewViewModel)), None)

    @property
    def is_sending(self) -> bool:
        """A registration is in flight; neither window nor citizen may be left."""
        return isinstance(self.page, CheckViewModel) and self.page.is_sending

    def _is_held(self) -> bool:
        """Whether the page may not be left: a call is in flight, or a message that must be read is unread."""
        unread = isinstance(self.page, OutcomeViewModel) and self.page.is_unread
        if unread:
            self.message_unread.emit()
        return unread or self.is_sending

    def toggle_mask(self) -> None:
        """Hide or show who is open, from those who can see the screen."""
        self.masked = not self.masked
        self.masked_changed.emit()

    def reveal(self) -> None:
        """Show what is hidden about a protected person until somebody asks for it."""
        self.revealed = True
        self.masked_changed.emit()

    def new_citizen(self) -> None:
        """Back to an empty search; everything about the last citizen is let go. A scan that waits is looked up."""
        if self._is_held():
            return
        self._close_until(1)
        self.search.clear()
        self.page_changed.emit()
        scanned, self._scanned = self._scanned, ""
        self.search.submit(scanned)

    def scan(self, number: str) -> None:
        """A scanner has typed a number. Over something half done it waits: the next citizen is asked for by key."""
        self._scanned = number
        if isinstance(self.page, CheckViewModel | OutcomeViewModel | CorrectionViewModel | PaperViewModel):
            self.scan_waits.emit()
        else:
            self.new_citizen()

    def back(self) -> None:
        """One page back; from an outcome to the overview, read anew."""
        if len(self._trail) == 1 or self._is_held():
            return
        if isinstance(self.page, OutcomeViewModel) and self.overview is not None:
            self.to_overview()
        elif len(self._trail) == 2:
            self.new_citizen()
        else:
            practised = self.page is self.training
            self._close_until(len(self._trail) - 1)
            self.page_changed.emit()
            if practised and isinstance(self.page, OverviewViewModel):
                self.page.read()

    def to_overview(self) -> None:
        """Back to the citizen, read anew."""
        if self.overview is None or self._is_held():
            return
        self._close_until(2)
        self.page_changed.emit()
        self.overview.read()

    def open_citizen(self, citizen: Citizen) -> None:
        """Open somebody whom the register knows; a form that has come back goes on to the check."""
        returned = self._visit.returned
        self._close_until(1)
        self.revealed = not citizen.is_protected
        use = self._use
        overview = OverviewViewModel(citizen, use.open_citizen, use.read_region, self._background, self, use.cases_of)
        overview.changed.connect(self._overview_changed)
        self._trail.append(overview)
        overview.read()
        self._soon.start()
        if returned is not None and returned.citizen.identity in citizen.known_as:
            self._visit.returned = returned
            self.check(wish_of(returned))

    def list_at_own_centre(self) -> None:
        """Ctrl+L: list here."""
        county = County(self.profile.desk.county)
        centre = self.profile.desk.centres[0]
        known = Facility(hsa_id=centre.hsa_id, name=centre.name)
        self.check(Wish(Intent.LIST, county, centre.hsa_id, facility=known))

    def list_at(self, county: County, facility: Facility, listing_type: ListingType | None) -> None:
        """A care centre chosen from the list."""
        self.check(Wish(Intent.LIST, county, facility.hsa_id, listing_type, facility=facility))

    def ask_for(self, intent: Intent, choice: Choice) -> None:
        """The same choice with another intent: list, or list or queue."""
        self.check(Wish(intent, choice.county, choice.facility.hsa_id, choice.listing_type, facility=choice.facility))

    def check_instead(self, choice: Choice, hsa_id: str | None = None, listing_type: ListingType | None = None) -> None:
        """The same intent at another care centre of the desk, or for another type; a doctor belongs to neither."""
        centre, county = hsa_id or choice.facility.hsa_id, choice.county
        self.check(Wish(choice.intent, county, centre, listing_type or choice.listing_type))

    def check_again(self, choice: Choice) -> None:
        """The same choice in a check of its own: somebody else makes it."""
        county, centre = choice.county, choice.facility.hsa_id
        self.check(Wish(choice.intent, county, centre, choice.listing_type, choice.doctor))

    def leave_queue(self, county: County, place: Listing) -> None:
        """Give up a queue place."""
        self.check(Wish(Intent.LEAVE_QUEUE, county, place.facility.hsa_id, place.listing_type, facility=place.facility))

    def take_doctor(self, county: County, listing: Listing, doctor: Doctor) -> None:
        """A doctor chosen from the list: along with a listing that is being checked, else for the listing there is."""
        check = next((page for page in self._trail if isinstance(page, CheckViewModel)), None)
        intent = Intent.LIST if check is not None else Intent.CHANGE_DOCTOR
        self.check(Wish(intent, county, listing.facility.hsa_id, listing.listing_type, doctor, listing.facility))

    def choose_doctor_along(self, choice: Choice) -> None:
        """A doctor together with the listing that is being checked; the contract takes both in one call (TKB-L 6.1)."""
        facility, listing_type = choice.facility, choice.listing_type
        would_be = Listing(facility=facility, listing_type=listing_type, in_queue=False, doctor=choice.doctor)
        self.choose_doctor(choice.county, would_be)

    def print_form(self, choice: Choice) -> None:
        """The pre-filled form for a choice."""
        overview = self._overview().state
        present = overview.listed_in(choice.listing_type)
        code = new_code() if self.standing.may_register else ""
        form = FormToSign(overview.citizen, choice, present, code)
        keep = self._visit.keeping(self._use.keep_form) if code else None
        self._open(PaperViewModel(form, self.language, self, keep=keep, background=self._background))

    def print_blank_form(self, county: County, facility: Facility, listing_type: ListingType) -> None:
        """A form with only the choice filled in: a relative calls, and nobody is looked up."""
        choice = Choice(Intent.LIST, county, facility, listing_type)
        self._open(PaperViewModel(BlankForm(choice), self.language, self))

    @property
    def chooser(self) -> Chooser:
        """Who makes the choice that is being checked, to be filled in on its form."""
        check = next((page for page in self._trail if isinstance(page, CheckViewModel)), None)
        return check.basis.chooser if check is not None else Chooser()

    def print_receipt(self, receipt: Receipt) -> None:
        """What the citizen takes home."""
        self._open(PaperViewModel(receipt, self.language, self, receipt.case_number))

    def follow_cases(self) -> None:
        """Hear, from now on, what reading in the background tells about cases."""
        self._background.follow(self._use.case_changes(), self._case_changed)

    def show_cases(self) -> None:
        """Ctrl+2: Ärenden; whoever was open is let go."""
        if self._is_held():
            return
        self._close_until(1)
        self.search.clear()
        page = CasesViewModel(self._use.list_cases, self._use.check_case, self._background, self)
        self._open(page)
        page.load()

    def open_case(self, case: CaseFile) -> None:
        """A case from the list, or by the code on a form: a signed form goes to the check, the rest is shown."""
        if case.state is State.WAITING:
            self.take_form_back(case)
        elif isinstance(case.about, Registration) and case.outcome is not None:
            done = Registered(case.outcome, case.number)
            previous = tuple(item for _, item in case.notes.previous)
            again, keep = self._use.check_again, self._use.note_wish
            order, wish = case.about, case.notes.wish
            self._background.run(self._use.note_opening(case), lambda _: None)
            self.revealed = not case.citizen.is_protected
            self._open(OutcomeViewModel(order, done, previous, again, self._background, self, (), keep, wish))
        else:
            self.print_case(case)

    def take_form_back(self, case: CaseFile) -> None:
        """A form has come back signed: look the citizen up, and open the check with the choice as it was."""
        self.new_citizen()
        self._visit.returned = case
        self.search.look_up(case.citizen.identity)

    def look_up_citizen(self, citizen: Citizen) -> None:
        """From a case to the citizen, looked up anew."""
        self.new_citizen()
        self.search.look_up(citizen.identity)

    def print_case(self, case: CaseFile) -> None:
        """The paper that belongs to a case, once more."""
        match case.about:
            case Registration() as order if case.outcome is not None:
                previous = tuple(item for _, item in case.notes.previous)
                day = case.changed_at.date()
                self.print_receipt(Receipt(case.number, order, case.outcome, previous, day, case.notes.wish))
            case FormToSign() | Correction() as about:
                self._background.run(self._use.note_opening(case), lambda _: None)
                self._open(PaperViewModel(about, self.language, self, case.number))

    def correct(self, county: County, shown: Listing) -> None:
        """Rättelse: not chosen, wrong person, or wants back."""
        overview = self._overview().state
        listings = (*overview.current, *overview.queue_places)
        state = CorrectionState(overview.citizen, county, shown, listings)
        use = self._use
        page = CorrectionViewModel(state, signed_in(), use.cases_of, use.keep_correction, self._background, self)
        page.kept.connect(self._correction_kept)
        self._open(page)
        page.load()
        page.follow(self._overview())

    def end_case(self, case: CaseFile) -> None:
        """The region has put it right, or the citizen has let it be."""
        page = self.page
        if isinstance(page, CasesViewModel):
            self._background.run(self._use.end_case(case.number), lambda _: page.load())

    def use_language(self, code: str) -> None:
        """The window's language; views are built anew."""
        self.language = code
        self.language_changed.emit()

    def choose_facility(self, text: str = "") -> None:
        """Ctrl+B: another care centre; or, with nobody open, what the search box was asked for."""
        citizen = self.overview.state.citizen if self.overview is not None else None
        home = citizen.home_county if citizen is not None else None
        connected = tuple(County(county) for county in self.profile.connected)
        barred = home if home not in connected else None
        start = FacilitiesState(County(self.profile.desk.county), connected, barred, text=text)
        page = FacilitiesViewModel(
            start, lambda county, again: self._use.offer(county, citizen, again), self._background, self
        )
        self._open(page)
        page.load()

    def look_at(self, picker: FacilitiesViewModel, centre: Centre) -> None:
        """F3 in the list: a care centre's own page, with its doctors when somebody is open."""
        offer, county = picker.state.offer, picker.state.county
        types = offer.listing_types if isinstance(offer, Offer) else ()
        state = FacilityState(
            county,
            centre,
            tuple(one for one in types if centre.facility.offers(one)),
            picker.sure_type,
            for_citizen=self.overview is not None,
        )
        ask = None
        if self.overview is not None:
            asked, citizen = self._use.offer_doctors, self.overview.state.citizen

            def ask(listing_type: ListingType) -> Awaitable[tuple[Doctor, ...] | Problem]:
                return asked(county, citizen, centre.facility, listing_type)

        picker.keep_place(centre)
        page = FacilityViewModel(state, ask, self._background, self)
        self._open(page)
        page.load()

    def choose_doctor(self, county: County, listing: Listing) -> None:
        """Ctrl+D: a doctor at the centre where the citizen is listed."""
        citizen = self._overview().state.citizen
        asked = self._use.offer_doctors
        page = DoctorsViewModel(
            county,
            listing,
            lambda: asked(county, citizen, listing.facility, listing.listing_type),
            self._background,
            self,
        )
        self._open(page)
        page.load()

    def check(self, wish: Wish) -> None:
        """Open the check for a wish; an open check is replaced by it, and who chooses and on what evidence goes on."""
        opened = next((page for page in reversed(self._trail) if isinstance(page, CheckViewModel)), None)
        if opened is not None:
            self._close_until(self._trail.index(opened))
        centre = self.profile.desk.centres[0].name
        basis = opened.basis if opened is not None else usual_basis(today(), signed_in(), centre, self._session)
        overview, use = self._overview(), self._use
        agreement, rules = self.profile.agreement, self.profile.rules
        register = self._visit.watched(use.register, overview)
        asks = Asks(use.prepare, register, use.look_up, use.prepare_sibling, agreement, rules)
        page = CheckViewModel(overview.state, wish, asks, basis, self._background, self)
        page.overview_changed.connect(overview.take)
        page.registered.connect(self._registered)
        self._open(page)
        page.prepare()

    def use_practice_region(self, controls: Controls) -> None:
        """Practice mode: the region can be told to fail, to move its clock and to begin anew."""
        training = TrainingViewModel(controls, self.profile.desk.county, self._background, self)
        training.done.connect(self._practice_region_did)
        self.page_changed.connect(training.look_whether_used_up)
        self.training = training

    def practise(self) -> None:
        """F7: exercises, faults and whom to practise with, on top of the open page."""
        if self.training is not None and self.page is not self.training and not self._is_held():
            self._open(self.training)
            self.training.look()

    def look_up(self, number: str) -> None:
        """Somebody to practise with: an empty search, then their number in it."""
        self.new_citizen()
        self.search.submit(number)

    def stand(self, standing: Standing) -> None:
        """Something lasting has changed."""
        self.standing = standing
        self.standing_changed.emit()

    def _practice_region_did(self, deed: Deed) -> None:
        """A region that has begun anew knows nothing of what is open, and may have given its people other numbers."""
        training = self.training
        if deed is not Deed.RESET or training is None or training.state.world is None:
            return
        self.stand(replace(self.standing, people=training.state.world.people))
        practising = self.page is training
        self.new_citizen()
        if practising:
            self._open(training)

    def _registered(self, order: Registration, registered: Registered, siblings: tuple[Sent, ...]) -> None:
        if isinstance(self.page, CheckViewModel):
            self._session = self.page.basis
        overview = self._overview()
        previous = tuple(item for _, item in overview.state.current)
        self._close_until(2)
        again, keep = self._use.check_again, self._use.note_wish
        self._open(OutcomeViewModel(order, registered, previous, again, self._background, self, siblings, keep))

    def _case_changed(self, change: CaseChanged) -> None:
        for page in self._trail:
            if isinstance(page, OutcomeViewModel):
                page.take(change)
            elif isinstance(page, CasesViewModel):
                page.load()
        self.case_changed.emit(change.number, change.outcome)

    def _correction_kept(self, number: str, correction: Correction) -> None:
        self._close_until(len(self._trail) - 1)
        self._open(PaperViewModel(correction, self.language, self, number))

    def _overview_changed(self) -> None:
        """A check follows the overview as regions answer, also from below a paper."""
        state = self._overview().state
        if self._soon.isActive() and state.is_complete:
            self._show_overview()
        for page in self._trail:
            if isinstance(page, CheckViewModel):
                page.take(state)

    def _overview(self) -> OverviewViewModel:
        if self.overview is None:
            raise RuntimeError("no citizen is open")
        return self.overview

    def _open(self, page: Page) -> None:
        self._soon.stop()
        self._trail.append(page)
        self.page_changed.emit()

    def _show_overview(self) -> None:
        """Answers that were asked for early are there in a moment: the page is then built once, with them."""
        self._soon.stop()
        if isinstance(self.page, OverviewViewModel):
            self.page_changed.emit()

    def _close_until(self, length: int) -> None:
        if length == 1:
            self._visit = Visit()
        self._soon.stop()
        for page in self._trail[length:]:
            if not isinstance(page, SearchViewModel | TrainingViewModel):
                page.close()
                page.deleteLater()
        del self._trail[length:]
