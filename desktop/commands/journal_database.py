"""`journal migrate`, `centre`, `desk` and `move`: the database that desks share, as its administrator has it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager

from desktop.commands.journal_keys import ask_code
from desktop.commands.workplace import CommandError, Workplace, ask_secret
from desktop.domain.staff import Role
from desktop.journal import moving
from desktop.journal.administration import Administration, NotThereError, TakenError
from desktop.journal.database import Login
from desktop.journal.faults import JournalError, JournalFault
from desktop.journal.key_codes import new_key_code, read_key_code
from desktop.journal.keys import DataKey
from desktop.journal.sessions import has_living
from desktop.settings.secrets import JOURNAL_DATABASE
from desktop.shared import address_of


def migrate(place: Workplace, options: argparse.Namespace) -> int:
    """Make the tables, or take the steps that are missing: all of them or none."""
    with _administration(place, options) as database:
        before, present = database.bring_up()
    if before is None:
        print(f"The database is made, in version {present}.")
    elif before == present:
        print(f"The database has version {present} already. Nothing was changed.")
    else:
        print(f"The database was brought from version {before} to {present}. Desks of an older program now only read.")
    return 0


def add_centre(place: Workplace, options: argparse.Namespace) -> int:
    """Make the care centre that the profile names, with a recovery key: a new one, or that of the file."""
    centre = place.wanted_database().centre
    with _administration(place, options) as database:
        if options.of_file:
            recovery = ask_code("The recovery key of the journal's file")
            database.add_centre(centre, recovery, _key_of_file(place, recovery))
            print(f"{centre} is made. The recovery key of the file is its recovery key.")
            print("Next: journal desk enrol, and at that desk: journal move")
            return 0
        code = new_key_code()
        database.add_centre(centre, _key(code))
    print(f"{centre} is made. Its recovery key, which is shown only now. Keep it in a safe:")
    print(code)
    return 0


def enrol(place: Workplace, options: argparse.Namespace) -> int:
    """Let a desk in, with a code of its own; enrolled once more, it has a new one, and the former is of no use."""
    centre, code = place.wanted_database().centre, new_key_code()
    with _administration(place, options) as database:
        database.enrol(centre, options.desk, _key(code), ask_code(f"The recovery key of {centre}"))
    print(f"{options.desk} may go in. Its code, which is shown only now:")
    print(code)
    print(f"Store it on that computer with: listningsluckan secret set {JOURNAL_DATABASE}")
    return 0


def revoke(place: Workplace, options: argparse.Namespace) -> int:
    """Shut a desk out at once, and say what that does not undo."""
    with _administration(place, options) as database:
        database.revoke(options.desk)
    print(f"{options.desk} is shut out from this moment.")
    print(
        "That computer has had the key to the care centre's records, and it is not changed: whoever has both it and a "
        "copy of the database can read what is in the copy. Treat the computer and the backups accordingly."
    )
    return 0


def show(place: Workplace, options: argparse.Namespace) -> int:
    """Which desks may go in, of every care centre in the database."""
    with _administration(place, options) as database:
        for desk in database.desks():
            print(f"{desk.centre:<24} {desk.role:<24} since {desk.since:%Y-%m-%d}")
    return 0


def move(place: Workplace, _: argparse.Namespace) -> int:
    """Move the journal's file into the database: whole or not at all. Interrupted, it is given again."""
    place.require(Role.ADMINISTER)
    place.wanted_database()
    if has_living(place.file):
        raise CommandError("A desk has the journal's file open. Close it and run this again. Nothing was moved.")
    with closing(place.open_shared()) as target, closing(place.open_file()) as source:
        try:
            moved = moving.move(source, target)
            aside = moving.set_aside(source)
        except moving.MoveError as error:
            raise CommandError(f"Nothing was moved: {error}.") from error
        except JournalError as error:
            raise CommandError(f"Nothing was moved: {error}. Run this again.") from error
    print(f"The database has {moved.cases} cases and {moved.trail.head.seq} audit rows. The chain is sound.")
    print(f"Head: {moved.trail.head}")
    print(f"The file is kept as {aside.name}. When the database has been backed up, destroy it.")
    return 0


@contextmanager
def _administration(place: Workplace, options: argparse.Namespace) -> Iterator[Administration]:
    """The database with every right, for one command. Raises CommandError."""
    address = address_of(place.wanted_database())
    password = ask_secret(f"The password of {options.role} at {address.host}")
    with closing(Administration(address, Login(options.role, password))) as database:
        try:
            yield database
        except TakenError as error:
            raise CommandError(f"There is already a {error} there. Nothing was changed.") from error
        except NotThereError as error:
            raise CommandError(f"There is no {error} in the database. Nothing was changed.") from error
        except JournalError as error:
            known = {JournalFault.KEY_MISSING: "that is not the care centre's recovery key"}
            raise CommandError(f"Nothing was changed: {known.get(error.fault, error)}.") from error


def _key_of_file(place: Workplace, recovery: bytes) -> DataKey:
    with closing(place.open_file(recovery)) as source:
        return source.key


def _key(code: str) -> bytes:
    key = read_key_code(code)
    if key is None:
        raise ValueError("a new code is always readable")
    return key
