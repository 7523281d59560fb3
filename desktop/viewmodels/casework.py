"""What is done with a case, from Ärenden or by its code: gone on with, taken over, sent again, printed, ended."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile, State
from desktop.domain.registration import Registration
from desktop.runtime.background import Background
from desktop.usecases.register import Registered
from desktop.viewmodels.cases import CasesViewModel, can_be_ended
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.papers import Papers
from desktop.viewmodels.registering import Registering
from desktop.viewmodels.repeats import case as case_read
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.use_cases import UseCases
from desktop.viewmodels.visit import Visit


class Casework(QObject):
    """Opens cases, and the pages that they lead to."""

    def __init__(
        self,
        trail: Trail,
        drafting: Drafting,
        registering: Registering,
        papers: Papers,
        use: UseCases,
        background: Background,
    ) -> None:
        super().__init__(trail)
        self._trail, self._drafting, self._registering, self._papers = trail, drafting, registering, papers
        self._use, self._background = use, background

    def show_cases(self) -> None:
        """Ctrl+2: Ärenden; whoever was open is let go, and a check that was begun stays among them as a draft."""
        if self._trail.is_held():
            return
        self._drafting.leave_check()
        self._trail.empty()
        use, chooses_from = self._use, self._trail.profile.rules.chooses_from
        page = CasesViewModel(use.list_cases, use.check_case, use.find_cases, self._background, self, chooses_from)
        self._trail.open(page)
        page.load()

    def open_case(self, case: CaseFile) -> None:
        """A case from the list, or by the code on a form: what waits for somebody is gone on with, the rest is shown.

        What another desk has open is shown, too, where there is a paper about it.
        """
        if self._trail.is_held():
            return
        if case.state not in (State.DRAFT, State.WAITING, State.COMPLETE):
            self._show_case(case)
        elif case.claim is None:
            self._drafting.take(case, self._go_on_with)
        else:
            if case.state is not State.DRAFT:
                self._papers.print_case(case)
            self._drafting.claim_met.emit(case)

    def take_over(self, case: CaseFile) -> None:
        """A person takes a case that another desk has open; it stands in the audit trail, and is told there."""
        then = self._look_whether_to_resend if case.state is State.UNCLEAR else self._go_on_with
        self._drafting.take(case, then, by_hand=True)

    def _go_on_with(self, case: CaseFile) -> None:
        """It is claimed here, and may have changed since it was listed."""
        if case.state is State.DRAFT:
            self._trail.begin_visit(case.citizen, Visit(draft=case))
        elif case.state in (State.WAITING, State.COMPLETE):
            self._trail.begin_visit(case.citizen, Visit(returned=case))
        else:
            self._show_case(case)

    def _show_case(self, case: CaseFile) -> None:
        if isinstance(case.about, Registration) and case.outcome is not None:
            self._background.run(self._use.note_opening(case), lambda _: None)
            self._trail.revealed = not case.citizen.is_protected
            self._show_outcome(case, case.about, Registered(case.outcome, case.number))
        else:
            self._papers.print_case(case)

    def ask_to_resend(self, case: CaseFile) -> None:
        """Skicka igen: a person decides, once everything has been read."""
        self._drafting.take(case, self._look_whether_to_resend)

    def _look_whether_to_resend(self, case: CaseFile) -> None:
        self._trail.revealed = not case.citizen.is_protected
        use = self._use
        page = ResendingViewModel(case, use.look_before_resending, use.resend, self._background, self)
        page.ended.connect(lambda order, done: self._resent(case, order, done))
        self._trail.open(page)
        self._trail.repeats.note(case_read(case.number))
        page.look()

    def _resent(self, case: CaseFile, order: Registration, done: Registered) -> None:
        self._trail.close_until(len(self._trail.pages) - 1)
        self._show_outcome(case, order, done)

    def _show_outcome(self, case: CaseFile, order: Registration, done: Registered) -> None:
        previous = tuple(item for _, item in case.notes.previous)
        self._trail.open(self._registering.outcome(order, done, previous, wish=case.notes.wish))

    def end_case(self, case: CaseFile) -> None:
        """The region has put it right, or the citizen has let it be; a draft goes without a trace but the trail's."""
        page = self._trail.page
        if isinstance(page, CasesViewModel) and can_be_ended(case):
            end = self._use.drop_draft if case.state is State.DRAFT else self._use.end_case
            self._background.run(end(case.number), lambda _: page.load())
