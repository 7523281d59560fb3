"""The workplace's journal from a prompt: its keys, backup and restore, verification, destroying what is to go.

    listningsluckan journal key init            make the journal's recovery key (prints it once; keep it in a safe)
    listningsluckan journal key invite ACCOUNT  a code with which another account enrols itself (prints it once)
    listningsluckan journal key enrol           let this account open the journal, with an invitation
    listningsluckan journal key recover         the same with the recovery key, on this computer or a new one
    listningsluckan journal key list            which keys open the journal
    listningsluckan journal key revoke ACCOUNT  let an account open it no longer
    listningsluckan journal backup FILE         copy the journal, encrypted as it is, while desks write to it
    listningsluckan journal restore FILE        put a copy in its place; what stood there is set aside
    listningsluckan journal verify              walk the audit chain, and say which guarantee holds; after a restore
                                                other accounts that have worked since take it for right with --accept
    listningsluckan journal purge               destroy what the profile says has been kept long enough
    listningsluckan journal erase               destroy a citizen's cases

Where the profile names a database for the journal, its administrator runs (--as ROLE, whose password is asked for):

    listningsluckan journal migrate --as ROLE            make the tables, or bring them to this version
    listningsluckan journal centre --as ROLE             make the care centre, and its recovery key (prints it once);
                                                         with --of-file it gets the keys of the file to be moved
    listningsluckan journal desk enrol DESK --as ROLE    let a desk in (prints its code once)
    listningsluckan journal desk revoke DESK --as ROLE   shut a desk out
    listningsluckan journal desk list --as ROLE          which desks may go in
    listningsluckan journal move                         move this computer's journal file into the database

Keys, codes and personal numbers are asked for at a prompt, or read from standard input; never given as arguments.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from desktop.commands import journal_care, journal_database, journal_keys
from desktop.commands.workplace import CommandError, Workplace, add_options, workplace

Run = Callable[[Workplace, argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 when it was done, 1 when the chain is broken, 2 when it could not be done."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(workplace(options), options))
    except CommandError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="listningsluckan journal", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_options(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_key_commands(commands.add_parser("key", help="who can open the journal"))
    backup = commands.add_parser("backup", help="copy the journal")
    backup.add_argument("copy", type=Path, metavar="FILE")
    backup.set_defaults(run=journal_care.back_up)
    restore = commands.add_parser("restore", help="put a copy in the journal's place")
    restore.add_argument("copy", type=Path, metavar="FILE")
    restore.set_defaults(run=journal_care.restore)
    verify = commands.add_parser("verify", help="walk the audit chain")
    verify.add_argument("--head", metavar="SEQ:LINK", help="seq and link of the last row at the log service")
    verify.add_argument("--accept", action="store_true", help="take the trail as it is for right from now on")
    verify.set_defaults(run=journal_care.verify)
    commands.add_parser("purge", help="destroy what has been kept long enough").set_defaults(run=journal_care.purge)
    erase = commands.add_parser("erase", help="destroy a citizen's cases")
    erase.add_argument("--reason", required=True, help="why; it is kept in the audit trail")
    erase.add_argument("--trail", action="store_true", help="also what the audit trail says about the citizen")
    erase.set_defaults(run=journal_care.erase)
    _add_database_commands(commands)
    return parser


def _add_database_commands(commands: Commands) -> None:
    migrate = commands.add_parser("migrate", help="make the database's tables, or bring them to this version")
    migrate.set_defaults(run=journal_database.migrate)
    centre = commands.add_parser("centre", help="make the care centre in the database")
    centre.add_argument("--of-file", action="store_true", help="with the key of the file that is to be moved there")
    centre.set_defaults(run=journal_database.add_centre)
    desks = commands.add_parser("desk", help="which desks may go in").add_subparsers(required=True, metavar="COMMAND")
    enrol, revoke, show = (desks.add_parser(name) for name in ("enrol", "revoke", "list"))
    enrol.set_defaults(run=journal_database.enrol)
    revoke.set_defaults(run=journal_database.revoke)
    show.set_defaults(run=journal_database.show)
    for parser in (enrol, revoke):
        parser.add_argument("desk", help="the desk's role: the computer's name in lower case, or the profile's role")
    for parser in (migrate, centre, enrol, revoke, show):
        parser.add_argument("--as", dest="role", required=True, metavar="ROLE", help="who owns the database")
    commands.add_parser("move", help="move the journal's file there").set_defaults(run=journal_database.move)


def _add_key_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    alone: dict[str, Run] = {
        "init": journal_keys.init,
        "enrol": journal_keys.enrol,
        "recover": journal_keys.recover,
        "list": journal_keys.show,
    }
    for name, run in alone.items():
        commands.add_parser(name).set_defaults(run=run)
    about: dict[str, Run] = {"invite": journal_keys.invite, "revoke": journal_keys.revoke}
    for name, run in about.items():
        one = commands.add_parser(name)
        one.add_argument("account")
        one.set_defaults(run=run)
