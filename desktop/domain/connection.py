"""What a connection check finds: one trial for each thing tried, or not tried, and the report of them all.

Nothing in it names a person: a test person is who was asked about, never what is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from desktop.domain.problems import Problem
from desktop.domain.registration import Intent


class Step(Enum):
    """What is tried, in this order."""

    NAME = "name"
    TLS = "tls"
    CERTIFICATE = "certificate"
    CLOCK = "clock"
    CONTRACT = "contract"
    REGISTERING = "registering"


class Result(Enum):
    """How a trial ended."""

    OK = "ok"
    CAUTION = "caution"
    FAILED = "failed"
    NOT_TRIED = "not tried"


class NotTried(Enum):
    """Why something was not tried."""

    EARLIER_FAILED = "something that it rests on failed"
    NO_TEST_PERSON = "the profile names no test person for the region"
    TEST_PERSON_UNKNOWN = "the person register could not tell who the test person is"
    NOT_AT_HOME = "the test person is at home in another region, and only the home region is asked this"
    NOT_AGREED = "the profile has no agreement for it"
    NEVER_IN_PRODUCTION = "it would change a listing, which a check never does in production"
    NOT_ASKED_FOR = "registering was not asked for"
    NO_CENTRE = "no care centre to try with"
    NO_CERTIFICATE = "the profile names no certificate: a gateway holds it"
    NOT_A_TEST_PERSON = "the person register does not mark the person as a test person"
    IN_THE_WAY = "the desk's own check found something in the way"
    NO_QUERY_WORDS = "the profile does not tell how the person register is searched"
    NO_NAME = "the test person has no name to search for, or protected data"
    NO_QUEUE_CENTRE = "the profile names no care centre with a queue"
    NO_QUEUE = "the care centre states no queue now"
    NOT_QUEUING = "the test person is in no queue there"
    NO_DOCTOR = "no other doctor to choose at the care centre"
    STOPPED = "the check was stopped"


class Caution(Enum):
    """What works, and wants somebody's attention."""

    EXPIRES_SOON = "the certificate expires within sixty days"
    NO_SERIAL_NUMBER = "the certificate's subject has no serial number with an HSA-id"
    CLOCK_OFF = "this computer's clock differs by more than a minute"
    NO_DATE = "the server does not say what time it is"
    NOT_OFFERED = "the region does not offer this optional contract"
    REFUSED = "the region refused the registration"
    NOT_CONFIRMED = "the region took the registration and does not show it yet"
    LISTED_AT_ONCE = "the region listed where a queue place was asked for"
    NOT_FOUND = "the search did not find the test person"


class Left(Enum):
    """What the region holds of a test person after a registration was tried."""

    NOTHING = "nothing"
    LISTING = "a listing"
    DOCTOR = "a doctor"
    QUEUE_PLACE = "a queue place"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing tried. `host` for name, TLS and clock; `contract` and `county` (empty: the person register) for calls.

    `intent` and `left` are a registration's. `ms` is how long it took. `facts` are values under fixed names:
    `addresses`, `protocol`, `cipher`, `server`, `issuer`, `valid_to` (ISO date), `owner`, `skew` (whole seconds, ours
    minus theirs), `answers` (how many), `code` (the region's), `actor`, `by` (form or phone), `centre` (HSA-id).
    """

    step: Step
    host: str = ""
    contract: str = ""
    county: str = ""
    ms: int | None = None
    problem: Problem | None = None
    not_tried: NotTried | None = None
    caution: Caution | None = None
    intent: Intent | None = None
    left: Left | None = None
    correlation_id: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def result(self) -> Result:
        """How it ended."""
        if self.problem is not None:
            return Result.FAILED
        if self.not_tried is not None:
            return Result.NOT_TRIED
        return Result.CAUTION if self.caution is not None else Result.OK


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """A whole check; `ended` None while it goes on. `profile` is the profile's digest."""

    started: datetime
    environment: str
    program: str
    profile: str
    county: str
    trials: tuple[Trial, ...] = ()
    ended: datetime | None = None

    def count(self, result: Result) -> int:
        """How many trials ended so."""
        return sum(trial.result is result for trial in self.trials)

    @property
    def is_well(self) -> bool:
        """Everything that was tried works."""
        return not self.count(Result.FAILED)
