"""The audit trail in words: what was done, and each row's columns, in an explicit language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.audit import Action, AuditRow, TrailQuestion
from desktop.runtime.clock import SWEDEN
from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP

_ACTIONS: dict[Action, str] = {
    Action.LOOKED_UP: QT_TRANSLATE_NOOP("trail", "Visade invånaren"),
    Action.SEARCHED: QT_TRANSLATE_NOOP("trail", "Sökte på namn"),
    Action.OPENED: QT_TRANSLATE_NOOP("trail", "Öppnade ett ärende"),
    Action.MARKED: QT_TRANSLATE_NOOP("trail", "Ändrade ett ärende"),
    Action.TAKEN_OVER: QT_TRANSLATE_NOOP("trail", "Tog över ett ärende"),
    Action.PRINTED: QT_TRANSLATE_NOOP("trail", "Skrev ut eller sparade"),
    Action.EXPORTED: QT_TRANSLATE_NOOP("trail", "Tog fram ett loggutdrag"),
    Action.SIGNED_IN: QT_TRANSLATE_NOOP("trail", "Loggade in"),
    Action.SIGN_IN_REFUSED: QT_TRANSLATE_NOOP("trail", "Misslyckad inloggning"),
    Action.SIGNED_OUT: QT_TRANSLATE_NOOP("trail", "Loggade ut"),
    Action.STAFF_CHANGED: QT_TRANSLATE_NOOP("trail", "Ändrade behörigheter"),
    Action.KEYS_CHANGED: QT_TRANSLATE_NOOP("trail", "Ändrade vem som kan öppna ärendena"),
    Action.RESTORED: QT_TRANSLATE_NOOP("trail", "Återställde från säkerhetskopia"),
    Action.PURGED: QT_TRANSLATE_NOOP("trail", "Gallrade"),
    Action.ERASED: QT_TRANSLATE_NOOP("trail", "Raderade uppgifter om en invånare"),
    Action.READ: QT_TRANSLATE_NOOP("trail", "Läste vad regionerna visar"),
}


def columns(language: Language) -> tuple[str, ...]:
    """The headings of `cells`."""
    return (
        language.translate("trail", "Tid"),
        language.translate("trail", "Vem"),
        language.translate("trail", "Var"),
        language.translate("trail", "Vad"),
        language.translate("trail", "Invånare"),
        language.translate("trail", "Ärende"),
        language.translate("trail", "Varför"),
        language.translate("trail", "Underlag"),
        language.translate("trail", "Svar"),
        language.translate("trail", "Referens"),
    )


def cells(language: Language, row: AuditRow) -> tuple[str, ...]:
    """A row in words; the time is Swedish, with its offset, so that the hour that comes twice is told apart."""
    entry = row.entry
    return (
        f"{row.at.astimezone(SWEDEN):%Y-%m-%d %H:%M:%S %z}",
        row.who,
        row.place,
        action(language, entry.action),
        entry.citizen.written if entry.citizen is not None else "",
        entry.case_number,
        entry.reason,
        _written(entry.evidence),
        _written(entry.answer),
        entry.correlation_id,
    )


def action(language: Language, done: Action) -> str:
    """What was done."""
    return language.translate("trail", _ACTIONS[done])


def title(language: Language, question: TrailQuestion) -> str:
    """What an extract is about."""
    if question.citizen is None:
        text = language.translate("trail", "Loggutdrag {since} till {until}")
        return text.format(since=question.since, until=question.until)
    text = language.translate("trail", "Loggutdrag för {number}, {since} till {until}")
    return text.format(number=question.citizen.written, since=question.since, until=question.until)


def _written(told: Mapping[str, Any]) -> str:
    """Names and values as they were kept; what is empty says nothing."""
    return "; ".join(
        f"{name}: {_value(value)}" for name, value in told.items() if value not in (None, "", {}, [], False)
    )


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"({_written(value)})"
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value))
    return str(value)
