"""`listningsluckan connection check`: tries every link to the regions, says what each failure means, writes reports."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from platform import node

from desktop.counter import Counter
from desktop.domain.connection import ConnectionReport, Result, Trial
from desktop.runtime.language import Language
from desktop.settings.machine import WorkplaceSecrets
from desktop.settings.policies import policies
from desktop.settings.profile import ProfileError, profile_file, read_machine_profile
from desktop.texts import connection
from desktop.texts.profile_faults import told
from desktop.training import PracticeError, small_region


def main(arguments: Sequence[str]) -> int:
    """Check; 0 where everything that was tried works, 1 where something does not, 2 where nothing could be tried."""
    options = _parser().parse_args(arguments)
    language = Language(options.language)
    try:
        with _counter(options) as counter:
            report = asyncio.run(_check(counter, language, options.register))
    except ProfileError as error:
        print(*(told(language, fault) for fault in error.faults), sep="\n", file=sys.stderr)
        return 2
    except PracticeError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        _write(report, language, options)
    except OSError as error:
        print(f"The report could not be written: {error.strerror}", file=sys.stderr)
        return 2
    return 0 if report.is_well else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="listningsluckan connection", description=__doc__)
    parser.add_argument("deed", choices=("check",), help="try every link; registers nothing unless told to")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="the profile from region IT")
    parser.add_argument("--practice", action="store_true", help="against the built-in practice region")
    parser.add_argument(
        "--register",
        action="store_true",
        help="also register the profile's test persons at its care centres and read it back; never in production",
    )
    parser.add_argument("--language", choices=("sv", "en"), default="sv")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report as data")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the report as a page")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the report as a PDF")
    return parser


@contextmanager
def _counter(options: argparse.Namespace) -> Iterator[Counter]:
    """The machinery to ask with; nothing of it is opened before it is asked. Raises ProfileError or PracticeError."""
    if options.practice:
        with small_region() as region:
            yield Counter(region.profile(), region.platform, region.secrets(), region.folder)
        return
    stated = policies()
    profile = read_machine_profile(profile_file(options.profile, node(), stated), node(), stated).profile
    with tempfile.TemporaryDirectory(prefix="listningsluckan-") as folder:
        yield Counter(profile, lambda: profile.platform, WorkplaceSecrets(), Path(folder))


async def _check(counter: Counter, language: Language, registers: bool) -> ConnectionReport:
    """Print each trial as it ends."""
    seen = 0
    async for report in counter.check_connection(registers):
        for trial in report.trials[seen:]:
            print(_line(language, trial), flush=True)
        seen = len(report.trials)
    print(", ".join(f"{connection.result(language, one)}: {report.count(one)}" for one in Result))
    return report


def _line(language: Language, trial: Trial) -> str:
    ended = connection.result(language, trial.result)
    head = f"{ended:13} {connection.place(language, trial)}: {connection.step(language, trial)}"
    said = (
        connection.took(language, trial),
        connection.facts(language, trial),
        connection.meaning(language, trial),
        connection.reference(trial),
    )
    return "; ".join(part for part in (head, *said) if part)


def _write(report: ConnectionReport, language: Language, options: argparse.Namespace) -> None:
    """Raises OSError."""
    from desktop.documents.connection_report import as_html, as_json, connection_document

    if options.json is not None:
        options.json.write_text(as_json(report), encoding="utf-8")
    if options.html is not None:
        options.html.write_text(as_html(language, report), encoding="utf-8")
    if options.pdf is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtGui import QGuiApplication

        from desktop.documents.page import write_pdf

        application = QGuiApplication.instance() or QGuiApplication(["listningsluckan"])
        write_pdf([connection_document(language, report)], options.pdf, report.started.date())
        del application
