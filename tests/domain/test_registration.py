"""An order that cannot be constructed invalid, and the consents that it takes."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreement import ActorType, EvidenceKind, RegisterAgreement, organisation
from desktop.domain.citizen import Deregistration
from desktop.domain.regions import REGION_NAMES, County
from desktop.domain.registration import Chooser, Consent, Evidence, Intent, Representative, needed_consents
from tests.domain.samples import (
    ADULT,
    DALARNA,
    EK,
    GAVLEBORG,
    GUARDIAN_NUMBER,
    SKANE,
    TERMS,
    agreed,
    choice,
    order,
)

ALL = frozenset(Consent)


@pytest.mark.parametrize("intent", [Intent.JOIN_QUEUE, Intent.LEAVE_QUEUE])
def test_no_doctor_together_with_a_queue(intent: Intent) -> None:
    with pytest.raises(ValueError, match="undefined in the contract"):
        choice(intent, doctor=EK)


def test_no_empty_change_of_doctor() -> None:
    with pytest.raises(ValueError, match="names a doctor"):
        choice(Intent.CHANGE_DOCTOR, doctor=None)


def test_only_joining_asks_for_the_queue() -> None:
    assert [intent for intent in Intent if intent.add_to_queue] == [Intent.JOIN_QUEUE]


def test_no_order_without_a_home_county() -> None:
    with pytest.raises(ValueError, match="home county"):
        order(citizen=replace(ADULT, home_county=None))


def test_without_a_home_county_the_region_that_has_agreed_to_it_stands_for_it() -> None:
    agreed = replace(TERMS, without_home_county=True)
    made = order(choice(county=GAVLEBORG), citizen=replace(ADULT, home_county=None), agreement=agreed)
    assert made.home_county == GAVLEBORG
    assert made.needed_consents == {Consent.APPROVED}


@pytest.mark.parametrize("reason", Deregistration)
def test_no_order_for_somebody_deregistered(reason: Deregistration) -> None:
    with pytest.raises(ValueError, match="deregistered"):
        order(citizen=replace(ADULT, deregistration=reason))


def test_nobody_is_their_own_guardian() -> None:
    with pytest.raises(ValueError, match="own guardian"):
        order(chooser=Chooser(ADULT.identity))


def test_one_person_chooses() -> None:
    with pytest.raises(ValueError, match="one person chooses"):
        Chooser(GUARDIAN_NUMBER, representative=Representative("Gun Manner", "Registerutdrag"))


def test_a_representative_is_stated_and_acts_as_the_citizen() -> None:
    with pytest.raises(ValueError, match="a name and a basis"):
        order(chooser=Chooser(representative=Representative("Gun Manner", "")))
    actor = order(chooser=Chooser(representative=Representative("Gun Manner", "Registerutdrag"))).actor
    assert (actor.type, actor.extension) == (ActorType.CITIZEN, ADULT.identity.number)


def test_a_form_is_not_received_before_it_is_signed() -> None:
    with pytest.raises(ValueError, match="before it is signed"):
        Evidence(EvidenceKind.FORM, date(2026, 11, 20), received=date(2026, 11, 19))


def test_the_regions_terms_are_accepted_where_it_has_them() -> None:
    with_terms = replace(TERMS, has_terms=True)
    assert order(agreement=with_terms).needed_consents == {Consent.APPROVED, Consent.TERMS_ACCEPTED}
    with pytest.raises(ValueError, match="TERMS_ACCEPTED"):
        order(agreement=with_terms, consents=frozenset({Consent.APPROVED}))


@given(st.frozensets(st.sampled_from(Consent)), st.frozensets(st.sampled_from([DALARNA, GAVLEBORG, SKANE])))
def test_an_order_exists_exactly_when_the_needed_consents_are_there(
    given_consents: frozenset[Consent], present: frozenset[County]
) -> None:
    needed = needed_consents(DALARNA, GAVLEBORG, present)
    chosen = choice(county=GAVLEBORG)
    if needed <= given_consents:
        made = order(chosen, consents=given_consents, present_counties=present)
        assert made.needed_consents == needed
    else:
        with pytest.raises(ValueError, match="consents are missing") as raised:
            order(chosen, consents=given_consents, present_counties=present)
        assert all(one.name in str(raised.value) for one in needed - given_consents)


def test_an_order_does_not_change() -> None:
    made = order()
    with pytest.raises(FrozenInstanceError):
        made.present_counties = frozenset({SKANE})


@pytest.mark.parametrize(
    ("home", "new", "present", "exchange", "guarantee"),
    [
        (DALARNA, DALARNA, (), False, False),
        (DALARNA, DALARNA, (DALARNA,), False, False),
        (DALARNA, GAVLEBORG, (), True, True),
        (DALARNA, GAVLEBORG, (GAVLEBORG,), True, True),
        # Back home: the region that is left is told (flow 10), and the guarantee holds again.
        (DALARNA, DALARNA, (GAVLEBORG,), True, False),
        (DALARNA, SKANE, (GAVLEBORG,), True, True),
        (None, DALARNA, (), False, True),
        (None, DALARNA, (SKANE,), True, True),
    ],
)
def test_which_consents_are_needed(
    home: County | None, new: County, present: tuple[County, ...], exchange: bool, guarantee: bool
) -> None:
    expected = {Consent.APPROVED}
    expected |= {Consent.REGIONS_EXCHANGE} if exchange else set()
    expected |= {Consent.CARE_GUARANTEE_TOLD} if guarantee else set()
    assert needed_consents(home, new, frozenset(present)) == expected


counties = st.sampled_from(sorted(REGION_NAMES)).map(County)


@given(counties, counties, st.frozensets(counties, max_size=3))
def test_more_regions_never_need_less(home: County, new: County, present: frozenset[County]) -> None:
    few, many = needed_consents(home, new, frozenset()), needed_consents(home, new, present)
    assert few <= many
    assert (Consent.REGIONS_EXCHANGE in many) == (len({home, new, *present}) > 1)


def test_who_is_sent_as_actor() -> None:
    by_citizen, by_guardian = order().actor, order(chooser=Chooser(GUARDIAN_NUMBER)).actor
    assert (by_citizen.type, by_citizen.extension) == (ActorType.CITIZEN, ADULT.identity.number)
    assert (by_guardian.type, by_guardian.extension) == (ActorType.GUARDIAN, GUARDIAN_NUMBER.number)
    assert by_guardian.type.is_person
    desk = organisation(ActorType.PRIVATE_CAREGIVER, "SE9900000020-1000")
    for chooser in (Chooser(), Chooser(GUARDIAN_NUMBER)):
        acting = order(chooser=chooser, agreement=RegisterAgreement("Avtal 7", date(2026, 1, 1), desk)).actor
        assert (acting, acting.root, acting.type.is_person) == (desk, "1.2.752.129.2.1.4.1", False)


def test_form_and_phone_are_agreed_apart() -> None:
    other = RegisterAgreement("Avtal 8", date(2026, 2, 1))
    agreement = agreed(register_by_phone=other)
    assert agreement.to_register(EvidenceKind.FORM) is TERMS
    assert agreement.to_register(EvidenceKind.PHONE) is other
    assert agreed(register_by_form=None).to_register(EvidenceKind.FORM) is None


def test_the_home_county_of_an_order() -> None:
    assert order().home_county == DALARNA
