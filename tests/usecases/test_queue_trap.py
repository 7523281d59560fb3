"""The queue trap: for every state that region and receptionist can be in, no order costs a queue place unasked.

A CreateListing without the queue means four things, one of them "leave it" (TKB-L 6.1). The real use case speaks over
mutual TLS to a model region, and every message is looked at.
"""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop.contracts.listings import CREATE_LISTING, GET_LISTING, Listings
from desktop.contracts.transport import Transport
from desktop.domain.listing import Doctor, Facility, Listing
from desktop.domain.outcome import Confirmed, Outcome, PictureChanged, Queued, Received, Refused, Unclear
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Intent
from desktop.journal.cases import State
from desktop.usecases.register import Registered, register
from tests.contracts.test_requests import schema_of
from tests.contracts.wire import SCHEMAS, Region
from tests.domain.samples import ADULT, DALARNA, EK, GAVLEBORG, HERE, LIND, THERE, TYPES, agreed, listed, order, reading
from tests.usecases.conftest import LIMITS, Journal, journal_in
from tests.usecases.model_region import ModelRegion, Place

CENTRES = {one.hsa_id.lower(): one for one in (HERE, THERE)}
BY_KEY = {one.key: one for one in TYPES}
DOCTORS = {one.hsa_id: one for one in (EK, LIND)}
MANY = settings().max_examples * 2


@dataclass(frozen=True)
class Scene:
    """What the receptionist saw, what the region holds and does, and what is asked for, by somebody at home where."""

    home: County
    saw: frozenset[Place]
    region: ModelRegion
    choice: Choice

    @property
    def withholds(self) -> bool:
        return self.region.disclosed is not None


places = st.builds(
    lambda centre, kind, in_queue, doctor: Place(centre, kind, in_queue, "" if in_queue else doctor),
    st.sampled_from(sorted(CENTRES)),
    st.sampled_from(sorted(BY_KEY)),
    st.booleans(),
    st.sampled_from(["", *sorted(DOCTORS)]),
)
# A citizen has one listing of a type, and one place at a centre for a type.
states = st.lists(
    places, max_size=4, unique_by=(lambda p: (p.hsa_id, p.type_key), lambda p: p if p.in_queue else p.type_key)
)
centre_sets = st.frozensets(st.sampled_from(sorted(CENTRES)))


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    intent, kind = draw(st.sampled_from(Intent)), draw(st.sampled_from(TYPES))
    described = draw(st.sampled_from([None, True, False]))
    centre = CENTRES[draw(st.sampled_from(sorted(CENTRES)))].model_copy(update={"has_queue": described})
    doctor: Doctor | None = None
    if intent is Intent.CHANGE_DOCTOR or (intent is Intent.LIST and draw(st.booleans())):
        doctor = draw(st.sampled_from([EK, LIND]))
    region = ModelRegion(
        held=set(draw(states)),
        disclosed=draw(st.none() | centre_sets),
        full=draw(centre_sets),
        ending=draw(st.sampled_from(["OK", "OK", "INFO", "refused", "hang up", "VP009"])),
    )
    if intent in (Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR) and draw(st.booleans()):
        needed = Place(centre.hsa_id.lower(), kind.key, intent is Intent.LEAVE_QUEUE)
        region.held = {one for one in region.held if one.type_key != kind.key} | {needed}
    saw = frozenset(draw(states)) if draw(st.integers(0, 3)) == 3 else frozenset(region.shown())
    return Scene(
        draw(st.sampled_from([DALARNA, GAVLEBORG])), saw, region, Choice(intent, DALARNA, centre, kind, doctor)
    )


class Desk:
    """The real use case on a loop and a transport that are kept, as the desk keeps them; a journal for each scene.

    (With one journal, an order like an earlier one that is not settled would wait for it.)
    """

    def __init__(self, region_context: ssl.SSLContext, desk_context: ssl.SSLContext, folder: Path) -> None:
        self.wire, self._runner = Region(region_context), asyncio.Runner()
        self._folder, self._scenes = folder, 0
        self._transport = self._runner.run(self._connect(desk_context))

    async def _connect(self, context: ssl.SSLContext) -> Transport:
        return Transport(self.wire.url, {}, context, LIMITS)

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        self._scenes += 1
        with journal_in(self._folder / f"{self._scenes}.sqlite3") as journal:
            yield journal

    def register(self, scene: Scene, journal: Journal) -> Registered:
        self.wire.script = scene.region.answer
        seen = reading(*(as_listing(one) for one in scene.saw), withholds=scene.withholds)
        agreement, citizen = agreed(withholds=scene.withholds), replace(ADULT, home_county=scene.home)
        work = register(Listings(self._transport), journal.book, agreement, (0.0,), order(scene.choice, citizen), seen)
        return self._runner.run(work)

    def close(self) -> None:
        self._runner.run(self._transport.close())
        self._runner.close()
        self.wire.close()


def as_listing(place: Place) -> Listing:
    facility = Facility(hsa_id=CENTRES[place.hsa_id].hsa_id)
    return listed(
        facility,
        listing_type=BY_KEY[place.type_key],
        in_queue=place.in_queue,
        doctor=DOCTORS.get(place.doctor),
    )


