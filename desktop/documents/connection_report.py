"""A connection check on paper and as data: underlag for the region's self-declaration and end-to-end test.

No personal data: a test person is never named, and a region's own words are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtGui import QTextDocument

from desktop.documents import markup, page, palette
from desktop.domain.connection import ConnectionReport, Result, Step, Trial
from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.texts import connection

_POINTS = 9.5
_COLOURS = {
    Result.OK: palette.OK,
    Result.CAUTION: palette.WARNING,
    Result.FAILED: palette.ERROR,
    Result.NOT_TRIED: palette.MUTED,
}


def as_json(report: ConnectionReport) -> str:
    """The report as data, keys in English; times in ISO 8601 with zone, durations in milliseconds."""
    whole = {
        "program": report.program,
        "environment": report.environment,
        "profile": report.profile,
        "region": report.county,
        "started": report.started.isoformat(timespec="seconds"),
        "ended": report.ended.isoformat(timespec="seconds") if report.ended else None,
        "results": {result.value: report.count(result) for result in Result},
        "trials": [_data(trial) for trial in report.trials],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _data(trial: Trial) -> dict[str, Any]:
    problem = trial.problem
    told = {
        "step": trial.step.value,
        "result": trial.result.value,
        "host": trial.host,
        "contract": trial.contract,
        "region": trial.county,
        "intent": trial.intent.name if trial.intent is not None else "",
        "left": trial.left.value if trial.left is not None else "",
        "ms": trial.ms,
        "correlation_id": trial.correlation_id,
        "why": (trial.not_tried or trial.caution or (problem and problem.kind) or Result.OK).value,
        "code": problem.code if problem is not None else "",
        "facts": dict(trial.facts),
    }
    return {key: value for key, value in told.items() if value not in ("", None, {})}


def as_html(language: Language, report: ConnectionReport) -> str:
    """The report as a page of its own, for a browser."""
    style = "body{font-family:sans-serif;max-width:70em;margin:2em auto;padding:0 1em}td{padding:.3em}"
    head = f'<meta charset="utf-8"><title>{escape(_title(language))}</title><style>{style}{markup.style(11)}</style>'
    body = f"<body>{_body(language, report)}</body>"
    return f'<!DOCTYPE html>\n<html lang="{language.code}"><head>{head}</head>{body}</html>\n'


def connection_document(language: Language, report: ConnectionReport) -> QTextDocument:
    """The report on A4."""
    return page.new_document(_POINTS, markup.style(_POINTS), _body(language, report), _title(language))


def _title(language: Language) -> str:
    return language.translate("connection_report", "Anslutningskontroll")


def _body(language: Language, report: ConnectionReport) -> str:
    summary = ", ".join(f"{connection.result(language, one)}: {report.count(one)}" for one in Result)
    facts = [
        (language.translate("connection_report", "Utförd"), f"{report.started:%Y-%m-%d %H:%M}"),
        (language.translate("connection_report", "Miljö"), report.environment),
        (language.translate("connection_report", "Region"), region_name(report.county)),
        (language.translate("connection_report", "Program"), f"Listningsluckan {report.program}"),
        (language.translate("connection_report", "Profil"), report.profile),
        (language.translate("connection_report", "Resultat"), summary),
    ]
    note = language.translate(
        "connection_report",
        "Underlag för självdeklaration och test från början till slut. Rapporten innehåller inga personuppgifter.",
    )
    return "".join(
        (
            f"<h1>{escape(_title(language))}</h1>",
            markup.paragraph(note, "small"),
            markup.band(),
            markup.table(markup.fact(label, value) for label, value in facts),
            *_sections(language, report),
        )
    )


def _sections(language: Language, report: ConnectionReport) -> Iterable[str]:
    """The link itself, the person register, then region by region; the order within each is that of the check."""
    groups: dict[tuple[int, str], list[Trial]] = {}
    for trial in report.trials:
        if trial.step in (Step.CONTRACT, Step.REGISTERING):
            key = (2 if trial.county else 1, connection.place(language, trial))
        else:
            key = (0, language.translate("connection_report", "Anslutningen"))
        groups.setdefault(key, []).append(trial)
    for (order, name), trials in sorted(groups.items()):
        yield markup.heading(name)
        yield markup.table((_row(language, trial, with_place=order == 0) for trial in trials), padding=3)


def _row(language: Language, trial: Trial, *, with_place: bool) -> str:
    name = connection.step(language, trial) + (f", {connection.place(language, trial)}" if with_place else "")
    ended = f'<b style="color: {_COLOURS[trial.result]}">{escape(connection.result(language, trial.result))}</b>'
    told = [connection.meaning(language, trial), connection.facts(language, trial), connection.reference(trial)]
    lines = "<br>".join(escape(line) for line in told if line)
    took = escape(connection.took(language, trial))
    return markup.row(
        markup.cell(escape(name), 30),
        markup.cell(ended, 13),
        markup.cell(took, 9, "right"),
        markup.cell(f'<span class="small">{lines}</span>', 48),
    )
