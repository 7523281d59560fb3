"""A connection check in a test: what a trial is found by, and with whom the practice profile tries."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.counter import Counter
from desktop.domain.connection import ConnectionReport, Step, Trial
from desktop.domain.registration import Intent
from tests.region import Region

Check = Callable[..., ConnectionReport]
PERSON = "same-name-1"


@pytest.fixture
def check(region: Region, tmp_path: Path) -> Check:
    """``check(registers=True, platform={...}, **profile)``: the last report of a check of the regions 20 and 21."""

    def run(
        registers: bool = False,
        platform: dict[str, Any] | None = None,
        is_stopped: Callable[[], bool] = bool,
        **changed: Any,
    ) -> ConnectionReport:
        practice = region.practice
        profile = practice.profile().model_copy(update={"connected": ("20", "21"), **changed})
        terms = practice.platform().model_copy(update={"read_timeout": 2.0, **(platform or {})})
        counter = Counter(profile, lambda: terms, practice.secrets(), tmp_path)

        async def last() -> ConnectionReport:
            return [report async for report in counter.check_connection(registers, is_stopped)][-1]

        return asyncio.run(last())

    return run


def the(
    report: ConnectionReport, step: Step, contract: str = "", county: str = "", intent: Intent | None = None
) -> Trial:
    """The one trial of this."""
    sought = (step, contract, county, intent)
    (trial,) = [one for one in report.trials if (one.step, one.contract, one.county, one.intent) == sought]
    return trial
