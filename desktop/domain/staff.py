"""Who acts at the desk, and what their role lets them do."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Role(Enum):
    """What somebody may do; the values stand in the profile and in the directory of staff."""

    READ = "read"
    REGISTER = "register"
    AUDIT = "audit"
    ADMINISTER = "administer"


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff: the account that the audit trail names, a name to show, and roles."""

    account: str
    name: str = ""
    roles: frozenset[Role] = frozenset()

    def may(self, role: Role) -> bool:
        """Whether a role is theirs."""
        return role in self.roles

    @property
    def shown(self) -> str:
        """The name, or the account where there is none."""
        return self.name or self.account


NOBODY = Staff("")

acting: ContextVar[Staff] = ContextVar("acting", default=NOBODY)
"""Who acts. It follows the work that somebody has begun, also when somebody else has signed in since."""


class SignInFault(Enum):
    """Why nobody is signed in."""

    WRONG = "no such card, account or PIN"
    NO_ROLE = "known, but without a role here"
    NO_DIRECTORY = "the directory of staff cannot be used"


@dataclass(frozen=True, slots=True)
class PinWanted:
    """Known by account, or by a card that does not suffice: a PIN is wanted too."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many wrong tries: the next is looked at from `until` (aware)."""

    until: datetime


SignInAnswer = Staff | SignInFault | PinWanted | Wait
