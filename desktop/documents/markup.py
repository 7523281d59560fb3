"""The few pieces that our papers are made of, as the HTML that QTextDocument understands: every value is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from desktop.documents.palette import FAINT, INK, MUTED, PETROL, RULE

TICK_BOX = "box.png"


def style(points: float) -> str:
    """The style sheet of a paper whose text is set in `points`."""
    return f"""
        body {{ color: {INK}; }}
        h1 {{ color: {PETROL}; font-size: {points * 2:.1f}pt; font-weight: 700; margin: 0; }}
        h2 {{ color: {PETROL}; font-size: {points * 1.2:.1f}pt; font-weight: 600; }}
        h2 {{ margin: {points * 1.7:.0f}px 0 4px 0; }}
        p {{ margin: {points * 0.4:.0f}px 0; }}
        .label, .small {{ color: {MUTED}; font-size: {points * 0.82:.1f}pt; }}
        .value {{ font-weight: 600; }}
        .lead {{ font-size: {points * 1.2:.1f}pt; font-weight: 600; }}
        .code {{ font-size: {points * 1.6:.1f}pt; font-weight: 700; }}
    """


def table(rows: Iterable[str], background: str = "", padding: int = 0) -> str:
    """Rows over the whole width."""
    colour = f' bgcolor="{background}"' if background else ""
    return f'<table width="100%" cellspacing="0" cellpadding="{padding}"{colour}>{"".join(rows)}</table>'


def row(*cells: str) -> str:
    """One row of ready cells."""
    return f"<tr>{''.join(cells)}</tr>"


def line(*fields: str) -> str:
    """Fields side by side with a gap of two per cent between them: their widths and the gaps make a hundred."""
    return table([row('<td width="2%"></td>'.join(fields))])


def field(label: str, value: str, width: int) -> str:
    """A label over a value on a line; `width` in per cent."""
    return _lined(label, f'<br><span class="value">{escape(value)}</span>', width, 2)


def fact(label: str, value: str) -> str:
    """A row of a label and a value beside it, over a faint line."""
    line = f"padding: 6px 10px 6px 0; border-bottom: 1px solid {FAINT}; vertical-align: middle;"
    return (
        f'<tr><td width="34%" style="{line}"><span class="label">{escape(label)}</span></td>'
        f'<td width="66%" style="{line}"><span class="value">{escape(value)}</span></td></tr>'
    )


def blank(label: str, width: int, room: int) -> str:
    """A label over an empty line to write on, `room` units high."""
    return _lined(label, "", width, room)


def _lined(label: str, inner: str, width: int, room: int) -> str:
    said = f'<span class="label">{escape(label)}</span>{inner}'
    line = f"padding: 4px 0 {room}px 0; border-bottom: 1px solid {RULE};"
    return (
        f'<td width="{width}%"><table width="100%" cellspacing="0" cellpadding="0" '
        f'style="border-collapse: collapse;"><tr><td style="{line}">{said}</td></tr></table></td>'
    )


def band() -> str:
    """The coloured line under a paper's head."""
    return table([row(f'<td bgcolor="{PETROL}" style="font-size: 2pt;">&nbsp;</td>')])


def space(points: float) -> str:
    """Room between two tables."""
    return f'<p style="font-size: {points:.1f}pt; margin: 0;">&nbsp;</p>'


def cell(html: str, width: int, align: str = "left") -> str:
    """A cell of ready markup; `width` in per cent."""
    return f'<td width="{width}%" align="{align}">{html}</td>'


def heading(text: str, *, new_page: bool = False) -> str:
    """A section's heading, on a page of its own where asked."""
    start = ' style="page-break-before: always;"' if new_page else ""
    return f"<h2{start}>{escape(text)}</h2>"


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of one of the style sheet's classes."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def tick_box(points: float) -> str:
    """A box to tick, as high as letters of `points`."""
    return f'<img src="{TICK_BOX}" width="{points * 1.15:.0f}" height="{points * 1.15:.0f}">'


def tick(text: str, points: float) -> str:
    """A box to tick, and its text beside it."""
    box = f'<td width="{points * 2.2:.0f}" style="padding-top: 6px;">{tick_box(points)}</td>'
    return table([row(box, f'<td style="padding-top: 4px;">{escape(text)}</td>')])