@pytest.fixture(scope="module")
def desk(
    region_context: ssl.SSLContext, desk_context: ssl.SSLContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    desk = Desk(region_context, desk_context, tmp_path_factory.mktemp("journals"))
    yield desk
    desk.close()


@pytest.mark.timeout(600)
@settings(max_examples=MANY)
@given(scene=scenes())
def test_no_order_costs_a_queue_place_unasked(desk: Desk, scene: Scene) -> None:
    chosen, before, shown = scene.choice, set(scene.region.held), scene.region.shown()
    with desk.journal() as journal:
        registered = desk.register(scene, journal)
        recorded_is_true(registered, journal)
    orders = scene.region.orders
    event(f"{chosen.intent.name}: {type(registered.outcome).__name__}")

    assert bool(orders) == (scene.saw == shown and may_be_sent(scene, shown))
    for message in scene.region.messages:
        assert_schema_valid(message)
    assert isinstance(registered.outcome, PictureChanged) == (not orders)
    assert len(orders) <= 1
    for sent in orders:
        assert sent.add_to_queue == ("true" if chosen.intent is Intent.JOIN_QUEUE else "false")
        assert (sent.home_county, sent.new_county) == (scene.home, DALARNA)
        assert (sent.hsa_id, sent.type_key) == (chosen.facility.hsa_id, chosen.listing_type.key)
        assert sent.doctor == (chosen.doctor.hsa_id if chosen.doctor else None)
    lost = {one for one in before if one.in_queue and not still_there(one, scene.region.held)}
    asked = {here(scene, in_queue=True)} if chosen.intent is Intent.LEAVE_QUEUE else set()
    assert lost <= asked
    outcome_is_true(registered.outcome, scene, before)


def assert_schema_valid(message: etree._Element) -> None:
    """Against the contract's own schema, where the schemas are beside the checkout."""
    if SCHEMAS.is_dir():
        contract = {"GetListing": GET_LISTING, "CreateListing": CREATE_LISTING}[etree.QName(message).localname]
        schema_of(contract).assertValid(etree.fromstring(etree.tostring(message)))


def may_be_sent(scene: Scene, shown: set[Place]) -> bool:
    """What the contract and our decisions allow, said apart from the code under test."""
    chosen = scene.choice
    at_centre = {one for one in shown if one.hsa_id == chosen.facility.hsa_id.lower()}
    of_type = {one for one in at_centre if one.type_key == chosen.listing_type.key}
    listed_there = next((one for one in of_type if not one.in_queue), None)
    match chosen.intent:
        case Intent.LIST:
            known_free = not scene.withholds and not any(one.in_queue for one in at_centre)
            return listed_there is None and known_free
        case Intent.JOIN_QUEUE:
            return not of_type
        case Intent.LEAVE_QUEUE:
            return any(one.in_queue for one in of_type)
        case Intent.CHANGE_DOCTOR:
            other_doctor = listed_there is not None and listed_there.doctor != chosen.doctor.hsa_id
            return other_doctor and not any(one.in_queue for one in at_centre)


def here(scene: Scene, *, in_queue: bool, doctor: str = "") -> Place:
    return Place(scene.choice.facility.hsa_id.lower(), scene.choice.listing_type.key, in_queue, doctor)


def still_there(place: Place, held: set[Place]) -> bool:
    """A queue place is kept, or has become the listing that it stood for."""
    assigned = {Place(place.hsa_id, place.type_key, False, doctor) for doctor in ("", *DOCTORS)}
    return place in held or bool(assigned & held)


def outcome_is_true(outcome: Outcome, scene: Scene, before: set[Place]) -> None:
    """What the desk says is what the region holds."""
    held, chosen = scene.region.held, scene.choice
    match outcome:
        case PictureChanged(fresh=fresh):
            assert fresh.shape == reading(*(as_listing(one) for one in scene.region.shown())).shape
            assert held == before
        case Confirmed(shown=None):
            assert chosen.intent is Intent.LEAVE_QUEUE
            assert here(scene, in_queue=True) not in held
        case Confirmed(shown=shown):
            assert here(scene, in_queue=False, doctor=shown.doctor.hsa_id if shown.doctor else "") in held
        case Queued():
            assert here(scene, in_queue=True) in held
        case Refused():
            assert held == before
        case Received(reply=reply):
            assert reply.is_done
        case Unclear():
            assert scene.region.ending in ("hang up", "VP009")
        case _:
            raise AssertionError(outcome)


def recorded_is_true(registered: Registered, journal: Journal) -> None:
    match registered.outcome:
        case PictureChanged():
            assert registered.case_number == ""
            return
        case Confirmed() | Queued():
            state = State.CONFIRMED
        case Received():
            state = State.RECEIVED
        case Refused():
            state = State.REFUSED
        case _:
            state = State.UNCLEAR
    assert registered.recorded
    assert journal.cases.find(registered.case_number).state is state
