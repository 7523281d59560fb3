"""What support is told: the technical report, and what happened when the program failed."""

from __future__ import annotations

import platform
import sys
import uuid
from dataclasses import dataclass

import PySide6
from PySide6.QtGui import QGuiApplication

from desktop import __version__
from desktop.runtime.crash import keep_report
from desktop.runtime.diagnostics import TechnicalLog, technical_report
from desktop.settings.profile import Profile


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that nobody foresaw: the code under which the log tells of it, and the report as it was then.

    `ended` is whether it ended the program the last time it ran.
    """

    code: str
    report: str
    ended: bool = False


class Support:
    """Writes technical reports about this desk, in which nobody can be recognised."""

    def __init__(self, profile: Profile, log: TechnicalLog) -> None:
        self._profile, self._log = profile, log

    def report(self, last_run: str = "", code: str = "") -> str:
        """The report as it is now."""
        profile = self._profile
        facts = {
            "program": f"Listningsluckan {__version__}{' (frozen)' if getattr(sys, 'frozen', False) else ''}",
            "python": platform.python_version(),
            "qt": f"{PySide6.__version__} on {QGuiApplication.platformName() or 'no screen'}",
            "system": platform.platform(),
            "environment": profile.environment.value,
            "profile": profile.digest,
            "region": f"{profile.desk.county}, {len(profile.connected)} connected",
            "log": "log/desk.log",
            **({"code": code} if code else {}),
        }
        return technical_report(facts, self._log, last_run)

    def failed(self) -> Failure:
        """Keep a report beside the log of what has just been logged; its code is what one reads to support."""
        code = uuid.uuid4().hex[:6].upper()
        report = self.report(code=code)
        keep_report(self._log.folder, code, report)
        return Failure(code, report)

    def ended(self, last_run: str) -> Failure:
        """The same for what an earlier run left when it ended in the middle of itself."""
        code = uuid.uuid4().hex[:6].upper()
        report = self.report(last_run, code)
        keep_report(self._log.folder, code, report)
        return Failure(code, report, ended=True)
