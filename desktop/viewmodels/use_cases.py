"""What the desk can do, as callables that `app.py` has bound to the contracts and the journal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from desktop.domain.audit import Sheet
from desktop.domain.case import CaseFile
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType, Overview
from desktop.domain.outcome import Outcome, Reply
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.regions import County
from desktop.domain.registration import Registration, Wish
from desktop.usecases.beside import Noticed
from desktop.usecases.follow_up import CaseChanged
from desktop.usecases.offer_choices import Offer
from desktop.usecases.prepare_sibling import GuardiansOf
from desktop.viewmodels.access import ReadTrail
from desktop.viewmodels.cases import CheckCase, FindCases, ListCases
from desktop.viewmodels.connection import Check
from desktop.viewmodels.correction import KeepCorrection
from desktop.viewmodels.draft_keeper import Drafts, DropDraft, KeepDraft
from desktop.viewmodels.holding import ClaimCase, ReleaseCases
from desktop.viewmodels.outcome import NoteWish
from desktop.viewmodels.overview import CasesOf, Open, ReadCounties, ReadRegion
from desktop.viewmodels.paper import KeepForm
from desktop.viewmodels.pile import OpenPile
from desktop.viewmodels.resending import LookBeforeResending, Resend
from desktop.viewmodels.search import Find, FindByCode, FindCentre, SearchByName
from desktop.viewmodels.staff import Identify, SignIn
from desktop.viewmodels.visit import RegisterCase


@dataclass(frozen=True, slots=True)
class UseCases:
    """One field a use case; a test passes an `async def`."""

    find: Find
    search_by_name: SearchByName | None
    open_citizen: Open
    read_region: ReadRegion
    read_counties: ReadCounties
    offer: Callable[[County, Citizen | None, bool], AsyncIterator[Offer | Problem]]
    find_centre: FindCentre
    offer_doctors: Callable[[County, Citizen, Facility, ListingType], Awaitable[tuple[Doctor, ...] | Problem]]
    prepare: Callable[[Overview, Wish], Awaitable[Prepared | Problem]]
    register: RegisterCase
    look_up: Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]
    prepare_sibling: Callable[[PersonIdentity, Wish], Awaitable[Prepared | Unknown | Problem]]
    check_again: Callable[[Registration, Reply | Problem, str], Awaitable[Outcome]]
    list_cases: ListCases
    count_waiting: Callable[[], Awaitable[int | None]]
    check_case: CheckCase
    some_cases: Callable[[frozenset[str]], Awaitable[tuple[CaseFile, ...] | None]]
    find_cases: FindCases
    cases_of: CasesOf
    case_by_code: FindByCode
    case_changes: Callable[[], AsyncIterator[CaseChanged]]
    notices: Callable[[], AsyncIterator[Noticed]]
    claim_case: ClaimCase
    release_cases: ReleaseCases
    note_reveal: Callable[[PersonIdentity, str], Awaitable[bool]]
    note_opening: Callable[[CaseFile], Awaitable[bool]]
    keep_form: KeepForm
    keep_correction: KeepCorrection
    look_before_resending: LookBeforeResending
    resend: Resend
    open_pile: OpenPile
    keep_draft: KeepDraft
    drafts: Drafts
    drop_draft: DropDraft
    end_case: Callable[[str], Awaitable[bool]]
    note_wish: NoteWish
    check_connection: Check
    forget: Callable[[], None]
    note_sheets: Callable[[tuple[Sheet, ...]], Awaitable[bool]]
    read_trail: ReadTrail
    sign_in: SignIn
    identify: Identify
    note_sign_out: Callable[[], Awaitable[bool]]
    guardians_of: GuardiansOf | None = None
