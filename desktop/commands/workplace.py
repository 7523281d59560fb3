"""What the commands of a workplace stand on: profile, secrets and journal file, who runs the command, and prompts.

A secret is read from a prompt, or from standard input where that is no terminal; never from an argument.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from platform import node
from typing import TYPE_CHECKING

from desktop.domain.staff import Role, SignInFault, Staff, acting
from desktop.keeping import Keeping, journal_file, kept
from desktop.runtime.resources import resource
from desktop.settings.account import account
from desktop.settings.machine import WorkplaceSecrets
from desktop.settings.policies import policies
from desktop.settings.profile import (
    DatabaseTerms,
    Profile,
    ProfileError,
    profile_file,
    read_machine_profile,
    read_profile,
)
from desktop.settings.secrets import FolderSecrets, SecretFault, Secrets
from desktop.shared import KeyNotThereError, open_shared
from desktop.usecases.sign_in import account_staff

if TYPE_CHECKING:
    from desktop.journal.database import DatabaseStore
    from desktop.journal.file_store import FileStore


class CommandError(Exception):
    """The command cannot go on; says why and what to do, without personal data."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a command works, and as whom."""

    profile: Profile
    secrets: Secrets
    file: Path
    staff: Staff

    def require(self, role: Role) -> None:
        """Go on only for whoever has the role. Raises CommandError."""
        if not self.staff.may(role):
            raise CommandError(
                f"The account {self.staff.account} has no role '{role.value}'. The profile's staff.groups gives it."
            )

    def account_key(self) -> bytes:
        """The account's own key, made where there is none. Raises CommandError."""
        key = self.secrets.data_key()
        if isinstance(key, SecretFault):
            raise CommandError(f"The keyring of {self.staff.account} cannot be used: {key.value}.")
        return key

    @contextmanager
    def opened(self, key: bytes | None = None) -> Iterator[Keeping]:
        """The journal, opened with this account's key or another; closed in the end. Raises CommandError."""
        from desktop.journal.faults import JournalError

        store = self.open_shared() if self.database is not None else self.open_file(key)
        try:
            keeping = kept(self.profile, self.secrets, store)
            yield keeping
            if keeping.heads is not None:
                keeping.heads.keep()
        except JournalError as error:
            raise CommandError(f"The journal: {error}.") from error
        finally:
            store.close()

    @property
    def database(self) -> DatabaseTerms | None:
        """The database that the profile names for the journal."""
        return self.profile.journal.database

    def open_file(self, key: bytes | None = None) -> FileStore:
        """The journal's file, with this account's key or another. Raises CommandError."""
        from desktop.journal.faults import JournalError, JournalFault
        from desktop.journal.file_store import open_store

        if not self.file.exists():
            raise CommandError(f"There is no journal at {self.file}.")
        try:
            return open_store(self.file, key or self.account_key(), self.staff.account)
        except JournalError as error:
            advice = {JournalFault.KEY_MISSING: " Run: listningsluckan journal key enrol"}.get(error.fault, "")
            raise CommandError(f"The journal cannot be opened: {error}.{advice}") from error

    def open_shared(self) -> DatabaseStore:
        """The care centre's journal in the database, as this desk. Raises CommandError."""
        from desktop.journal.faults import JournalError

        try:
            return open_shared(self.wanted_database(), self.secrets)
        except KeyNotThereError as error:
            raise CommandError(f"This desk's code cannot be had: {error}. {_ENROL}") from error
        except JournalError as error:
            raise CommandError(f"The database: {error}.") from error

    def wanted_database(self) -> DatabaseTerms:
        """The database, for a command that needs one. Raises CommandError."""
        if self.database is None:
            raise CommandError("The profile names no journal.database: the journal is a file.")
        return self.database

    def wanted_file(self) -> Path:
        """The journal's file, for a command that is about one. Raises CommandError."""
        if self.database is not None:
            raise CommandError("The journal is in a database, whose own tools do this; the handbook tells how.")
        return self.file


_ENROL = "It comes from: listningsluckan journal desk enrol, and is stored with: listningsluckan secret set"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which workplace."""
    parser.add_argument("--practice", action="store_true", help="the journal of the practice region")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="the profile from region IT")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of the journal")


def workplace(options: argparse.Namespace) -> Workplace:
    """The workplace that the options name; whoever runs the command acts from now on. Raises CommandError."""
    from platformdirs import user_data_path

    folder = options.data or user_data_path("listningsluckan", appauthor=False)
    secrets: Secrets = WorkplaceSecrets()
    try:
        if options.practice:
            profile = read_profile(options.profile or resource("practice/profile.toml"))
            folder = folder / "practice"
            secrets = FolderSecrets(folder / "secrets")
        else:
            stated = policies()
            profile = read_machine_profile(profile_file(options.profile, node(), stated), node(), stated).profile
    except ProfileError as error:
        raise CommandError(str(error)) from error
    staff = _who_runs_it(profile)
    acting.set(staff)
    place = options.data / "journal.sqlite3" if options.data and not options.practice else journal_file(profile, folder)
    return Workplace(profile, secrets, place, staff)


def _who_runs_it(profile: Profile) -> Staff:
    """The account, which has no roles where a directory of staff is still to be made."""
    directory = profile.staff.directory
    if directory is not None and not directory.exists():
        return Staff(account())
    staff = account_staff(profile.staff)
    if isinstance(staff, SignInFault):
        raise CommandError(f"This account: {staff.value}.")
    return staff


def ask_secret(prompt: str) -> str:
    """A line that nobody sees on the screen. Raises CommandError for an empty one."""
    if sys.stdin.isatty():
        typed = getpass(prompt + ": ")
    else:
        print(prompt + ":", file=sys.stderr)
        typed = sys.stdin.readline()
    if not typed.strip():
        raise CommandError("Nothing was given.")
    return typed.strip()
