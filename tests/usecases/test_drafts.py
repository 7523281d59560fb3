"""Drafts over a real journal: kept, written over, given back at the next start, sent after all, gone after a day."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.case import State
from desktop.domain.draft import Draft, Lack
from desktop.domain.registration import Intent, Wish
from desktop.journal.audit import Audit
from desktop.journal.cases import Cases
from desktop.journal.file_store import open_store
from desktop.journal.store import Store
from desktop.usecases.case_book import CaseBook
from desktop.usecases.drafts import Drafts
from tests.domain.samples import ADULT, DALARNA, HERE, THERE, order
from tests.usecases.conftest import Journal, journal_in

BEGUN = Draft(ADULT, Wish(Intent.LIST, DALARNA, HERE.hsa_id, facility=HERE), evidence=order().evidence)


def test_a_draft_is_kept_written_over_and_dropped(journal: Journal) -> None:
    drafts = journal.book.drafts
    number = drafts.keep(BEGUN)
    assert number is not None
    changed = replace(BEGUN, wish=Wish(Intent.LIST, DALARNA, THERE.hsa_id))
    assert drafts.keep(changed, number) == number
    (case,) = drafts.waiting()
    assert (case.number, case.state, case.about) == (number, State.DRAFT, changed)
    assert [one.number for one in journal.book.all_today() or ()] == [number]
    assert drafts.drop(number)
    assert drafts.waiting() == ()
    assert journal.book.all_today() == ()


def test_a_killed_desk_gives_its_draft_back_at_the_next_start(tmp_path: Path) -> None:
    key = os.urandom(32)
    with journal_in(tmp_path / "journal.sqlite3", key) as journal:
        number = journal.book.drafts.keep(BEGUN)
    with journal_in(tmp_path / "journal.sqlite3", key) as journal:
        (case,) = journal.book.drafts.waiting()
        assert (case.number, case.about) == (number, BEGUN)
        assert journal.book.unclear == ()


def test_a_form_in_a_pile_is_a_case_once_its_desk_is_dead(tmp_path: Path) -> None:
    file, key = tmp_path / "journal.sqlite3", os.urandom(32)
    form = replace(BEGUN, lacks=(Lack.THOUGHT,))
    with journal_in(file, key) as journal:
        number = journal.book.drafts.hold(form)
        assert number is not None
        assert journal.book.drafts.hold(replace(form, evidence=None), number) == number
        with journal_in(file, key) as beside:
            assert beside.book.left_in_pile == ()
            assert beside.book.drafts.waiting() == ()
    with journal_in(file, key) as journal:
        assert journal.book.left_in_pile == (number,)
        (case,) = journal.book.all_today() or ()
        assert (case.number, case.state, case.about) == (number, State.COMPLETE, replace(form, evidence=None))
    with journal_in(file, key) as journal:
        assert journal.book.left_in_pile == ()


def test_a_draft_names_nobody_on_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    with journal_in(file) as journal:
        number = journal.book.drafts.keep(BEGUN)
        assert number is not None
        journal.book.drafts.drop(number)
        written = b"".join(part.read_bytes() for part in tmp_path.iterdir())
    written += file.read_bytes()
    assert ADULT.identity.number.encode() not in written
    assert b"Tallberg" not in written
    assert HERE.name.encode() not in written


def test_a_draft_that_was_sent_after_all_is_not_given_back(journal: Journal) -> None:
    """The desk was killed between the answer and letting the draft go."""
    assert journal.book.drafts.keep(BEGUN)
    assert journal.book.begin(order())
    assert journal.book.drafts.waiting() == ()


def test_what_lacks_something_is_to_be_completed_and_goes_on_as_the_registration(journal: Journal) -> None:
    number = journal.book.drafts.keep(replace(BEGUN, lacks=(Lack.DATE,), code="K7QM-2W9F"))
    assert number is not None
    assert journal.book.drafts.waiting() == ()
    found = journal.book.by_code("K7QM-2W9F")
    assert found is not None
    assert (found.number, found.state) == (number, State.COMPLETE)
    assert journal.book.begin(order(), returned=number) == number


def test_without_a_journal_nothing_is_kept() -> None:
    drafts = CaseBook().drafts
    assert (drafts.keep(BEGUN), drafts.waiting(), drafts.drop("2026-0001")) == (None, (), False)


@pytest.fixture
def at_hours(tmp_path: Path) -> Callable[[float], Store]:
    """The same journal, so many hours from now."""
    key = os.urandom(32)
    return lambda hours: open_store(
        tmp_path / "journal.sqlite3", key, clock=lambda: datetime.now(UTC) + timedelta(hours=hours)
    )


def test_a_draft_goes_after_a_day_unless_it_waits_for_something(at_hours: Callable[[float], Store]) -> None:
    then = at_hours(-25)
    begun = Drafts(Cases(then, Audit(then, "", "")))
    old, waits = begun.keep(BEGUN), begun.keep(replace(BEGUN, lacks=(Lack.SIGNATURE,)))
    then.close()
    store = at_hours(0)
    cases = Cases(store, Audit(store, "", ""))
    drafts = Drafts(cases)
    young = drafts.keep(BEGUN)
    assert [case.number for case in drafts.waiting()] == [young]
    assert cases.find(str(old)) is None
    assert cases.find(str(waits)) is not None
    store.close()
