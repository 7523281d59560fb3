"""The check before registering: every reason and every loss is reached, and is absent where it should be."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.agreement import EvidenceKind
from desktop.domain.choices import stands_in_the_way
from desktop.domain.citizen import Citizen, Deregistration, Protection, Unknown
from desktop.domain.guardianship import Guardians
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Listing, Overview, Pending
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.reasons import Level, Loss, Why
from desktop.domain.registration import Choice, Chooser, Evidence, Intent, Representative
from desktop.domain.rules import Known, Rules
from desktop.domain.verdict import Verdict, judge
from tests.domain.samples import (
    ADULT,
    AWAY,
    CHILD_CARE,
    DALARNA,
    EK,
    GAVLEBORG,
    GUARDIAN_NUMBER,
    HERE,
    LIND,
    PRIMARY,
    SKANE,
    TERMS,
    THERE,
    TODAY,
    agreed,
    born,
    choice,
    listed,
    overview,
    queued,
    reading,
)

GUARDIAN = Chooser(GUARDIAN_NUMBER)
FORM, PHONE = Evidence(EvidenceKind.FORM, TODAY), Evidence(EvidenceKind.PHONE, TODAY)
FULL = HERE.model_copy(update={"has_queue": True})
FAILED = Problem(Kind.NO_ANSWER, Effect.NOTHING_SENT, "20")
BARRED = Problem(Kind.NOT_AGREED, Effect.NOTHING_SENT, "20")
GUARDIAN_RECORD = replace(ADULT, identity=GUARDIAN_NUMBER, asked=GUARDIAN_NUMBER)
OTHER_NUMBER = PersonIdentity("193008077723")
RENUMBERED = replace(GUARDIAN_RECORD, other_identities=(OTHER_NUMBER,))
YEAR_ONLY = replace(ADULT, identity=PersonIdentity("200800602385"), born=None)
"""A coordination number that tells the year of birth alone."""
OMBUD = Chooser(representative=Representative("Gun Man", "Registerutdrag från överförmyndaren"))
LIST, JOIN, LEAVE, DOCTOR = Intent.LIST, Intent.JOIN_QUEUE, Intent.LEAVE_QUEUE, Intent.CHANGE_DOCTOR


def verdict(seen: Overview | None = None, chosen: Choice | None = None, **changes: Any) -> Verdict:
    """Judge on a form, by the citizen, with everything agreed; LIST at HERE for somebody unlisted if not said."""
    given = {
        "chooser": Chooser(),
        "evidence": FORM,
        "agreement": agreed(),
        "rules": Rules(),
        "today": TODAY,
        **changes,
    }
    return judge(overview() if seen is None else seen, chosen or choice(), **given)


def citizen(**changes: Any) -> Overview:
    """Nothing listed anywhere, for another kind of citizen."""
    return overview(citizen=replace(ADULT, **changes))


def child(known: Known = Known()) -> Verdict:  # noqa: B008  frozen
    """A child whose guardian chooses."""
    return verdict(overview(citizen=born(date(2015, 1, 1))), chooser=GUARDIAN, known=known)


def elsewhere(*listings: Listing, home: Citizen = ADULT, **more: Any) -> Overview:
    """Dalarna shows nothing, and Gävleborg these."""
    return Overview(home, (GAVLEBORG,), {DALARNA: reading(), GAVLEBORG: reading(*listings, **more)})


ONLY = {
    "nothing in the way": (verdict(), ()),
    "deceased": (verdict(citizen(deregistration=Deregistration.DECEASED)), (Why.DECEASED,)),
    "emigrated": (verdict(citizen(deregistration=Deregistration.EMIGRATED)), (Why.EMIGRATED,)),
    "an old number": (verdict(citizen(deregistration=Deregistration.OLD_NUMBER)), (Why.DEREGISTERED,)),
    "an unknown reason": (verdict(citizen(deregistration=Deregistration.UNKNOWN_REASON)), (Why.DEREGISTERED,)),
    "a test person": (verdict(citizen(is_test_person=True)), (Why.TEST_PERSON,)),
    "a test person in QA": (verdict(citizen(is_test_person=True), rules=Rules(allows_test_persons=True)), ()),
    "15 years": (verdict(overview(citizen=born(date(2010, 11, 24)))), (Why.GUARDIAN_NEEDED,)),
    "16 today": (verdict(overview(citizen=born(date(2010, 11, 23)))), ()),
    "16, chooses from 18": (
        verdict(overview(citizen=born(date(2010, 11, 23))), rules=Rules(chooses_from=18)),
        (Why.GUARDIAN_NEEDED,),
    ),
    "15 with a guardian": (verdict(overview(citizen=born(date(2010, 11, 24))), chooser=GUARDIAN), ()),
    "17 with a guardian": (verdict(overview(citizen=born(date(2008, 11, 24))), chooser=GUARDIAN), ()),
    "18 today with a guardian": (
        verdict(overview(citizen=born(date(2008, 11, 23))), chooser=GUARDIAN),
        (Why.GUARDIAN_NOT_ALLOWED,),
    ),
    "perhaps 17 with a guardian": (verdict(overview(citizen=YEAR_ONLY), chooser=GUARDIAN), ()),
    "18 at the latest last year with a guardian": (
        verdict(overview(citizen=YEAR_ONLY), chooser=GUARDIAN, today=date(2027, 1, 1)),
        (Why.GUARDIAN_NOT_ALLOWED,),
    ),
    "the guardian is the child": (
        verdict(overview(citizen=born(date(2015, 1, 1))), chooser=Chooser(ADULT.identity)),
        (Why.GUARDIAN_IS_CITIZEN,),
    ),
    "the guardian is the child's old number": (
        verdict(
            overview(citizen=replace(born(date(2015, 1, 1)), other_identities=(GUARDIAN_NUMBER,))), chooser=GUARDIAN
        ),
        (Why.GUARDIAN_IS_CITIZEN,),
    ),
    "a guardian not asked about": (child(), ()),
    "a guardian being looked up": (child(Known(guardian=Pending.PENDING)), (Why.GUARDIAN_PENDING,)),
    "a guardian whom the register knows": (child(Known(guardian=GUARDIAN_RECORD)), ()),
    "a guardian whom the register does not know": (
        child(Known(guardian=Unknown(GUARDIAN_NUMBER))),
        (Why.GUARDIAN_UNKNOWN,),
    ),
    "the register did not answer about the guardian": (child(Known(guardian=FAILED)), (Why.GUARDIAN_NOT_LOOKED_UP,)),
    "the guardian is deceased": (
        child(Known(guardian=replace(GUARDIAN_RECORD, deregistration=Deregistration.DECEASED))),
        (Why.GUARDIAN_DECEASED,),
    ),
    "the guardian has emigrated": (
        child(Known(guardian=replace(GUARDIAN_RECORD, deregistration=Deregistration.EMIGRATED))),
        (),
    ),
    "the guardian is a test person": (
        child(Known(guardian=replace(GUARDIAN_RECORD, is_test_person=True))),
        (Why.GUARDIAN_UNKNOWN,),
    ),
    "guardians being asked about": (
        child(Known(guardian=GUARDIAN_RECORD, guardians=Pending.PENDING)),
        (Why.GUARDIAN_PENDING,),
    ),
    "a guardian whom the register records": (
        child(Known(guardian=GUARDIAN_RECORD, guardians=Guardians((GUARDIAN_NUMBER,)))),
        (),
    ),
    "a guardian recorded under an earlier number": (
        child(Known(guardian=RENUMBERED, guardians=Guardians((OTHER_NUMBER,)))),
        (),
    ),
    "the register records somebody else": (
        child(Known(guardian=GUARDIAN_RECORD, guardians=Guardians((OTHER_NUMBER,)))),
        (Why.GUARDIAN_NOT_RECORDED,),
    ),
    "the register records somebody else, and one without a number": (
        child(Known(guardian=GUARDIAN_RECORD, guardians=Guardians((OTHER_NUMBER,), incomplete=True))),
        (),
    ),
    "the register records nobody": (child(Known(guardian=GUARDIAN_RECORD, guardians=Guardians())), ()),
    "the register did not answer about guardians": (child(Known(guardian=GUARDIAN_RECORD, guardians=FAILED)), ()),
    "a representative where it is agreed": (verdict(chooser=OMBUD, agreement=agreed(representatives=True)), ()),
    "a representative for a child": (
        verdict(overview(citizen=born(date(2015, 1, 1))), chooser=OMBUD, agreement=agreed(representatives=True)),
        (),
    ),
    "a representative": (verdict(chooser=OMBUD), (Why.REPRESENTATIVE_NOT_AGREED,)),
    "a representative without a basis": (
        verdict(chooser=Chooser(representative=Representative("Gun Man", " ")), agreement=agreed(representatives=True)),
        (Why.REPRESENTATIVE_UNSTATED,),
    ),
    "a representative with the citizen's number": (
        verdict(
            chooser=Chooser(representative=Representative("Gun Man", "Registerutdrag", ADULT.identity)),
            agreement=agreed(representatives=True),
        ),
        (Why.REPRESENTATIVE_IS_CITIZEN,),
    ),
    "a form of the right version": (
        verdict(agreement=agreed(form_versions=("2026-1",)), evidence=replace(FORM, form_version="2026-1")),
        (),
    ),
    "a form of an old version": (
        verdict(agreement=agreed(form_versions=("2026-1",)), evidence=replace(FORM, form_version="2024-1")),
        (Why.FORM_VERSION,),
    ),
    "a call has no version": (verdict(agreement=agreed(form_versions=("2026-1",)), evidence=PHONE), ()),
    "the region is not connected": (verdict(rules=Rules(connected=frozenset())), (Why.NOT_CONNECTED,)),
    "the home region is not connected": (
        verdict(citizen(home_county=GAVLEBORG), rules=Rules(connected=frozenset({DALARNA}))),
        (Why.HOME_NOT_CONNECTED,),
    ),
    "the home region is not connected and has not answered": (
        verdict(replace(citizen(home_county=GAVLEBORG), counties=FAILED), rules=Rules(connected=frozenset({DALARNA}))),
        (Why.HOME_NOT_CONNECTED,),
    ),
    "nothing agreed for forms": (verdict(agreement=agreed(register_by_form=None)), (Why.NOT_AGREED,)),
    "nothing agreed for phone, on a form": (verdict(agreement=agreed(register_by_phone=None)), ()),
    "nothing agreed for phone": (
        verdict(agreement=agreed(register_by_phone=None), evidence=PHONE),
        (Why.NOT_AGREED,),
    ),
    "marked": (
        verdict(citizen(protection=Protection.MARKED), agreement=agreed(handles_protected=False)),
        (Why.PROTECTED_NOT_HANDLED,),
    ),
    "protected registration": (
        verdict(citizen(protection=Protection.PROTECTED_REGISTRATION), agreement=agreed(handles_protected=False)),
        (Why.PROTECTED_NOT_HANDLED,),
    ),
    "marked where it is agreed": (verdict(citizen(protection=Protection.MARKED)), ()),
    "no home county": (verdict(citizen(home_county=None)), (Why.NO_HOME_COUNTY,)),
    "no home county where it is agreed": (
        verdict(citizen(home_county=None), agreement=agreed(register_by_form=replace(TERMS, without_home_county=True))),
        (),
    ),
    "no home county where it is agreed for calls": (
        verdict(
            citizen(home_county=None), agreement=agreed(register_by_phone=replace(TERMS, without_home_county=True))
        ),
        (Why.NO_HOME_COUNTY,),
    ),
    "the region has not answered": (
        verdict(Overview(ADULT, (), {DALARNA: Pending.PENDING})),
        (Why.NOT_READ,),
    ),
    "the region has not been asked": (verdict(Overview(ADULT, ())), (Why.NOT_READ,)),
    "the region failed": (verdict(Overview(ADULT, (), {DALARNA: FAILED})), (Why.NOT_READ,)),
    "the home region has not answered": (
        verdict(Overview(ADULT, FAILED, {GAVLEBORG: reading()}), choice(county=GAVLEBORG)),
        (Why.HOME_NOT_READ,),
    ),
    "the home region's counties failed, choice at home": (
        verdict(Overview(ADULT, FAILED, {DALARNA: reading()})),
        (Why.HOME_NOT_READ,),
    ),
    "the home region cannot be asked": (verdict(Overview(ADULT, BARRED, {DALARNA: reading()})), (Why.HOME_NOT_ASKED,)),
    "the home region is being asked": (
        verdict(Overview(ADULT, Pending.PENDING, {DALARNA: reading()})),
        (Why.HOME_PENDING,),
    ),
    "a named region is being asked": (
        verdict(Overview(ADULT, (GAVLEBORG,), {DALARNA: reading(), GAVLEBORG: Pending.PENDING})),
        (Why.REGION_PENDING,),
    ),
    "a named region failed": (
        verdict(Overview(ADULT, (GAVLEBORG,), {DALARNA: reading(), GAVLEBORG: FAILED})),
        (Why.REGION_NOT_READ,),
    ),
    "a named region cannot be asked": (
        verdict(Overview(ADULT, (GAVLEBORG,), {DALARNA: reading(), GAVLEBORG: BARRED})),
        (Why.REGION_NOT_ASKED,),
    ),
    "the region cannot be asked": (verdict(Overview(ADULT, (), {DALARNA: BARRED})), (Why.NOT_ASKED,)),
    "type not taken": (
        verdict(chosen=choice(facility=AWAY.model_copy(update={"listing_types": (CHILD_CARE,)}))),
        (Why.TYPE_NOT_OFFERED,),
    ),
    "type not taken, queue": (
        verdict(chosen=choice(JOIN, FULL.model_copy(update={"listing_types": ()}), listing_type=CHILD_CARE)),
        (Why.TYPE_NOT_OFFERED,),
    ),
    "the type is offered to this citizen": (verdict(known=Known(types=(CHILD_CARE, PRIMARY))), ()),
    "the type is not offered to this citizen": (verdict(known=Known(types=(CHILD_CARE,))), (Why.TYPE_NOT_FOR_CITIZEN,)),
    "leaving a queue of a type no longer offered": (
        verdict(overview(queued()), choice(LEAVE), known=Known(types=(CHILD_CARE,))),
        (),
    ),
    "no choice of doctor": (
        verdict(chosen=choice(facility=HERE.model_copy(update={"supports_doctor_choice": False}), doctor=EK)),
        (Why.DOCTOR_NOT_OFFERED,),
    ),
    "choice of doctor not stated": (
        verdict(chosen=choice(facility=HERE.model_copy(update={"supports_doctor_choice": None}), doctor=EK)),
        (),
    ),
    "already listed": (verdict(overview(listed())), (Why.ALREADY_LISTED,)),
    "already listed, queue": (verdict(overview(listed()), choice(JOIN)), (Why.ALREADY_LISTED,)),
    "listed there for another type": (verdict(overview(listed(listing_type=CHILD_CARE))), ()),
    "full with queue": (verdict(chosen=choice(facility=FULL)), (Why.FULL_WITH_QUEUE,)),
    "no queue stated, queue": (verdict(chosen=choice(JOIN)), (Why.NO_QUEUE_STATED,)),
    "full with queue, queue": (verdict(chosen=choice(JOIN, FULL)), ()),
    "in the queue there": (verdict(overview(queued()), choice(facility=FULL)), (Why.WOULD_LEAVE_QUEUE,)),
    "in the queue there for another type": (
        verdict(overview(queued(listing_type=CHILD_CARE))),
        (Why.WOULD_LEAVE_QUEUE,),
    ),
    "in another queue": (verdict(overview(queued(THERE))), ()),
    "in that queue already": (verdict(overview(queued()), choice(JOIN, FULL)), (Why.ALREADY_QUEUING,)),
    "queue unknown": (
        verdict(overview(withholds=True)),
        (Why.QUEUE_UNKNOWN, Why.LISTINGS_WITHHELD),
    ),
    "queue unknown, queue": (verdict(overview(withholds=True), choice(JOIN, FULL)), (Why.LISTINGS_WITHHELD,)),
    "withheld, but the present listing is known": (
        verdict(overview(listed(THERE), withholds=True), choice(JOIN, FULL)),
        (Why.LISTINGS_WITHHELD,),
    ),
    "no queue place to leave": (verdict(chosen=choice(LEAVE)), (Why.NO_QUEUE_PLACE,)),
    "the queue place is elsewhere": (verdict(overview(queued(THERE)), choice(LEAVE)), (Why.NO_QUEUE_PLACE,)),
    "listed, not queuing": (verdict(overview(listed()), choice(LEAVE)), (Why.NO_QUEUE_PLACE,)),
    "a queue place to leave": (verdict(overview(queued()), choice(LEAVE)), ()),
    "not listed there": (verdict(chosen=choice(DOCTOR)), (Why.NOT_LISTED_THERE,)),
    "listed elsewhere": (verdict(overview(listed(THERE)), choice(DOCTOR)), (Why.NOT_LISTED_THERE,)),
    "the same doctor": (verdict(overview(listed(doctor=EK)), choice(DOCTOR)), (Why.SAME_DOCTOR,)),
    "another doctor": (verdict(overview(listed(doctor=LIND)), choice(DOCTOR)), ()),
    "no doctor yet": (verdict(overview(listed()), choice(DOCTOR)), ()),
    "listed and queuing for another type": (
        verdict(overview(listed(), queued(listing_type=CHILD_CARE)), choice(DOCTOR)),
        (Why.WOULD_LEAVE_QUEUE,),
    ),
    "listed, the rest withheld": (
        verdict(overview(listed(), withholds=True), choice(DOCTOR)),
        (Why.LISTINGS_WITHHELD,),
    ),
    "no changes left": (verdict(overview(listed(THERE, remaining_changes=0))), (Why.NO_CHANGES_STATED,)),
    "no changes left, elsewhere": (
        verdict(elsewhere(listed(AWAY, remaining_changes=0))),
        (Why.NO_CHANGES_STATED,),
    ),
    "no changes left, queue": (
        verdict(overview(listed(THERE, remaining_changes=0)), choice(JOIN, FULL)),
        (Why.NO_CHANGES_STATED,),
    ),
    "no changes left, doctor": (verdict(overview(listed(remaining_changes=0)), choice(DOCTOR)), ()),
    "changes left": (verdict(overview(listed(THERE, remaining_changes=1))), ()),
    "changes not stated": (verdict(overview(listed(THERE))), ()),
    "no changes left on another type": (
        verdict(overview(listed(THERE, remaining_changes=0, listing_type=CHILD_CARE))),
        (),
    ),
}


@pytest.mark.parametrize("name", ONLY)
def test_reasons(name: str) -> None:
    found, expected = ONLY[name]
    assert found.reasons == expected
    assert found.level == max((why.level for why in expected), default=Level.CLEAR)
    assert found.may_register == all(why.level < Level.NEEDS for why in expected)


def test_every_reason_is_reached() -> None:
    assert {why for found, _ in ONLY.values() for why in found.reasons} == set(Why)


def test_what_the_region_owns_is_never_refused_here() -> None:
    """Cap, room, what it withholds, what it has not answered elsewhere: the region decides."""
    owned = {Why.FULL_WITH_QUEUE, Why.NO_QUEUE_STATED, Why.NO_CHANGES_STATED, Why.LISTINGS_WITHHELD, Why.HOME_NOT_READ}
    unread = {Why.HOME_NOT_ASKED, Why.REGION_NOT_READ, Why.REGION_NOT_ASKED, Why.GUARDIAN_NOT_LOOKED_UP}
    unread |= {Why.GUARDIAN_NOT_RECORDED}
    assert {why for why in Why if why.level is Level.UNCERTAIN} == owned | unread
    seen = overview(listed(THERE, remaining_changes=0), withholds=False)
    assert verdict(seen, choice(facility=FULL)).level is Level.UNCERTAIN
    assert verdict(seen, choice(facility=FULL)).may_register


LOSSES = {
    "a first listing": (verdict(), {Loss.MAY_COUNT_AS_CHANGE}),
    "a change": (verdict(overview(listed(THERE))), {Loss.MAY_COUNT_AS_CHANGE, Loss.LEAVES_LISTING}),
    "a change of one type": (verdict(overview(listed(THERE, listing_type=CHILD_CARE))), {Loss.MAY_COUNT_AS_CHANGE}),
    "from another region": (verdict(elsewhere(listed(AWAY))), {Loss.MAY_COUNT_AS_CHANGE, Loss.LEAVES_LISTING}),
    "a queue": (verdict(chosen=choice(JOIN)), {Loss.MAY_COUNT_AS_CHANGE, Loss.MAY_LIST_AT_ONCE}),
    "a queue, listed and queuing elsewhere": (
        verdict(overview(listed(THERE), queued(AWAY)), choice(JOIN)),
        {Loss.MAY_COUNT_AS_CHANGE, Loss.MAY_LIST_AT_ONCE, Loss.QUEUE_PLACE_MAY_GO},
    ),
    "a queue place in another region": (
        verdict(elsewhere(queued(AWAY))),
        {Loss.MAY_COUNT_AS_CHANGE, Loss.QUEUE_PLACE_MAY_GO},
    ),
    "into another region": (
        verdict(citizen(home_county=SKANE)),
        {Loss.MAY_COUNT_AS_CHANGE, Loss.CARE_GUARANTEE},
    ),
    "no home county": (verdict(citizen(home_county=None)), {Loss.MAY_COUNT_AS_CHANGE}),
    "leaving the queue": (verdict(overview(queued(), queued(THERE)), choice(LEAVE)), {Loss.QUEUE_PLACE_GOES}),
    "another doctor": (verdict(overview(listed(), queued(THERE)), choice(DOCTOR)), set()),
}


@pytest.mark.parametrize("name", LOSSES)
def test_losses(name: str) -> None:
    found, expected = LOSSES[name]
    assert set(found.losses) == expected
    assert len(found.losses) == len(expected)


def test_every_loss_is_reached() -> None:
    assert {loss for found, _ in LOSSES.values() for loss in found.losses} == set(Loss)


def test_the_listing_that_is_left_is_named() -> None:
    leaving = listed(THERE)
    assert verdict(overview(listed(AWAY, listing_type=CHILD_CARE), leaving)).leaving == leaving
    assert verdict(overview(leaving), choice(DOCTOR, THERE)).leaving is None
    assert verdict(overview(listed())).leaving is None


def test_reasons_add_up() -> None:
    found = verdict(
        overview(listed(), citizen=replace(ADULT, deregistration=Deregistration.DECEASED)),
        agreement=agreed(register_by_form=None),
    )
    assert found.reasons == (Why.DECEASED, Why.NOT_AGREED, Why.ALREADY_LISTED)


def test_only_what_makes_the_call_wrong_stands_in_its_way() -> None:
    """Just before the call the region's fresh reading is asked again, without what it owns."""
    assert stands_in_the_way(choice(facility=FULL), reading()) == ()
    assert stands_in_the_way(choice(facility=FULL), reading(queued())) == (Why.WOULD_LEAVE_QUEUE,)
    assert stands_in_the_way(choice(), reading(withholds=True)) == (Why.QUEUE_UNKNOWN,)


def test_hsa_ids_compare_without_case() -> None:
    small = HERE.model_copy(update={"hsa_id": HERE.hsa_id.lower()})
    assert verdict(overview(queued(small))).reasons == (Why.WOULD_LEAVE_QUEUE,)
    lower_ek = EK.model_copy(update={"hsa_id": f" {EK.hsa_id.lower()} "})
    assert verdict(overview(listed(small, doctor=lower_ek)), choice(DOCTOR)).reasons == (Why.SAME_DOCTOR,)
