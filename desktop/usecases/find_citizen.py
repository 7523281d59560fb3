"""Find who a number belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import CallError, Problem

if TYPE_CHECKING:
    from desktop.contracts.persons import PersonRegister


async def find_citizen(register: PersonRegister, identity: PersonIdentity) -> Citizen | Unknown | Problem:
    """GetPersonsForProfile, profile P1 (no more than needed, TKB-P 8).

    Where the register answers with an old number's own record, the number that replaces it is looked up as well. What
    a reference's status says of which is the newer (NY, AS) is told nowhere: of two, it is the one that lives.
    """
    try:
        found = await register.get(identity)
        if found is not None and found.replaced_by is not None:
            now = await register.get(found.replaced_by)
            if now is not None and (now.deregistration is None or found.deregistration is not None):
                found = replace(now, asked=identity)
    except CallError as error:
        return error.problem
    return found or Unknown(identity)
