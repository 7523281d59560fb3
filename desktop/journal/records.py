"""Registrations and outcomes as versioned JSON, and back without loss.

A record is {"version": 4, "kind": "Registration", "value": {...}}. Enum values are part of it: changing one, or a
field of the domain, needs a new version here that still reads the old. What version 2 added (receipt and identity
check of a form, language, the guardian's name, representatives, terms), version 3 (who is to sign a form, and what was
filled in beside it) and version 4 (an agreement about those without a home county) have defaults that say "not noted".
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast, get_args

from pydantic import TypeAdapter, ValidationError

from desktop.domain.case import About, Notes
from desktop.domain.identity import PersonIdentity
from desktop.domain.outcome import Outcome
from desktop.journal.faults import JournalError, JournalFault

VERSION = 4
_READ = frozenset({1, 2, 3, 4})
_OUTCOMES: tuple[type[Any], ...] = get_args(Outcome)
_ABOUT: tuple[type[Any], ...] = get_args(About)
_KINDS = (*_ABOUT, *_OUTCOMES, Notes)

Record = dict[str, Any]
"""A JSON-able dictionary."""


def write_about(about: About) -> Record:
    """What a case is about, as a record."""
    return _write(about)


def read_about(record: Record) -> About:
    """What a case is about; JournalError: NEWER for a version to come, UNREADABLE where it is nothing valid."""
    read = _read(record)
    if not isinstance(read, _ABOUT):
        raise JournalError(JournalFault.UNREADABLE)
    return cast(About, read)


def write_notes(notes: Notes) -> Record:
    """What a case keeps beside its order, as a record."""
    return _write(notes)


def read_notes(record: Record) -> Notes:
    """The notes again; a case from before there were any has none."""
    read = _read(record) if record else Notes()
    if not isinstance(read, Notes):
        raise JournalError(JournalFault.UNREADABLE)
    return read


def write_outcome(outcome: Outcome) -> Record:
    """What became of an order, as a record."""
    return _write(outcome)


def read_outcome(record: Record) -> Outcome:
    """The outcome again; JournalError as for what a case is about."""
    read = _read(record)
    if not isinstance(read, _OUTCOMES):
        raise JournalError(JournalFault.UNREADABLE)
    return cast(Outcome, read)


def citizen_of(record: Record) -> PersonIdentity:
    """Whom a record of what a case is about is about."""
    try:
        return PersonIdentity(record["value"]["citizen"]["identity"]["number"])
    except (KeyError, TypeError, ValueError):
        raise JournalError(JournalFault.UNREADABLE) from None


def numbers_of(record: Record) -> tuple[str, ...]:
    """Every number that the register knew the citizen by then (`Citizen.known_as`)."""
    citizen = citizen_of(record)
    try:
        asked, others = record["value"]["citizen"]["asked"], record["value"]["citizen"]["other_identities"]
        return tuple(dict.fromkeys((citizen.number, *(one["number"] for one in (asked, *others)))))
    except (KeyError, TypeError):
        raise JournalError(JournalFault.UNREADABLE) from None


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    """By kind, made when first needed."""
    return {kind.__name__: TypeAdapter(kind) for kind in _KINDS}


def _write(value: About | Notes | Outcome) -> Record:
    kind = type(value).__name__
    return {"version": VERSION, "kind": kind, "value": _adapters()[kind].dump_python(value, mode="json")}


def _read(record: Record) -> Any:
    version, adapter = record.get("version"), _adapters().get(record.get("kind", ""))
    if isinstance(version, int) and version > VERSION:
        raise JournalError(JournalFault.NEWER)
    if not isinstance(version, int) or version not in _READ or adapter is None:
        raise JournalError(JournalFault.UNREADABLE)
    try:
        return adapter.validate_python(record.get("value"))
    except ValidationError:  # Its text quotes the record, so nothing of it goes on.
        raise JournalError(JournalFault.UNREADABLE) from None
