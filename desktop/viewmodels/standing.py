"""What is true of the desk until it changes: whether it may register, what is unclear, whom one may try."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.certificate import CertificateStanding
from desktop.domain.hindrance import Hindrance
from desktop.domain.profile_fault import ProfileFault

Told = Mapping[str, str]
"""The same text in each of the window's languages, by language code."""


@dataclass(frozen=True, slots=True)
class TryOut:
    """A fictitious person of the practice region to try, with their story in the window's languages."""

    number: str
    name: str
    stories: Told


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of the desk until it changes. `may_register` None until the journal has been opened.

    With `profile_faults` nothing is agreed about registering, for the profile could not be read to its end.
    `left_in_pile` are cases made of forms that a killed program had in a pile. `hindrance` is why it may not register;
    `is_sheltered`: what is begun is kept on this computer for as long as that lasts; with `opens_at_start` a hindrance
    that has passed is seen at the next start only. `misses_rows`: the audit trail has
    lost rows that this account has seen.
    """

    may_register: bool | None = None
    unclear_cases: tuple[str, ...] = ()
    left_in_pile: tuple[str, ...] = ()
    people: tuple[TryOut, ...] = ()
    profile_faults: tuple[ProfileFault, ...] = ()
    hindrance: Hindrance | None = None
    misses_rows: bool = False
    certificate: CertificateStanding | None = None
    is_sheltered: bool = False
    opens_at_start: bool = False

    @property
    def keeps_cases(self) -> bool | None:
        """Whether what is begun is kept, here or where it belongs; None until the journal has been opened."""
        return self.may_register if self.may_register is None else self.may_register or self.is_sheltered
