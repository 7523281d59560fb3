"""Whether whoever chooses may choose: by age, by what the person register says of a guardian, by the region's word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen, Deregistration, Unknown
from desktop.domain.guardianship import Recorded
from desktop.domain.listing import Pending
from desktop.domain.problems import Problem
from desktop.domain.reasons import Why
from desktop.domain.registration import Chooser
from desktop.domain.rules import OF_AGE, Known, Rules


def about_chooser(
    citizen: Citizen, chooser: Chooser, agreement: Agreement, rules: Rules, today: date, known: Known
) -> Iterator[Why]:
    """Everything about who chooses."""
    yield from _age(citizen, chooser, rules, today)
    yield from _guardian(chooser, known, rules)
    yield from _representative(citizen, chooser, agreement)


def _age(citizen: Citizen, chooser: Chooser, rules: Rules, today: date) -> Iterator[Why]:
    if chooser.is_citizen and citizen.age(today) < rules.chooses_from:
        yield Why.GUARDIAN_NEEDED
    if chooser.guardian is not None and citizen.is_surely(OF_AGE, today):
        yield Why.GUARDIAN_NOT_ALLOWED
    if chooser.guardian in citizen.known_as:
        yield Why.GUARDIAN_IS_CITIZEN


def _guardian(chooser: Chooser, known: Known, rules: Rules) -> Iterator[Why]:
    """What the register says of the number, and of guardianship where profile P4 is permitted; else that is stated."""
    if chooser.guardian is None:
        return
    match known.guardian:
        case Pending():
            yield Why.GUARDIAN_PENDING
        case Problem():
            yield Why.GUARDIAN_NOT_LOOKED_UP
        case Unknown():
            yield Why.GUARDIAN_UNKNOWN
        case Citizen(is_test_person=True) if not rules.allows_test_persons:
            yield Why.GUARDIAN_UNKNOWN
        case Citizen(deregistration=Deregistration.DECEASED):
            yield Why.GUARDIAN_DECEASED
        case Citizen() if known.guardians is Pending.PENDING:
            yield Why.GUARDIAN_PENDING
        case Citizen() if known.recorded is Recorded.OTHERS:
            yield Why.GUARDIAN_NOT_RECORDED


def _representative(citizen: Citizen, chooser: Chooser, agreement: Agreement) -> Iterator[Why]:
    if chooser.representative is None:
        return
    if not agreement.representatives:
        yield Why.REPRESENTATIVE_NOT_AGREED
    if not chooser.representative.is_stated:
        yield Why.REPRESENTATIVE_UNSTATED
    if chooser.representative.identity in citizen.known_as:
        yield Why.REPRESENTATIVE_IS_CITIZEN
