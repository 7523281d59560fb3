"""The region's clock: Swedish local time, which can be moved forward so that waits can be tried without waiting."""

from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.practice.store import Store


@cache
def _sweden() -> ZoneInfo | None:
    """Sweden's zone; None, the machine's own, on a Windows without tzdata."""
    try:
        return ZoneInfo("Europe/Stockholm")
    except ZoneInfoNotFoundError:
        return None


class Clock:
    """Local time without zone, as the contracts carry it (TKB 5.1.3), plus what it has been moved."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> datetime:
        """The region's present time."""
        local = datetime.now(_sweden()).replace(tzinfo=None, microsecond=0)
        return local + timedelta(seconds=int(self._store.meta("clock_offset") or 0))

    def advance(self, step: timedelta) -> None:
        """Move the clock forward."""
        moved = int(self._store.meta("clock_offset") or 0) + int(step.total_seconds())
        self._store.remember("clock_offset", str(moved))


def stamp(moment: datetime) -> str:
    """A moment as xs:dateTime without zone."""
    return moment.isoformat(timespec="seconds")


def with_zone(moment: str) -> str:
    """A moment of local time with its offset, as some regions write it."""
    return datetime.fromisoformat(moment).replace(tzinfo=_sweden()).astimezone(_sweden()).isoformat()
