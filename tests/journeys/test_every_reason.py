"""Every reason that a check can give is met in the real window: a new one without a story here fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.citizen import Deregistration
from desktop.domain.codes import LISTING_TYPE, PRIMARY_CARE
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.reasons import Why
from desktop.domain.regions import County
from desktop.domain.registration import Intent, Wish
from desktop.settings.profile import Environment, RegionTerms
from desktop.texts.reasons import REASONS
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.overview import OverviewViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_choosing import agree, list_here
from tests.journeys.test_listing import choose
from tests.region import Region

HOME = County("20")
TALLBACKEN, KVARNHEDEN, SILVERBERGET = (f"SE9900000020-100{n}" for n in (1, 2, 3))
WITHOUT_DOCTORS, CHILD_CENTRE = "SE9900000020-1009", "SE9900000020-1010"
PRIMARY = ListingType(code=PRIMARY_CARE, code_system=LISTING_TYPE)
Story = Callable[[OpenDesk, Region], Receptionist]


def wishing(person: str, intent: Intent, hsa_id: str, kind: ListingType | None = None, **more: object) -> Story:
    """Somebody is opened, and this is wished for."""

    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open(person)
        desk.desk.model.registering.check(Wish(intent, County(hsa_id[10:12]), hsa_id, kind, **more))
        return desk

    return story


def guardian(number: str, *then: str) -> Story:
    """The child's guardian is typed, by the key of a practice person or as a number."""

    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        list_here(desk, "child")
        desk.write(number if number.isdigit() else region.number(number))
        desk.press("Enter", *then)
        return desk

    return story


def representative(
    name: str, basis: str, number: str = "", then: Callable[[Receptionist], None] | None = None
) -> Story:
    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        list_here(desk, "adult-home")
        desk.press("Alt+M")
        desk.sees("Kontrollerad av")
        desk.reach("representative")
        for text in (name, basis, region.number(number) if number else ""):
            desk.write(text)
            desk.press("Tab")
        if then is not None:
            then(desk)
        return desk

    return story


def with_fault(person: str, *, before: bool, **fault: object) -> Story:
    """Something fails, `before` the person is looked up or only once the overview is there."""

    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        if before:
            region.control("/faults", {"set": [fault]})
            desk.scan(person)
            desk.page(OverviewViewModel)
        else:
            desk.open(person)
            region.control("/faults", {"set": [fault]})
        desk.desk.model.choosing.list_at_own_centre()
        return desk

    return story


def not_to_be_read(person: str, county: str, at: str = TALLBACKEN) -> Story:
    """The profile has no word about reading in a region; the choice is `at` a care centre."""

    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk(regions={county: RegionTerms(read_actor=None)})
        desk.open(person)
        desk.desk.model.registering.check(Wish(Intent.LIST, County(at[10:12]), at, facility=Facility(hsa_id=at)))
        return desk

    return story


def agreed_otherwise(person: str, **terms: object) -> Story:
    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        agree(desk, **terms)
        desk.open(person)
        desk.desk.model.choosing.list_at_own_centre()
        return desk

    return story


