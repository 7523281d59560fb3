"""Ask the desk's own region at the same moment as the person register, which saves the citizens at home a round trip.

No region may be asked before protection and death are known, except the own region where the profile states that it
handles protected identities (contract-rules 8).
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import RegionListings
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.usecases.read_region import ask_counties, ask_listings

if TYPE_CHECKING:
    from desktop.contracts.listings import Listings


@dataclass(frozen=True, slots=True, eq=False)
class EarlyAnswers:
    """What the own region has been asked about a number before the person register has answered."""

    identity: PersonIdentity
    listings: asyncio.Task[RegionListings | Problem]
    counties: asyncio.Task[tuple[County, ...] | Problem]

    def hold_for(self, citizen: Citizen) -> bool:
        """Whether this is all that there is to ask about the citizen: the number may have changed."""
        return citizen.known_as == (self.identity,)


def ask_early(listings: Listings, own: Agreement, identity: PersonIdentity) -> EarlyAnswers | None:
    """Start asking, where the profile allows it."""
    if own.read_actor is None or not own.handles_protected:
        return None
    return EarlyAnswers(
        identity,
        asyncio.create_task(ask_listings(listings, own, own.read_actor, identity)),
        asyncio.create_task(ask_counties(listings, own, own.read_actor, identity)),
    )
