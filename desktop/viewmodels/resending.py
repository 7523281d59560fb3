"""Skicka igen: everything is read anew, and a person decides on what has changed since."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.case import CaseFile
from desktop.domain.outcome import Outcome, Unclear
from desktop.domain.problems import UNFORESEEN, Effect
from desktop.domain.registration import Registration
from desktop.domain.resending import Bar, Barred, MayResend
from desktop.runtime.background import Background, Job
from desktop.usecases.register import Registered
from desktop.viewmodels.stateful import Stateful

LookBeforeResending = Callable[[str], Awaitable[MayResend | Barred | Outcome]]
Resend = Callable[[MayResend], Awaitable[Registered]]


@dataclass(frozen=True, slots=True)
class Reading:
    """The register and the regions are asked."""


@dataclass(frozen=True, slots=True)
class Sending:
    """It is being sent; the page may not be left."""

    allowed: MayResend


ResendingState = Reading | Barred | MayResend | Sending


class ResendingViewModel(Stateful[ResendingState]):
    """Emits `ended(Registration, Registered)` once reading or sending has told what became of the order."""

    ended = Signal(object, object)

    def __init__(
        self,
        case: CaseFile,
        look: LookBeforeResending,
        resend: Resend,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(Reading(), parent)
        self.case = case
        self._look, self._resend, self._background = look, resend, background
        self._job: Job | None = None

    def look(self) -> None:
        """Read everything anew."""
        self._become(Reading())
        self._job = self._background.run(self._look(self.case.number), self._looked, Barred(Bar.NOT_READ))

    def send(self) -> None:
        """Ctrl+Enter: send it again, once."""
        if isinstance(self.state, MayResend):
            allowed = self.state
            self._become(Sending(allowed))
            unknown = Registered(Unclear(replace(UNFORESEEN, effect=Effect.UNKNOWN), None), self.case.number)
            self._job = self._background.run(self._resend(allowed), self._sent, unknown)

    @property
    def is_sending(self) -> bool:
        """A call is in flight."""
        return isinstance(self.state, Sending)

    def close(self) -> None:
        """Leave the page; what is being sent is never abandoned."""
        if self._job is not None and not self.is_sending:
            self._job.cancel()

    def _looked(self, found: MayResend | Barred | Outcome) -> None:
        if isinstance(found, MayResend | Barred):
            self._become(found)
        else:
            self._sent(Registered(found, self.case.number))

    def _sent(self, done: Registered) -> None:
        if isinstance(self.case.about, Registration):
            self.ended.emit(self.case.about, done)
