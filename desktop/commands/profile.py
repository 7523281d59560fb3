"""`listningsluckan profile`: check a profile file, or print the schema that profiles follow."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.runtime.language import LANGUAGES, Language
from desktop.settings.profile import ProfileError, check_profile
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
        profile = check_profile(options.file)
    except ProfileError as error:
        print(*(told(words, fault) for fault in error.faults), sep="\n", file=sys.stderr)
        return 2
    named = " ".join(filter(None, [profile.name, profile.version])) or options.file.name
    print(words.translate("profile", "{profile}: profilen är hel.").format(profile=named))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="listningsluckan profile", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    check = tasks.add_parser("check", help="tell everything that is wrong in a profile, for every computer it names")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--language", choices=LANGUAGES, default="sv", help="of what is told")
    tasks.add_parser("schema", help="print the JSON Schema of profiles")
    return parser
