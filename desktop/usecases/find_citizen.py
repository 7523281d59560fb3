"""Find who a number belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import CallError, Problem

if TYPE_CHECKING:
    from desktop.contracts.persons import PersonRegister


async def find_citizen(register: PersonRegister, identity: PersonIdentity) -> Citizen | Unknown | Problem:
    """GetPersonsForProfile, profile P1 (no more than needed, TKB-P 8)."""
    try:
        return await register.get(identity) or Unknown(identity)
    except CallError as error:
        return error.problem
