"""The desk: all that can be opened from it. Beside what it is built on: forms, piles, corrections and practice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.domain.audit import Sheet
from desktop.domain.case import Correction
from desktop.domain.draft import Draft
from desktop.domain.listing import Facility, Listing, ListingType
from desktop.domain.pile import PileSummary, PileTerms
from desktop.domain.prepared import Prepared
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Intent, Wish
from desktop.runtime.background import Background
from desktop.runtime.clock import today
from desktop.settings.profile import Profile
from desktop.viewmodels.basis import signed_in
from desktop.viewmodels.casework import Casework
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.correction import CorrectionState, CorrectionViewModel
from desktop.viewmodels.draft_keeper import draft_of
from desktop.viewmodels.forms import forms_to_sign, siblings_to_sign
from desktop.viewmodels.lacking import LackingViewModel, lacks_of
from desktop.viewmodels.paper import BlankForm, PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.practice_world import Controls
from desktop.viewmodels.training import Deed, TrainingViewModel
from desktop.viewmodels.use_cases import UseCases


class DeskViewModel(Casework):
    """The whole desk, as the views know it."""

    def __init__(
        self, profile: Profile, cases: UseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(profile, cases, background, parent)
        self.technical_report: Callable[[], str] = str
        self.search.found.connect(self.open_citizen)
        self.search.case_found.connect(self.open_case)
        self.given_back.connect(self.open_case)
        self.pile_given_back.connect(self._go_on_with_pile)
        self.search.centre_asked.connect(self.choose_facility)
        self.search.help_asked.connect(self.aside.show_help)
        self.search.centre_found.connect(self.show_centre)

    def print_form(self, choice: Choice) -> None:
        """The pre-filled form for a choice, and one for each sibling of an open check; each has a code of its own."""
        check = self.checking
        if check is not None:
            check.take_what_is_typed()
        chosen = Prepared(choice, self.sure_overview().state)
        children = siblings_to_sign(check.state) if check is not None and isinstance(check.state, Ready) else ()
        basis = check.basis if check is not None else self._usual_basis()
        coded = self.standing.keeps_cases is True
        form, *along = forms_to_sign((chosen, *children), basis, self.profile.agreement, with_codes=coded)
        keep = self.visit.keeping(self._use.keep_form) if coded else None
        page = PaperViewModel(form, self.language, self, keep=keep, background=self._background, along=tuple(along))
        page.kept.connect(self.drafting.keeper.forget)  # The form waits among the cases in its place.
        self.open(page)

    def print_blank_form(self, county: County, facility: Facility, listing_type: ListingType) -> None:
        """A form with only the choice filled in: a relative calls, and nobody is looked up."""
        choice = Choice(Intent.LIST, county, facility, listing_type)
        self.open(PaperViewModel(BlankForm(choice), self.language, self))

    def note_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Papers have left the desk, by printer or as files."""
        self._background.run(self._use.note_sheets(sheets), lambda _: None)

    def take_pile(self) -> None:
        """Ctrl+3: Blankettbunt; whoever was open is let go."""
        if self.is_held() or isinstance(self.page, PileViewModel) or not self.may_register:
            return
        centre, county = self.profile.desk.centres[0], County(self.profile.desk.county)
        facility = Facility(hsa_id=centre.hsa_id, name=centre.name)
        versions = self.profile.agreement(county).form_versions
        wish = Wish(Intent.LIST, county, centre.hsa_id, facility=facility)
        terms = PileTerms(wish, centre.name, signed_in(), today(), form_version=versions[0] if versions else "")
        self.empty()
        self.open(PileViewModel(terms, self._use.open_pile, self._background, self))

    def _go_on_with_pile(self, terms: PileTerms, is_begun: bool) -> None:
        """After the lock the next form can be scanned at once, on the same terms."""
        if self.may_register and self.is_empty:
            page = PileViewModel(terms, self._use.open_pile, self._background, self)
            if is_begun:
                page.begin()
            self.open(page)

    def note_what_is_lacking(self, check: CheckViewModel) -> None:
        """Komplettera: the form cannot be registered as it is."""
        check.take_what_is_typed()
        state = check.state
        if isinstance(state, Ready) and (begun := draft_of(check)) is not None:
            draft = replace(begun, lacks=lacks_of(state))
            page = LackingViewModel(draft, self._use.keep_draft, self._background, self)
            page.kept.connect(self._lacking_kept)
            self.open(page)

    def _lacking_kept(self, number: str, draft: Draft) -> None:
        """The case waits in place of the check; the letter is printed."""
        self.close_until(2)
        self.open(PaperViewModel(draft, self.language, self, number))

    def print_pile(self, summary: PileSummary) -> None:
        """The list to reconcile the pile with."""
        self.open(PaperViewModel(summary, self.language, self))

    def correct(self, county: County, shown: Listing) -> None:
        """Rättelse: not chosen, wrong person, or wants back."""
        overview = self.sure_overview().state
        listings = (*overview.current, *overview.queue_places)
        state = CorrectionState(overview.citizen, county, shown, listings)
        use = self._use
        page = CorrectionViewModel(state, signed_in(), use.cases_of, use.keep_correction, self._background, self)
        page.kept.connect(self._correction_kept)
        self.open(page)
        page.load()
        page.follow(self.sure_overview())

    def _correction_kept(self, number: str, correction: Correction) -> None:
        self.close_until(len(self.pages) - 1)
        self.open(PaperViewModel(correction, self.language, self, number))

    def use_practice_region(self, controls: Controls) -> None:
        """Practice mode: the region can be told to fail, to move its clock and to begin anew."""
        training = TrainingViewModel(controls, self.profile.desk.county, self._background, self)
        training.done.connect(self._practice_region_did)
        self.page_changed.connect(training.look_whether_used_up)
        self.training = training

    def practise(self) -> None:
        """F7: exercises, faults and whom to practise with, on top of the open page."""
        if self.training is not None and self.page is not self.training and not self.is_held():
            self.open(self.training)
            self.training.look()

    def _practice_region_did(self, deed: Deed) -> None:
        """A region that has begun anew knows nothing of what is open, and may have given its people other numbers."""
        training = self.training
        if deed is not Deed.RESET or training is None or training.state.world is None:
            return
        self.stand(replace(self.standing, people=training.state.world.people))
        practising = self.page is training
        self.new_citizen()
        if practising:
            self.open(training)
