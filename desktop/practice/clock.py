"""The region's clock: Swedish local time, which can be moved forward so that waits can be tried without waiting."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.practice.store import Store


class Clock:
    """Local time without zone, as the contracts carry it (TKB 5.1.3), plus what it has been moved."""

    def __init__(self, store: Store) -> None:
        self._store = store
        try:
            self._zone: ZoneInfo | None = ZoneInfo("Europe/Stockholm")
        except ZoneInfoNotFoundError:  # Windows without tzdata: the machine's own zone
            self._zone = None

    def now(self) -> datetime:
        """The region's present time."""
        local = datetime.now(self._zone).replace(tzinfo=None, microsecond=0)
        return local + timedelta(seconds=int(self._store.meta("clock_offset") or 0))

    def advance(self, step: timedelta) -> None:
        """Move the clock forward."""
        moved = int(self._store.meta("clock_offset") or 0) + int(step.total_seconds())
        self._store.remember("clock_offset", str(moved))


def stamp(moment: datetime) -> str:
    """A moment as xs:dateTime without zone."""
    return moment.isoformat(timespec="seconds")
