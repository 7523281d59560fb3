"""Who chooses and on what evidence: faults that stop, whose word it is, and what a session keeps."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.agreement import EvidenceKind
from desktop.domain.citizen import Protection
from desktop.domain.registration import IdentityCheck
from desktop.viewmodels.basis import Basis, usual_basis
from desktop.viewmodels.typed import DateFault
from tests.domain.samples import ADULT, ADULT_NUMBER, GUARDIAN_NUMBER, TODAY

START = usual_basis(TODAY, "anna", "Här")


def test_a_date_that_cannot_be_stops_the_check() -> None:
    assert START.signed("igår", TODAY).date_fault is DateFault.UNREADABLE


def test_a_form_does_not_come_in_before_it_is_signed() -> None:
    early = START.came_in("20", TODAY)
    assert early.date_fault is DateFault.BEFORE_SIGNATURE
    assert early.signed("19", TODAY).date_fault is None
    assert early.by(EvidenceKind.PHONE).date_fault is None


def test_evidence_on_a_form_and_on_the_phone() -> None:
    form = replace(START, form_version="2026-1", language=" arabiska ", interpreter=True).signed("20", TODAY).evidence
    assert (form.dated, form.received, form.centre) == (date(2026, 11, 20), TODAY, "Här")
    assert (form.checked_by, form.identity) == ("", None)
    assert (form.form_version, form.language, form.interpreter) == ("2026-1", "arabiska", True)
    phone = replace(START, form_version="2026-1").by(EvidenceKind.PHONE).evidence
    assert (phone.received, phone.form_version, phone.identity) == (None, "", None)


def test_a_card_shown_at_the_desk_was_not_shown_on_the_phone() -> None:
    shown = replace(START, identity=IdentityCheck.PASSPORT)
    assert (shown.evidence.checked_by, shown.by(EvidenceKind.PHONE).identity) == ("anna", None)
    known = replace(START, identity=IdentityCheck.KNOWN)
    assert known.by(EvidenceKind.PHONE).identity is IdentityCheck.KNOWN


def test_a_guardian_acts_under_the_number_and_name_of_the_register() -> None:
    given = START.of_guardian(GUARDIAN_NUMBER.written, TODAY)
    assert given.chooser.guardian == GUARDIAN_NUMBER
    record = replace(ADULT, identity=ADULT_NUMBER, asked=GUARDIAN_NUMBER)
    named = replace(given, guardian=replace(given.guardian, found=record))
    assert (named.chooser.guardian, named.chooser.guardian_name) == (ADULT_NUMBER, "Tolvan Tallberg")
    hidden = replace(given, guardian=replace(given.guardian, found=replace(record, protection=Protection.MARKED)))
    assert hidden.chooser.guardian_name == ""
    assert START.of_guardian("", TODAY).chooser.is_citizen


def test_a_representative_stands_for_the_citizen() -> None:
    ombud = replace(START, representative=" Gun Manner ", representing_on="Registerutdrag")
    chosen = ombud.chooser.representative
    assert chosen is not None
    assert (chosen.name, chosen.basis, chosen.is_stated) == ("Gun Manner", "Registerutdrag", True)
    assert ombud.of_guardian(GUARDIAN_NUMBER.number, TODAY).chooser.representative is None


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (START.signed("20", TODAY), True),
        (replace(START, identity=IdentityCheck.PASSPORT), False),
        (START.by(EvidenceKind.PHONE), False),
        (START.of_guardian(GUARDIAN_NUMBER.number, TODAY), False),
        (replace(START, representative="Gun Manner"), False),
    ],
)
def test_whose_word_it_is(other: Basis, same: bool) -> None:
    assert other.is_word_of(START) is same


def test_a_session_keeps_the_method_and_nothing_of_the_citizen() -> None:
    last = replace(
        START.by(EvidenceKind.PHONE).signed("20", TODAY).of_guardian(GUARDIAN_NUMBER.number, TODAY),
        identity=IdentityCheck.E_ID,
        checked_by="bo",
        language="arabiska",
        interpreter=True,
        representative="Gun Manner",
    )
    fresh = usual_basis(TODAY, "anna", "Här", last)
    assert (fresh.kind, fresh.identity, fresh.checked_by) == (EvidenceKind.PHONE, IdentityCheck.E_ID, "bo")
    assert fresh.dated.value == TODAY
    assert fresh.chooser.is_citizen
    assert (fresh.language, fresh.interpreter) == ("", False)


def test_no_name_or_number_shows_in_a_log() -> None:
    given = replace(START.of_guardian(GUARDIAN_NUMBER.number, TODAY), representative="Gun Manner")
    for shown in (given, given.guardian, given.chooser):
        assert GUARDIAN_NUMBER.number not in repr(shown)
        assert "Gun" not in repr(shown)
