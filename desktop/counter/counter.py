"""The use cases as the window calls them, bound to what the profile names."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping

from desktop import __version__
from desktop.counter.records import Records
from desktop.domain.case import CaseFile, Notes
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.connection import ConnectionReport
from desktop.domain.guardianship import Guardians
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType, Overview, Pending, RegionListings
from desktop.domain.lookup import FoundCentre, Hits, NameQuery, NoSuchCentre
from desktop.domain.outcome import NotSent, Outcome, Reply
from desktop.domain.pile import PileTerms
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Registration, Wish
from desktop.domain.resending import Barred, MayResend
from desktop.domain.settlement import told_at_once
from desktop.domain.staff import Role, acting
from desktop.line import Line
from desktop.runtime.clock import now
from desktop.usecases.ask_early import EarlyAnswers, ask_early
from desktop.usecases.ask_guardians import ask_guardians
from desktop.usecases.check_connection import check_connection, plan_of
from desktop.usecases.find_centre import find_centre
from desktop.usecases.find_citizen import find_citizen
from desktop.usecases.follow_up import Open, open_case
from desktop.usecases.form_pile import FormPile, PileAsks
from desktop.usecases.offer_choices import Offer, offer_choices, offer_doctors
from desktop.usecases.open_citizen import open_citizen
from desktop.usecases.prepare import prepare
from desktop.usecases.prepare_sibling import prepare_sibling
from desktop.usecases.read_region import read_counties, read_region
from desktop.usecases.register import Registered, register
from desktop.usecases.resend import look_before_resending, may_go_by_itself, resend
from desktop.usecases.search_persons import QueryWords, search_persons

_log = logging.getLogger("desktop.counter")


class Counter(Records):
    """Citizens, regions and registrations."""

    _early: EarlyAnswers | None = None

    def another(self) -> Counter:
        """A desk beside this one, on the same journal, for whatever shows how they get on."""
        return Counter(self._profile, self._platform, self._secrets, self._folder)

    async def find(self, identity: PersonIdentity) -> Citizen | Unknown | Problem:
        """Look somebody up, and ask the own region at the same moment where the profile allows it."""
        if not acting.get().may(Role.READ):
            return Problem(Kind.NOT_YOUR_ROLE, Effect.NOTHING_SENT)
        opened = await self._opened()
        self._early = ask_early(opened.listings, self._profile.agreement(self._profile.desk.county), identity)
        return await self.look_up(identity)

    async def look_up(self, identity: PersonIdentity) -> Citizen | Unknown | Problem:
        """Who somebody is. Noted in the audit trail while the register is asked: nothing is shown before it is."""
        opened = await self._opened()
        found, noted = await asyncio.gather(
            find_citizen(opened.register, identity), asyncio.to_thread(opened.book.note_look_up, identity)
        )
        if not noted:
            _log.warning("a look-up could not be written to the audit trail")
        return found

    async def guardians_of(self, child: PersonIdentity) -> Guardians | Problem:
        """Whom the register records as a child's guardians; noted in the audit trail like any look-up."""
        opened = await self._opened()
        if not await asyncio.to_thread(opened.book.note_look_up, child):
            _log.warning("a look-up could not be written to the audit trail")
        return await ask_guardians(opened.register, child)

    async def search_by_name(self, query: NameQuery, reason: str) -> Hits | Problem:
        """Search by name; noted with its reason in the audit trail first."""
        if not acting.get().may(Role.READ):
            return Problem(Kind.NOT_YOUR_ROLE, Effect.NOTHING_SENT)
        opened = await self._opened()
        words = self._profile.register_search
        if words is None:
            raise RuntimeError("a search by name without the register's words")
        if not await asyncio.to_thread(opened.book.note_search, query, reason):
            _log.warning("a search could not be written to the audit trail")
        return await search_persons(opened.register, QueryWords(**words.model_dump()), query, self._profile.rules)

    async def open_citizen(self, citizen: Citizen) -> AsyncIterator[Overview]:
        """Read what regions say. That it was read is noted when all have answered, for the window waits for nothing."""
        opened, own = await self._opened(), County(self._profile.desk.county)
        early, self._early = self._early, None
        rules = self._profile.rules
        overview = Overview(citizen)
        async for overview in open_citizen(opened.listings, self._profile.agreement, own, citizen, early, rules):
            yield overview
        await self._note_reading(citizen, overview.regions)

    async def read_region(self, county: County, citizen: Citizen) -> RegionListings | Problem:
        """Read one region, again or one that nobody named."""
        reading = await read_region((await self._opened()).listings, self._profile.agreement(county), citizen)
        await self._note_reading(citizen, {county: reading})
        return reading

    async def read_counties(self, citizen: Citizen) -> tuple[County, ...] | Problem:
        """Ask the home region once more which regions to read."""
        if citizen.home_county is None:
            return ()
        return await read_counties(
            (await self._opened()).listings, self._profile.agreement(citizen.home_county), citizen
        )

    async def _note_reading(
        self, citizen: Citizen, regions: Mapping[County, RegionListings | Problem | Pending]
    ) -> None:
        book = (await self._opened()).book
        if not await asyncio.to_thread(book.note_reading, citizen.identity, regions):
            _log.info("a reading could not be written to the audit trail")

    async def offer(self, county: County, citizen: Citizen | None, again: bool) -> AsyncIterator[Offer | Problem]:
        """What a region offers, at once as it is kept and then as the region answers."""
        opened, terms = await self._opened(), self._profile.agreement(county)
        async for offer in offer_choices(opened.catalogue, opened.centres, terms, citizen, again):
            yield offer

    async def find_centre(self, hsa_id: str) -> FoundCentre | NoSuchCentre:
        """A care centre of any connected region, the desk's own region first."""
        opened, own = await self._opened(), self._profile.desk.county
        counties = [County(one) for one in sorted(self._profile.connected, key=lambda one: (one != own, one))]
        return await find_centre(opened.catalogue, opened.centres, counties, hsa_id)

    async def offer_doctors(
        self, county: County, citizen: Citizen, facility: Facility, listing_type: ListingType
    ) -> tuple[Doctor, ...] | Problem:
        """Who can be chosen at a care centre."""
        terms = self._profile.agreement(county)
        return await offer_doctors((await self._opened()).catalogue, terms, citizen, facility, listing_type)

    async def prepare(self, overview: Overview, wish: Wish) -> Prepared | Problem:
        """What the check needs."""
        opened = await self._opened()
        return await prepare(opened.catalogue, opened.listings, self._profile.agreement, overview, wish)

    async def prepare_sibling(self, identity: PersonIdentity, wish: Wish) -> Prepared | Unknown | Problem:
        """What the check needs of another child."""
        ask = self.guardians_of if self._profile.desk.guardians_from_register else None
        return await prepare_sibling(self.look_up, self.open_citizen, self.prepare, identity, wish, ask)

    async def register(
        self, order: Registration, seen: RegionListings, notes: Notes | None = None, returned: str = ""
    ) -> Registered:
        """Carry out an order at most once; what is not settled in a few seconds is followed among the cases."""
        opened = await self._opened()
        if not acting.get().may(Role.REGISTER):
            return Registered(NotSent(Problem(Kind.NOT_YOUR_ROLE, Effect.NOTHING_SENT, order.choice.county)))
        agreement = self._profile.agreement(order.choice.county)
        done = await register(opened.listings, opened.book, agreement, (), order, seen, notes, returned)
        opened.follow_up.begin(done.case_number, done.outcome, written=done.recorded)
        return done

    async def check_again(self, order: Registration, told: Reply | Problem, case_number: str) -> Outcome:
        """Read the region again about an unsettled case, and write down what it showed."""
        opened = await self._opened()
        return await opened.follow_up.check(Open(case_number, order, told_at_once(told), None))

    async def check_case(self, case: CaseFile) -> Outcome:
        """The same for a case of the journal."""
        return await (await self._opened()).follow_up.check(open_case(case))

    async def look_before_resending(self, number: str) -> MayResend | Barred | Outcome:
        """Whether an unclear case may be sent again, by everything read anew; or what became of it."""
        opened = await self._opened()
        floor = self._profile.confirming.after_fault[0]
        return await look_before_resending(self.look_up, self.open_citizen, opened.book, floor, number)

    async def resend(self, allowed: MayResend) -> Registered:
        """A person has decided to send it again."""
        (await self._opened()).follow_up.leave(allowed.case.number)
        return await resend(self.register, allowed)

    async def _resend_form(self, number: str) -> Outcome | None:
        """The same without a person, where the profile lets the desk; what became of it, None where it was not sent."""
        allowed = await self.look_before_resending(number)
        if isinstance(allowed, Barred) or (isinstance(allowed, MayResend) and not may_go_by_itself(allowed)):
            return None
        if not isinstance(allowed, MayResend):
            return allowed
        opened, order = await self._opened(), allowed.order
        agreement, notes = self._profile.agreement(order.choice.county), allowed.case.notes
        done = await register(opened.listings, opened.book, agreement, (), order, allowed.seen, notes, number)
        return done.outcome if done.case_number else None

    async def open_pile(self, terms: PileTerms) -> FormPile:
        """Begin a pile of forms."""
        opened, profile = await self._opened(), self._profile

        drafts = opened.book.drafts

        asks = PileAsks(
            self.look_up,
            self.open_citizen,
            self.prepare,
            self.register,
            lambda form, number: asyncio.to_thread(drafts.hold, form, number),
            lambda form, number: asyncio.to_thread(drafts.set_aside, form, number),
            self.drop_draft,
            profile.agreement,
            profile.rules,
            profile.confirming.after_fault[0],
        )
        return FormPile(terms, asks, profile.desk.parallel_forms)

    def forget(self) -> None:
        """Answers that were asked for early go with whoever they are about."""
        self._early = None

    async def check_connection(
        self, registers: bool, is_stopped: Callable[[], bool] = bool
    ) -> AsyncIterator[ConnectionReport]:
        """Try every link on connections of its own, so that what is found is as it is now; `is_stopped` ends it."""
        terms, profile = await asyncio.to_thread(self._platform), self._profile
        line = Line(terms, self._secrets)
        transport = await asyncio.to_thread(line.open)
        begun = ConnectionReport(now(), profile.environment.value, __version__, profile.digest, profile.desk.county)
        plan = plan_of(profile, terms, line.own_certificate, registers=registers, is_stopped=is_stopped)
        try:
            async for report in check_connection(transport, plan, begun):
                yield report
        finally:
            await transport.close()
