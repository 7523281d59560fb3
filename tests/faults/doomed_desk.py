"""Owns a desk without a window that is made to be killed: the real counter registers one order after the other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

import desktop.contracts.catalogue
import desktop.contracts.certificate
import desktop.contracts.listings
import desktop.contracts.persons
import desktop.contracts.transport
import desktop.journal.audit
import desktop.journal.cases
import desktop.journal.records
import desktop.journal.store  # noqa: F401  all that the counter imports late, so that a fork of this has it
from desktop.counter import Counter
from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import CaseFile
from desktop.domain.identity import PersonIdentity
from desktop.domain.pile import PaperForm, PileTerms, Stage
from desktop.domain.prepared import Prepared
from desktop.domain.regions import County
from desktop.domain.registration import Chooser, Consent, Evidence, Intent, Registration, Wish
from desktop.domain.staff import Role, Staff, acting
from desktop.settings.profile import Platform, Profile
from desktop.settings.secrets import FolderSecrets

BERIT = Staff("berit", roles=frozenset({Role.READ, Role.REGISTER}))
SIDE_BY_SIDE = 3
"""Orders in flight at once: siblings and a pile of forms do that."""


@dataclass(frozen=True)
class Workplace:
    """What a desk opens, and the care centre that everybody chooses. All of it goes to another process."""

    profile: Profile
    platform: Platform
    secrets: Path
    folder: Path
    wish: Wish

    def counter(self) -> Counter:
        """The counter as the window would open it."""
        return Counter(self.profile, lambda: self.platform, FolderSecrets(self.secrets), self.folder)


def register_until_killed(workplace: Workplace, numbers: list[str], told: Connection) -> None:
    """Open, and register everybody in turn. `told` hears ("open", unclear), ("begins", number) and ("ends", ...)."""
    logging.disable(logging.CRITICAL)
    asyncio.run(_work(workplace, iter(numbers), told.send))


async def _work(workplace: Workplace, numbers: Iterator[str], tell: Callable[[object], None]) -> None:
    acting.set(BERIT)
    counter = workplace.counter()
    keeping = await counter.open()
    tell(("open", keeping.book.unclear))
    await asyncio.gather(*(_register(counter, workplace, numbers, tell) for _ in range(SIDE_BY_SIDE)))
    await asyncio.Event().wait()


async def _register(
    counter: Counter, workplace: Workplace, numbers: Iterator[str], tell: Callable[[object], None]
) -> None:
    for number in numbers:
        prepared = await counter.prepare_sibling(PersonIdentity(number), workplace.wish)
        county = workplace.wish.county
        seen = prepared.overview.answered(county) if isinstance(prepared, Prepared) else None
        if not isinstance(prepared, Prepared) or seen is None:
            continue
        tell(("begins", number))
        done = await counter.register(order(workplace.profile, prepared), seen)
        tell(("ends", number, done.case_number, type(done.outcome).__name__, done.recorded))


def scan_until_killed(workplace: Workplace, numbers: list[str], told: Connection) -> None:
    """Scan a pile of forms and approve the first. `told` hears ("scanned", number) as each is shown to be compared."""
    logging.disable(logging.CRITICAL)
    asyncio.run(_scan(workplace, numbers, told.send))


async def _scan(workplace: Workplace, numbers: list[str], tell: Callable[[object], None]) -> None:
    acting.set(BERIT)
    counter = workplace.counter()
    await counter.open()
    asked = frozenset({Consent.REGIONS_EXCHANGE, Consent.CARE_GUARANTEE_TOLD})
    terms = PileTerms(
        workplace.wish, "Tallbackens vårdcentral", "Berit", date(2026, 11, 20), form_version="2026-1", consents=asked
    )
    pile = await counter.open_pile(terms)
    for place, number in enumerate(numbers, start=1):
        await pile.take(PaperForm(place, PersonIdentity(number)))
    await pile.approve(1, date(2026, 11, 2))
    async for form in pile.changes():
        if form.stage is Stage.TO_APPROVE:
            while not await counter.cases_of(form.identity):
                await asyncio.sleep(0.01)
            tell(("scanned", form.identity.number))


def order(profile: Profile, prepared: Prepared) -> Registration:
    """The order of somebody in haste: nothing is judged, so that sending alone has to hold."""
    choice, overview = prepared.choice, prepared.overview
    agreement = profile.agreement(choice.county).register_by_form
    assert agreement is not None
    return Registration(
        citizen=overview.citizen,
        choice=choice,
        chooser=Chooser(),
        evidence=Evidence(EvidenceKind.FORM, date(2026, 11, 2)),
        consents=frozenset(Consent),
        agreement=agreement,
        present_counties=overview.listed_in(choice.listing_type),
    )


def wish_for(hsa_id: str) -> Wish:
    """To be listed at a care centre of Dalarna."""
    return Wish(Intent.LIST, County("20"), hsa_id)


def settle_all(workplace: Workplace) -> tuple[CaseFile, ...]:
    """Open once more, read every region about what is not settled, and give back all cases."""

    async def settle() -> tuple[CaseFile, ...]:
        counter = workplace.counter()
        await counter.open()
        for case in await counter.cases() or ():
            if case.state.is_open:
                await counter.check_case(case)
        cases = await counter.cases()
        await counter.close()
        assert cases is not None
        return cases

    return asyncio.run(settle())
