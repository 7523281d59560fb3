"""A case: where it stands, what it is about, what became of it, and the code that a form carries out and back."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.domain.identity import as_read
from desktop.domain.listing import Listing
from desktop.domain.outcome import Outcome, Received, Unverified
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Evidence, Registration


class State(Enum):
    """Where a case stands; the values are stored. Staff's words for them stand in `texts/cases.py`."""

    DRAFT = "draft"
    COMPLETE = "to be completed"
    WAITING = "waiting for a signature"
    SENDING = "being sent"
    UNCLEAR = "unclear"
    CONFIRMED = "confirmed"
    RECEIVED = "received"
    REFUSED = "refused"
    CORRECTION = "correction"
    CANCELLED = "cancelled"
    NOT_SENT = "not sent"

    @property
    def is_open(self) -> bool:
        """Not settled: a person, a signature, the region or time has to do something more."""
        return self in _OPEN


_NEEDS_SOMEBODY = frozenset({State.COMPLETE, State.UNCLEAR, State.CORRECTION})
_OPEN = _NEEDS_SOMEBODY | {State.WAITING, State.SENDING, State.RECEIVED}


@dataclass(frozen=True, slots=True)
class FormToSign:
    """The pre-filled form for a choice. `present` are the regions where the citizen was listed when it was printed.

    `code` leads the signed form back to its case; it is random and says nothing about anybody. `chooser` is who was to
    sign, and `evidence` what was filled in beside it (version, language, where it is kept), for when the form returns.
    """

    citizen: Citizen
    choice: Choice
    present: frozenset[County]
    code: str = ""
    chooser: Chooser = field(default_factory=Chooser)
    evidence: Evidence | None = None


class Mistake(Enum):
    """Why a registration is to be put right."""

    NOT_CHOSEN = "the citizen has not chosen this"
    WRONG_PERSON = "the wrong person was registered"
    WANTS_BACK = "the citizen wants back"


@dataclass(frozen=True, slots=True)
class Correction:
    """A Rättelse: something for the region to put right; nothing is sent, it is printed to the region's contact.

    `shown` is what it is about and `listings` all that regions showed, `told` what the citizen said, `own_cases` the
    numbers of our cases about the citizen, `staff` who wrote it down.
    """

    citizen: Citizen
    mistake: Mistake
    county: County
    shown: Listing
    listings: tuple[tuple[County, Listing], ...]
    own_cases: tuple[str, ...]
    staff: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What a case keeps beside its order: where the citizen was listed and queued before, and a wish to the centre.

    `queued` None: not noted. `sent` is when it was sent, each time.
    """

    previous: tuple[tuple[County, Listing], ...] = ()
    wish: str = ""
    queued: tuple[tuple[County, Listing], ...] | None = None
    sent: tuple[datetime, ...] = ()


About = Registration | FormToSign | Correction | Draft


@dataclass(frozen=True, slots=True)
class Claim:
    """Another desk has a case open: who (empty where nobody acts), where, since when (Swedish time).

    `place` is the computer's name, empty where it is this one.
    """

    who: str
    place: str
    since: datetime


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as it stands. Times are Swedish; `outcome` is None where nothing has been sent.

    `claim` is who has it open at another desk: then it is read here, and nothing else.
    """

    number: str
    state: State
    opened_at: datetime
    changed_at: datetime
    about: About
    outcome: Outcome | None
    notes: Notes
    claim: Claim | None = None

    @property
    def citizen(self) -> Citizen:
        """Whom it is about."""
        return self.about.citizen

    @property
    def needs_somebody(self) -> bool:
        """Nothing more happens by itself: to be completed, unclear, a correction, or contradicted by the region."""
        contradicted = isinstance(self.outcome, Received) and self.outcome.why is Unverified.CONTRADICTED
        return self.state in _NEEDS_SOMEBODY or (self.state is State.RECEIVED and contradicted)

    @property
    def choice(self) -> Choice | None:
        """What was chosen; a correction and a draft are no choice yet."""
        return None if isinstance(self.about, Correction | Draft) else self.about.choice


# Without signs that are mistaken for each other. The size is a prime, so that the weighted sum below tells every
# single wrong sign and every two that have changed places.
_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXY"
_LENGTH = 8


_NAME_AND_YEAR = re.compile(r"^(?:[A-Za-z\s,]+[\s,]\d+|(?:(?:19|20)\d{2}|\d{6})[\s,][A-Za-z\s,]+)$")


def new_code() -> str:
    """A random case code such as `K7QM-2W9F`: seven random signs and a check sign, digits and letters both."""
    while True:
        code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH - 1))
        code += _SIGNS[-sum(_weighted(code)) * pow(_LENGTH, -1, len(_SIGNS)) % len(_SIGNS)]
        if any(map(str.isdigit, code)) and any(map(str.isalpha, code)):
            return f"{code[:4]}-{code[4:]}"


def looks_like_code(text: str) -> bool:
    """Whether a text can only be a case code, right or mistyped: eight letters and digits, both of them.

    `Lind 1985` and `1985 Lind` are a name and a birth year, unless right as a code.
    """
    signs = _compact(text)
    digits = sum(map(str.isdigit, signs))
    if len(signs) != _LENGTH or not signs.isascii() or not signs.isalnum() or not 0 < digits < _LENGTH:
        return False
    return _NAME_AND_YEAR.match(as_read(text)) is None or read_code(text) is not None


def read_code(text: str) -> str | None:
    """The code as it is kept, from what was typed or scanned; None where a sign is wrong."""
    signs = _compact(text)
    if len(signs) != _LENGTH or not set(signs) <= set(_SIGNS) or sum(_weighted(signs)) % len(_SIGNS):
        return None
    return f"{signs[:4]}-{signs[4:]}"


def _compact(text: str) -> str:
    return "".join(as_read(text).split()).replace("-", "").replace("+", "").upper()


def _weighted(signs: str) -> list[int]:
    return [place * _SIGNS.index(sign) for place, sign in enumerate(signs, start=1)]
