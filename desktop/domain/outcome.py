"""What can become of a registration: the region's reply, the closed set of outcomes, and the receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.listing import Listing, RegionListings
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration


class RefusalCode(Enum):
    """ResultCodeEnum's refusals (TKB-L 6.1)."""

    ERROR = "ERROR"
    CHANGES_EXCEEDED = "ERROR_MAXIMUM_ANNUAL_UPDATES_EXCEEDED"
    FULL = "ERROR_MAXIMUM_CITIZEN_REACHED_ON_CAREUNIT"
    GUARDIAN_CONSENT = "ERROR_GUARDIAN_CONSENT_NEEDED"
    AGE_LIMIT = "ERROR_AGE_LIMIT"


@dataclass(frozen=True, slots=True)
class Reply:
    """The region's reply to CreateListing: done (OK, INFO) or refused. INFO's message must be shown."""

    code: str
    message: str = ""
    correlation_id: str = ""

    @property
    def is_done(self) -> bool:
        """OK and INFO mean that the region accepted the call."""
        return self.code in ("OK", "INFO")

    @property
    def must_be_read(self) -> bool:
        """INFO: done, and the message must be shown (TS 11); where it is empty there is nothing to read."""
        return self.code == "INFO" and bool(self.message)

    @property
    def lacks_message(self) -> bool:
        """INFO without the message that it was for."""
        return self.code == "INFO" and not self.message

    @property
    def refusal(self) -> RefusalCode | None:
        """The refusal, for every code that says ERROR; an unknown ERROR_ code counts as ERROR."""
        try:
            return RefusalCode(self.code)
        except ValueError:
            return RefusalCode.ERROR if self.code.startswith("ERROR") else None


class Unverified(Enum):
    """Why an accepted call could not be confirmed by reading."""

    NOT_VISIBLE_YET = "the region accepted, and does not show it yet"
    WITHHELD = "the region accepted, and does not disclose listings to us"
    READING_FAILED = "the region accepted, and could not be read afterwards"
    NOT_READ = "the region accepted, and has not been read since"
    CONTRADICTED = "the region accepted, and shows something else since"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The region shows what was ordered: the listing, the doctor, or (None) the absence of a queue place."""

    shown: Listing | None
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Queued:
    """The region shows a queue place."""

    place: Listing
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Received:
    """The region accepted the call; it could not be confirmed by reading."""

    why: Unverified
    reply: Reply


@dataclass(frozen=True, slots=True)
class Refused:
    """The region refused: nothing has changed, and the same message would be refused again."""

    code: RefusalCode
    reply: Reply


@dataclass(frozen=True, slots=True)
class Unclear:
    """It is not known whether the region registered it. `reading` is what was read afterwards, if it could be."""

    problem: Problem
    reading: RegionListings | None


@dataclass(frozen=True, slots=True)
class NotSent:
    """Nothing was sent, or the platform refused before the region: nothing has changed."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class PictureChanged:
    """The region shows something else than the receptionist saw; nothing was sent."""

    fresh: RegionListings


Outcome = Confirmed | Queued | Received | Refused | Unclear | NotSent | PictureChanged


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the citizen takes home: the order, what became of it, the case number, and a wish to the care centre."""

    case_number: str
    registration: Registration
    outcome: Outcome
    previous: tuple[Listing, ...]
    registered_on: date
    wish: str = ""
