"""The technical log: one rotating file, for support, in which nobody can be recognised.

What is logged names contracts, regions, times and correlation ids. Should a number slip in all the same, it is blanked
on the way to the file.
"""

from __future__ import annotations

import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_NUMBER = re.compile(r"(?<![0-9A-Za-z-])(?:\d{2})?\d{6}[-+]?\d{4}(?![0-9A-Za-z])")
_MEGABYTE = 1024 * 1024


class _Blanked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return _NUMBER.sub("•", super().format(record))


def keep_log(folder: Path) -> Path | None:
    """Log to `desk.log` in the folder from now on, five files of a megabyte; None when it cannot be written."""
    file = folder / "log" / "desk.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(file, maxBytes=_MEGABYTE, backupCount=4, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Blanked("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("desktop")
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    return file


def where(error: BaseException) -> str:
    """The kind of an error and where it arose, without its text, which may hold anything."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    inner = [where(one) for one in error.exceptions] if isinstance(error, BaseExceptionGroup) else []
    return f"{type(error).__name__} at {places}" + (f" [{'; '.join(inner)}]" if inner else "")
