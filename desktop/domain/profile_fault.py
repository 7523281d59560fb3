"""What is wrong with the profile, as values: which key, where, what was found and what is expected there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Expected(Enum):
    """What should have stood there; each has its own sentence in `texts/profile_faults.py`."""

    READABLE = "a file that can be read"
    NOT_HERE = "this computer's own profile"
    TOML = "TOML"
    NEWER_PROGRAM = "a newer program"
    KEY = "the key itself"
    NO_SUCH_KEY = "no key of this name"
    TEXT = "text"
    SOME_TEXT = "text that is not empty"
    NUMBER = "a number"
    WHOLE_NUMBER = "a whole number"
    YES_NO = "true or false"
    DATE = "a date"
    LIST = "a list"
    ENTRIES = "at least so many entries"
    TABLE = "a table"
    ONE_OF = "one of these"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    COUNTY = "a county code"
    SHAPE = "another shape"
    WAIT = "a longer wait outside practice"
    TEXT_PLACES = "other places in the text"
    OTHER_KEY = "another key beside it"
    AGREEMENT = "to agree with another key"


@dataclass(frozen=True, slots=True)
class ProfileFault:
    """One fault. `source` is the file's name or Group Policy; `line` counts from 1, None where there is none.

    `path` is the key, empty for the whole file. `found` is short, and hidden where the key could hold a secret.
    `expected` says what should be there, and `bound` completes it: a number, the choices, a like key, or in English
    what a rule of its own says.
    """

    source: str
    path: tuple[str | int, ...]
    line: int | None
    found: str
    expected: Expected
    bound: str = ""

    @property
    def key(self) -> str:
        """Dotted, as IT writes it."""
        return ".".join(map(str, self.path))
