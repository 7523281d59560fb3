"""A pile of forms against the practice region: what goes through, what is set aside, outages, and the time it takes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from desktop.counter import Counter
from desktop.domain.case import State
from desktop.domain.draft import Draft, Lack
from desktop.domain.identity import PersonIdentity
from desktop.domain.pile import PaperForm, Pile, PileTerms, Stage
from desktop.domain.problems import Kind
from desktop.domain.registration import Consent, IdentityCheck
from desktop.domain.staff import acting
from desktop.runtime.language import Language
from desktop.settings.profile import Confirming
from desktop.texts.pile import stage
from desktop.training import PracticeRegion
from desktop.usecases.form_pile import FormPile
from tests.disk import fill
from tests.faults.doomed_desk import BERIT, Workplace, wish_for
from tests.region import Region
from tests.world import people_of

TALLBACKEN = "SE9900000020-1001"
SIGNED = date(2026, 11, 2)
TERMS = PileTerms(
    wish_for(TALLBACKEN),
    "Tallbackens vårdcentral",
    "Berit",
    date(2026, 11, 20),
    IdentityCheck.ID_CARD,
    "2026-1",
    frozenset({Consent.REGIONS_EXCHANGE, Consent.CARE_GUARANTEE_TOLD}),
)
Work = Callable[[Counter, FormPile], Awaitable[None]]
AtPile = Callable[..., None]


@pytest.fixture
def at_pile(region: Region, tmp_path: Path) -> AtPile:
    """``at_pile(work, parallel=3, floor=0.05)`` is ``await work(counter, pile)``."""

    def run(
        work: Work,
        parallel: int = 3,
        floor: float = 60,
        calls_per_second: float | None = None,
        where: Region = region,
        folder: Path = tmp_path,
    ) -> None:
        practice = where.practice
        profile = practice.profile()
        desk = profile.desk.model_copy(update={"parallel_forms": parallel})
        confirming = Confirming(after_ok=(0.1,), after_fault=(floor,))
        profile = profile.model_copy(update={"desk": desk, "confirming": confirming})
        platform = practice.platform().model_copy(update={"calls_per_second": calls_per_second})
        place = Workplace(profile, platform, practice.folder / "secrets", folder, TERMS.wish)

        async def open_and_close() -> None:
            acting.set(BERIT)
            counter = place.counter()
            await counter.open()
            await work(counter, await counter.open_pile(TERMS))
            await counter.close()

        asyncio.run(open_and_close())

    return run


async def go_through(pile: FormPile, numbers: list[str], *, until: Callable[[Pile], bool] | None = None) -> Pile:
    """Scan everybody, approve each as soon as a name is shown, and wait for the end (or until it looks like this)."""
    for place, number in enumerate(numbers, start=1):
        await pile.take(PaperForm(place, PersonIdentity(number)))
    return await watch(pile, Pile(TERMS), len(numbers), until)


async def watch(pile: FormPile, seen: Pile, size: int, until: Callable[[Pile], bool] | None = None) -> Pile:
    forms = {form.place: form for form in seen.forms}
    async for form in pile.changes():
        forms[form.place] = form
        if form.stage is Stage.TO_APPROVE:
            await pile.approve(form.place, SIGNED)
        seen = Pile(TERMS, tuple(forms[place] for place in sorted(forms)))
        if until is not None and until(seen):
            return seen
        if len(forms) == size and seen.is_through:
            return seen
    raise AssertionError("the changes ended")


def registrations(region: Region) -> list[str]:
    return [call["body"] for call in region.log() if call["contract"] == "CreateListing"]


def test_forms_go_through_and_what_needs_thought_is_set_aside(at_pile: AtPile, region: Region) -> None:
    adults = people_of(region)[:5]
    keys = ("in-queue", "consent-child", "deceased", "actor-refused")
    thought = [region.number(key) for key in keys]

    async def work(counter: Counter, pile: FormPile) -> None:
        done = await go_through(pile, [*adults[:3], *thought, *adults[3:]])
        aside = {form.place for form in done.forms if form.stage is Stage.SET_ASIDE}
        assert aside == set(range(4, 4 + len(thought)))
        assert done.count(Stage.REGISTERED) == 5
        cases = {case.number: case for case in await counter.cases() or ()}
        for form in done.forms:
            case = cases[form.number]
            assert case.state is (State.COMPLETE if form.place in aside else State.CONFIRMED)
            assert not isinstance(case.about, Draft) or case.about.evidence is not None

    at_pile(work)
    assert len(registrations(region)) == 5


def test_what_does_not_answer_is_asked_again_and_stops_nothing(at_pile: AtPile, region: Region) -> None:
    adults = people_of(region)[:6]
    region.control(
        "/faults",
        {
            "set": [
                {"name": "down", "contract": "GetPersonsForProfile", "times": 2},
                {"name": "down", "contract": "GetListing", "times": 2},
            ]
        },
    )

    async def work(_: Counter, pile: FormPile) -> None:
        done = await go_through(pile, adults)
        assert done.count(Stage.REGISTERED) == 6

    at_pile(work, floor=0.1)
    assert len(registrations(region)) == 6


def test_a_person_may_ask_again_before_the_floor(at_pile: AtPile, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile"}]})

    async def work(_: Counter, pile: FormPile) -> None:
        waiting = await go_through(pile, people_of(region)[:1], until=lambda seen: seen.count(Stage.WAITING) == 1)
        region.control("/faults", {"clear": True})
        await pile.ask_again()
        done = await watch(pile, waiting, 1)
        assert done.count(Stage.REGISTERED) == 1

    at_pile(work, floor=600)


def test_an_unclear_one_is_a_case_and_is_not_sent_again(at_pile: AtPile, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "timeout", "seconds": 0, "contract": "CreateListing", "times": 1}]})

    async def work(counter: Counter, pile: FormPile) -> None:
        done = await go_through(pile, people_of(region)[:3])
        assert (done.count(Stage.UNCLEAR), done.count(Stage.REGISTERED)) == (1, 2)
        cases = await counter.cases() or ()
        assert sum(case.state is State.UNCLEAR for case in cases) == 1

    at_pile(work)
    assert len(registrations(region)) == 3


def test_what_is_left_when_the_pile_is_finished_is_set_aside(at_pile: AtPile, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile"}]})
    (person,) = people_of(region)[:1]

    async def work(counter: Counter, pile: FormPile) -> None:
        await go_through(pile, [person], until=lambda seen: seen.count(Stage.WAITING) == 1)
        await pile.finish()
        (case,) = await counter.cases() or ()
        assert case.state is State.COMPLETE
        assert isinstance(case.about, Draft)
        assert (case.about.lacks, case.citizen.identity.number) == ((Lack.ANSWER,), person)

    at_pile(work, floor=600)
    assert registrations(region) == []


def test_one_form_is_one_case_however_often_it_is_asked_about(at_pile: AtPile, region: Region) -> None:
    region.control(
        "/faults",
        {
            "set": [
                {"name": "down", "contract": "GetPersonsForProfile", "times": 1},
                {"name": "vp", "code": "VP007", "contract": "CreateListing"},
            ]
        },
    )

    async def work(counter: Counter, pile: FormPile) -> None:
        done = await go_through(pile, people_of(region)[:1])
        (case,) = await counter.cases() or ()
        assert (case.state, case.number) == (State.COMPLETE, done.forms[0].number)

    at_pile(work, floor=0.05)


def test_while_it_is_in_the_pile_a_form_is_listed_nowhere_else(at_pile: AtPile, region: Region) -> None:
    async def work(counter: Counter, pile: FormPile) -> None:
        await pile.take(PaperForm(1, PersonIdentity(people_of(region)[0])))
        cases_of = partial(counter.cases_of, PersonIdentity(people_of(region)[0]))
        while not [case.state for case in await cases_of()]:
            await asyncio.sleep(0.01)
        assert [case.state for case in await cases_of()] == [State.DRAFT]
        assert (await counter.cases(), await counter.drafts()) == ((), ())
        await pile.end()
        assert [case.state for case in await counter.cases() or ()] == [State.COMPLETE]

    at_pile(work)


@pytest.mark.parametrize(("keeps", "kept"), [(False, []), (True, [State.COMPLETE])], ids=["lock", "a person"])
def test_of_somebody_protected_nothing_is_kept_unless_a_person_ends_the_pile(
    at_pile: AtPile, region: Region, keeps: bool, kept: list[State]
) -> None:
    async def work(counter: Counter, pile: FormPile) -> None:
        await pile.take(PaperForm(1, PersonIdentity(region.number("protected-marked"))))
        async for form in pile.changes():
            if form.stage is Stage.TO_APPROVE:
                break
        assert await pile.end(keeps_protected=keeps) == (0 if keeps else 1)
        assert [case.state for case in await counter.cases() or ()] == kept
        assert await counter.cases_of(PersonIdentity(region.number("protected-marked"))) == await counter.cases()

    at_pile(work)


def test_who_turns_out_protected_after_an_outage_is_let_go_of(at_pile: AtPile, region: Region) -> None:
    region.control("/faults", {"set": [{"name": "down", "contract": "GetPersonsForProfile", "times": 1}]})
    person = PersonIdentity(region.number("protected-marked"))

    async def work(counter: Counter, pile: FormPile) -> None:
        await pile.take(PaperForm(1, person))
        async for form in pile.changes():
            if form.stage is Stage.TO_APPROVE:
                break
        assert await pile.end(keeps_protected=False) == 1
        assert await counter.cases_of(person) == ()

    at_pile(work, floor=0.05)


def test_on_a_full_disk_nothing_more_is_sent_and_what_was_sent_is_a_case(
    at_pile: AtPile, region: Region, small_disk: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    folder, adults = small_disk("4m"), people_of(region)[:5]

    async def fill_while_the_third_is_sent(counter: Counter, pile: FormPile) -> None:
        done = await go_through(pile, adults[:2])
        region.control("/faults", {"set": [{"name": "delay", "seconds": 1, "contract": "CreateListing", "times": 1}]})
        await pile.take(PaperForm(3, PersonIdentity(adults[2])))
        watching = asyncio.create_task(watch(pile, done, len(adults)))
        while State.SENDING not in {case.state for case in await counter.cases() or ()}:
            await asyncio.sleep(0.01)
        fill(folder / "full")
        for place in (4, 5):
            await pile.take(PaperForm(place, PersonIdentity(adults[place - 1])))
        *sent, fourth, fifth = (await watching).forms
        assert [form.is_unwritten for form in sent] == [False, False, True]
        assert "Svaret gick inte att spara på den här datorn" in stage(Language("sv"), sent[2])
        assert [form.stage for form in sent] == [Stage.REGISTERED] * 3
        for form in (fourth, fifth):
            assert form.problem is not None
            assert (form.stage, form.problem.kind, form.number) == (Stage.SET_ASIDE, Kind.NOT_RECORDED, "")
            assert "Inget ärende gick att spara: behåll blanketten." in stage(Language("sv"), form)
        states = {case.citizen.identity.number: case.state for case in await counter.cases() or ()}
        assert states == {**dict.fromkeys(adults[:2], State.CONFIRMED), adults[2]: State.SENDING}

    async def settle(counter: Counter, _: FormPile) -> None:
        for case in await counter.cases() or ():
            if case.state.is_open:
                await counter.check_case(case)
        cases = await counter.cases() or ()
        assert {case.citizen.identity.number for case in cases if case.state is State.CONFIRMED} == set(adults[:3])

    at_pile(fill_while_the_third_is_sent, folder=folder)
    assert all("audit trail" in record.getMessage() for record in caplog.records if record.levelname == "WARNING")
    caplog.clear()
    (folder / "full").unlink()
    at_pile(settle, folder=folder)
    assert len(registrations(region)) == 3


def test_the_regions_calls_per_second_are_kept(at_pile: AtPile, region: Region) -> None:
    began = time.monotonic()

    async def work(_: Counter, pile: FormPile) -> None:
        done = await go_through(pile, people_of(region)[:2])
        assert done.count(Stage.REGISTERED) == 2

    at_pile(work, parallel=8, calls_per_second=8)
    to_region = sum(call["address"] == "20" for call in region.log())
    assert time.monotonic() - began >= (to_region - 1) // 8


FORMS, FORMS_LONG, ADDED = 12, 500, 0.2


@pytest.fixture
def peopled(region: Region, tmp_path: Path, pytestconfig: pytest.Config) -> Iterator[Region]:
    """The small region has people for a dozen forms; the long run has a whole one of its own."""
    if not pytestconfig.getoption("--long"):
        yield region
        return
    practice = PracticeRegion(tmp_path / "whole")
    whole = Region(practice)
    yield whole
    whole.close()
    practice.stop()


@pytest.mark.timeout(900)
def test_a_pile_takes_no_longer_than_its_calls_side_by_side(
    at_pile: AtPile, peopled: Region, pytestconfig: pytest.Config, caplog: pytest.LogCaptureFixture
) -> None:
    """1.2 x forms x calls x the time of a call / parallelism, with 0.2 s added to each call."""
    people = people_of(peopled)[: FORMS_LONG if pytestconfig.getoption("--long") else FORMS]
    peopled.control("/free-places", {"facility": TALLBACKEN, "places": 1000})
    peopled.control("/faults", {"set": [{"name": "delay", "seconds": ADDED}]})
    spent: list[float] = []

    async def work(_: Counter, pile: FormPile) -> None:
        began = time.monotonic()
        done = await go_through(pile, people)
        spent.append(time.monotonic() - began)
        assert done.count(Stage.REGISTERED) > len(people) * 0.7

    at_pile(work, parallel=4, where=peopled)
    made = [call["number"] for call in peopled.log()]
    calls = max(made) / len(people)
    print(f"{len(people)} forms, {calls:.1f} calls each: {spent[0]:.1f} s")
    assert spent[0] <= 1.2 * len(people) * calls * ADDED / 4
    loud = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert all("has a zone" in message for message in loud)  # One of the practice regions writes its dates so.
    caplog.clear()
