"""Ask the person register whom it records as a child's guardians."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.guardianship import Guardians
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import CallError, Problem

if TYPE_CHECKING:
    from desktop.contracts.persons import PersonRegister


async def ask_guardians(register: PersonRegister, child: PersonIdentity) -> Guardians | Problem:
    """GetPersonsForProfile, profile P4; only where the desk's profile permits it, and only once somebody is named."""
    try:
        return await register.guardians_of(child)
    except CallError as error:
        return error.problem
