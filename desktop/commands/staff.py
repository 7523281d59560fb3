"""The directory of staff from a prompt: who may sign in at the desk, in which roles, by which card or PIN.

    listningsluckan staff add ACCOUNT --name "Berit Lindqvist" --roles read register
    listningsluckan staff pin ACCOUNT       give a PIN, asked for at a prompt
    listningsluckan staff card ACCOUNT      give a card, scanned at a prompt
    listningsluckan staff remove ACCOUNT
    listningsluckan staff list

The profile names the file (`staff.directory`). The first administrator is made by whoever may write it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.commands.workplace import CommandError, Workplace, add_options, ask_secret, workplace
from desktop.domain.audit import Action, Entry
from desktop.domain.staff import Role
from desktop.settings.staff import DirectoryFault, Member, StaffDirectory, read_staff


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 when it was done, 2 when it could not be."""
    options = _parser().parse_args(arguments)
    try:
        place = workplace(options)
        file, directory = _directory(place)
        if options.command == "list":
            return _show(directory)
        _require(place, directory)
        _changed(directory, options).write(file)
        _note(place, options)
    except (CommandError, DirectoryFault) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"The directory of staff cannot be written: {type(error).__name__}.", file=sys.stderr)
        return 2
    print("Done.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="listningsluckan staff", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_options(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("list")
    add = commands.add_parser("add")
    add.add_argument("account")
    add.add_argument("--name", default="", help="as it is shown, and stands on what is registered")
    add.add_argument(
        "--roles", nargs="*", type=Role, choices=list(Role), default=[], metavar="ROLE", help="%(choices)s"
    )
    for name in ("pin", "card", "remove"):
        commands.add_parser(name).add_argument("account")
    return parser


def _directory(place: Workplace) -> tuple[Path, StaffDirectory]:
    file = place.profile.staff.directory
    if file is None:
        raise CommandError("The profile names no directory of staff (staff.directory).")
    return file, read_staff(file) if file.exists() else StaffDirectory()


def _require(place: Workplace, directory: StaffDirectory) -> None:
    """An administrator; where there is none yet, whoever may write the file."""
    named = [*place.profile.staff.groups.values(), *(member.roles for member in directory.staff)]
    if any(Role.ADMINISTER in roles for roles in named):
        place.require(Role.ADMINISTER)


def _changed(directory: StaffDirectory, options: argparse.Namespace) -> StaffDirectory:
    account = options.account
    known = directory.find(account)
    if options.command == "add":
        member = known or Member(account=account)
        return directory.with_member(
            member.model_copy(update={"name": options.name or member.name, "roles": frozenset(options.roles)})
        )
    if known is None:
        raise CommandError(f"{account} is not in the directory.")
    match options.command:
        case "remove":
            return directory.without(account)
        case "card":
            return directory.with_member(known.model_copy(update={"card": directory.card_hash(ask_secret("The card"))}))
    try:
        return directory.with_member(known.with_pin(ask_secret("The PIN")))
    except ValueError as error:
        raise CommandError(f"Nothing was changed: {error}.") from None


def _show(directory: StaffDirectory) -> int:
    for member in directory.staff:
        means = ", ".join(name for name, kept in (("PIN", member.pin), ("card", member.card)) if kept) or "-"
        roles = ", ".join(role.value for role in Role if role in member.roles) or "-"
        print(f"{member.account:<16} {member.name:<28} {roles:<34} {means}")
    return 0


def _note(place: Workplace, options: argparse.Namespace) -> None:
    """In the audit trail, where this account can open the journal."""
    evidence = {"account": options.account, "roles": [role.value for role in getattr(options, "roles", [])]}
    try:
        with place.opened() as keeping:
            if keeping.parts is not None:
                entry = Entry(Action.STAFF_CHANGED, reason=options.command, evidence=evidence)
                keeping.parts.audit.note(entry)
    except CommandError as error:
        print(f"This is not in the audit trail. {error}", file=sys.stderr)
