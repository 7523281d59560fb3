"""Prepare the same choice for another child of the same guardian: looked up, read and prepared on their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.guardianship import Guardians
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.registration import Wish

GuardiansOf = Callable[[PersonIdentity], Awaitable[Guardians | Problem]]
LookUp = Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]


async def prepare_sibling(
    look_up: LookUp,
    open_citizen: Callable[[Citizen], AsyncIterator[Overview]],
    prepare: Callable[[Overview, Wish], Awaitable[Prepared | Problem]],
    identity: PersonIdentity,
    wish: Wish,
    guardians_of: GuardiansOf | None = None,
) -> Prepared | Unknown | Problem:
    """Everything that a check of this child takes, once every region that is asked has answered.

    `guardians_of` asks whom the register records; None where the profile does not permit that.
    """
    citizen = await look_up(identity)
    if not isinstance(citizen, Citizen):
        return citizen
    overview = Overview(citizen)
    async for latest in open_citizen(citizen):
        overview = latest
    prepared = await prepare(overview, wish)
    if guardians_of is None or isinstance(prepared, Problem):
        return prepared
    return replace(prepared, guardians=await guardians_of(citizen.identity))
