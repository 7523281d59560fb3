"""The workplace's journal from a prompt: its keys, backup and restore, verification, destroying what is to go.

    listningsluckan journal key init            make the journal's recovery key (prints it once; keep it in a safe)
    listningsluckan journal key invite ACCOUNT  a code with which another account enrols itself (prints it once)
    listningsluckan journal key enrol           let this account open the journal, with an invitation
    listningsluckan journal key recover         the same with the recovery key, on this computer or a new one
    listningsluckan journal key list            which keys open the journal
    listningsluckan journal key revoke ACCOUNT  let an account open it no longer
    listningsluckan journal backup FILE         copy the journal, encrypted as it is, while desks write to it
    listningsluckan journal restore FILE        put a copy in its place; what stood there is set aside
    listningsluckan journal verify              walk the audit chain, and say which guarantee holds
    listningsluckan journal purge               destroy what the profile says has been kept long enough
    listningsluckan journal erase               destroy a citizen's cases

Keys, codes and personal numbers are asked for at a prompt, or read from standard input; never given as arguments.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.commands import journal_care, journal_keys
from desktop.commands.workplace import CommandError, Workplace, add_options, workplace

Run = Callable[[Workplace, argparse.Namespace], int]


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
    return parser


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
