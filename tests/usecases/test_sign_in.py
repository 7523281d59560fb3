"""Who acts: by account and group, or by card and PIN at the desk; guessing is slow, also across a restart."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.identity import PersonIdentity
from desktop.domain.staff import PinWanted, Role, SignInFault, Staff, Wait
from desktop.journal.audit import Action, Audit
from desktop.journal.cases import Cases
from desktop.journal.file_store import open_store
from desktop.journal.store import Store
from desktop.settings.account import account
from desktop.settings.profile import StaffTerms
from desktop.settings.staff import Member, StaffDirectory
from desktop.usecases.case_book import CaseBook
from desktop.usecases.case_files import JournalParts
from desktop.usecases.sign_in import FREE_TRIES, DeskSignIn, account_staff

READS = frozenset({Role.READ})
CARD, PIN = "9752269912345678", "402817"


@pytest.fixture
def terms(tmp_path: Path) -> StaffTerms:
    empty = StaffDirectory()
    members = (
        Member(account="beli", name="Berit Lindqvist", roles=READS).with_pin(PIN),
        Member(account="cani", name="Cilla Nilsson", roles=READS, card=empty.card_hash(CARD)).with_pin(PIN),
        Member(account="gone", name="Gun Ek").with_pin(PIN),
    )
    file = tmp_path / "staff.json"
    empty.model_copy(update={"staff": members}).write(file)
    return StaffTerms(sign_in="desk", directory=file)


@pytest.fixture
def clock() -> list[datetime]:
    """The time, as a test sets it."""
    return [datetime.now(UTC)]


@pytest.fixture
def store(tmp_path: Path, clock: list[datetime]) -> Iterator[Store]:
    store = open_store(tmp_path / "journal.db", bytes(32), clock=lambda: clock[0])
    yield store
    store.close()


def book_of(store: Store) -> CaseBook:
    audit = Audit(store, "Listningsluckan", "Reception 1")
    return CaseBook(JournalParts(store, Cases(store, audit), audit))


def test_a_card_suffices_and_an_account_needs_its_pin(terms: StaffTerms, store: Store) -> None:
    sign_in = DeskSignIn(terms, book_of(store))
    assert sign_in(CARD) == Staff("cani", "Cilla Nilsson", READS)
    assert sign_in("BELI") == PinWanted()
    assert sign_in("BELI", PIN) == Staff("beli", "Berit Lindqvist", READS)
    assert sign_in("gone", PIN) is SignInFault.NO_ROLE
    assert sign_in("beli", "000000") is SignInFault.WRONG
    assert sign_in("nobody") is SignInFault.WRONG


def test_a_card_is_followed_by_a_pin_where_the_profile_says_so(terms: StaffTerms, store: Store) -> None:
    strict = terms.model_copy(update={"card_needs_pin": True})
    sign_in = DeskSignIn(strict, book_of(store))
    assert sign_in(CARD) == PinWanted()
    assert sign_in(CARD, "111111") is SignInFault.WRONG
    assert sign_in(CARD, PIN) == Staff("cani", "Cilla Nilsson", READS)


def test_a_directory_that_is_gone_lets_nobody_in(
    terms: StaffTerms, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    missing = terms.model_copy(update={"directory": Path("/nowhere/staff.json")})
    assert DeskSignIn(missing, book_of(store))(CARD) is SignInFault.NO_DIRECTORY
    assert account_staff(missing) is SignInFault.NO_DIRECTORY
    assert "staff.json: cannot be read" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("has_journal", [True, False])
def test_guessing_waits_longer_and_longer(
    terms: StaffTerms, store: Store, clock: list[datetime], has_journal: bool
) -> None:
    sign_in = DeskSignIn(terms, book_of(store) if has_journal else CaseBook(), lambda: clock[0])
    waits = []
    for _ in range(FREE_TRIES):
        assert sign_in("beli", "000000") is SignInFault.WRONG
    for _ in range(4):
        told = sign_in("beli", PIN)
        assert isinstance(told, Wait), "the right PIN waits as well"
        waits.append(told.until - clock[0])
        clock[0] = told.until
        assert sign_in("beli", "000000") is SignInFault.WRONG
    assert waits == [timedelta(seconds=seconds) for seconds in (5, 10, 20, 40)]
    clock[0] += timedelta(minutes=16)
    assert isinstance(sign_in("beli", PIN), Staff)


def test_a_restart_forgets_no_wrong_try(terms: StaffTerms, store: Store) -> None:
    for _ in range(FREE_TRIES):
        DeskSignIn(terms, book_of(store))("beli", "000000")
    assert isinstance(DeskSignIn(terms, book_of(store))("beli", PIN), Wait)


def test_the_trail_names_who_signed_in_and_what_they_did(
    terms: StaffTerms, store: Store, clock: list[datetime]
) -> None:
    book, tolvan = book_of(store), PersonIdentity("191212121212")
    audit = Audit(store, "Listningsluckan", "Reception 1")
    DeskSignIn(terms, book)("beli", "000000")
    book.note_look_up(tolvan)
    DeskSignIn(terms, book)("beli", PIN)
    book.note_look_up(tolvan)
    assert [row.who for row in audit.of_citizen(tolvan)] == ["Listningsluckan", "beli"]
    since = datetime(2026, 1, 1, tzinfo=UTC)
    assert [len(audit.times_of(what, since)) for what in (Action.SIGNED_IN, Action.SIGN_IN_REFUSED)] == [1, 1]
    assert audit.times_of(Action.SIGNED_IN, clock[0] + timedelta(seconds=1)) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other groups")
def test_an_account_has_the_roles_of_its_groups_and_of_the_directory(tmp_path: Path) -> None:
    import grp

    own = grp.getgrgid(os.getegid()).gr_name
    nothing: tuple[Role, ...] = ()
    assert account_staff(StaffTerms()) == Staff(account(), "", frozenset({Role.READ, Role.REGISTER}))
    assert account_staff(StaffTerms(everyone=nothing)) is SignInFault.NO_ROLE
    by_group = StaffTerms(groups={own: (Role.READ,), "no-such-group": tuple(Role)}, everyone=tuple(Role))
    assert account_staff(by_group) == Staff(account(), "", READS)
    file = tmp_path / "staff.json"
    mine = Member(account=account().upper(), name="Berit Lindqvist", roles=frozenset({Role.AUDIT}))
    StaffDirectory(staff=(mine,)).write(file)
    both = by_group.model_copy(update={"directory": file})
    assert account_staff(both) == Staff(account(), "Berit Lindqvist", READS | {Role.AUDIT})
