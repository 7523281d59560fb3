"""The directory of staff: a JSON file that an administrator keeps (`listningsluckan staff`).

A PIN stands in it as a salted slow
hash; a card number as a slow hash under the directory's own salt, so that a scanned card finds its owner.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desktop.domain.staff import Role, Staff

PIN_DIGITS = 6
"""The fewest digits of a PIN."""
_SALT_BYTES = 16
_ROUNDS, _BLOCK, _MEMORY = 2**15, 8, 2**26

Roles = frozenset[Role]


class Member(BaseModel):
    """One of the staff. `pin` is `salt:hash`, `card` a hash; both hexadecimal, empty for none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    account: str = Field(min_length=1)
    name: str = ""
    roles: Roles = frozenset()
    pin: str = ""
    card: str = ""

    @property
    def staff(self) -> Staff:
        """The same as the domain knows it."""
        return Staff(self.account, self.name, self.roles)

    def has_pin(self, pin: str) -> bool:
        """Whether this is their PIN; takes a tenth of a second, also for whoever has none."""
        salt, _, kept = self.pin.partition(":")
        made = _slow_hash(pin, bytes.fromhex(salt) if salt else bytes(_SALT_BYTES))
        return bool(kept) and hmac.compare_digest(made, kept)

    def with_pin(self, pin: str) -> Member:
        """The same with another PIN; ValueError for one that is too short or not of digits."""
        if len(pin) < PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
            raise ValueError(f"a PIN is at least {PIN_DIGITS} digits")
        salt = os.urandom(_SALT_BYTES)
        return self.model_copy(update={"pin": f"{salt.hex()}:{_slow_hash(pin, salt)}"})


class StaffDirectory(BaseModel):
    """Everybody who may sign in at the desk, or has roles of their own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    salt: str = Field(default_factory=lambda: os.urandom(_SALT_BYTES).hex())
    staff: tuple[Member, ...] = ()

    def find(self, account: str) -> Member | None:
        """The member with this account, however it is written."""
        return next((one for one in self.staff if one.account.casefold() == account.casefold()), None)

    def by_card(self, number: str) -> Member | None:
        """Whose card this is; takes a tenth of a second."""
        made = self.card_hash(number)
        return next((one for one in self.staff if hmac.compare_digest(one.card, made)), None)

    def card_hash(self, number: str) -> str:
        """How a card number is kept."""
        return _slow_hash(number, bytes.fromhex(self.salt))

    def with_member(self, member: Member) -> StaffDirectory:
        """The same with a member added, or put in the place of the one with the same account."""
        return self.without(member.account).model_copy(update={"staff": (*self.without(member.account).staff, member)})

    def without(self, account: str) -> StaffDirectory:
        """The same without a member."""
        kept = tuple(one for one in self.staff if one.account.casefold() != account.casefold())
        return self.model_copy(update={"staff": kept})

    def write(self, file: Path) -> None:
        """Put it in the file's place whole. Raises OSError."""
        fresh = file.with_name(file.name + ".new")
        fresh.write_text(self.model_dump_json(indent=2), encoding="utf-8")
        fresh.replace(file)


class DirectoryFault(Exception):  # noqa: N818  it is one, and reads as one
    """The directory cannot be used; says why, and quotes nothing of it."""


def read_staff(file: Path | None) -> StaffDirectory:
    """The directory; an empty one where the profile names none. Raises DirectoryFault."""
    if file is None:
        return StaffDirectory()
    try:
        return StaffDirectory.model_validate_json(file.read_bytes())
    except OSError as error:
        raise DirectoryFault(f"{file.name}: cannot be read ({type(error).__name__})") from error
    except ValidationError as error:
        places = ", ".join(".".join(map(str, fault["loc"])) for fault in error.errors(include_input=False))
        raise DirectoryFault(f"{file.name}: not a directory of staff ({places})") from None


def _slow_hash(text: str, salt: bytes) -> str:
    made = hashlib.scrypt(text.encode(), salt=salt, n=_ROUNDS, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=32)
    return made.hex()
