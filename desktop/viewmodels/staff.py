"""Who is signed in at the desk: found by the account, or asked for; signed out; asked for again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.staff import NOBODY, PinWanted, Role, SignInAnswer, SignInFault, Staff, Wait, acting
from desktop.runtime.background import Background, Job
from desktop.settings.account import account
from desktop.settings.profile import StaffTerms
from desktop.viewmodels.stateful import Stateful

SignIn = Callable[[str, str | None], Awaitable[SignInAnswer]]
Identify = Callable[[], Awaitable[Staff | SignInFault]]


@dataclass(frozen=True, slots=True)
class Identifying:
    """The account's groups are being asked for."""


@dataclass(frozen=True, slots=True)
class Barred:
    """The account has no role here, or that cannot be found out; nothing to type helps."""

    account: str
    fault: SignInFault


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody is to sign in. `who` is what was typed or scanned, once a PIN is wanted for it.

    `away` is who was signed in before, while their page lies beneath.
    """

    who: str = ""
    told: SignInFault | Wait | None = None
    checking: bool = False
    away: Staff | None = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody is signed in."""

    staff: Staff


StaffState = Identifying | Barred | Asking | SignedIn


class StaffViewModel(Stateful[StaffState]):
    """Emits `left` when somebody's work is to be let go: at a sign-out, and when another than before signs in."""

    left = Signal()

    def __init__(
        self,
        terms: StaffTerms,
        sign_in: SignIn,
        identify: Identify,
        note_sign_out: Callable[[], Awaitable[bool]],
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(Identifying(), parent)
        self._sign_in, self._identify, self._note_sign_out = sign_in, identify, note_sign_out
        self._background = background
        self._job: Job | None = None
        self.is_asked_for = terms.sign_in == "desk"
        """Whether one signs in at the desk; otherwise the account of the operating system acts."""
        if self.is_asked_for:
            self._ask(Asking())
        elif terms.groups or terms.directory:
            self.identify()
        else:
            self._enter(Staff(account(), roles=frozenset(terms.everyone)))

    @property
    def staff(self) -> Staff:
        """Who is signed in, or nobody."""
        return self.state.staff if isinstance(self.state, SignedIn) else NOBODY

    @property
    def is_open(self) -> bool:
        """Whether somebody is signed in, so that the desk may be used."""
        return isinstance(self.state, SignedIn)

    def may(self, role: Role) -> bool:
        """Whether whoever is signed in has a role."""
        return self.staff.may(role)

    def identify(self) -> None:
        """Find out who the account is; once more when it had no role."""
        self._become(Identifying())
        self._job = self._background.run(self._identify(), self._identified, SignInFault.NO_DIRECTORY)

    def submit(self, who: str, pin: str | None = None) -> None:
        """A card or an account, then, where it is wanted, a PIN."""
        state = self.state
        if not isinstance(state, Asking) or state.checking or not who.strip() or pin == "":
            return
        self._become(replace(state, checking=True, told=None))
        asked = who.strip()
        self._job = self._background.run(
            self._sign_in(asked, pin), lambda answer: self._answered(asked, answer), SignInFault.NO_DIRECTORY
        )

    def start_over(self) -> None:
        """Somebody else than who was typed."""
        if isinstance(self.state, Asking) and not self.state.checking:
            self._become(Asking(away=self.state.away))

    def ask_again(self) -> bool:
        """Ask for a sign-in while the page stays beneath; False where the account acts, and nobody can be asked for."""
        if not self.is_asked_for or not isinstance(self.state, SignedIn):
            return False
        self._ask(Asking(away=self.state.staff))
        return True

    def sign_out(self) -> None:
        """End somebody's work at the desk."""
        if self.is_asked_for and isinstance(self.state, SignedIn):
            self._background.run(self._note_sign_out(), lambda _: None)
            self._ask(Asking())
            self.left.emit()

    def close(self) -> None:
        """Nobody acts any more."""
        if self._job is not None:
            self._job.cancel()
        acting.set(NOBODY)

    def _identified(self, found: Staff | SignInFault) -> None:
        if isinstance(found, Staff):
            self._enter(found)
        else:
            self._become(Barred(account(), found))

    def _answered(self, who: str, answer: SignInAnswer) -> None:
        state = self.state
        if not isinstance(state, Asking):
            return
        match answer:
            case Staff():
                if state.away is not None and state.away.account != answer.account:
                    self.left.emit()
                self._enter(answer)
            case PinWanted():
                self._become(Asking(who, away=state.away))
            case told:
                self._become(Asking(state.who, told, away=state.away))

    def _enter(self, staff: Staff) -> None:
        acting.set(staff)
        self._become(SignedIn(staff))

    def _ask(self, state: Asking) -> None:
        acting.set(NOBODY)
        self._become(state)
