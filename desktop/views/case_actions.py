"""The buttons under Ärenden: what can be done with the marked case, and how it is called there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile, State
from desktop.viewmodels.cases import (
    CasesViewModel,
    can_be_checked,
    can_be_ended,
    can_be_printed,
    can_be_read,
    can_be_sent_again,
)
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.repeats import case as case_read
from desktop.views.parts import KeyButton

_BEGUN = frozenset({State.DRAFT, State.COMPLETE, State.WAITING})


class CaseActions(QObject):
    """Owns the buttons; each acts on the case that `marked` gives when it is pressed."""

    def __init__(
        self, desk: DeskViewModel, model: CasesViewModel, marked: Callable[[], CaseFile | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._model, self._marked = desk, model, marked
        work = desk.casework
        self._open = KeyButton(
            self.tr("Öppna"), key="Enter", icon="folder-open", look="primary", on_click=self._on(work.open_case)
        )
        self._check = KeyButton(
            self.tr("Kontrollera nu"), key="F5", icon="refresh-cw", on_click=self._on(self._check_now)
        )
        self._resend = KeyButton(
            self.tr("Skicka igen …"), key="Ctrl+R", icon="send", on_click=self._on(work.ask_to_resend)
        )
        self._print = KeyButton(
            self.tr("Skriv ut igen"), key="Ctrl+P", icon="printer", on_click=self._on(desk.papers.print_case)
        )
        self._end = KeyButton(self.tr("Avsluta ärendet"), icon="check", on_click=self._on(work.end_case))
        self._end.setObjectName("end-case")
        self._take_over = KeyButton(self.tr("Ta över ärendet"), icon="user-round", on_click=self._on(work.take_over))
        self._take_over.setObjectName("take-over")
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back)
        self.all = (self._open, self._check, self._resend, self._print, self._end, self._take_over, back)

    def show(self, case: CaseFile | None) -> None:
        """What can be done with this case; with none there is only the way back."""
        claimed = case is not None and case.claim is not None
        self._take_over.setVisible(claimed)
        self._open.setVisible(case is not None and can_be_read(case))
        self._open.setText(self.tr("Läs") if claimed else self.tr("Öppna"))
        self._print.setVisible(case is not None and can_be_printed(case))
        self._check.setVisible(case is not None and can_be_checked(case))
        self._resend.setVisible(case is not None and can_be_sent_again(case))
        self._end.setVisible(case is not None and can_be_ended(case))
        begun = case is not None and case.state in _BEGUN
        self._end.icon_name = "x" if begun else "check"
        self._end.setText(self.tr("Avbryt ärendet") if begun else self.tr("Avsluta ärendet"))

    def _on(self, act: Callable[[CaseFile], None]) -> Callable[[], None]:
        def on_marked() -> None:
            if (case := self._marked()) is not None:
                act(case)

        return on_marked

    def _check_now(self, case: CaseFile) -> None:
        self._desk.repeats.again(case_read(case.number), lambda: self._model.check(case))
