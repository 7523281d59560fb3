"""Owns a desk without a window that does the same as another at the same moment: both have the same forms to send."""

from __future__ import annotations

import asyncio
import logging
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from desktop.domain.identity import PersonIdentity
from desktop.domain.outcome import NotSent
from desktop.domain.prepared import Prepared
from desktop.domain.staff import acting
from tests.faults.doomed_desk import BERIT, Workplace, order


def send_the_same(workplace: Workplace, forms: list[tuple[str, str]], both: Barrier, told: Connection) -> None:
    """Register each (number of the person, number of the form's case or nothing) when the other desk does."""
    logging.disable(logging.CRITICAL)
    asyncio.run(_send(workplace, forms, both, told))


async def _send(workplace: Workplace, forms: list[tuple[str, str]], both: Barrier, told: Connection) -> None:
    acting.set(BERIT)
    counter = workplace.counter()
    await counter.open()
    for person, form in forms:
        prepared = await counter.prepare_sibling(PersonIdentity(person), workplace.wish)
        assert isinstance(prepared, Prepared)
        seen = prepared.overview.answered(workplace.wish.county)
        assert seen is not None
        await asyncio.to_thread(both.wait)
        done = await counter.register(order(workplace.profile, prepared), seen, None, form)
        problem = done.outcome.problem if isinstance(done.outcome, NotSent) else None
        told.send((person, type(done.outcome).__name__, problem.kind.name if problem else "", done.case_number))
    await counter.close()
