"""What is done with a case, from Ärenden or by its code: gone on with, taken over, sent again, printed, ended."""

from __future__ import annotations

from desktop.domain.case import CaseFile, Correction, FormToSign, State
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.domain.outcome import Receipt
from desktop.domain.registration import Registration
from desktop.usecases.register import Registered
from desktop.viewmodels.cases import CasesViewModel, can_be_ended
from desktop.viewmodels.following import Following
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.repeats import case as case_read
from desktop.viewmodels.resending import ResendingViewModel


class Casework(Following):
    """Opens cases, and the pages that they lead to."""

    def show_cases(self) -> None:
        """Ctrl+2: Ärenden; whoever was open is let go, and a check that was begun stays among them as a draft."""
        if self.is_held():
            return
        self.drafting.leave_check()
        self.empty()
        use = self._use
        page = CasesViewModel(
            use.list_cases, use.check_case, use.find_cases, self._background, self, self.profile.rules.chooses_from
        )
        self.open(page)
        page.load()

    def open_case(self, case: CaseFile) -> None:
        """A case from the list, or by the code on a form: what waits for somebody is gone on with, the rest is shown.

        What another desk has open is shown, too, where there is a paper about it.
        """
        if self.is_held():
            return
        if case.state not in (State.DRAFT, State.WAITING, State.COMPLETE):
            self._show_case(case)
        elif case.claim is None:
            self.drafting.take(case, self._go_on_with)
        else:
            if case.state is not State.DRAFT:
                self.print_case(case)
            self.claim_met.emit(case)

    def take_over(self, case: CaseFile) -> None:
        """A person takes a case that another desk has open; it stands in the audit trail, and is told there."""
        then = self._look_whether_to_resend if case.state is State.UNCLEAR else self._go_on_with
        self.drafting.take(case, then, by_hand=True)

    def _go_on_with(self, case: CaseFile) -> None:
        """It is claimed here, and may have changed since it was listed."""
        if case.state is State.DRAFT:
            self.take_up(case)
        elif case.state in (State.WAITING, State.COMPLETE):
            self.take_form_back(case)
        else:
            self._show_case(case)

    def _show_case(self, case: CaseFile) -> None:
        if isinstance(case.about, Registration) and case.outcome is not None:
            self._background.run(self._use.note_opening(case), lambda _: None)
            self.revealed = not case.citizen.is_protected
            self._show_outcome(case, case.about, Registered(case.outcome, case.number))
        else:
            self.print_case(case)

    def ask_to_resend(self, case: CaseFile) -> None:
        """Skicka igen: a person decides, once everything has been read."""
        self.drafting.take(case, self._look_whether_to_resend)

    def _look_whether_to_resend(self, case: CaseFile) -> None:
        self.revealed = not case.citizen.is_protected
        use = self._use
        page = ResendingViewModel(case, use.look_before_resending, use.resend, self._background, self)
        page.ended.connect(lambda order, done: self._resent(case, order, done))
        self.open(page)
        self.repeats.note(case_read(case.number))
        page.look()

    def _resent(self, case: CaseFile, order: Registration, done: Registered) -> None:
        self.close_until(len(self.pages) - 1)
        self._show_outcome(case, order, done)

    def _show_outcome(self, case: CaseFile, order: Registration, done: Registered) -> None:
        previous = tuple(item for _, item in case.notes.previous)
        self.open(self._outcome(order, done, previous, wish=case.notes.wish))

    def take_form_back(self, case: CaseFile) -> None:
        """A form has come back signed: look the citizen up, and open the check with the choice as it was."""
        self.new_citizen()
        self.visit.returned = case
        self.search.look_up(case.citizen.identity)

    def look_up_citizen(self, citizen: Citizen) -> None:
        """From a case to the citizen, looked up anew."""
        self.new_citizen()
        self.search.look_up(citizen.identity)

    def print_receipt(self, receipt: Receipt) -> None:
        """What the citizen takes home."""
        self.open(PaperViewModel(receipt, self.language, self, receipt.case_number))

    def print_case(self, case: CaseFile) -> None:
        """The paper that belongs to a case, once more."""
        match case.about:
            case Registration() as order if case.outcome is not None:
                previous = tuple(item for _, item in case.notes.previous)
                day = case.changed_at.date()
                self.print_receipt(Receipt(case.number, order, case.outcome, previous, day, case.notes.wish))
            case FormToSign() | Correction() | Draft() as about:
                self._background.run(self._use.note_opening(case), lambda _: None)
                self.open(PaperViewModel(about, self.language, self, case.number))

    def end_case(self, case: CaseFile) -> None:
        """The region has put it right, or the citizen has let it be; a draft goes without a trace but the trail's."""
        page = self.page
        if isinstance(page, CasesViewModel) and can_be_ended(case):
            end = self._use.drop_draft if case.state is State.DRAFT else self._use.end_case
            self._background.run(end(case.number), lambda _: page.load())
