"""`listningsluckan profile`: check a profile file, or print the schema that profiles follow."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from platform import node

from desktop.domain.profile_fault import ProfileFault
from desktop.runtime.language import LANGUAGES, Language
from desktop.settings.policies import policies
from desktop.settings.profile import (
    MachineProfile,
    ProfileError,
    check_profile,
    machine_file,
    read_machine_profile,
)
from desktop.settings.profile.schema import profile_schema
from desktop.texts.profile_faults import told


def main(arguments: Sequence[str]) -> int:
    """Run one of the two; returns 0, or 2 for a profile with faults, each told on a line of its own."""
    options = _parser().parse_args(arguments)
    if options.task == "schema":
        print(json.dumps(profile_schema(), indent=2, ensure_ascii=False))
        return 0
    words = Language(options.language)
    try:
        found = MachineProfile(check_profile(options.file)) if options.file else _this_machines()
    except ProfileError as error:
        return _tell(words, error.faults)
    if found.faults:
        return _tell(words, found.faults)
    file = options.file or machine_file()
    named = " ".join(filter(None, [found.profile.name, found.profile.version])) or file.name
    print(words.translate("profile", "{profile}: profilen är hel.").format(profile=named))
    return 0


def _this_machines() -> MachineProfile:
    """The profile as the desk reads it here: with this computer's own table and Group Policy."""
    return read_machine_profile(machine_file(), node(), policies())


def _tell(words: Language, faults: Sequence[ProfileFault]) -> int:
    print(*(told(words, fault) for fault in faults), sep="\n", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="listningsluckan profile", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    check = tasks.add_parser("check", help="tell everything that is wrong in a profile, for every computer it names")
    check.add_argument("file", type=Path, nargs="?", metavar="FILE", help="default: the profile as it holds here")
    check.add_argument("--language", choices=LANGUAGES, default="sv", help="of what is told")
    tasks.add_parser("schema", help="print the JSON Schema of profiles")
    return parser
