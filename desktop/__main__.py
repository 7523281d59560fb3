"""The command line: the desk itself, and one line for each command. What a command does lives in its own module."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from desktop import __version__
from desktop.runtime.memory import keep_memory_private

_EPILOG = """\
commands:
  practice    the practice region by itself, for any client (see: listningsluckan practice --help)
  tour        the main job in the real window against the practice region, a picture of every step
  pictures    every page in every state, in both languages and three themes, as pictures for eyes
  connection  try every link to the regions and write a report (see: listningsluckan connection --help)
  journal     the workplace's journal: keys, backup, restore, verify (see: listningsluckan journal --help)
  certificate put the certificate on this computer, or show it; the passphrase on standard input
  secret      put a password or token on this computer; read from standard input
  audit       an extract of the audit trail, for the audit role (see: listningsluckan audit --help)
  staff       who may sign in at the desk, in which roles (see: listningsluckan staff --help)
  profile     check a profile file, or print the schema of profiles

Without a screen, --practice becomes the tour.
"""


COMMANDS = ("audit", "certificate", "connection", "journal", "pictures", "profile", "secret", "staff")
"""Each is a module of `desktop/commands`, imported when it is asked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the desk or one of its commands; returns the exit code."""
    keep_memory_private()
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments[:1]:
        case ["practice"]:
            from desktop.practice.command import main as practise

            return practise(arguments[1:])
        case ["tour"]:
            return _tour(arguments[1:])
        case [command] if command in COMMANDS:
            return _run(command, arguments[1:])
    options = _parser().parse_args(arguments)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # It would look through every installed package.
    gc.disable()  # Nothing that starting makes is garbage; then `runtime/garbage.py` looks for it.
    from desktop.runtime.imports import import_plainly

    import_plainly()
    from desktop.opening import has_screen, run

    if options.practice and not has_screen():
        return _tour([])
    return run(options)


def _run(command: str, arguments: Sequence[str]) -> int:
    """What the operating system refuses in the middle of a command is no bug: it is told, not traced."""
    try:
        return int(import_module(f"desktop.commands.{command}").main(arguments))
    except OSError as error:
        print(f"listningsluckan {command}: {error.strerror or type(error).__name__}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="listningsluckan",
        description="The listing counter: register care-centre listings at the reception desk.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"listningsluckan {__version__}")
    parser.add_argument("--practice", action="store_true", help="with the built-in practice region, fictitious persons")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="the profile from region IT")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder for the journal")
    parser.add_argument(
        "--language", choices=("sv", "en"), help="the window's language, instead of the one last chosen"
    )
    parser.add_argument("--theme", choices=("system", "light", "dark", "high-contrast"))
    parser.add_argument("--text-size", type=int, choices=range(100, 201), metavar="100-200")
    return parser


def _tour(arguments: Sequence[str]) -> int:
    from desktop.tour import main as tour

    return tour(arguments)


if __name__ == "__main__":
    sys.exit(main())
