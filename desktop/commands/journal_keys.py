"""`journal key`: the data key belongs to the workplace; an administrator says which keys open it.

An administrator cannot reach another account's keyring. So the account is invited: a code, printed once, opens the
journal for a few days, and the account puts a key from its own keyring in the code's place.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta

from desktop.commands.workplace import CommandError, Workplace, ask_secret
from desktop.domain.audit import Action, Entry
from desktop.domain.staff import Role
from desktop.journal.faults import JournalError
from desktop.journal.file_store import open_store
from desktop.journal.holders import HolderKind, add_holder, list_holders, revoke_holders
from desktop.journal.key_codes import new_key_code, read_key_code
from desktop.journal.store import Store
from desktop.keeping import Keeping

INVITED_FOR = timedelta(days=7)
_RECOVERY = "recovery"


def init(place: Workplace, _: argparse.Namespace) -> int:
    """A recovery key for the journal, which is made where there is none; the former recovery key no longer opens it."""
    place.require(Role.ADMINISTER)
    if not place.wanted_file().exists():
        _make(place)
    with place.opened() as keeping:
        store = _store(keeping)
        _add(keeping, _key_of(code := new_key_code()), HolderKind.RECOVERY, _RECOVERY)
        print(f"The journal is at {store.place}.")
    print("Its recovery key, which is shown only now. Keep it in a safe, away from this computer:")
    print(code)
    return 0


def invite(place: Workplace, options: argparse.Namespace) -> int:
    """A code with which another account lets itself in, once, within a week."""
    place.require(Role.ADMINISTER)
    place.wanted_file()
    until = datetime.now(UTC) + INVITED_FOR
    with place.opened() as keeping:
        _add(keeping, _key_of(code := new_key_code()), HolderKind.INVITATION, options.account, until)
    print(f"An invitation for {options.account}, until {until:%Y-%m-%d}. It is shown only now:")
    print(code)
    print("As that account, run: listningsluckan journal key enrol")
    return 0


def enrol(place: Workplace, _: argparse.Namespace) -> int:
    """Let this account open the journal, with an invitation that is used up."""
    place.wanted_file()
    code = ask_code("The invitation")
    account = place.staff.account
    with place.opened(code) as keeping:
        invited = [one.label for one in list_holders(_store(keeping)) if one.kind is HolderKind.INVITATION]
        if account.casefold() not in map(str.casefold, invited):
            raise CommandError(f"No invitation for {account}. Run: listningsluckan journal key recover")
        _add(keeping, place.account_key(), HolderKind.ACCOUNT, account)
        for label in invited:
            if label.casefold() == account.casefold():
                revoke_holders(_store(keeping), HolderKind.INVITATION, label)
    print(f"{account} can now open the journal.")
    return 0


def recover(place: Workplace, _: argparse.Namespace) -> int:
    """Let this account open the journal with the recovery key, which goes on to be valid."""
    place.wanted_file()
    code = ask_code("The recovery key")
    with place.opened(code) as keeping:
        _add(keeping, place.account_key(), HolderKind.ACCOUNT, place.staff.account)
    print(f"{place.staff.account} can now open the journal.")
    return 0


def show(place: Workplace, _: argparse.Namespace) -> int:
    """Which keys open the journal."""
    with place.opened() as keeping:
        for one in list_holders(_store(keeping)):
            since = f"since {one.since:%Y-%m-%d}" if one.since is not None else ""
            until = f"until {one.until:%Y-%m-%d}" if one.until is not None else ""
            print(" ".join(filter(None, (f"{one.kind.value:<10}", f"{one.label:<24}", since, until))))
    return 0


def revoke(place: Workplace, options: argparse.Namespace) -> int:
    """Let an account open the journal no longer."""
    place.require(Role.ADMINISTER)
    place.wanted_file()
    with place.opened() as keeping:
        kinds = (HolderKind.ACCOUNT, HolderKind.INVITATION)
        gone = sum(revoke_holders(_store(keeping), kind, options.account) for kind in kinds)
        if not gone:
            raise CommandError(f"No key of {options.account} opens the journal.")
        _note(keeping, "revoked", options.account)
    print(f"{options.account} can no longer open the journal. Backups from before can still be opened by that account.")
    return 0


def _make(place: Workplace) -> None:
    try:
        open_store(place.file, place.account_key(), place.staff.account).close()
    except JournalError as error:
        raise CommandError(f"The journal cannot be made: {error}.") from error


def _add(keeping: Keeping, key: bytes, kind: HolderKind, label: str, until: datetime | None = None) -> None:
    add_holder(_store(keeping), key, kind, label, until)
    _note(keeping, f"added {kind.value}", label)


def _note(keeping: Keeping, what: str, label: str) -> None:
    if keeping.parts is not None:
        keeping.parts.audit.note(Entry(Action.KEYS_CHANGED, reason=what, evidence={"key": label}))


def _store(keeping: Keeping) -> Store:
    if keeping.parts is None:
        raise CommandError("The journal is not open.")
    return keeping.parts.store


def ask_code(prompt: str) -> bytes:
    """The key behind a code that somebody types. Raises CommandError."""
    return _key_of(ask_secret(prompt))


def _key_of(code: str) -> bytes:
    key = read_key_code(code)
    if key is None:
        raise CommandError("That is no such key: a sign is wrong or missing.")
    return key
