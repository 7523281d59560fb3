"""A care centre as the desk shows it: what its region says, and what the directory file adds."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.listing import Facility


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun): its four-digit code, a string as county codes are, and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of a care centre; the contracts have none of it. Empty is "not stated"."""

    name: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    municipality: Municipality | None = None
    phone: str = ""
    e_services: tuple[str, ...] = ()

    @property
    def postal_line(self) -> str:
        """`791 30 Falun`."""
        return " ".join(part for part in (self.postal_code, self.town) if part)

    @property
    def address(self) -> str:
        """`Storgatan 1, 791 30 Falun`."""
        return ", ".join(part for part in (self.street, self.postal_line) if part)


@dataclass(frozen=True, slots=True)
class Centre:
    """A region's care centre, and its entry where there is a directory that has it."""

    facility: Facility
    entry: Entry | None = None
