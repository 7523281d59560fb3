"""Who the person register says somebody is (GetPersonsForProfile 5, profile P1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.identity import PersonIdentity, age_at
from desktop.domain.regions import County


class Protection(Enum):
    """Protected personal data (TKB-P 4.1.3); fingerade personuppgifter carry no flag, so nothing is promised."""

    NONE = "none"
    MARKED = "protectedPersonIndicator"
    PROTECTED_REGISTRATION = "protectedPopulationRecord"


class Deregistration(Enum):
    """Why somebody is no longer registered (IS-P, kv_avregistreringsorsak)."""

    DECEASED = "AV"
    EMIGRATED = "UV"
    OLD_NUMBER = "GN"
    OTHER = "AN"
    FALSE_IDENTITY = "FI"
    MISSING = "OB"
    TECHNICAL = "TA"
    UNKNOWN_REASON = "?"


@dataclass(frozen=True, slots=True, repr=False)
class PersonName:
    """Given, middle and surname as registered; any of them may be missing (a newborn has none)."""

    given: str = ""
    middle: str = ""
    surname: str = ""

    @property
    def spoken(self) -> str:
        """As said aloud: `Anna Maria Svensson`."""
        return " ".join(part for part in (self.given, self.middle, self.surname) if part)

    def __repr__(self) -> str:
        return "PersonName(…)"


@dataclass(frozen=True, slots=True, repr=False)
class Citizen:
    """A person as the register answers.

    `identity` is the one to register on; `asked` what was typed. They differ when the number has changed (TKB-P 6.1).
    `home_county` is None where the register gives none (most samordningsnummer). `replaced_by` is the number that the
    register refers an old one (GN) to, where it has not itself answered with the new record.
    """

    identity: PersonIdentity
    asked: PersonIdentity
    name: PersonName | None = None
    born: date | None = None
    home_county: County | None = None
    protection: Protection = Protection.NONE
    deregistration: Deregistration | None = None
    other_identities: tuple[PersonIdentity, ...] = ()
    replaced_by: PersonIdentity | None = None
    coordination_level: str = ""
    is_test_person: bool = False

    def age(self, today: date) -> int:
        """Whole years at `today`, from the register's date of birth, else from the number."""
        return age_at(self.born, today) if self.born else self.identity.age(today)

    def is_surely(self, years: int, today: date) -> bool:
        """Whether this age has been reached; where only the year of birth is known, the birthday may be to come."""
        unknown = self.born is None and self.identity.birth_date is None
        return self.age(today) - unknown >= years

    @property
    def has_birthday(self) -> bool:
        """Whether month and day of birth are known, so that the age is more than what is reached within the year."""
        return (self.born or self.identity.birth_date) is not None

    @property
    def known_as(self) -> tuple[PersonIdentity, ...]:
        """Every number under which a region may know this person, the one to register on first."""
        return tuple(dict.fromkeys((self.identity, self.asked, *self.other_identities)))

    @property
    def is_protected(self) -> bool:
        """Either kind of protected personal data."""
        return self.protection is not Protection.NONE

    @property
    def number_changed(self) -> bool:
        """The number asked for is not the one the register now uses."""
        return self.identity != self.asked

    def __repr__(self) -> str:
        return f"Citizen({self.identity.masked})"


@dataclass(frozen=True, slots=True)
class Unknown:
    """The person register has nobody under this number."""

    identity: PersonIdentity
