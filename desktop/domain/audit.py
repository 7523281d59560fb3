"""The audit trail's words: what is noted, and a row as it is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from desktop.domain.identity import PersonIdentity


class Action(Enum):
    """What was done; the values are stored."""

    LOOKED_UP = "looked up"
    SEARCHED = "searched by name"
    OPENED = "opened a case"
    MARKED = "changed a case"
    TAKEN_OVER = "took over a case"
    PRINTED = "printed"
    EXPORTED = "exported the audit trail"
    SIGNED_IN = "signed in"
    SIGN_IN_REFUSED = "was refused a sign-in"
    SIGNED_OUT = "signed out"
    STAFF_CHANGED = "changed who may act"
    KEYS_CHANGED = "changed who can open the journal"
    RESTORED = "restored the journal from a backup"
    PURGED = "destroyed what had been kept long enough"
    ERASED = "erased what was kept about a citizen"
    READ = "read what regions show"


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """What is noted. `evidence` and `answer` are JSON-able; `case_number` empty for a look-up."""

    action: Action
    citizen: PersonIdentity | None = None
    case_number: str = ""
    reason: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)
    answer: Mapping[str, Any] = field(default_factory=dict)
    correlation_id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class AuditRow:
    """A row as read: its place in the chain, when (UTC), who, where, and what was noted."""

    seq: int
    at: datetime
    who: str
    place: str
    entry: Entry


@dataclass(frozen=True, slots=True, repr=False)
class Sheet:
    """A paper that has left the desk: what it is, about whom, of which case, and by which way."""

    kind: str
    way: str
    citizen: PersonIdentity | None = None
    case_number: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class TrailQuestion:
    """An extract: about one citizen, or everybody (None), over Swedish days, both included."""

    citizen: PersonIdentity | None
    since: date
    until: date


class ExtractFault(Enum):
    """Why there is no extract."""

    NOT_YOUR_ROLE = "who asks has no audit role"
    NOT_READ = "the audit trail cannot be written and read"


Extract = tuple[AuditRow, ...] | ExtractFault
