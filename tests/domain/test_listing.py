"""What a region's answer proves: three-valued queues, what must not have changed, and the overview that fills."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.citizen import PersonName, Protection
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Facility, Listing, ListingType, Overview, Pending, QueueState, RegionListings
from desktop.domain.problems import CallError, Effect, Kind, Problem
from desktop.domain.regions import REGION_NAMES, County, region_name
from tests.domain.samples import (
    ADULT,
    AWAY,
    CHILD_CARE,
    DALARNA,
    EK,
    GAVLEBORG,
    HERE,
    LIND,
    PRIMARY,
    SKANE,
    THERE,
    TODAY,
    listed,
    queued,
    reading,
)

FAILED = Problem(Kind.NO_ANSWER, Effect.NOTHING_SENT)


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        (reading(), QueueState.NOT_QUEUING),
        (reading(withholds=True), QueueState.UNKNOWN),
        (reading(queued()), QueueState.QUEUING),
        (reading(queued(), withholds=True), QueueState.QUEUING),
        (reading(queued(listing_type=CHILD_CARE)), QueueState.QUEUING),
        (reading(queued(THERE)), QueueState.NOT_QUEUING),
        (reading(queued(THERE), withholds=True), QueueState.UNKNOWN),
        (reading(listed()), QueueState.NOT_QUEUING),
        (reading(listed(), withholds=True), QueueState.UNKNOWN),
    ],
)
def test_standing_in_a_queue_has_three_values(shown: RegionListings, state: QueueState) -> None:
    assert shown.queue_state(HERE.hsa_id) is state
    assert shown.queue_state(f" {HERE.hsa_id.lower()} ") is state


def test_listed_and_queued_are_found_by_place_and_type() -> None:
    shown = reading(listed(listing_type=CHILD_CARE), queued(), listed(THERE, doctor=EK))
    assert shown.current == (listed(listing_type=CHILD_CARE), listed(THERE, doctor=EK))
    assert shown.queue_places == (queued(),)
    assert shown.listed_at(THERE.hsa_id.lower(), PRIMARY) == listed(THERE, doctor=EK)
    assert shown.listed_at(HERE.hsa_id, PRIMARY) is None
    assert shown.queued_at(HERE.hsa_id, PRIMARY) == queued()
    assert shown.queued_at(HERE.hsa_id, CHILD_CARE) is None


def test_listing_types_compare_by_code_and_system() -> None:
    named = ListingType(code="PV", display_name="Primärvård")
    assert named.key == PRIMARY.key
    assert not ListingType(code="PV", code_system="1.2.3").is_primary_care
    assert Facility(hsa_id="x").offers(named)
    assert not Facility(hsa_id="x").offers(CHILD_CARE)
    assert Facility(hsa_id="x", listing_types=(CHILD_CARE,)).offers(CHILD_CARE)
    assert not Facility(hsa_id="x", listing_types=(CHILD_CARE,)).offers(PRIMARY)


places = st.builds(
    listed,
    st.sampled_from([HERE, THERE, AWAY]),
    listing_type=st.sampled_from([PRIMARY, CHILD_CARE]),
    in_queue=st.booleans(),
    doctor=st.sampled_from([None, EK, LIND]),
)


@given(st.lists(places, max_size=4), st.randoms())
def test_order_and_case_do_not_change_the_picture(shown: list[Listing], random: object) -> None:
    mixed = [
        item.model_copy(update={"facility": item.facility.model_copy(update={"hsa_id": item.facility.hsa_id.lower()})})
        for item in shown
    ]
    random.shuffle(mixed)
    assert reading(*mixed).shape == reading(*shown).shape


@given(st.lists(places, max_size=3, unique_by=lambda item: (item.facility.hsa_id, item.listing_type.key)), places)
def test_a_place_more_or_less_changes_the_picture(shown: list[Listing], another: Listing) -> None:
    if another not in shown:
        assert reading(*shown, another).shape != reading(*shown).shape


@pytest.mark.parametrize(
    "change",
    [{"in_queue": True}, {"listing_type": CHILD_CARE}, {"facility": THERE}, {"doctor": EK}, {"doctor": LIND}],
    ids=["queue", "type", "place", "doctor", "other doctor"],
)
def test_each_difference_changes_the_picture(change: dict[str, object]) -> None:
    base = listed(doctor=EK) if change.get("doctor") is LIND else listed()
    assert reading(base.model_copy(update=change)).shape != reading(base).shape


def test_what_passes_by_itself_does_not_change_the_picture() -> None:
    later = queued(queue_position=3, estimated_wait=10, remaining_changes=1)
    assert reading(later).shape == reading(queued(queue_position=4)).shape


def test_a_listing_known_under_two_numbers_is_one_listing() -> None:
    now, before = listed(remaining_changes=2), listed(valid_to=datetime(2020, 1, 1))
    both = reading(now, queued(THERE)).together_with(reading(listed(), before, queued(THERE, queue_position=3)))
    assert both.listings == (now, queued(THERE), before)
    assert reading(now).together_with(reading(queued())).queue_places == (queued(),)


def test_an_overview_fills_region_by_region() -> None:
    empty = Overview(ADULT)
    assert not empty.is_complete
    asked = replace(empty, counties=(DALARNA, GAVLEBORG)).with_region(DALARNA, Pending.PENDING)
    assert not asked.is_complete
    assert asked.answered(DALARNA) is None
    filled = asked.with_region(DALARNA, reading(listed(), queued(THERE))).with_region(GAVLEBORG, FAILED)
    assert filled.is_complete
    assert filled.answered(DALARNA) == reading(listed(), queued(THERE))
    assert filled.answered(GAVLEBORG) is None
    assert filled.answered(SKANE) is None
    assert filled.current == ((DALARNA, listed()),)
    assert filled.queue_places == ((DALARNA, queued(THERE)),)
    assert asked.answered(DALARNA) is None


def test_a_citizen() -> None:
    old, new = PersonIdentity("195005050512"), PersonIdentity("195005050520")
    changed = replace(ADULT, identity=new, asked=old, born=None)
    assert (changed.number_changed, ADULT.number_changed) == (True, False)
    assert changed.age(TODAY) == 76
    assert replace(ADULT, born=date(2000, 11, 24)).age(TODAY) == 25
    assert [replace(ADULT, protection=one).is_protected for one in Protection] == [False, True, True]
    assert PersonName("Anna", "Maria", "Ek").spoken == "Anna Maria Ek"
    assert PersonName("", "", "Ek").spoken == "Ek"


def test_regions_have_names_and_unknown_codes_are_shown_raw() -> None:
    assert len(REGION_NAMES) == 21
    assert region_name(County("14")) == "Västra Götalandsregionen"
    assert region_name("02") == "02"


def test_a_problem_placed_at_a_region_and_raised() -> None:
    problem = Problem(Kind.NOT_CONNECTED, Effect.REFUSED, code="VP004", correlation_id="c-1").at("09")
    assert problem.county == "09"
    assert str(CallError(problem)) == "NOT_CONNECTED VP004 c-1"
    assert CallError(problem).problem is problem


@pytest.mark.parametrize(
    ("counties", "regions", "expected"),
    [
        (Pending.PENDING, {}, set()),
        (FAILED, {DALARNA: reading(listed())}, {DALARNA}),
        ((), {DALARNA: reading()}, set()),
        ((DALARNA, GAVLEBORG), {DALARNA: reading(listed()), GAVLEBORG: reading(listed(AWAY))}, {DALARNA, GAVLEBORG}),
        # Not where only a queue place or another type is shown.
        ((GAVLEBORG,), {DALARNA: reading(queued()), GAVLEBORG: reading(listed(listing_type=CHILD_CARE))}, set()),
        # Shown without a type, which may be this one.
        ((GAVLEBORG,), {GAVLEBORG: reading(listed(listing_type=ListingType(code="")))}, {GAVLEBORG}),
        # Named by the home region, and not shown: the type is unknown, so it counts.
        ((GAVLEBORG,), {GAVLEBORG: FAILED}, {GAVLEBORG}),
        ((GAVLEBORG,), {GAVLEBORG: Pending.PENDING}, {GAVLEBORG}),
        ((GAVLEBORG,), {}, {GAVLEBORG}),
        ((GAVLEBORG,), {GAVLEBORG: reading(withholds=True)}, {GAVLEBORG}),
        ((GAVLEBORG,), {GAVLEBORG: reading(listed(listing_type=CHILD_CARE), withholds=True)}, {GAVLEBORG}),
        ((GAVLEBORG,), {GAVLEBORG: reading(queued(AWAY))}, {GAVLEBORG}),
    ],
)
def test_where_somebody_is_or_may_be_listed(counties: object, regions: object, expected: set[County]) -> None:
    assert Overview(ADULT, counties, regions).listed_in(PRIMARY) == expected


def test_a_regions_own_code_for_primary_care() -> None:
    """A centre that states no types takes primary care under the code that its region has for the citizen."""
    own = ListingType(code="PVS", code_system="2.999.12")
    silent, stating = Facility(hsa_id="x"), Facility(hsa_id="x", listing_types=(CHILD_CARE,))
    assert silent.for_somebody_with((own,)).offers(own)
    assert silent.for_somebody_with((PRIMARY,)).offers(PRIMARY)
    assert not silent.for_somebody_with((own, CHILD_CARE)).offers(CHILD_CARE)
    assert not stating.for_somebody_with((own,)).offers(own)
