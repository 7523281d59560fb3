"""The time at the desk: Swedish, whatever the machine is set to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The present moment in Sweden, with zone."""
    return datetime.now(SWEDEN)


def today() -> date:
    """The present date in Sweden."""
    return now().date()
