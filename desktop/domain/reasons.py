"""What a check before registering can find: levels, reasons and losses. `verdict.py` decides which of them hold."""

from __future__ import annotations

from enum import Enum, IntEnum


class Level(IntEnum):
    """How far a registration is from possible; a verdict has the highest of its reasons."""

    CLEAR = 0
    UNCERTAIN = 1
    NEEDS = 2
    NOT_POSSIBLE = 3


class Why(Enum):
    """A reason, with its level. Sentences and remedies stand in `texts/verdicts.py`."""

    FULL_WITH_QUEUE = ("full with queue", Level.UNCERTAIN)
    NO_QUEUE_STATED = ("the region states no queue there to join", Level.UNCERTAIN)
    NO_CHANGES_STATED = ("the region states no changes left", Level.UNCERTAIN)
    LISTINGS_WITHHELD = ("the region does not show all listings to us", Level.UNCERTAIN)
    HOME_NOT_READ = ("the home region has not answered", Level.UNCERTAIN)
    HOME_NOT_ASKED = ("the home region cannot be asked from here", Level.UNCERTAIN)
    REGION_NOT_READ = ("another region of the overview has not answered", Level.UNCERTAIN)
    REGION_NOT_ASKED = ("another region of the overview cannot be asked from here", Level.UNCERTAIN)
    HOME_PENDING = ("the home region is still being asked", Level.NEEDS)
    REGION_PENDING = ("another region is still being asked", Level.NEEDS)
    GUARDIAN_NOT_LOOKED_UP = ("the person register did not answer about the guardian", Level.UNCERTAIN)
    GUARDIAN_NOT_RECORDED = ("the person register records other guardians", Level.UNCERTAIN)
    GUARDIAN_PENDING = ("the guardian is still being looked up", Level.NEEDS)
    GUARDIAN_NEEDED = ("a guardian chooses", Level.NEEDS)
    GUARDIAN_NOT_ALLOWED = ("an adult chooses alone", Level.NOT_POSSIBLE)
    GUARDIAN_IS_CITIZEN = ("the guardian's number is the citizen's own", Level.NEEDS)
    GUARDIAN_UNKNOWN = ("the person register has nobody under the guardian's number", Level.NEEDS)
    GUARDIAN_DECEASED = ("the guardian is deceased", Level.NOT_POSSIBLE)
    REPRESENTATIVE_NOT_AGREED = ("nothing agreed with the region about other representatives", Level.NOT_POSSIBLE)
    REPRESENTATIVE_UNSTATED = ("the representative's name or basis is missing", Level.NEEDS)
    REPRESENTATIVE_IS_CITIZEN = ("the representative's number is the citizen's own", Level.NEEDS)
    FORM_VERSION = ("the region does not take this version of the form", Level.NEEDS)
    DECEASED = ("deceased", Level.NOT_POSSIBLE)
    EMIGRATED = ("emigrated", Level.NOT_POSSIBLE)
    DEREGISTERED = ("deregistered", Level.NOT_POSSIBLE)
    TEST_PERSON = ("a test person in production", Level.NOT_POSSIBLE)
    PROTECTED_NOT_HANDLED = ("the region is not agreed for protected persons", Level.NOT_POSSIBLE)
    NO_HOME_COUNTY = ("no home county: form only", Level.NOT_POSSIBLE)
    NOT_CONNECTED = ("the region is not connected", Level.NOT_POSSIBLE)
    HOME_NOT_CONNECTED = ("the home region is not connected", Level.NOT_POSSIBLE)
    NOT_AGREED = ("nothing agreed with the region for this evidence", Level.NOT_POSSIBLE)
    TYPE_NOT_OFFERED = ("the care centre does not take this type", Level.NOT_POSSIBLE)
    TYPE_NOT_FOR_CITIZEN = ("the region does not offer this citizen this type", Level.NOT_POSSIBLE)
    DOCTOR_NOT_OFFERED = ("the care centre offers no choice of doctor", Level.NOT_POSSIBLE)
    ALREADY_LISTED = ("already listed there", Level.NOT_POSSIBLE)
    SAME_DOCTOR = ("the doctor is already chosen", Level.NOT_POSSIBLE)
    NOT_LISTED_THERE = ("no listing there to choose a doctor for", Level.NOT_POSSIBLE)
    ALREADY_QUEUING = ("already in that queue", Level.NOT_POSSIBLE)
    NO_QUEUE_PLACE = ("no queue place there to leave", Level.NOT_POSSIBLE)
    WOULD_LEAVE_QUEUE = ("in the queue there: a plain call would lose the place", Level.NOT_POSSIBLE)
    QUEUE_UNKNOWN = ("not known whether in the queue there", Level.NOT_POSSIBLE)
    NOT_READ = ("the region has not answered", Level.NOT_POSSIBLE)
    NOT_ASKED = ("the region cannot be asked from here", Level.NOT_POSSIBLE)

    def __init__(self, _: str, level: Level) -> None:
        self.level = level


class Loss(Enum):
    """What the citizen would lose or risk, each a line of its own."""

    LEAVES_LISTING = "leaves the present listing"
    MAY_COUNT_AS_CHANGE = "may count as a change"
    MAY_LIST_AT_ONCE = "is listed at once if there is room when the region answers"
    QUEUE_PLACE_MAY_GO = "queue places elsewhere may be lost"
    QUEUE_PLACE_GOES = "the queue place is given up"
    CARE_GUARANTEE = "the care guarantee's time limits do not apply in another region"
