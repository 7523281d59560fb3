"""What a form to sign is filled with.

It names the case by a code that holds no personal number, so that a form that returns can open its case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtGui import QImage

from desktop.domain.citizen import Citizen
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser
from desktop.domain.rules import OF_AGE
from desktop.texts.consents import PLAIN, Manner


@dataclass(frozen=True, slots=True)
class FormContent:
    """`present` are the regions where the citizen is listed now, for the consent.

    `case_code` is printed as it is, may be empty, and must hold no personal number; `code_picture` is the same code
    for a scanner. `hand_in` says where the signed form goes; `contact` whom to ask. `citizen` None leaves name and
    number to be written by hand: a relative has called, and nobody has been looked up. `chooser` fills in who signs
    where that is known; `version` is the region's, and `manner` in what words consents are printed;
    `chooses_from` is the age in years from which the young sign themselves.
    """

    citizen: Citizen | None
    choice: Choice
    case_code: str
    prepared_on: date
    present: frozenset[County] = field(default_factory=frozenset)
    phone: str = ""
    hand_in: str = ""
    contact: str = ""
    code_picture: QImage | None = None
    chooser: Chooser = field(default_factory=Chooser)
    version: str = ""
    manner: Manner = PLAIN
    chooses_from: int = 16

    def __post_init__(self) -> None:
        if self.citizen is not None and self.citizen.identity.number[2:] in "".join(
            filter(str.isdigit, self.case_code)
        ):
            raise ValueError("a case code holds no personal number")

    @property
    def is_for_child(self) -> bool:
        """Guardians sign for those under eighteen; from the profile's age the child signs as well."""
        return self.citizen is not None and self.citizen.age(self.prepared_on) < OF_AGE

    @property
    def signs_young(self) -> bool:
        """Under eighteen, and old enough to sign themselves."""
        return self.citizen is not None and self.chooses_from <= self.citizen.age(self.prepared_on) < OF_AGE

    @property
    def is_represented(self) -> bool:
        """Somebody else may sign: a representative who is known, or perhaps one for a citizen who is not."""
        return self.chooser.representative is not None or self.citizen is None
