"""A pile of forms on its way: look-ups, readings and registrations overlap, and what needs thought stops nothing.

A form goes on by itself from its approval: prepared, judged, sent and confirmed. What did not answer is asked again
after the contract's floor, or when a person asks; a registration is never repeated (`register` sees to that).

From the moment that it is known whose it is, or that this has to wait, a form lies in the journal, so that a killed
desk has it as a case at the next start. Somebody protected is kept by a person's deed only: set aside or approved.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.agreement import Agreement
from desktop.domain.case import Notes
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.draft import Draft, Lack
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview, RegionListings
from desktop.domain.outcome import NotSent
from desktop.domain.pile import PaperForm, PileTerms, Stage, lacking, set_aside, unknown_to_register
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Chooser, Consent, Registration, Wish, needed_consents
from desktop.domain.rules import Known, Rules
from desktop.domain.verdict import judge
from desktop.runtime.clock import today
from desktop.usecases.register import Registered


@dataclass(frozen=True, slots=True)
class PileAsks:
    """What a pile asks of the rest of the desk. `floor` is the seconds before something that failed is asked again.

    `hold` writes a form while it is in the pile, over the one of this number if there is one, `set_aside` makes it a
    case to complete, and `drop` lets it go.
    """

    look_up: Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]
    open_citizen: Callable[[Citizen], AsyncIterator[Overview]]
    prepare: Callable[[Overview, Wish], Awaitable[Prepared | Problem]]
    register: Callable[[Registration, RegionListings, Notes, str], Awaitable[Registered]]
    hold: Callable[[Draft, str], Awaitable[str | None]]
    set_aside: Callable[[Draft, str], Awaitable[str | None]]
    drop: Callable[[str], Awaitable[bool]]
    agreement: Callable[[str], Agreement]
    rules: Rules
    floor: float


class FormPile:
    """Takes forms and tells how each goes on; lives on the background loop. `parallel` forms are worked on at once."""

    def __init__(self, terms: PileTerms, asks: PileAsks, parallel: int) -> None:
        self._terms, self._asks = terms, asks
        self._looking, self._working = asyncio.Semaphore(parallel), asyncio.Semaphore(parallel)
        self._approved: dict[int, asyncio.Future[date | None]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._again = asyncio.Event()
        self._changes: asyncio.Queue[PaperForm | Exception | None] = asyncio.Queue()
        self._is_over = False
        self._forgets_protected = False
        self._forgotten = 0

    async def take(self, form: PaperForm) -> None:
        """The next form of the pile: it is looked up at once."""
        self._approved[form.place] = asyncio.get_running_loop().create_future()
        self._tasks[form.place] = asyncio.create_task(self._guarded(form))

    async def approve(self, place: int, dated: date | None) -> None:
        """The paper agrees with what is shown, and is signed on this day; None sets it aside."""
        if (waiting := self._approved.get(place)) is not None and not waiting.done():
            waiting.set_result(dated)

    async def ask_again(self) -> None:
        """A person wants what did not answer to be asked now."""
        again, self._again = self._again, asyncio.Event()
        again.set()

    async def finish(self) -> None:
        """Set aside what has not been approved or has not got an answer; what is being sent goes to its end."""
        for place in list(self._approved):
            await self.approve(place, None)
        self._is_over = True
        self._again.set()
        await asyncio.gather(*self._tasks.values())

    async def end(self, *, keeps_protected: bool = True) -> int:
        """Finish, and tell nothing more; how many forms about somebody protected were not kept, as nobody decided."""
        self._forgets_protected = not keeps_protected
        await self.finish()
        self._changes.put_nowait(None)
        return self._forgotten

    async def changes(self) -> AsyncIterator[PaperForm]:
        """Each form as it goes on, until the end."""
        while (change := await self._changes.get()) is not None:
            if isinstance(change, Exception):
                raise change
            yield change

    def _tell(self, form: PaperForm) -> PaperForm:
        self._changes.put_nowait(form)
        return form

    async def _guarded(self, form: PaperForm) -> None:
        try:
            await self._go(form)
        except Exception as error:  # a bug: the window must hear of it, whatever it is
            self._changes.put_nowait(error)

    async def _go(self, form: PaperForm) -> None:
        form = await self._look_up(form)
        citizen = form.citizen
        if citizen is None:
            await self._put_aside(form)
            return
        preparing = asyncio.create_task(self._prepare(citizen))
        form = await self._hold(self._tell(replace(form, stage=Stage.TO_APPROVE, problem=None)))
        dated = await self._approved[form.place]
        if dated is None:
            preparing.cancel()
            if citizen.is_protected and self._forgets_protected:
                self._forgotten += 1
            else:
                await self._put_aside(replace(form, lacks=(Lack.THOUGHT,)))
            return
        form = self._tell(replace(form, dated=dated, stage=Stage.WORKING))
        await self._send(form, citizen, await preparing)

    async def _look_up(self, form: PaperForm) -> PaperForm:
        """The form with whom it is about; without, where the register has nobody or could not tell."""
        while True:
            async with self._looking:
                found = await self._asks.look_up(form.identity)
            if isinstance(found, Citizen):
                return replace(form, citizen=found)
            if isinstance(found, Unknown):
                return unknown_to_register(form, found)
            if found.kind not in _PASSES:
                return replace(form, problem=found, lacks=(Lack.ANSWER,))
            form = self._tell(await self._hold(replace(form, stage=Stage.WAITING, problem=found)))
            if not await self._wait():
                return replace(form, lacks=(Lack.ANSWER,))

    async def _hold(self, form: PaperForm) -> PaperForm:
        """The form with the number under which it lies in the journal; nothing of somebody who turns out protected."""
        if form.citizen is not None and form.citizen.is_protected:
            if form.number:
                await self._asks.drop(form.number)
            return replace(form, number="")
        return replace(form, number=await self._asks.hold(set_aside(form, self._terms), form.number) or "")

    async def _prepare(self, citizen: Citizen) -> Prepared | Problem:
        async with self._working:
            overview = Overview(citizen)
            async for latest in self._asks.open_citizen(citizen):
                overview = latest
            return await self._asks.prepare(overview, self._terms.wish)

    async def _send(self, form: PaperForm, citizen: Citizen, prepared: Prepared | Problem) -> None:
        """Judge and send, again from the reading on while nothing was sent; then tell what became of it."""
        while True:
            order = self._order(form, prepared)
            if isinstance(order, PaperForm):
                problem = _unanswered(prepared)
                if problem is None or Lack.ANSWER not in order.lacks:
                    await self._put_aside(order)
                    return
            else:
                async with self._working:
                    done = await self._asks.register(*order, form.number)
                form = form.ended(done.outcome, done.case_number or form.number, recorded=done.recorded)
                problem = done.outcome.problem if isinstance(done.outcome, NotSent) else None
                if problem is None and form.stage is not Stage.SET_ASIDE:
                    self._tell(form)
                    return
                if problem is None or problem.effect is Effect.REFUSED or problem.kind in _FOR_SOMEBODY:
                    await self._put_aside(replace(form, problem=problem, lacks=(Lack.THOUGHT,)))
                    return
            form = self._tell(replace(form, stage=Stage.WAITING, problem=problem))
            if not await self._wait():
                await self._put_aside(replace(form, lacks=(Lack.ANSWER,)))
                return
            form = self._tell(replace(form, stage=Stage.WORKING))
            prepared = await self._prepare(citizen)

    def _order(
        self, form: PaperForm, prepared: Prepared | Problem
    ) -> tuple[Registration, RegionListings, Notes] | PaperForm:
        """What is sent, or the form with what keeps it from going on."""
        if isinstance(prepared, Problem) or form.dated is None or form.citizen is None:
            return replace(form, lacks=(Lack.THOUGHT,), problem=prepared if isinstance(prepared, Problem) else None)
        terms, choice, overview = self._terms, prepared.choice, prepared.overview
        evidence = terms.evidence(form.dated)
        agreement = self._asks.agreement(choice.county)
        verdict = judge(
            overview, choice, Chooser(), evidence, agreement, self._asks.rules, today(), Known(prepared.types or None)
        )
        agreed, seen = agreement.to_register(evidence.kind), overview.answered(choice.county)
        present = overview.listed_in(choice.listing_type)
        needed = needed_consents(
            form.citizen.home_county or choice.county,
            choice.county,
            present,
            terms=agreed is not None and agreed.has_terms,
            intent=choice.intent,
        )
        given = terms.consents | {Consent.APPROVED}
        lacks = (*lacking(verdict, needed, given), *((Lack.THOUGHT,) if form.citizen.is_protected else ()))
        if lacks or agreed is None or seen is None:
            return replace(form, verdict=verdict, reasons=verdict.reasons, lacks=lacks or (Lack.THOUGHT,), problem=None)
        order = Registration(form.citizen, choice, Chooser(), evidence, given, agreed, present)
        return order, seen, Notes(overview.current, queued=overview.queue_places)

    async def _put_aside(self, form: PaperForm) -> None:
        number = await self._asks.set_aside(set_aside(form, self._terms), form.number)
        self._tell(replace(form, stage=Stage.SET_ASIDE, number=number or ""))

    async def _wait(self) -> bool:
        """Until the floor has passed or a person asks; False when the pile is being finished."""
        if not self._is_over:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._again.wait(), self._asks.floor)
        return not self._is_over


_FOR_SOMEBODY = frozenset(
    {
        *(Kind.UNSETTLED, Kind.OPEN_ELSEWHERE, Kind.ENDED_MEANWHILE),
        *(Kind.NOT_RECORDED, Kind.DATABASE_AWAY, Kind.NOT_YOUR_ROLE, Kind.NOT_OFFERED),
    }
)


_PASSES = frozenset(
    {
        *(Kind.NO_NETWORK, Kind.NAME_NOT_FOUND, Kind.CONNECT_REFUSED, Kind.CONNECT_TIMEOUT, Kind.NO_ANSWER),
        *(Kind.CONNECTION_LOST, Kind.REGION_UNREACHABLE, Kind.PLATFORM_UNAVAILABLE, Kind.REGION_FAULT),
        *(Kind.UNREADABLE_ANSWER, Kind.TLS_FAILED),
    }
)
"""What passes by itself; what a region answers with an error it would answer again."""


def _unanswered(prepared: Prepared | Problem) -> Problem | None:
    """What did not answer and may the next time; None where waiting does not help."""
    if isinstance(prepared, Problem):
        return prepared if prepared.kind in _PASSES else None
    overview = prepared.overview
    problems = [one for one in (overview.counties, *overview.regions.values()) if isinstance(one, Problem)]
    return problems[0] if problems and all(one.kind in _PASSES for one in problems) else None
