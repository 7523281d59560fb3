"""Registrations and outcomes as versioned JSON, and back without loss.

A record is {"version": 1, "kind": "Registration", "value": {...}}. Enum values are part of it: changing one, or a
field of the domain, needs a new version here that still reads the old.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from desktop.domain.identity import PersonIdentity
from desktop.domain.outcome import Outcome
from desktop.domain.registration import Registration
from desktop.journal.faults import JournalError, JournalFault

VERSION = 1
_KINDS: tuple[type[Any], ...] = (Registration, *get_args(Outcome))

Record = dict[str, Any]
"""A JSON-able dictionary."""


def write_registration(registration: Registration) -> Record:
    """The order as a record."""
    return _write(registration)


def read_registration(record: Record) -> Registration:
    """The order again; JournalError: NEWER for a version to come, UNREADABLE where it is no valid registration."""
    read = _read(record)
    if not isinstance(read, Registration):
        raise JournalError(JournalFault.UNREADABLE)
    return read


def write_outcome(outcome: Outcome) -> Record:
    """What became of an order, as a record."""
    return _write(outcome)


def read_outcome(record: Record) -> Outcome:
    """The outcome again; JournalError as for a registration."""
    read = _read(record)
    if isinstance(read, Registration):
        raise JournalError(JournalFault.UNREADABLE)
    return read


def citizen_of(record: Record) -> PersonIdentity:
    """Whom a registration's record is about."""
    try:
        return PersonIdentity(record["value"]["citizen"]["identity"]["number"])
    except (KeyError, TypeError, ValueError):
        raise JournalError(JournalFault.UNREADABLE) from None


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    """By kind, made when first needed."""
    return {kind.__name__: TypeAdapter(kind) for kind in _KINDS}


def _write(value: Registration | Outcome) -> Record:
    kind = type(value).__name__
    return {"version": VERSION, "kind": kind, "value": _adapters()[kind].dump_python(value, mode="json")}


def _read(record: Record) -> Registration | Outcome:
    version, adapter = record.get("version"), _adapters().get(record.get("kind", ""))
    if isinstance(version, int) and version > VERSION:
        raise JournalError(JournalFault.NEWER)
    if version != VERSION or adapter is None:
        raise JournalError(JournalFault.UNREADABLE)
    try:
        read: Registration | Outcome = adapter.validate_python(record.get("value"))
    except ValidationError:  # Its text quotes the record, so nothing of it goes on.
        raise JournalError(JournalFault.UNREADABLE) from None
    return read
