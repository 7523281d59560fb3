"""The counter's machinery: from the profile to contracts and journal, with the use cases bound to them.

Opened away from the first frame: httpx, cryptography and SQLAlchemy cost more to import than the whole window.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.directory.catalogue_file import CatalogueFiles
from desktop.directory.centre_file import Directory, DirectoryError, read_directory
from desktop.domain.audit import Extract, Sheet, TrailQuestion
from desktop.domain.case import CaseFile, Correction, FormToSign, Notes
from desktop.domain.certificate import CertificateStanding
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.connection import ConnectionReport
from desktop.domain.draft import Draft
from desktop.domain.guardianship import Guardians
from desktop.domain.hindrance import Hindrance
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, Listing, ListingType, Overview, Pending, RegionListings
from desktop.domain.lookup import FoundCentre, Hits, NameQuery, NoSuchCentre
from desktop.domain.outcome import NotSent, Outcome, Reply
from desktop.domain.pile import PileTerms
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.regions import County
from desktop.domain.registration import Registration, Wish
from desktop.domain.resending import Barred, MayResend
from desktop.domain.settlement import told_at_once
from desktop.domain.staff import NOBODY, Role, SignInAnswer, SignInFault, Staff, acting
from desktop.keeping import Keeping, end_keeping, hindrances, keep_on, open_keeping
from desktop.line import Line
from desktop.runtime.clock import now
from desktop.settings.account import account
from desktop.settings.profile import Platform, Profile
from desktop.settings.secrets import FolderSecrets, KeyringSecrets
from desktop.usecases.ask_early import EarlyAnswers, ask_early
from desktop.usecases.ask_guardians import ask_guardians
from desktop.usecases.beside import Noticed, look_around
from desktop.usecases.case_book import CaseBook
from desktop.usecases.catalogue_book import CatalogueBook
from desktop.usecases.check_connection import check_connection, plan_of
from desktop.usecases.confirm import confirm
from desktop.usecases.find_centre import find_centre
from desktop.usecases.find_citizen import find_citizen
from desktop.usecases.follow_up import CaseChanged, FollowUp, Open, Schedule, open_case
from desktop.usecases.form_pile import FormPile, PileAsks
from desktop.usecases.offer_choices import Offer, offer_choices, offer_doctors
from desktop.usecases.open_citizen import open_citizen
from desktop.usecases.prepare import prepare
from desktop.usecases.prepare_sibling import prepare_sibling
from desktop.usecases.read_region import read_region
from desktop.usecases.register import Registered, register
from desktop.usecases.resend import look_before_resending, may_go_by_itself, resend
from desktop.usecases.search_persons import QueryWords, search_persons
from desktop.usecases.sign_in import DeskSignIn, account_staff

if TYPE_CHECKING:
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings
    from desktop.contracts.persons import PersonRegister
    from desktop.contracts.transport import Transport

_log = logging.getLogger("desktop.counter")


@dataclass(frozen=True, slots=True)
class Opened:
    """What the use cases stand on."""

    line: Line
    transport: Transport
    register: PersonRegister
    listings: Listings
    catalogue: Catalogue
    keeping: Keeping
    book: CaseBook
    centres: CatalogueBook
    follow_up: FollowUp
    sign_in: DeskSignIn


class Counter:
    """The use cases as the window calls them. What could not be opened is a Problem in each answer.

    `platform` is called on another thread and may block: the practice region's address is known once it has started.
    """

    def __init__(
        self,
        profile: Profile,
        platform: Callable[[], Platform],
        secrets: KeyringSecrets | FolderSecrets,
        folder: Path,
    ) -> None:
        self._profile, self._platform = profile, platform
        self._secrets, self._folder = secrets, folder
        self._opening: asyncio.Task[Opened] | None = None
        self._going_on: list[asyncio.Task[None]] = []
        self._early: EarlyAnswers | None = None

    def another(self) -> Counter:
        """A desk beside this one, on the same journal, for whatever shows how they get on."""
        return Counter(self._profile, self._platform, self._secrets, self._folder)

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
        return await search_persons(opened.register, QueryWords(**words.model_dump()), query)

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

    async def _note_reading(
        self, citizen: Citizen, regions: Mapping[County, RegionListings | Problem | Pending]
    ) -> None:
        book = (await self._opened()).book
        if not await asyncio.to_thread(book.note_reading, citizen.identity, regions):
            _log.info("a reading could not be written to the audit trail")

    async def offer(self, county: County, citizen: Citizen | None, again: bool) -> AsyncIterator[Offer | Problem]:
        """What a region offers, at once as it is kept and then as the region answers."""
        opened = await self._opened()
        async for offer in offer_choices(opened.catalogue, opened.centres, county, citizen, again):
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
        return await offer_doctors((await self._opened()).catalogue, county, citizen, facility, listing_type)

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

    async def case_changes(self) -> AsyncIterator[CaseChanged]:
        """What reading on in the background tells, for as long as the desk is open."""
        async for change in (await self._opened()).follow_up.changes():
            yield change

    async def notices(self) -> AsyncIterator[Noticed]:
        """What other desks on the journal do, for as long as this one is open; it goes on with what a dead one left."""
        opened = await self._opened()
        acting.set(NOBODY)
        async for noticed in look_around(opened.book):
            opened.follow_up.resume(noticed.adopted.unsettled, now())
            yield noticed

    async def hindrances(self) -> AsyncIterator[Hindrance | None]:
        """What keeps the desk from registering, each time that this changes: a database may be away for a while."""
        async for hindrance in hindrances((await self._opened()).keeping):
            yield hindrance

    async def claim(self, case: CaseFile, by_hand: bool = False) -> CaseFile | None:
        """Open a case here, if no other desk has it open; `by_hand` also then."""
        return await asyncio.to_thread((await self._opened()).book.claim, case, by_hand)

    async def release(self, numbers: frozenset[str]) -> bool:
        """Cases are open here no more."""
        return await asyncio.to_thread((await self._opened()).book.release, numbers)

    async def cases(self) -> tuple[CaseFile, ...] | None:
        """Today's cases and those not settled; None when they cannot be read."""
        return await asyncio.to_thread((await self._opened()).book.all_today)

    async def count_waiting(self) -> int | None:
        """How many cases wait for somebody; None when they cannot be read."""
        chooses_from = self._profile.rules.chooses_from
        return await asyncio.to_thread((await self._opened()).book.count_waiting, chooses_from)

    async def some_cases(self, numbers: frozenset[str]) -> tuple[CaseFile, ...]:
        """Those of these numbers that there are."""
        return await asyncio.to_thread((await self._opened()).book.some, numbers)

    async def cases_of(self, identity: PersonIdentity) -> tuple[CaseFile, ...]:
        """One citizen's cases."""
        return await asyncio.to_thread((await self._opened()).book.of_citizen, identity)

    async def find_cases(self, text: str) -> tuple[CaseFile, ...]:
        """Cases of any day by number, code or personal number."""
        return await asyncio.to_thread((await self._opened()).book.search, text)

    async def case_by_code(self, code: str) -> CaseFile | None:
        """The case that a form with this code belongs to."""
        return await asyncio.to_thread((await self._opened()).book.by_code, code)

    async def note_reveal(self, identity: PersonIdentity, reason: str) -> bool:
        """Note why a protected person's data were shown."""
        return await asyncio.to_thread((await self._opened()).book.note_reveal, identity, reason)

    async def note_opening(self, case: CaseFile) -> bool:
        """Somebody is shown a case."""
        return await asyncio.to_thread((await self._opened()).book.note_opening, case)

    async def note_sheets(self, sheets: tuple[Sheet, ...]) -> bool:
        """Papers have left the desk."""
        noted = await asyncio.to_thread((await self._opened()).book.note_sheets, sheets)
        if not noted:
            _log.warning("a paper could not be written to the audit trail")
        return noted

    async def read_trail(self, question: TrailQuestion) -> Extract:
        """An extract of the audit trail, for the audit role."""
        from desktop.usecases.export_trail import export_trail

        parts = (await self._opened()).keeping.parts
        return await asyncio.to_thread(export_trail, parts.audit if parts is not None else None, question)

    async def keep_form(self, form: FormToSign) -> str | None:
        """Write a form that is about to be printed among the cases; its number, or None."""
        return await asyncio.to_thread((await self._opened()).book.keep_form, form)

    async def keep_correction(self, correction: Correction) -> str | None:
        """Write a correction among the cases; its number, or None."""
        return await asyncio.to_thread((await self._opened()).book.keep_correction, correction)

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

    async def keep_draft(self, draft: Draft, number: str = "") -> str | None:
        """Write what has been begun, over the draft of this number if there is one; its number, or None."""
        return await asyncio.to_thread((await self._opened()).book.drafts.keep, draft, number)

    async def drafts(self) -> tuple[CaseFile, ...]:
        """What has been begun and left in the last day, newest first."""
        return await asyncio.to_thread((await self._opened()).book.drafts.waiting)

    async def drop_draft(self, number: str) -> bool:
        """What had been begun was sent or given up."""
        return await asyncio.to_thread((await self._opened()).book.drafts.drop, number)

    async def end_case(self, number: str) -> bool:
        """A correction has been handled."""
        return await asyncio.to_thread((await self._opened()).book.end, number)

    async def note_wish(self, number: str, wish: str) -> bool:
        """Keep a wish to the care centre with its case."""
        return await asyncio.to_thread((await self._opened()).book.note_wish, number, wish)

    async def sign_in(self, who: str, pin: str | None) -> SignInAnswer:
        """Who a card, or an account with its PIN, belongs to."""
        opened = await self._opened()
        return await asyncio.to_thread(opened.sign_in, who, pin)

    async def identify(self) -> Staff | SignInFault:
        """Who the account of the operating system is."""
        return await asyncio.to_thread(account_staff, self._profile.staff)

    async def note_sign_out(self) -> bool:
        """Whoever acts leaves."""
        return await asyncio.to_thread((await self._opened()).book.note_sign_out)

    async def certificates(self) -> AsyncIterator[CertificateStanding | None]:
        """How our certificate stands, now and when that changes; a new one is taken into use meanwhile."""
        async for standing in (await self._opened()).line.look_after():
            yield standing

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

    async def _opened(self) -> Opened:
        if self._opening is None or (self._opening.done() and self._opening.exception() is not None):
            self._opening = asyncio.create_task(asyncio.to_thread(self._open))
        return await asyncio.shield(self._opening)

    def _open(self) -> Opened:
        from desktop.contracts.catalogue import Catalogue
        from desktop.contracts.listings import Listings
        from desktop.contracts.persons import PersonRegister

        acting.set(NOBODY)  # What a killed program left is settled by the program, whoever opens the desk.
        terms = self._platform()
        line = Line(terms, self._secrets)
        transport = line.open()
        catalogue = Catalogue(transport)
        files = CatalogueFiles(self._folder / "catalogue", terms.base_url)
        directory, fault = _read_directory(self._profile.directory_file)
        listings, keeping = Listings(transport), open_keeping(self._profile, self._secrets, self._folder, account())
        book = keeping.book
        confirming = self._profile.confirming

        async def read(order: Registration, told: Reply | Problem, previous: Iterable[Listing] | None) -> Outcome:
            agreement = self._profile.agreement(order.choice.county)
            return await confirm(listings, agreement, (), order, told, previous)

        return Opened(
            line,
            transport,
            PersonRegister(transport, terms.person_register),
            listings,
            catalogue,
            keeping,
            book,
            CatalogueBook(catalogue, files, directory, directory_fault=fault),
            FollowUp(
                read,
                book,
                Schedule(confirming.after_ok, confirming.after_fault),
                self._resend_form if confirming.resend_forms else None,
            ),
            DeskSignIn(self._profile.staff, book),
        )


def _read_directory(file: Path | None) -> tuple[Directory, str]:
    """The directory, and why it cannot be used; empty where the profile names none."""
    if file is None:
        return {}, ""
    try:
        return read_directory(file), ""
    except DirectoryError as error:
        _log.error("the directory of care centres cannot be used:\n%s", error)
        return {}, str(error)
