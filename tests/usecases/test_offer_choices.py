"""What a region offers: shown at once as it is kept, asked about once a day, and never lost while it is silent."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.contracts.catalogue import Catalogue
from desktop.directory.catalogue_file import CatalogueFiles
from desktop.directory.centre_file import read_directory
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.problems import Kind, Problem
from desktop.domain.regions import County
from desktop.runtime.clock import now
from desktop.usecases.catalogue_book import MAY_BE_OUTDATED, CatalogueBook, pick_due, pick_pause
from desktop.usecases.find_citizen import find_citizen
from desktop.usecases.offer_choices import Offer, offer_choices
from tests.domain.samples import DALARNA, agreed
from tests.region import Region
from tests.usecases.conftest import Contracts

At = Callable[[Callable[[Contracts], Any]], Any]
TYPES, FACILITIES = "GetListingTypes", "GetAvailableHealthcareFacilities"


@dataclass
class Desk:
    """A desk's books in one folder, and its clock, which a test may move."""

    at: At
    region: Region
    folder: Path
    later: timedelta = field(default=timedelta())

    def book(self, catalogue: Catalogue) -> CatalogueBook:
        files = CatalogueFiles(self.folder, self.region.practice.platform().base_url)
        directory = read_directory(Path(self.region.practice.ready()["directory"]))
        return CatalogueBook(catalogue, files, directory, lambda: now() + self.later)

    def asks(
        self, citizen: Citizen | None = None, again: bool = False, county: County = DALARNA, **terms: Any
    ) -> list[Offer | Problem]:
        """Everything that a desk started anew is told, in order."""

        async def work(contracts: Contracts) -> list[Offer | Problem]:
            book = self.book(contracts.catalogue)
            return [
                one async for one in offer_choices(contracts.catalogue, book, agreed(county, **terms), citizen, again)
            ]

        return self.at(work)

    def citizen(self, key: str) -> Citizen:
        number = self.region.number(key)
        return self.at(lambda contracts: find_citizen(contracts.register, PersonIdentity(number)))

    def calls(self) -> list[str]:
        """The catalogue's calls since the last look."""
        log = [call["contract"] for call in self.region.log() if call["contract"] in (TYPES, FACILITIES)]
        fresh, self._seen = log[self._seen :], len(log)
        return sorted(fresh)

    _seen: int = 0


@pytest.fixture
def desk(at: At, region: Region, tmp_path: Path) -> Desk:
    return Desk(at, region, tmp_path / "catalogue")


def silence(region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "contract": name} for name in (TYPES, FACILITIES)]})


def test_the_first_time_the_region_is_asked(desk: Desk) -> None:
    (offer,) = desk.asks()
    assert len(offer.index.centres) > 10
    assert (offer.for_citizen, offer.is_old, offer.problem) == (True, False, None)
    assert desk.calls() == [FACILITIES, TYPES]
    tallbacken = next(one for one in offer.index.centres if one.facility.hsa_id == "SE9900000020-1001")
    assert tallbacken.entry is not None
    assert tallbacken.entry.town == "Falun"


def test_within_the_day_nobody_is_asked_again(desk: Desk) -> None:
    desk.asks()
    desk.calls()
    desk.later = MAY_BE_OUTDATED * 0.79
    (offer,) = desk.asks()
    assert (len(offer.index.centres) > 10, offer.is_old) == (True, False)
    assert desk.calls() == []


def test_a_citizens_types_are_asked_each_time_while_the_list_is_shown(desk: Desk) -> None:
    desk.asks()
    desk.calls()
    shown, answered = desk.asks(desk.citizen("child"))
    assert (shown.for_citizen, answered.for_citizen) == (False, True)
    assert shown.index.centres == answered.index.centres
    assert desk.calls() == [TYPES]


def test_a_region_that_must_not_hear_of_somebody_is_not_asked_what_they_may_have(desk: Desk) -> None:
    """The question carries the number and the home county (IS-L 2); what everybody may have is still shown."""
    (offer,) = desk.asks(desk.citizen("protected-marked"), handles_protected=False)
    assert (offer.for_citizen, offer.problem, len(offer.index.centres) > 10) == (False, None, True)
    asked = [call["body"] for call in desk.region.log() if call["contract"] == TYPES]
    assert len(asked) == 1
    assert "personId" not in asked[0]


