"""The technical log: JSON lines in one rotating file, for support, in which nobody can be recognised.

What is logged names contracts, regions, times and correlation ids. Should a number slip in all the same, it is blanked
on the way to the file. A line has `time` (ISO 8601 with zone), `run` (one start of the program), `level`, `part`,
`text`, and where a call is told of its `contract`, `to`, `outcome`, `ms` and `correlation`.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
import uuid
from collections import deque
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from desktop.runtime.clock import SWEDEN, now

_NUMBER = re.compile(r"(?<![0-9A-Za-z-])(?:\d{2})?\d{6}[-+\u2010-\u2013 \u00a0]?\d{4}(?![0-9A-Za-z]|-[0-9a-f]{4}-)")
_MEGABYTE = 1024 * 1024
_KEPT_LINES = 200
_KEPT_CALLS = 5


def blanked(text: str) -> str:
    """The text with everything that looks like a personal number blanked; ids of calls stay."""
    return _NUMBER.sub("•", text)


class TechnicalLog(logging.Handler):
    """Logs what the desk does to `log/desk.log` in a folder, five files of a megabyte, until it is closed.

    Where the file cannot be written, the last lines are kept all the same, for a technical report.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.INFO)
        self.folder = folder / "log"
        self._run = uuid.uuid4().hex[:8]
        self._lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._calls: deque[str] = deque(maxlen=_KEPT_CALLS)
        self._file: RotatingFileHandler | None = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = RotatingFileHandler(
                self.folder / "desk.log", maxBytes=_MEGABYTE, backupCount=4, encoding="utf-8"
            )
        except OSError:
            self._file = None
        ours = logging.getLogger("desktop")
        ours.addHandler(self)
        ours.setLevel(logging.INFO)

    @property
    def lines(self) -> tuple[str, ...]:
        """The last lines, oldest first."""
        return tuple(self._lines)

    @property
    def correlation_ids(self) -> tuple[str, ...]:
        """Under which the platform finds the last calls, oldest first."""
        return tuple(self._calls)

    def emit(self, record: logging.LogRecord) -> None:
        """One line; what was raised is told by its kind and place, never by its text."""
        facts: Mapping[str, Any] = getattr(record, "facts", {})
        if correlation := facts.get("correlation"):
            self._calls.append(blanked(str(correlation)))
        line = blanked(json.dumps(self._told(record, facts), ensure_ascii=False, default=str))
        self._lines.append(line)
        if self._file is not None:
            self._file.emit(logging.LogRecord(record.name, record.levelno, "", 0, line, None, None))

    def close(self) -> None:
        """Log no more; the last lines stay readable."""
        logging.getLogger("desktop").removeHandler(self)
        if self._file is not None:
            self._file.close()
        super().close()

    def _told(self, record: logging.LogRecord, facts: Mapping[str, Any]) -> dict[str, Any]:
        raised = record.exc_info[1] if record.exc_info else None
        return {
            "time": now().fromtimestamp(record.created, SWEDEN).isoformat(timespec="milliseconds"),
            "run": self._run,
            "level": record.levelname,
            "part": record.name,
            "text": record.getMessage(),
            **facts,
            **({"raised": where(raised)} if raised is not None else {}),
        }


def where(error: BaseException) -> str:
    """The kind of an error and where it arose, without its text, which may hold anything."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    inner = [where(one) for one in error.exceptions] if isinstance(error, BaseExceptionGroup) else []
    return f"{type(error).__name__} at {places}" + (f" [{'; '.join(inner)}]" if inner else "")


def technical_report(facts: Mapping[str, str], log: TechnicalLog, last_run: str = "") -> str:
    """What support needs, as text to paste: `facts` about the desk, the last calls, the last lines of the log.

    `last_run` is what an earlier run left when it ended without closing.
    """
    calls = ", ".join(log.correlation_ids) or "none"
    head = {"written": now().isoformat(timespec="seconds"), **facts, "last correlation ids": calls}
    parts = ["\n".join(f"{name}: {value}" for name, value in head.items()), *([last_run] if last_run else [])]
    return blanked("\n\n".join((*parts, "\n".join(log.lines[-60:])))) + "\n"
