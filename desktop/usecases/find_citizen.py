"""Find who a number belongs to; the look-up is noted in the audit trail before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.contracts.persons import PersonRegister
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import CallError, Problem


@dataclass(frozen=True, slots=True)
class Unknown:
    """The person register has nobody under this number."""

    identity: PersonIdentity


async def find_citizen(register: PersonRegister, identity: PersonIdentity) -> Citizen | Unknown | Problem:
    """GetPersonsForProfile, profile P1 (no more than needed, TKB-P 8)."""
    try:
        return await register.get(identity) or Unknown(identity)
    except CallError as error:
        return error.problem
