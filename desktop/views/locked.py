"""The locked desk: nobody's data, and the way on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.lock import Cause, Locked
from desktop.views.parts import KeyButton, Notice, Page


class LockedPage(Page):
    """Stands in the window while the desk is locked and nobody is asked to sign in at it."""

    def __init__(self, desk: DeskViewModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Låst"), parent=parent)
        state = desk.lock.state
        guarded, idle = False, False
        if isinstance(state, Locked):
            guarded, idle = state.guarded, state.cause is Cause.IDLE
        why = self.tr("Luckan låstes för att ingen använde den.") if idle else self.tr("Luckan är låst.")
        kept = self.tr("Det som var påbörjat är sparat som utkast och ligger under Ärenden.")
        if guarded:
            kept = self.tr("Det som var påbörjat är sparat och öppnas igen när du fortsätter.")
        if desk.standing.keeps_cases is False:
            kept = self.tr("Det som var påbörjat gick inte att spara på den här datorn.")
        if desk.locking.left_protected:
            kept = self.tr("Det som var påbörjat sparades inte, eftersom uppgifterna är skyddade. Inget har skickats.")
        elif desk.piles.left:
            kept = self.tr(
                "Det som har godkänts i bunten går vidare. Resten av det inlästa läggs under Ärenden, "
                "utom där uppgifterna är skyddade: det sparas inte."
            )
        hidden = self.tr("Inga uppgifter om någon invånare finns kvar i fönstret.")
        self.add(Notice("info", why, f"{hidden} {kept}"))
        go_on = KeyButton(self.tr("Fortsätt"), icon="arrow-right", look="primary", on_click=desk.locking.unlock)
        go_on.setObjectName("unlock")
        self.add_actions(go_on)
        self.first = go_on
