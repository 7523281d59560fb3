"""A choice ready to be judged: what its region has said about it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.guardianship import Guardians
from desktop.domain.listing import ListingType, Overview
from desktop.domain.problems import Problem
from desktop.domain.registration import Choice


@dataclass(frozen=True, slots=True)
class Prepared:
    """A choice, the overview with the choice's region in it, and the types that the region offers this citizen.

    `guardians` are those that the register records for a child who is listed along with another.
    """

    choice: Choice
    overview: Overview
    types: tuple[ListingType, ...] = ()
    guardians: Guardians | Problem | None = None
