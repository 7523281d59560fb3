"""`journal backup`, `restore`, `verify`, `purge` and `erase`: an administrator's care of the journal."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta

from desktop.commands.workplace import CommandError, Workplace, ask_secret
from desktop.domain.audit import Action, Entry
from desktop.domain.identity import PersonIdentity, parse_identity
from desktop.domain.staff import Role
from desktop.journal import backup, retention
from desktop.journal.audit import Broken, Head
from desktop.journal.faults import JournalError
from desktop.journal.key_codes import read_key_code
from desktop.keeping import Keeping
from desktop.runtime.clock import SWEDEN, today
from desktop.usecases.case_files import JournalParts
from desktop.usecases.keep_trail import HeadKeeper, Verified, verify_trail, years_before


def back_up(place: Workplace, options: argparse.Namespace) -> int:
    """Copy the journal while desks write to it. The copy is opened by the keys that open the journal."""
    try:
        backup.back_up(place.wanted_file(), options.copy)
    except FileExistsError:
        raise CommandError(f"{options.copy} is there already, and is not overwritten.") from None
    except JournalError as error:
        raise CommandError(f"Nothing was copied: {error}.") from error
    print(f"Copied to {options.copy}.")
    return 0


def restore(place: Workplace, options: argparse.Namespace) -> int:
    """Put a copy in the journal's place, opened by the recovery key or by this account's own."""
    place.require(Role.ADMINISTER)
    code = read_key_code(ask_secret("The recovery key of the workplace"))
    if code is None:
        raise CommandError("That is no recovery key: a sign is wrong or missing. Nothing was changed.")
    try:
        aside = backup.put_back(options.copy, place.wanted_file(), code)
    except JournalError as error:
        raise CommandError(f"Nothing was changed: {error}.") from error
    if aside is not None:
        print(f"What stood there is set aside as {aside.name}.")
    with place.opened(code) as keeping:
        from desktop.journal.holders import HolderKind, add_holder

        parts, heads = _opened(keeping)
        add_holder(parts.store, place.account_key(), HolderKind.ACCOUNT, place.staff.account)
        parts.audit.note(Entry(Action.RESTORED, reason="from a backup", evidence={"copy": options.copy.name}))
        heads.accept(parts.audit.head())
    print(
        f"Restored to {place.wanted_file()}. {place.staff.account} can open it; other accounts as when it was copied."
    )
    print(
        "An account that has worked since then has seen rows that the copy lacks, and says so until somebody with the "
        "role administer has run, in that account: listningsluckan journal verify --accept"
    )
    return 0


def verify(place: Workplace, options: argparse.Namespace) -> int:
    """Walk the chain. 0 when every row is there as far as can be known, 1 when one is missing or altered."""
    given = Head.read(options.head) if options.head else None
    if options.head and given is None:
        raise CommandError("--head is a number, a colon and 64 hexadecimal signs.")
    with place.opened() as keeping:
        parts, heads = _opened(keeping)
        told = verify_trail(parts.audit, heads, keeping.forwarder, given)
        for line in _report(told):
            print(line)
        if options.accept:
            place.require(Role.ADMINISTER)
            parts.audit.note(Entry(Action.RESTORED, reason="the trail was accepted as it is"))
            heads.accept(parts.audit.head())
            print("The trail is taken for right as it is from now on.")
    return 1 if isinstance(told.trail, Broken) else 0


def purge(place: Workplace, _: argparse.Namespace) -> int:
    """Destroy what the profile says has been kept long enough; the desk does so itself at each start."""
    place.require(Role.ADMINISTER)
    now, terms = datetime.now(UTC), place.profile.journal
    with place.opened() as keeping:
        parts, _heads = _opened(keeping)
        rows_before = years_before(now, terms.trail_years)
        gone = retention.purge(parts.store, parts.audit, now - timedelta(days=terms.cases_days), rows_before)
    print(f"Destroyed: {gone.cases} cases, the content of {gone.rows} audit rows. The chain keeps their hashes.")
    return 0


def erase(place: Workplace, options: argparse.Namespace) -> int:
    """Destroy a citizen's cases; with --trail also what the audit trail says about them."""
    place.require(Role.ADMINISTER)
    citizen = parse_identity(ask_secret("The citizen's personal number"), today())
    if not isinstance(citizen, PersonIdentity):
        raise CommandError("That is no personal number. Nothing was changed.")
    with place.opened() as keeping:
        parts, _heads = _opened(keeping)
        gone = retention.erase(parts.store, parts.audit, citizen, options.reason, rows=options.trail)
    print(f"Destroyed: {gone.cases} cases, the content of {gone.rows} audit rows. The chain keeps their hashes.")
    print("Backups still have them.")
    return 0


def _report(told: Verified) -> list[str]:
    lines = []
    if isinstance(told.trail, Broken):
        lines.append(f"BROKEN at row {told.trail.seq}: it is missing, altered, or does not follow from the one before.")
    else:
        lines.append(f"Sound: {told.trail.head.seq} rows, {told.trail.erased} of them with destroyed content.")
        lines.append(f"Head: {told.trail.head}")
    if told.given is not None:
        lines.append(f"Guarantee: nothing up to row {told.given.seq}, as it was given, is missing or altered.")
    if told.forwarded is not None:
        at = f" at {told.forwarded.at.astimezone(SWEDEN):%Y-%m-%d %H:%M}" if told.forwarded.at is not None else ""
        lines.append(
            f"The log service has rows up to {told.forwarded.seq}{at}; {told.forwarded.waiting} wait. "
            "To be sure of them, give its last row with --head."
        )
    if told.kept is not None:
        lines.append(f"Guarantee: a tail cut before row {told.kept.seq} would show; this account's keyring keeps it.")
    if told.kept is None and told.given is None:
        lines.append("No head is kept outside the journal: a cut tail, or a deleted file, would not show.")
    return lines


def _opened(keeping: Keeping) -> tuple[JournalParts, HeadKeeper]:
    if keeping.parts is None or keeping.heads is None:
        raise CommandError("The journal is not open.")
    return keeping.parts, keeping.heads
