"""Papers, and the pages that end in one: forms, receipts, letters about what is lacking, corrections, a pile's list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.domain.audit import Sheet
from desktop.domain.case import CaseFile, Correction, FormToSign
from desktop.domain.draft import Draft
from desktop.domain.listing import Facility, Listing, ListingType
from desktop.domain.outcome import Receipt
from desktop.domain.pile import PileSummary
from desktop.domain.prepared import Prepared
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Intent, Registration
from desktop.runtime.background import Background
from desktop.viewmodels.basis import signed_in
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.correction import CorrectionState, CorrectionViewModel
from desktop.viewmodels.draft_keeper import draft_of
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.forms import forms_to_sign, siblings_to_sign
from desktop.viewmodels.lacking import LackingViewModel, lacks_of
from desktop.viewmodels.paper import BlankForm, Paper, PaperViewModel
from desktop.viewmodels.registering import Registering
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases


class Papers(QObject):
    """Opens what is printed; what a paper is about waits among the cases once it is kept."""

    def __init__(
        self, trail: Trail, drafting: Drafting, registering: Registering, use: UseCases, background: Background
    ) -> None:
        super().__init__(trail)
        self._trail, self._drafting, self._registering = trail, drafting, registering
        self._use, self._background = use, background

    def print_form(self, choice: Choice) -> None:
        """The pre-filled form for a choice, and one for each sibling of an open check; each has a code of its own."""
        check = self._trail.checking
        if check is not None:
            check.take_what_is_typed()
        chosen = Prepared(choice, self._trail.sure_overview().state)
        children = siblings_to_sign(check.state) if check is not None and isinstance(check.state, Ready) else ()
        basis = check.basis if check is not None else self._registering.usual_basis()
        coded = self._trail.standing.keeps_cases is True
        form, *along = forms_to_sign((chosen, *children), basis, self._trail.profile.agreement, with_codes=coded)
        keep = self._trail.visit.keeping(self._use.keep_form) if coded else None
        language, background = self._trail.language, self._background
        page = PaperViewModel(form, language, self, keep=keep, background=background, along=tuple(along))
        page.kept.connect(self._drafting.keeper.forget)  # The form waits among the cases in its place.
        self._trail.open(page)

    def print_blank_form(self, county: County, facility: Facility, listing_type: ListingType) -> None:
        """A form with only the choice filled in: a relative calls, and nobody is looked up."""
        choice = Choice(Intent.LIST, county, facility, listing_type)
        self._print(BlankForm(choice))

    def note_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Papers have left the desk, by printer or as files."""
        self._background.run(self._use.note_sheets(sheets), lambda _: None)

    def note_what_is_lacking(self, check: CheckViewModel) -> None:
        """Komplettera: the form cannot be registered as it is."""
        check.take_what_is_typed()
        state = check.state
        if isinstance(state, Ready) and (begun := draft_of(check)) is not None:
            draft = replace(begun, lacks=lacks_of(state))
            page = LackingViewModel(draft, self._use.keep_draft, self._background, self)
            page.kept.connect(self._lacking_kept)
            self._trail.open(page)

    def _lacking_kept(self, number: str, draft: Draft) -> None:
        """The case waits in place of the check; the letter is printed."""
        self._trail.close_until(2)
        self._print(draft, number)

    def print_pile(self, summary: PileSummary) -> None:
        """The list to reconcile the pile with."""
        self._print(summary)

    def correct(self, county: County, shown: Listing) -> None:
        """Rättelse: not chosen, wrong person, or wants back."""
        overview = self._trail.sure_overview().state
        listings = (*overview.current, *overview.queue_places)
        state = CorrectionState(overview.citizen, county, shown, listings)
        use = self._use
        page = CorrectionViewModel(state, signed_in(), use.cases_of, use.keep_correction, self._background, self)
        page.kept.connect(self._correction_kept)
        self._trail.open(page)
        page.load()
        page.follow(self._trail.sure_overview())

    def _correction_kept(self, number: str, correction: Correction) -> None:
        self._trail.close_until(len(self._trail.pages) - 1)
        self._print(correction, number)

    def print_receipt(self, receipt: Receipt) -> None:
        """What the citizen takes home."""
        self._print(receipt, receipt.case_number)

    def print_case(self, case: CaseFile) -> None:
        """The paper that belongs to a case, once more."""
        match case.about:
            case Registration() as order if case.outcome is not None:
                previous = tuple(item for _, item in case.notes.previous)
                day = case.changed_at.date()
                self.print_receipt(Receipt(case.number, order, case.outcome, previous, day, case.notes.wish))
            case FormToSign() | Correction() | Draft() as about:
                self._background.run(self._use.note_opening(case), lambda _: None)
                self._print(about, case.number)

    def _print(self, content: Paper, number: str = "") -> None:
        self._trail.open(PaperViewModel(content, self._trail.language, self, number))
