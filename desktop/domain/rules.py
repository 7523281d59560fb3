"""What a check goes by besides what regions have said: the profile's rules, and what else has been asked."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.guardianship import Guardians, Recorded
from desktop.domain.listing import ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import County

OF_AGE = 18
"""Years from which nobody else chooses (föräldrabalken 9 kap. 1 §)."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the profile states about the desk.

    `chooses_from` is the age in years from which a child chooses alone; `connected` the regions that take part, None
    where that is not known.
    """

    chooses_from: int = 16
    allows_test_persons: bool = False
    connected: frozenset[County] | None = None

    def connects(self, county: County) -> bool:
        """Whether a region takes part, as far as is known."""
        return self.connected is None or county in self.connected

    def discards(self, citizen: Citizen) -> bool:
        """Whether this is a test person in production, who is nobody there (TKB-P 6.1)."""
        return citizen.is_test_person and not self.allows_test_persons

    def takes(self, citizen: Citizen) -> bool:
        """Whether there can be a listing of this person at all: not deregistered, no test person in production."""
        return citizen.deregistration is None and not self.discards(citizen)


@dataclass(frozen=True, slots=True)
class Known:
    """What has been asked besides the overview; None is "not asked, or not answered yet".

    `types` are those that the region offers this citizen; `guardian` what the register says of the guardian's number,
    and `guardians` whom the child's record names (only where the profile permits P4); Pending while being asked.
    """

    types: tuple[ListingType, ...] | None = None
    guardian: Citizen | Unknown | Problem | Pending | None = None
    guardians: Guardians | Problem | Pending | None = None

    @property
    def recorded(self) -> Recorded | None:
        """What the child's record says of the guardian; None where it was not asked, or has not answered."""
        if not isinstance(self.guardian, Citizen) or not isinstance(self.guardians, Guardians):
            return None
        return self.guardians.record(self.guardian)


NOTHING_MORE = Known()
"""Nothing has been asked besides the overview."""
