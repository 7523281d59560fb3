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

from desktop.domain.staff import Role, SignInFault, Staff, acting
from desktop.keeping import Keeping, journal_file, kept
from desktop.runtime.resources import resource
from desktop.settings.account import account
from desktop.settings.machine import WorkplaceSecrets
from desktop.settings.policies import policies
from desktop.settings.profile import Profile, ProfileError, machine_file, read_machine_profile, read_profile
from desktop.settings.secrets import FolderSecrets, KeyringSecrets, SecretFault
from desktop.usecases.sign_in import account_staff


class CommandError(Exception):
    """The command cannot go on; says why and what to do, without personal data."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a command works, and as whom."""

    profile: Profile
    secrets: KeyringSecrets | FolderSecrets
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
        from desktop.journal.faults import JournalError, JournalFault
        from desktop.journal.store import open_store

        if not self.file.exists():
            raise CommandError(f"There is no journal at {self.file}.")
        try:
            store = open_store(self.file, key or self.account_key(), self.staff.account)
        except JournalError as error:
            advice = {JournalFault.KEY_MISSING: " Run: listningsluckan journal key enrol"}.get(error.fault, "")
            raise CommandError(f"The journal cannot be opened: {error}.{advice}") from error
        try:
            keeping = kept(self.profile, self.secrets, store)
            yield keeping
            if keeping.heads is not None:
                keeping.heads.keep()
        except JournalError as error:
            raise CommandError(f"The journal: {error}.") from error
        finally:
            store.close()


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which workplace."""
    parser.add_argument("--practice", action="store_true", help="the journal of the practice region")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="the profile from region IT")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of the journal")


def workplace(options: argparse.Namespace) -> Workplace:
    """The workplace that the options name; whoever runs the command acts from now on. Raises CommandError."""
    from platformdirs import user_data_path

    folder = options.data or user_data_path("listningsluckan", appauthor=False)
    secrets: KeyringSecrets | FolderSecrets = WorkplaceSecrets()
    try:
        if options.practice:
            profile = read_profile(options.profile or resource("practice/profile.toml"))
            folder = folder / "practice"
            secrets = FolderSecrets(folder / "secrets")
        else:
            profile = read_machine_profile(options.profile or machine_file(), node(), policies()).profile
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
