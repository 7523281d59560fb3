"""The case book over a real journal: what is interrupted, what is noted, and what there is without a journal."""

import os
from pathlib import Path

from desktop.domain.lookup import NameQuery
from desktop.domain.outcome import (
    Confirmed,
    Reply,
)
from desktop.journal.cases import State
from desktop.usecases.case_book import CaseBook
from tests.domain.samples import ADULT, TODAY, listed, order
from tests.usecases.conftest import Journal, journal_in

OK = Reply("OK")


def test_what_a_killed_program_left_being_sent_is_unclear_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    key = os.urandom(32)
    with journal_in(file, key) as journal:
        number = journal.book.open_sending(order())
        assert journal.book.unclear == ()
    with journal_in(file, key) as journal:
        assert journal.book.unclear == (number,)
        assert journal.cases.find(number).state is State.UNCLEAR
        assert journal.book.close(number, Confirmed(listed(), OK))
        assert journal.cases.find(number).state is State.CONFIRMED
    with journal_in(file, key) as journal:
        assert journal.book.unclear == ()


def test_look_ups_are_in_the_audit_trail(journal: Journal) -> None:
    assert journal.book.note_look_up(ADULT.identity)
    assert journal.book.note_search(NameQuery("Tolvan", "Tallberg", TODAY, TODAY), "telefon")
    assert not CaseBook().note_look_up(ADULT.identity)
    assert (journal.book.is_open, CaseBook().is_open, CaseBook().unclear) == (True, False, ())
    assert not CaseBook().close("2026-0001", Confirmed(None, OK))
