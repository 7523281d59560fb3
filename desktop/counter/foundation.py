"""Opening and closing what every use case stands on."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from contextvars import Context
from pathlib import Path

from desktop.counter.opened import Opened, open_all
from desktop.domain.certificate import CertificateStanding
from desktop.domain.hindrance import Hindrance
from desktop.domain.outcome import Outcome
from desktop.domain.regions import County
from desktop.keeping import Keeping, end_keeping, hindrances, keep_on
from desktop.runtime.clock import now
from desktop.settings.profile import Platform, Profile
from desktop.settings.secrets import Secrets


class Foundation(ABC):
    """Opened once, by whoever needs it first. What could not be opened is a Problem in each answer.

    `platform` is called on another thread and may block: the practice region's address is known once it has started.
    """

    def __init__(
        self,
        profile: Profile,
        platform: Callable[[], Platform],
        secrets: Secrets,
        folder: Path,
    ) -> None:
        self._profile, self._platform = profile, platform
        self._secrets, self._folder = secrets, folder
        self._opening: asyncio.Task[Opened] | None = None
        self._going_on: list[asyncio.Task[None]] = []

    async def open(self) -> Keeping:
        """Open everything before it is needed; the journal's keeping tells whether the desk may register."""
        opened = await self._opened()
        refresh = opened.centres.keep_fresh(map(County, self._profile.connected))
        # Neither is the deed of whoever has opened the desk: `acting` stays behind.
        self._going_on = [
            asyncio.create_task(work, context=Context())
            for work in (refresh, keep_on(opened.keeping, self._profile.journal))
        ]
        opened.follow_up.resume(opened.book.left.unsettled, now())
        return opened.keeping

    async def close(self) -> None:
        """Close in reverse: the journal last, for a call that ends while closing is still written down."""
        for task in self._going_on:
            task.cancel()
        if self._opening is not None:
            with suppress(Exception):  # What failed to open was reported then; it leaves nothing to close.
                opened = await self._opening
                opened.follow_up.stop()
                await opened.transport.close()
                await end_keeping(opened.keeping)
                await asyncio.to_thread(opened.book.shut)

    async def hindrances(self) -> AsyncIterator[Hindrance | None]:
        """What keeps the desk from registering, each time that this changes: a database may be away for a while."""
        async for hindrance in hindrances((await self._opened()).keeping):
            yield hindrance

    async def certificates(self) -> AsyncIterator[CertificateStanding | None]:
        """How our certificate stands, now and when that changes; a new one is taken into use meanwhile."""
        async for standing in (await self._opened()).line.look_after():
            yield standing

    async def _opened(self) -> Opened:
        if self._opening is None or (self._opening.done() and self._opening.exception() is not None):
            self._opening = asyncio.create_task(asyncio.to_thread(self._open_all))
        return await asyncio.shield(self._opening)

    def _open_all(self) -> Opened:
        return open_all(self._profile, self._platform, self._secrets, self._folder, self._resend_form)

    @abstractmethod
    async def _resend_form(self, number: str) -> Outcome | None:
        """Send an unclear form again without a person; what became of it, None where it was not sent."""
