"""Whom the person register records as a child's guardians (profile P4), and what that says of somebody named as one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity


class Recorded(Enum):
    """What the register says of a guardian; where it says nothing, guardianship stays the guardian's own word."""

    YES = "recorded as this child's guardian"
    OTHERS = "others are recorded, and not this one"
    NOT_STATED = "the register says nothing that decides it"


@dataclass(frozen=True, slots=True, repr=False)
class Guardians:
    """The guardians in a child's record. `incomplete`: one at least cannot be compared (a birth date for a number).

    A protected child's record has no relations at all (TKB-P 4.1.3), and so proves nothing.
    """

    known: tuple[PersonIdentity, ...] = ()
    incomplete: bool = False

    def record(self, guardian: Citizen) -> Recorded:
        """Whether this person is among them, under any of their numbers."""
        if set(self.known) & set(guardian.known_as):
            return Recorded.YES
        return Recorded.OTHERS if self.known and not self.incomplete else Recorded.NOT_STATED

    def __repr__(self) -> str:
        return f"Guardians({len(self.known)})"
