"""What stands round every page: the mark of the world that the desk talks to, and a computer without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop.app import Desk
from desktop.settings.profile import Environment, Platform
from desktop.states.away import desk_alone
from desktop.states.walker import Walker
from desktop.training import PracticeRegion
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.connection import ConnectionViewModel, Tried
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.settings_page import SettingsViewModel

_NO_ROUTE: Final = "https://255.255.255.255/vp"
"""The broadcast address: the operating system itself says that no connection leads there."""

_CLOSED: Final = "SE9900000020-1999"
"""A care centre that the profile still names and its region no longer offers."""


def desk_of(walk: str, region: PracticeRegion, folder: Path) -> Desk:
    """The desk that a walk goes through: as the practice region has it, or one in another world."""
    if walk == "database-away":
        return desk_alone(region, folder)

    def platform() -> Platform:
        away = {"base_url": _NO_ROUTE} if walk == "offline" else {}
        return region.platform().model_copy(update=away)

    profile = region.profile()
    if walk == "closed-centre":
        first, *others = profile.desk.centres
        closed = first.model_copy(update={"hsa_id": _CLOSED})
        profile = profile.model_copy(update={"desk": profile.desk.model_copy(update={"centres": (closed, *others)})})
    if walk in (Environment.QA.value, Environment.PRODUCTION.value):
        profile = profile.model_copy(update={"environment": Environment(walk)})
        return Desk(profile, platform, region.secrets(), folder)
    return Desk(profile, platform, region.secrets(), folder, region.people, region.controls())


def qa(walker: Walker) -> Iterator[str]:
    """A region's own tests: its mark, and what settings say of it."""
    yield from _marked(walker, "qa")
    walker.list_here("adult-home")
    yield "qa-check"


def production(walker: Walker) -> Iterator[str]:
    """No mark at all; a test person is only shown."""
    yield from _marked(walker, "production")


def _marked(walker: Walker, world: str) -> Iterator[str]:
    walker.press("F2")
    walker.settle()
    yield f"{world}-search"
    walker.open("adult-home")
    yield f"{world}-overview"
    walker.press("Ctrl+,")
    walker.page(SettingsViewModel)
    walker.settle()
    yield f"{world}-settings"


def offline(walker: Walker) -> Iterator[str]:
    """What needs the network says so, and what to do."""
    walker.search(walker.number("adult-home"))
    yield "offline-search"
    walker.press("F6")
    walker.page(CallViewModel)
    walker.press("Ctrl+B")
    centres = walker.page(FacilitiesViewModel)
    walker.until(lambda: not centres.state.is_asking, "waiting for the network")
    walker.settle()
    yield "offline-care-centres"
    walker.desk.model.new_citizen()
    walker.desk.model.aside.show_connection()
    connection = walker.page(ConnectionViewModel)
    walker.press("F5")
    walker.until(lambda: isinstance(connection.state, Tried), "waiting for the trials")
    walker.settle()
    yield "offline-connection"
