"""Owns the desk beside: a real process with the real counter on the same journal, without a window, told what to do."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from desktop.counter import Counter
from desktop.domain.identity import PersonIdentity
from desktop.domain.prepared import Prepared
from desktop.domain.staff import Role, Staff, acting
from tests.faults.doomed_desk import Workplace, order
from tests.faults.test_killed import PROCESSES

ANNA = Staff("anna1", "Anna Berg", frozenset({Role.READ, Role.REGISTER}))
_ANSWERS_IN = 30.0


class Neighbour:
    """Anna's desk. Each method is done when it returns."""

    def __init__(self, pipe: Connection, die: Callable[[], None]) -> None:
        self._pipe, self.die = pipe, die
        self._answer()

    def opens(self, number: str, *, by_hand: bool = False) -> bool:
        """Whether the case is open there now."""
        return bool(self._ask("opens", number, by_hand))

    def closes(self, number: str) -> None:
        """The page of a case is left."""
        self._ask("closes", number)

    def ends(self, number: str) -> bool:
        """Whether the case was ended."""
        return bool(self._ask("ends", number))

    def sends(self, person: str, form: str = "") -> str:
        """How an order of the person ended, as `register` tells: its type, and the kind of its problem."""
        return str(self._ask("sends", person, form))

    def begins_to_send(self, person: str) -> None:
        """The order is on its way, and is not waited for."""
        self._ask("begins_to_send", person)

    def sees(self, number: str) -> str:
        """Who has the case open elsewhere, as it is seen there; empty where nobody has."""
        return str(self._ask("sees", number))

    def _ask(self, what: str, *about: object) -> Any:
        self._pipe.send((what, *about))
        return self._answer()

    def _answer(self) -> Any:
        assert self._pipe.poll(_ANSWERS_IN), "the desk beside does not answer"
        return self._pipe.recv()


@contextmanager
def neighbour_at(workplace: Workplace) -> Iterator[Neighbour]:
    """Open the desk beside, and kill it in the end."""
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_serve, args=(workplace, there))
    process.start()
    there.close()

    def die() -> None:
        process.kill()
        process.join()

    try:
        yield Neighbour(here, die)
    finally:
        die()
        here.close()


def _serve(workplace: Workplace, pipe: Connection) -> None:
    logging.disable(logging.CRITICAL)
    asyncio.run(_work(_Desk(workplace), pipe))


async def _work(desk: _Desk, pipe: Connection) -> None:
    acting.set(ANNA)
    await desk.counter.open()
    pipe.send(None)
    while True:
        what, *about = await asyncio.to_thread(pipe.recv)
        pipe.send(await getattr(desk, what)(*about))


class _Desk:
    def __init__(self, workplace: Workplace) -> None:
        self.workplace, self.counter = workplace, workplace.counter()
        self.going_on: set[asyncio.Task[str]] = set()

    async def opens(self, number: str, by_hand: bool) -> bool:
        case = await self.counter.claim(await _case(self.counter, number), by_hand)
        return case is not None and case.claim is None

    async def closes(self, number: str) -> None:
        await self.counter.release(frozenset({number}))

    async def ends(self, number: str) -> bool:
        return await self.counter.end_case(number)

    async def sends(self, person: str, form: str) -> str:
        prepared = await self.counter.prepare_sibling(PersonIdentity(person), self.workplace.wish)
        assert isinstance(prepared, Prepared)
        seen = prepared.overview.answered(self.workplace.wish.county)
        assert seen is not None
        done = await self.counter.register(order(self.workplace.profile, prepared), seen, None, form)
        problem = getattr(done.outcome, "problem", None)
        return f"{type(done.outcome).__name__} {problem.kind.name if problem else ''}".strip()

    async def begins_to_send(self, person: str) -> None:
        self.going_on.add(asyncio.create_task(self.sends(person, "")))

    async def sees(self, number: str) -> str:
        claim = (await _case(self.counter, number)).claim
        return claim.who if claim is not None else ""


async def _case(counter: Counter, number: str) -> Any:
    (case,) = await counter.find_cases(number)
    return case