def test_after_a_day_the_old_list_is_shown_until_the_region_has_answered(desk: Desk) -> None:
    (first,) = desk.asks()
    desk.calls()
    desk.later = MAY_BE_OUTDATED + timedelta(minutes=1)
    shown, answered = desk.asks()
    assert (shown.fetched_at, shown.is_old) == (first.fetched_at, True)
    assert (answered.fetched_at > first.fetched_at, answered.is_old) == (True, False)
    assert desk.calls() == [FACILITIES, TYPES]


def test_a_key_asks_although_the_list_is_fresh(desk: Desk) -> None:
    desk.asks()
    desk.calls()
    shown, answered = desk.asks(again=True)
    assert answered.fetched_at > shown.fetched_at
    assert desk.calls() == [FACILITIES, TYPES]


def test_a_silent_region_leaves_the_list_that_is_kept_with_the_reason(desk: Desk, region: Region) -> None:
    (first,) = desk.asks()
    silence(region)
    shown, answered = desk.asks(again=True)
    assert shown.problem is None
    assert (answered.problem.kind, answered.problem.county) == (Kind.REGION_UNREACHABLE, DALARNA)
    assert (answered.fetched_at, answered.index.centres) == (first.fetched_at, shown.index.centres)


def test_a_silent_region_that_was_never_asked_is_a_problem(desk: Desk, region: Region) -> None:
    silence(region)
    (problem,) = desk.asks()
    assert problem.kind is Kind.REGION_UNREACHABLE
    assert not desk.folder.exists()


def test_without_the_citizens_types_the_list_has_everybodys_and_says_so(desk: Desk, region: Region) -> None:
    citizen = desk.citizen("child")
    desk.asks()
    region.control("/faults", {"set": [{"name": "down", "contract": TYPES}]})
    _, answered = desk.asks(citizen)
    assert (answered.for_citizen, answered.problem.kind) == (False, Kind.REGION_UNREACHABLE)
    assert answered.listing_types


def test_two_who_ask_at_once_wait_for_the_same_answer(desk: Desk, at: At) -> None:
    async def work(contracts: Contracts) -> list[Any]:
        book = desk.book(contracts.catalogue)
        return await asyncio.gather(book.fetch(DALARNA), book.fetch(DALARNA))

    one, other = at(work)
    assert one is other
    assert desk.calls() == [FACILITIES, TYPES]


def test_what_is_due_is_fetched_while_nobody_asks_and_nothing_else(desk: Desk, at: At) -> None:
    (first,) = desk.asks()
    desk.calls()
    desk.later = MAY_BE_OUTDATED

    async def work(contracts: Contracts) -> Any:
        book = desk.book(contracts.catalogue)
        looking = asyncio.create_task(book.keep_fresh((DALARNA, County("03")), lambda: 0.01))
        while (kept := await book.kept(DALARNA)) is None or kept.kept.fetched_at == first.fetched_at:
            await asyncio.sleep(0.01)
        looking.cancel()
        return kept, await book.kept(County("03"))

    fetched, never_asked = at(work)
    assert len(fetched.index.centres) > 10
    assert never_asked is None
    assert desk.calls() == [FACILITIES, TYPES]


def test_desks_that_start_together_drift_apart_within_the_day() -> None:
    at = now()
    dues = {pick_due(at) for _ in range(50)}
    assert len(dues) > 40
    assert all(at + MAY_BE_OUTDATED * 0.8 <= due <= at + MAY_BE_OUTDATED for due in dues)


def test_what_the_desk_fetches_by_itself_keeps_the_contracts_five_minutes_after_a_fault() -> None:
    pauses = [pick_pause() for _ in range(500)]
    assert min(pauses) >= 300
    assert len(set(pauses)) > 400, "desks that start together drift apart"


def test_a_silent_region_is_asked_once_in_each_look(desk: Desk, at: At, region: Region) -> None:
    """The pause between two looks is the floor: nothing else repeats the question."""
    desk.asks()
    desk.later = timedelta(days=2)
    region.control("/faults", {"set": [{"name": "down", "region": DALARNA}]})
    before, pauses = len(region.log()), []

    async def work(contracts: Contracts) -> None:
        book = desk.book(contracts.catalogue)
        looking = asyncio.create_task(book.keep_fresh((DALARNA,), lambda: pauses.append(1) or 0.01))
        while len(pauses) < 4:
            await asyncio.sleep(0.01)
        looking.cancel()

    at(work)
    asked = [call["contract"] for call in region.log()[before:]]
    assert asked.count(FACILITIES) == 3
