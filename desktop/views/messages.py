"""What the line at the window's foot says of this desk: where it is, what just happened, why a key did nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.outcome import Outcome
from desktop.texts.cases import settled
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.lock import Warned
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.training import Deed
from desktop.views.parts import StatusLine
from desktop.views.repeat_words import reads_by_itself, soon_again
from desktop.views.standing import standing_words
from desktop.views.training_words import control_problem, deed_done
from desktop.views.window import MainWindow

_SAID_AGAIN = (30, 10)
"""Seconds before the lock; a screen reader that said each of them could say nothing else."""


class Messages(QObject):
    """Heard from the desk, and said in whatever shell the window has; of other desks `beside.py` tells."""

    def __init__(self, desk: DeskViewModel, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._was_hindered = self._warns_of_lock = False
        desk.lock.postponed.connect(self._say_locks_later)
        desk.standing_changed.connect(self._show_standing)
        desk.following.case_changed.connect(self._say_case)
        desk.scan_waits.connect(self._say_scan)
        desk.drafting.not_kept.connect(self._say_not_kept)
        desk.repeats.too_soon.connect(self._say_too_soon)
        desk.repeats.waits.connect(self._say_wait)
        desk.message_unread.connect(self._say_unread)
        if desk.training is not None:
            desk.training.changed.connect(self._say_training)
            desk.training.done.connect(self._say_deed)

    @property
    def _status(self) -> StatusLine:
        return self._window.shell.status

    def show_what_lasts(self) -> None:
        """In a shell that is new."""
        self._show_standing()
        self._say_training()

    def show_what_waits(self) -> None:
        """On the next page too."""
        if self._desk.scan_is_waiting:
            self._say_scan()

    def say_sending(self) -> None:
        """Why the window does not close."""
        self._status.say(self.tr("En registrering pågår. Vänta på regionens svar."), "clock", "warning")

    def say_lock(self) -> None:
        """A warning, or that it is over."""
        state = self._desk.lock.state
        if isinstance(state, Warned):
            text = self.tr("Luckan låses om {n} sekunder. Tryck på valfri tangent för att fortsätta.")
            if state.seconds == 1:
                text = self.tr("Luckan låses om 1 sekund. Tryck på valfri tangent för att fortsätta.")
            aloud = not self._warns_of_lock or state.seconds in _SAID_AGAIN
            self._status.say(text.format(n=state.seconds), "lock", "warning", aloud=aloud)
        else:
            self._status.say("")
        self._warns_of_lock = isinstance(state, Warned)

    def _say_locks_later(self) -> None:
        self._status.say(self.tr("Luckan låses så snart regionen har svarat."), "lock", "warning")

    def _show_standing(self) -> None:
        standing = self._desk.standing
        self._status.show_standing(*standing_words(self._desk, self._window.language.language))
        back = self.tr("Databasen med vårdcentralens ärenden är tillbaka. Det går att registrera igen.")
        if standing.hindrance is not None:
            self._status.take_back(back)
        elif self._was_hindered:
            self._status.say(back)
        self._was_hindered = standing.hindrance is not None
        left = []
        if standing.unclear_cases:
            text = self.tr("Oklart sedan programmet avbröts: {numbers}. Kontrollera vad regionen visar.")
            left.append(text.format(numbers=", ".join(standing.unclear_cases)))
        if standing.left_in_pile:
            text = self.tr(
                "Programmet avbröts mitt i en blankettbunt. "
                "Inlästa blanketter som inte har skickats ligger under Ärenden: {n} st."
            )
            left.append(text.format(n=len(standing.left_in_pile)))
        if left:
            self._status.say(" ".join(left), "circle-dashed", "warning")

    def _say_case(self, number: str, outcome: Outcome) -> None:
        """What reading in the background has told, wherever the desk has gone since."""
        told = settled(self._window.language.language, outcome)
        self._status.say(self.tr("Ärende {number}: {told}").format(number=number, told=told))

    def _say_scan(self) -> None:
        text = self.tr("Ett nummer är skannat och väntar. F2 lämnar det här och söker på det.")
        self._status.say(text, "scan-barcode", "warning")

    def _say_not_kept(self) -> None:
        text = self.tr("Det som var påbörjat sparades inte, eftersom uppgifterna är skyddade. Inget har skickats.")
        self._status.say(text, "info", "warning")

    def _say_too_soon(self, seconds: int) -> None:
        self._status.say(soon_again(seconds), "clock", "warning")

    def _say_wait(self, seconds: int) -> None:
        self._status.say(reads_by_itself(seconds) if seconds else "", "clock", "neutral")

    def _say_unread(self, page: OutcomeViewModel) -> None:
        self._status.say(self._unread, "info", "warning")
        page.changed.connect(self._take_back_unread)

    def _take_back_unread(self) -> None:
        if not (isinstance(self._desk.page, OutcomeViewModel) and self._desk.page.is_unread):
            self._status.take_back(self._unread)

    @property
    def _unread(self) -> str:
        return self.tr("Läs regionens meddelande först, och tryck på ”Jag har läst”.")

    def _say_training(self) -> None:
        training = self._desk.training
        if training is not None and training.state.problem is not None and self._desk.page is not training:
            self._status.say(control_problem(training.state.problem)[0], "circle-alert", "error")

    def _say_deed(self, deed: Deed) -> None:
        if said := deed_done(deed):
            self._status.say(said)
