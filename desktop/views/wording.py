"""Notices from texts: a Problem, a message about a person, as parts of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.language import Language
from desktop.texts import problems
from desktop.texts.notice import Notice as Said
from desktop.views.parts import KeyButton, Notice, NoticeKind


def region_quote(text: str) -> tuple[str, str] | None:
    """The region's own words as a quotation."""
    return (QCoreApplication.translate("wording", "Regionens meddelande"), text) if text else None


def problem_notice(
    words: Language, problem: Problem, *, changes: bool = False, buttons: Sequence[KeyButton] = ()
) -> Notice:
    """A Problem: what happened, whether anything changed, what to do, and the reference for support."""
    said = problems.explain(words, problem, changes=changes)
    text = " ".join(part for part in (said.whether_anything_changed, said.what_to_do) if part)
    if said.reference:
        text = f"{text}\n{said.reference}"
    kind: NoticeKind = "unclear" if changes and problem.effect is Effect.UNKNOWN else "error"
    if not changes and problem.kind in (Kind.NOT_AGREED, Kind.PROTECTED_NOT_AGREED):
        kind = "info"  # nothing has gone wrong: it is how things stand
    return Notice(kind, said.what_happened, text, region_quote(said.quote), buttons)


def said_notice(kind: NoticeKind, said: Said, buttons: Sequence[KeyButton] = ()) -> Notice:
    """A message from texts."""
    text = " ".join(part for part in (said.text, said.advice) if part)
    return Notice(kind, said.heading, text, region_quote(said.quote), buttons)
