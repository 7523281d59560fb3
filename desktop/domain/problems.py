"""The closed set of ways in which talking to a region can go wrong, and what each leaves behind.

Problem
  kind     what happened                        -> the sentence on the screen
  effect   NOTHING_SENT | REFUSED | UNKNOWN     -> whether anything can have changed

A call that only reads can change nothing, so its effect is never UNKNOWN: where it got no answer it is NOTHING_SENT,
which then says that no change was sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Effect(Enum):
    """What a failed call can have done to the citizen's listing."""

    NOTHING_SENT = "no change was sent"
    REFUSED = "the region refused; nothing has changed"
    UNKNOWN = "the outcome is unknown"


class Kind(Enum):
    """What happened. Each has its own sentence in `texts/problems.py`."""

    # Before anything was sent.
    NO_NETWORK = "no network"
    NAME_NOT_FOUND = "the server's name is not known"
    CONNECT_REFUSED = "the server does not accept connections"
    CONNECT_TIMEOUT = "the server did not answer the connection"
    SERVER_NOT_TRUSTED = "the server's certificate is not trusted"
    SERVER_NAME_WRONG = "the server's certificate is for another name"
    SERVER_CERTIFICATE_EXPIRED = "the server's certificate has expired"
    SERVER_CERTIFICATE_REVOKED = "the server's certificate has been revoked"
    REVOCATIONS_OUTDATED = "no present revocation list for the server's authority"
    PROXY_UNREACHABLE = "the proxy does not answer"
    PROXY_REFUSED = "the proxy does not let us through"
    TOKEN_MISSING = "the gateway's token cannot be had"  # noqa: S105  what happened, not a token
    TLS_FAILED = "no common secure protocol"
    CERTIFICATE_MISSING = "our certificate is missing or cannot be opened"
    CERTIFICATE_EXPIRED = "our certificate has expired"
    NOT_AGREED = "the profile has no agreement for this"
    PROTECTED_NOT_AGREED = "nothing agreed with the region about protected persons"
    NOT_RECORDED = "the case could not be written to disk"
    DATABASE_AWAY = "the database of the care centre's cases takes nothing just now"
    NOT_YOUR_ROLE = "who is signed in has no role for this"
    UNSETTLED = "the same registration has been sent and is not settled"
    OPEN_ELSEWHERE = "another desk has the case open"
    ENDED_MEANWHILE = "somebody has settled or ended the case meanwhile"
    NOT_OFFERED = "the region does not offer this care centre or type to this citizen"
    UNFORESEEN = "a fault in the program"
    # The platform refused (VP codes).
    TOKEN_REFUSED = "our token was refused"  # noqa: S105  as above
    CERTIFICATE_REFUSED = "our certificate was refused"
    NOT_CONNECTED = "the region is not connected"
    NOT_AUTHORISED = "no authorisation for the region"
    PLATFORM_FAULT = "the platform is set up wrongly"
    PLATFORM_UNAVAILABLE = "the platform has no capacity or contact"
    REQUEST_REJECTED = "the platform could not read our call"
    # The register or the region answered with a fault.
    TOO_MANY_HITS = "more than 500 persons match"
    REGION_FAULT = "technical fault at the region"
    REGION_ERROR = "the region answered with an error"
    # The outcome is unknown for a call that changes something.
    NO_ANSWER = "no answer in time"
    CONNECTION_LOST = "the connection broke while waiting for the answer"
    REGION_UNREACHABLE = "the platform got no answer from the region"
    INTERRUPTED = "the program was ended while waiting for the answer"
    UNREADABLE_ANSWER = "the answer could not be read"
    ANSWER_TOO_LARGE = "the answer was larger than allowed"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong in a call. Holds no personal data.

    `county` the region addressed (empty for the person register or none); `correlation_id` for support;
    `code` a VP code such as `VP007` or the region's result code; `region_message` the region's own words, to be
    quoted; `detail` for the log only.
    """

    kind: Kind
    effect: Effect
    county: str = ""
    correlation_id: str = ""
    code: str = ""
    region_message: str = ""
    detail: str = ""

    def at(self, county: str) -> Problem:
        """The same problem, placed at a region."""
        return replace(self, county=county)


UNFORESEEN = Problem(Kind.UNFORESEEN, Effect.NOTHING_SENT)
"""What the window shows of a bug in something that only reads; the bug itself is reported beside it."""


class CallError(Exception):
    """A call ended in a Problem; use cases turn it into a value."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.kind.name} {problem.code} {problem.correlation_id}".strip())
        self.problem = problem
