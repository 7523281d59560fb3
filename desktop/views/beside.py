"""What the line at the window's foot says of other desks: who has a case open, has taken it over, or has died."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.case import CaseFile, Claim
from desktop.runtime.clock import today
from desktop.texts.cases import claimed
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.window import MainWindow


class Beside(QObject):
    """Said once, when it is heard; what lasts stands among the cases."""

    def __init__(self, desk: DeskViewModel, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        desk.drafting.claim_met.connect(self._say_claim)
        desk.following.taken_over.connect(self._say_taken_over)
        desk.drafting.holding.gone.connect(self._say_gone)
        desk.following.left.connect(self._say_left)

    def _say_claim(self, case: CaseFile) -> None:
        if case.claim is not None:
            text = self.tr("Ärende {number}: {told}. Här går det bara att läsa.")
            self._say(text.format(number=case.number, told=self._told(case.claim)), "user-round")

    def _say_taken_over(self, number: str, claim: Claim) -> None:
        text = self.tr("Ärende {number} är stängt här: {told}. Inget har skickats härifrån.")
        self._say(text.format(number=number, told=self._told(claim)), "user-round")

    def _say_gone(self, number: str) -> None:
        text = self.tr("Ärende {number} finns inte längre. Det har skickats eller avslutats vid en annan lucka.")
        self._say(text.format(number=number), "info")

    def _say_left(self, unclear: tuple[str, ...], in_pile: tuple[str, ...]) -> None:
        said = []
        if unclear:
            text = self.tr("Oklart sedan en annan lucka avbröts: {numbers}. Kontrollera vad regionen visar.")
            said.append(text.format(numbers=", ".join(unclear)))
        if in_pile:
            text = self.tr(
                "En annan lucka avbröts mitt i en blankettbunt. "
                "Inlästa blanketter som inte har skickats ligger under Ärenden: {n} st."
            )
            said.append(text.format(n=len(in_pile)))
        self._say(" ".join(said), "circle-dashed")

    def _told(self, claim: Claim) -> str:
        return claimed(self._window.language.language, claim, today())

    def _say(self, text: str, icon: str) -> None:
        self._window.shell.status.say(text, icon, "warning")
