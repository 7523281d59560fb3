"""The 21 regions, their listing types, and in what each of them is documented to differ from the others."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from desktop.practice.shapes import CV
from desktop.practice.vocabulary import EXAMPLE_ARC, LISTING_TYPE

NOT_CONNECTED: Final = "09"
"""The region that has no route: every call gives VP004."""


def resources() -> Path:
    """The folder with the data files, in a checkout or in an installed wheel."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


@dataclass(frozen=True, slots=True)
class ListingType:
    """A code that one region uses for a kind of care; `care` is what listings replace each other within.

    `least_age` and `most_age` are whole years (ERROR_AGE_LIMIT outside).
    """

    care: str
    code: CV
    least_age: int = 0
    most_age: int = 200


PRIMARY: Final = ListingType("primary", CV("PV", LISTING_TYPE, "Primärvårdslistning"))


@dataclass(frozen=True, slots=True)
class Region:
    """One region's documented behaviour; the defaults are those of a region that does everything plainly."""

    code: str
    name: str
    changes_a_year: int = 2
    age_of_choice: int = 16
    shows_after_seconds: int = 0
    announces_after_seconds: int | None = None
    """None: asks the home region first; otherwise says OK and asks so many seconds later (IS-L flow 11b)."""
    drops_queues_on_listing: bool = False
    has_personnel: bool = True
    withholds_from_caregivers: bool = False
    agreed_actors: frozenset[str] | None = None
    """HSA-ids of the organisations that may read; None: all."""
    registering_organisations: frozenset[str] = frozenset()
    """HSA-ids of the organisations that may register by agreement, beside citizens and guardians."""
    lists_without_home: bool = False
    """Takes those to whom the register gives no home county as its own residents."""
    handles_protected: bool = False
    reports_schema_errors: bool = False
    """A broken request gives ERROR with the schema report instead of a SOAP fault."""
    tells_queue: bool = True
    lower_case_ids: bool = False
    zoned_times: bool = False
    types: tuple[ListingType, ...] = (PRIMARY,)
    note: str = ""
    """What is documented as special, for --places and GET /places."""

    @property
    def organisation(self) -> str:
        """HSA-id of the region's own care organisation."""
        return f"SE99000000{self.code}-1000"

    @property
    def system(self) -> str:
        """HSA-id of the region's listing system, the caller of UpdateListing."""
        return f"SE99000000{self.code}-LISTNING"


_YOUTH = ListingType("youth", CV("UM", f"{EXAMPLE_ARC}.0", "Ungdomsmottagning"), 13, 22)
YOUTH_AGREEMENT: Final = frozenset({"20", "21", "23"})
"""The regions that have agreed on the interregional type for youth clinics."""


def _own(county: str, code: str, name: str) -> CV:
    return CV(code, f"{EXAMPLE_ARC}.{county}", name)


_EXCEPTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "01": {
        "note": "Refuses reading by organisations that it has not agreed with; a new listing drops other queue places.",
        "agreed_actors": frozenset({"SE9900000001-1000"}),
        "drops_queues_on_listing": True,
    },
    "03": {"note": "Does not offer GetAvailableHealthcarePersonnel (VP004).", "has_personnel": False},
    "05": {
        "note": "Three changes a year; answers a request that breaks the schema with ERROR and the report.",
        "changes_a_year": 3,
        "reports_schema_errors": True,
    },
    "07": {"note": "Gives neither queue position, length nor wait.", "tells_queue": False},
    "09": {"note": "Not connected (VP004)."},
    "12": {
        "note": "A code of its own (PVS) for primary care towards its residents.",
        "types": (ListingType("primary", _own("12", "PVS", "Listning på husläkarmottagning")),),
    },
    "13": {"note": "Writes HSA-ids in lower case.", "lower_case_ids": True},
    "14": {
        "note": "Withholds listings from caregivers with whom the citizen is not listed: OK and empty.",
        "withholds_from_caregivers": True,
    },
    "20": {
        "note": "The desk's own: handles protected identities; has types for dental, child and youth care.",
        "handles_protected": True,
        "types": (
            PRIMARY,
            ListingType("dental", _own("20", "TV", "Tandvårdslistning")),
            ListingType("child", _own("20", "BVC", "Barnavårdscentral"), 0, 5),
            _YOUTH,
        ),
    },
    "21": {
        "note": "A new listing drops the citizen's other queue places in the region.",
        "drops_queues_on_listing": True,
        "types": (PRIMARY, _YOUTH),
    },
    "22": {"note": "Writes times with a zone.", "zoned_times": True},
    "23": {
        "note": "Choosing for oneself from 18; lets the desk's organisation register by agreement, and takes those who "
        "have no home county.",
        "age_of_choice": 18,
        "lists_without_home": True,
        "registering_organisations": frozenset({"SE9900000020-1000"}),
        "types": (PRIMARY, _YOUTH),
    },
    "24": {"note": "Shows what is registered only after five minutes.", "shows_after_seconds": 300},
    "25": {
        "note": "Says OK at once and asks the home region two minutes later, which may refuse.",
        "announces_after_seconds": 120,
    },
}


@cache
def all_regions() -> dict[str, Region]:
    """Every region by its two-digit county code."""
    with (resources() / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    plain = [Region(row["county_code"], row["region"]) for row in rows]
    return {region.code: replace(region, **_EXCEPTIONS.get(region.code, {})) for region in plain}


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality; the first two digits of its code are the county's."""

    code: str
    name: str


@cache
def all_municipalities() -> tuple[Municipality, ...]:
    """The 290 municipalities in the order of their codes."""
    with (resources() / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Municipality(row["code"], row["name"]) for row in csv.DictReader(file))


def types_for(region: Region, home: str | None, age: int | None) -> list[ListingType]:
    """What a region offers: all without a citizen, else those for the citizen's home county and age (IS-L 5.4.1)."""
    if home is None:
        return list(region.types) if PRIMARY in region.types else [PRIMARY, *region.types]
    fitting: Iterable[ListingType] = region.types
    if home != region.code:
        shared = YOUTH_AGREEMENT if home in YOUTH_AGREEMENT else frozenset()
        fitting = (PRIMARY, *((_YOUTH,) if region.code in shared else ()))
    return [kind for kind in fitting if age is None or kind.least_age <= age <= kind.most_age]


def find_type(region: Region, code: CV) -> ListingType | None:
    """The type that a code means in a region; code and code system decide, never the display name."""
    known = (*region.types, PRIMARY)
    wanted = (code.code, code.code_system.strip())
    return next((kind for kind in known if (kind.code.code, kind.code.code_system) == wanted), None)


def type_of(region: Region, care: str, at_home: bool) -> ListingType:
    """The code that a region shows for a listing; its own code for primary care only towards its residents."""
    if care == "primary" and not at_home:
        return PRIMARY
    return next(kind for kind in region.types if kind.care == care)
