"""SOAP faults, VP codes and answers from proxies, each read into a Problem (contract-rules 2).

Whether a failed registration can have reached the region is the question here. The platform's own refusals come
before routing and never reach it. VP009 leaves it unknown (VP itself sends again once after a broken socket), and so
does VP012, of which no source says when it arises. A producer's fault says nothing about what it did before failing.
"""

from __future__ import annotations

import re

from desktop.contracts.codec import Record
from desktop.domain.problems import Effect, Kind, Problem

VP_KINDS: dict[str, Kind] = {
    "VP001": Kind.REQUEST_REJECTED,
    "VP002": Kind.CERTIFICATE_REFUSED,
    "VP003": Kind.REQUEST_REJECTED,
    "VP004": Kind.NOT_CONNECTED,
    "VP005": Kind.PLATFORM_FAULT,
    "VP006": Kind.PLATFORM_FAULT,
    "VP007": Kind.NOT_AUTHORISED,
    "VP008": Kind.PLATFORM_UNAVAILABLE,
    "VP009": Kind.REGION_UNREACHABLE,
    "VP010": Kind.PLATFORM_FAULT,
    "VP011": Kind.PLATFORM_FAULT,
    "VP012": Kind.PLATFORM_UNAVAILABLE,
    "VP013": Kind.REQUEST_REJECTED,
    "VP014": Kind.PLATFORM_FAULT,
    "VP015": Kind.REQUEST_REJECTED,
}
_MAY_HAVE_ARRIVED = {"VP009", "VP012"}

_VP_CODE = re.compile(r"\bVP0\d\d\b")
_UNAUTHORISED = re.compile(r"obehörigt anrop", re.IGNORECASE)
_TOO_MANY = re.compile(r"\b500\b|för många", re.IGNORECASE)
_PERSONAL_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)")


def after_sending(*, changes: bool) -> Effect:
    """What a failure after sending leaves behind: a read has changed nothing whatever became of it."""
    return Effect.UNKNOWN if changes else Effect.NOTHING_SENT


def read_fault(fault: Record, *, is_search: bool, changes: bool) -> Problem:
    """A SOAP fault in any of its forms, VP's old and new, a producer's own, the person register's.

    A producer's words stay out of the Problem: they are technical (TS 11) and may name a person.
    """
    text = fault.text("faultstring")
    detail = fault.record("detail")
    explanation = detail.text("detailString") if detail else ""
    code = _VP_CODE.search(text) or _VP_CODE.search(explanation)
    # A producer that quotes the platform, of a call of its own, may have done what was ordered before.
    if code is not None and (not changes or text.startswith(code[0]) or explanation.startswith(code[0])):
        return _platform(code[0], f"{text} {explanation}", changes=changes)
    who = fault.text("faultcode").rpartition(":")[2]
    if _UNAUTHORISED.search(text):
        return Problem(Kind.NOT_AUTHORISED, Effect.REFUSED, detail=f"fault {who}")
    if is_search and who == "Client" and _TOO_MANY.search(text):  # A logical error is the client's (TKB-P 4.3.1).
        return Problem(Kind.TOO_MANY_HITS, Effect.REFUSED, detail=f"fault {who}")
    return Problem(Kind.REGION_FAULT, after_sending(changes=changes), detail=f"fault {who}")


def _platform(code: str, text: str, *, changes: bool) -> Problem:
    reached = code in _MAY_HAVE_ARRIVED or code not in VP_KINDS
    effect = after_sending(changes=changes) if reached else Effect.REFUSED
    return Problem(VP_KINDS.get(code, Kind.PLATFORM_FAULT), effect, code=code, detail=masked(text.strip()))


def unreadable(status: int, content_type: str, why: str, *, changes: bool) -> Problem:
    """An answer that is no SOAP message: by its HTTP status, for it comes from something in front of the platform."""
    match status:
        case 401 | 403:
            kind = Kind.NOT_AUTHORISED
        case 502 | 503 | 504:
            kind = Kind.PLATFORM_UNAVAILABLE
        case _:
            kind = Kind.UNREADABLE_ANSWER
    return Problem(kind, after_sending(changes=changes), detail=f"HTTP {status} {content_type}: {why}")


def masked(text: str) -> str:
    """The text with everything that looks like a personal number blanked, and no longer than 300 characters."""
    return _PERSONAL_NUMBER.sub("•", text)[:300]
