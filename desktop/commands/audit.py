"""The audit trail from a prompt: an extract about a citizen or a period, for the audit role.

    listningsluckan audit export --to extract.csv --from 2026-11-01 --until 2026-11-23
    listningsluckan audit export --to extract.pdf --citizen       asks for the personal number at a prompt

The extract is itself noted. The file has personal data in clear: keep it accordingly.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from desktop.commands.workplace import CommandError, Workplace, add_options, ask_secret, workplace
from desktop.domain.audit import AuditRow, ExtractFault, TrailQuestion
from desktop.domain.identity import PersonIdentity, parse_identity
from desktop.domain.staff import Role
from desktop.runtime.clock import now, today
from desktop.runtime.language import LANGUAGES, Language

_WHOLE_TRAIL = date(2000, 1, 1)
_USUAL = timedelta(days=30)


def main(arguments: Sequence[str]) -> int:
    """Write the extract; 0 when it was written, 2 when it could not be."""
    options = _parser().parse_args(arguments)
    try:
        place = workplace(options)
        place.require(Role.AUDIT)
        if options.to.exists():
            raise CommandError(f"{options.to} is there already, and is not overwritten.")
        question = _question(options)
        rows = _read(place, question)
        _write(rows, question, Language(options.language), place, options.to)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{options.to} cannot be written: {type(error).__name__}.", file=sys.stderr)
        return 2
    print(f"{len(rows)} rows in {options.to}. It has personal data in clear.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="listningsluckan audit", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_options(parser)
    export = parser.add_subparsers(required=True, metavar="COMMAND").add_parser("export")
    export.add_argument("--to", type=Path, required=True, metavar="FILE", help="ends in .csv or .pdf")
    export.add_argument("--citizen", action="store_true", help="about one citizen, whose number is asked for")
    export.add_argument("--from", dest="since", type=date.fromisoformat, metavar="DATE", help="first day, Swedish")
    export.add_argument("--until", type=date.fromisoformat, metavar="DATE", help="last day, Swedish")
    export.add_argument("--language", choices=LANGUAGES, default="sv")
    return parser


def _question(options: argparse.Namespace) -> TrailQuestion:
    """About a citizen the whole trail is meant, unless a day is given; else the last thirty days."""
    citizen: PersonIdentity | None = None
    if options.citizen:
        parsed = parse_identity(ask_secret("The citizen's personal number"), today())
        if not isinstance(parsed, PersonIdentity):
            raise CommandError("That is no personal number. Nothing was read.")
        citizen = parsed
    until = options.until or today()
    usual = _WHOLE_TRAIL if citizen is not None else until - _USUAL
    return TrailQuestion(citizen, options.since or usual, until)


def _read(place: Workplace, question: TrailQuestion) -> tuple[AuditRow, ...]:
    from desktop.usecases.export_trail import export_trail

    with place.opened() as keeping:
        rows = export_trail(keeping.parts.audit if keeping.parts is not None else None, question)
    if isinstance(rows, ExtractFault):
        raise CommandError(f"There is no extract: {rows.value}.")
    return rows


def _write(
    rows: tuple[AuditRow, ...], question: TrailQuestion, language: Language, place: Workplace, file: Path
) -> None:
    """Raises OSError."""
    from desktop.documents.trail_extract import as_csv, extract_document

    if file.suffix.lower() == ".csv":
        file.write_bytes(as_csv(language, rows))
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from desktop.documents.page import write_pdf

    application = QGuiApplication.instance() or QGuiApplication(["listningsluckan"])
    made = language.translate("trail", "Framtaget {time} av {name}")
    told = made.format(time=f"{now():%Y-%m-%d %H:%M}", name=place.staff.shown)
    write_pdf([extract_document(language, question, rows, told)], file, today())
    del application
