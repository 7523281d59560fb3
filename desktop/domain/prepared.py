"""A choice ready to be judged: what its region has said about it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.listing import ListingType, Overview
from desktop.domain.registration import Choice


@dataclass(frozen=True, slots=True)
class Prepared:
    """A choice, the overview with the choice's region in it, and the types that the region offers this citizen."""

    choice: Choice
    overview: Overview
    types: tuple[ListingType, ...] = ()
