"""What the counter stands on: from the profile to contracts and journal, opened in order."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.directory.catalogue_file import CatalogueFiles
from desktop.directory.centre_file import Directory, DirectoryError, read_directory
from desktop.domain.listing import Listing
from desktop.domain.outcome import Outcome, Reply
from desktop.domain.problems import Problem
from desktop.domain.registration import Registration
from desktop.domain.staff import NOBODY, acting
from desktop.keeping import Keeping, open_keeping
from desktop.line import Line
from desktop.settings.account import account
from desktop.settings.profile import Platform, Profile
from desktop.settings.secrets import Secrets
from desktop.usecases.case_book import CaseBook
from desktop.usecases.catalogue_book import CatalogueBook
from desktop.usecases.confirm import confirm
from desktop.usecases.follow_up import FollowUp, Schedule
from desktop.usecases.sign_in import DeskSignIn

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


def open_all(
    profile: Profile,
    platform: Callable[[], Platform],
    secrets: Secrets,
    folder: Path,
    resend_form: Callable[[str], Awaitable[Outcome | None]],
) -> Opened:
    """Open everything, in order. Blocking. `resend_form` sends an unclear form again, where the profile lets it."""
    from desktop.contracts.catalogue import Catalogue
    from desktop.contracts.listings import Listings
    from desktop.contracts.persons import PersonRegister

    acting.set(NOBODY)  # What a killed program left is settled by the program, whoever opens the desk.
    terms = platform()
    line = Line(terms, secrets)
    transport = line.open()
    catalogue = Catalogue(transport)
    files = CatalogueFiles(folder / "catalogue", terms.base_url)
    directory, fault = _read_directory(profile.directory_file)
    listings, keeping = Listings(transport), open_keeping(profile, secrets, folder, account())
    book = keeping.book
    confirming = profile.confirming

    async def read(order: Registration, told: Reply | Problem, previous: Iterable[Listing] | None) -> Outcome:
        agreement = profile.agreement(order.choice.county)
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
            resend_form if confirming.resend_forms else None,
        ),
        DeskSignIn(profile.staff, book),
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
