"""Registrations and outcomes come back from JSON exactly, and what is stored today is read for ever."""

import json
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain import agreement, citizen, outcome, problems, registration
from desktop.domain.agreement import EvidenceKind
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor
from desktop.domain.outcome import Outcome
from desktop.domain.registration import Choice, Chooser, Consent, Evidence, Intent, Registration, Representative
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.records import (
    VERSION,
    citizen_of,
    read_about,
    read_outcome,
    write_about,
    write_outcome,
)

GOLDEN = json.loads((Path(__file__).parent / "records-1.json").read_text(encoding="utf-8"))

identities = st.sampled_from(["191212121212", "190001042399", "190104132386"]).map(PersonIdentity)
others = st.sampled_from(["190301249801", "193008077723"]).map(PersonIdentity)
st.register_type_strategy(PersonIdentity, identities)
st.register_type_strategy(datetime, st.datetimes() | st.datetimes(timezones=st.just(UTC)))
counties = st.sampled_from(["01", "12", "20"])
choices = st.builds(Choice, intent=st.sampled_from([Intent.LIST, Intent.CHANGE_DOCTOR]), doctor=st.from_type(Doctor))
queues = st.builds(
    Choice, intent=st.sampled_from([i for i in Intent if i is not Intent.CHANGE_DOCTOR]), doctor=st.none()
)
days = st.dates()
evidences = st.builds(Evidence, dated=days, received=st.none()) | days.flatmap(
    lambda signed: st.builds(Evidence, dated=st.just(signed), received=st.dates(min_value=signed))
)
representatives = st.builds(Representative, name=st.just("Gun Man"), basis=st.just("Registerutdrag"), identity=others)
registrations = st.builds(
    Registration,
    citizen=st.builds(Citizen, home_county=counties, deregistration=st.none()),
    chooser=st.builds(Chooser, guardian=st.none() | others) | st.builds(Chooser, representative=representatives),
    choice=choices | queues,
    evidence=evidences,
    consents=st.just(frozenset(Consent)),
    agreement=st.from_type(agreement.RegisterAgreement),
    present_counties=st.frozensets(counties),
)
gently = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def through_json(record: dict[str, object]) -> dict[str, object]:
    read: dict[str, object] = json.loads(json.dumps(record))
    return read


@gently
@given(registrations)
def test_a_registration_comes_back_exactly(order: Registration) -> None:
    assert read_about(through_json(write_about(order))) == order


@gently
@given(st.from_type(Outcome))
def test_an_outcome_comes_back_exactly(told: Outcome) -> None:
    read = read_outcome(through_json(write_outcome(told)))
    assert read == told
    assert type(read) is type(told)


def test_a_record_of_version_1_is_read() -> None:
    order = read_about(GOLDEN["registration"])
    assert isinstance(order, Registration)
    assert order.citizen.identity == PersonIdentity("191212121212") == citizen_of(GOLDEN["registration"])
    assert order.choice.facility.name == "Vårdcentral Tisken"
    assert order.consents == {Consent.APPROVED}
    assert order.evidence == Evidence(EvidenceKind.FORM, date(2026, 11, 2))
    assert order.chooser.is_citizen


def stored_enums() -> dict[str, type[Enum]]:
    rooms = (agreement, citizen, outcome, problems, registration)
    kinds = (
        kind for room in rooms for kind in vars(room).values() if isinstance(kind, type) and issubclass(kind, Enum)
    )
    return {kind.__name__: kind for kind in kinds if kind is not Enum}


@pytest.mark.parametrize("name", sorted(GOLDEN["words"]))
def test_words_that_are_stored_keep_their_spelling(name: str) -> None:
    words = {member.name: member.value for member in stored_enums()[name]}
    assert words | GOLDEN["words"][name] == words


def test_every_enum_that_is_stored_has_its_words_kept() -> None:
    assert set(stored_enums()) == set(GOLDEN["words"])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"version": VERSION + 1}, JournalFault.NEWER),
        ({"version": "1"}, JournalFault.UNREADABLE),
        ({"kind": "Confirmed"}, JournalFault.UNREADABLE),
        ({"kind": "Nonsense"}, JournalFault.UNREADABLE),
        ({"value": {"citizen": {"identity": {"number": "191212121213"}}}}, JournalFault.UNREADABLE),
    ],
)
def test_what_is_no_registration_of_this_version_is_a_fault(change: dict[str, object], fault: JournalFault) -> None:
    with pytest.raises(JournalError) as raised:
        read_about(GOLDEN["registration"] | change)
    assert raised.value.fault is fault
    assert "1912" not in repr(raised.value.__cause__)


def test_a_registration_is_no_outcome() -> None:
    with pytest.raises(JournalError):
        read_outcome(GOLDEN["registration"])