def sibling_of_age(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = guardian("guardian")(open_desk, region)
    desk.sees("Vårdis Trebarn")
    desk.press("Alt+S")
    desk.write(region.number("adult-home"))
    desk.press("Enter")
    return desk


def guardian_waits(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    list_here(desk, "child")
    slow = {"name": "delay", "seconds": 1, "contract": "GetPersonsForProfile"}
    region.control("/faults", {"set": [slow]})
    desk.write(region.number("guardian"))
    desk.press("Enter")
    return desk


def guardian_unanswered(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    list_here(desk, "child")
    region.control("/faults", {"set": [{"name": "vp", "code": "VP009", "contract": "GetPersonsForProfile"}]})
    desk.write(region.number("guardian"))
    desk.press("Enter")
    return desk


def other_version(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    list_here(desk, "adult-home")
    desk.press("Alt+M")
    desk.sees("Blankettens version")
    desk.walk("Blankettens version")
    desk.press("Down")
    return desk


def whoever_is(**changed: object) -> Story:
    """The overview keeps the deregistered from the check; the check keeps them out once more."""

    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open("adult-home")
        model = desk.desk.model
        model.choosing.open_citizen(replace(model.overview.state.citizen, **changed))
        desk.until(lambda: model.overview.state.is_complete, "the overview")
        model.choosing.list_at_own_centre()
        return desk

    return story


def in_production(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    desk.open("adult-home")
    model = desk.desk.model
    model.profile = model.profile.model_copy(update={"environment": Environment.PRODUCTION})
    model.choosing.list_at_own_centre()
    return desk


def same_doctor(open_desk: OpenDesk, region: Region) -> Receptionist:
    desk = open_desk()
    desk.open("in-queue")
    desk.press("Ctrl+D")
    doctors = desk.page(DoctorsViewModel)
    desk.until(lambda: bool(doctors.state.rows), "doctors")
    present = doctors.state.listing.doctor
    assert present is not None
    desk.write(present.name.split()[-1])
    desk.press("Enter")
    return desk


def chosen(person: str, letters: str) -> Story:
    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open(person)
        choose(desk, letters)
        return desk

    return story


def withheld(*then: str) -> Story:
    def story(open_desk: OpenDesk, region: Region) -> Receptionist:
        desk = open_desk()
        desk.open("adult-home")
        centre = Facility(hsa_id="SE9900000014-1001", name="Hamnplanens vårdcentral")
        desk.desk.model.choosing.list_at(County("14"), centre, None)
        desk.check()
        for key in then:
            desk.press(key)
            desk.check()
        return desk

    return story


def to_another_region(desk: Receptionist) -> None:
    """Who was named as representative comes along to a region where nothing is agreed about them."""
    terms = RegionTerms.model_validate({**desk.desk.model.profile.agreed.model_dump(), "representatives": False})
    model = desk.desk.model
    model.profile = model.profile.model_copy(update={"regions": {**model.profile.regions, "21": terms}})
    desk.desk.model.registering.check(Wish(Intent.LIST, County("21"), "SE9900000021-1001"))


KARIN = Doctor(hsa_id="SE9900000020-EK", name="Karin Ek")
SLOW = {"name": "delay", "seconds": 1}

STORIES: dict[Why, Story] = {
    Why.FULL_WITH_QUEUE: chosen("never-listed", "silver"),
    Why.NO_QUEUE_STATED: withheld("Ctrl+J"),
    Why.NO_CHANGES_STATED: chosen("cap-reached", "tall"),
    Why.LISTINGS_WITHHELD: withheld("Ctrl+J"),
    Why.HOME_NOT_READ: with_fault("home-elsewhere", before=True, name="down", region="21"),
    Why.HOME_NOT_ASKED: not_to_be_read("home-elsewhere", "21"),
    Why.REGION_NOT_READ: with_fault("listed-elsewhere", before=True, name="down", region="21"),
    Why.REGION_NOT_ASKED: not_to_be_read("listed-elsewhere", "21"),
    Why.HOME_PENDING: with_fault("home-elsewhere", before=True, region="21", **SLOW),
    Why.REGION_PENDING: with_fault("listed-elsewhere", before=True, region="21", **SLOW),
    Why.GUARDIAN_NOT_LOOKED_UP: guardian_unanswered,
    Why.GUARDIAN_NOT_RECORDED: guardian("adult-home"),
    Why.GUARDIAN_PENDING: guardian_waits,
    Why.GUARDIAN_NEEDED: wishing("child", Intent.LIST, TALLBACKEN),
    Why.GUARDIAN_NOT_ALLOWED: sibling_of_age,
    Why.GUARDIAN_IS_CITIZEN: guardian("child"),
    Why.GUARDIAN_UNKNOWN: guardian("190001042399"),
    Why.GUARDIAN_DECEASED: guardian("deceased"),
    Why.REPRESENTATIVE_NOT_AGREED: representative("Gun Manner", "Registerutdrag", then=to_another_region),
    Why.REPRESENTATIVE_UNSTATED: representative("Gun Manner", ""),
    Why.REPRESENTATIVE_IS_CITIZEN: representative("Gun Manner", "Registerutdrag", "adult-home"),
    Why.FORM_VERSION: other_version,
    Why.DECEASED: whoever_is(deregistration=Deregistration.DECEASED),
    Why.EMIGRATED: whoever_is(deregistration=Deregistration.EMIGRATED),
    Why.DEREGISTERED: whoever_is(deregistration=Deregistration.MISSING),
    Why.TEST_PERSON: in_production,
    Why.PROTECTED_NOT_HANDLED: agreed_otherwise("protected-marked", handles_protected=False),
    Why.NO_HOME_COUNTY: wishing("coordination-no-county", Intent.LIST, TALLBACKEN),
    Why.NOT_CONNECTED: wishing("adult-home", Intent.LIST, "SE9900000009-1001", PRIMARY),
    Why.HOME_NOT_CONNECTED: wishing("home-not-connected", Intent.LIST, TALLBACKEN),
    Why.NOT_AGREED: agreed_otherwise("never-listed", register_form=None, register_phone=None),
    Why.TYPE_NOT_OFFERED: wishing("adult-home", Intent.LIST, CHILD_CENTRE, PRIMARY),
    Why.TYPE_NOT_FOR_CITIZEN: wishing(
        "adult-home", Intent.LIST, CHILD_CENTRE, ListingType(code="BVC", code_system="2.999.20")
    ),
    Why.DOCTOR_NOT_OFFERED: wishing("adult-home", Intent.LIST, WITHOUT_DOCTORS, PRIMARY, doctor=KARIN),
    Why.ALREADY_LISTED: wishing("in-queue", Intent.LIST, TALLBACKEN),
    Why.SAME_DOCTOR: same_doctor,
    Why.NOT_LISTED_THERE: wishing("in-queue", Intent.CHANGE_DOCTOR, KVARNHEDEN, PRIMARY, doctor=KARIN),
    Why.ALREADY_QUEUING: wishing("in-queue", Intent.JOIN_QUEUE, SILVERBERGET),
    Why.NO_QUEUE_PLACE: wishing("in-queue", Intent.LEAVE_QUEUE, KVARNHEDEN, PRIMARY),
    Why.WOULD_LEAVE_QUEUE: chosen("in-queue", "silver"),
    Why.QUEUE_UNKNOWN: withheld(),
    Why.NOT_READ: with_fault("adult-home", before=False, name="down", region="20"),
    Why.NOT_ASKED: not_to_be_read("adult-home", "21", at="SE9900000021-1001"),
}


@pytest.mark.parametrize("why", Why, ids=lambda why: why.name.lower())
def test_the_reason_is_met_in_the_window(why: Why, open_desk: OpenDesk, region: Region) -> None:
    desk = STORIES[why](open_desk, region)
    desk.until(lambda: why in reasons_in(desk), f"{why.name} among the reasons")
    said, remedy = (max(re.split(r"\{\w+\}", text), key=len).strip() for text in REASONS[why])
    desk.sees(said, remedy)
    assert desk.registrations == []


def reasons_in(desk: Receptionist) -> set[Why]:
    """What the open check says of the citizen and of the siblings."""
    model = desk.desk.model.page
    state = model.state if isinstance(model, CheckViewModel) else None
    if not isinstance(state, Ready):
        return set()
    siblings = [one.verdict.reasons for one in state.siblings if one.verdict is not None]
    return {why for reasons in (state.verdict.reasons, *siblings) for why in reasons}
