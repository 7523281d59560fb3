"""A registration that has been begun and not sent: what was wished for, who chooses, and what is still lacking."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.registration import Chooser, Evidence, Wish


class Lack(Enum):
    """What has to come before it can be sent; the values are stored."""

    DATE = "the date of the signature"
    SIGNATURE = "a signature"
    VERSION = "the region's present form"
    CONSENT = "consent to the regions' exchange"
    CARE_GUARANTEE = "that the care guarantee has been told"
    TERMS = "the region's terms"
    GUARDIAN = "a guardian's number"
    SECOND_SIGNATURE = "the other guardian's signature"
    THOUGHT = "somebody to look at the check"
    ANSWER = "an answer from the region"


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """What is known so far. What was approved is not part of it: that is asked for again.

    `wish` None: somebody was opened and nothing is chosen yet. `siblings` are children who are listed along. `code` is
    on the return letter and leads the form back here; empty where nothing has been printed. `told` is a person's own
    word about what is lacking. Without anything lacking it goes after a day.
    """

    citizen: Citizen
    wish: Wish | None = None
    chooser: Chooser = field(default_factory=Chooser)
    evidence: Evidence | None = None
    siblings: tuple[PersonIdentity, ...] = ()
    lacks: tuple[Lack, ...] = ()
    code: str = ""
    told: str = ""

    def __repr__(self) -> str:
        return f"Draft(lacks={[lack.name for lack in self.lacks]})"
