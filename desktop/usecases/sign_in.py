"""Sign in: who acts, by the account of the operating system or by card or PIN at the desk.

After a few wrong tries at a desk each further one waits longer. The tries are counted in the audit trail, so that
starting the program anew forgets none of them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from desktop.domain.staff import PinWanted, Role, SignInAnswer, SignInFault, Staff, Wait, acting
from desktop.settings.account import account, member_of
from desktop.settings.profile import StaffTerms
from desktop.settings.staff import DirectoryFault, Member, read_staff
from desktop.usecases.case_book import CaseBook

_log = logging.getLogger("desktop.staff")

FREE_TRIES = 3
COUNTED_FOR = timedelta(minutes=15)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=5), timedelta(minutes=5)


def account_staff(terms: StaffTerms) -> Staff | SignInFault:
    """Who the account of the operating system is here, by its groups and the directory. May block."""
    name = account()
    try:
        member = read_staff(terms.directory).find(name)
    except DirectoryFault as fault:
        _log.error("%s", fault)
        return SignInFault.NO_DIRECTORY
    roles = [frozenset(terms.groups[group]) for group in member_of(terms.groups)]
    roles += [member.roles] if member is not None else []
    given = frozenset[Role]().union(*roles) if roles else frozenset(terms.everyone)
    staff = Staff(name, member.name if member is not None else "", given)
    return staff if given else SignInFault.NO_ROLE


class DeskSignIn:
    """Sign-in at a desk whose account is shared. Blocking."""

    def __init__(self, terms: StaffTerms, book: CaseBook, now: Callable[[], datetime] = lambda: datetime.now(UTC)):
        self._terms, self._book, self._now = terms, book, now
        self._refused: list[datetime] = []

    def __call__(self, who: str, pin: str | None = None) -> SignInAnswer:
        """`who` is a scanned card or a typed account, `pin` None until it is asked for."""
        if (until := self._wait_until()) > self._now():
            return Wait(until)
        try:
            directory = read_staff(self._terms.directory)
        except DirectoryFault as fault:
            _log.error("%s", fault)
            return SignInFault.NO_DIRECTORY
        by_account = directory.find(who)
        member = by_account or directory.by_card(who)
        if member is not None and pin is None and (by_account is not None or self._terms.card_needs_pin):
            return PinWanted()
        if member is not None and pin is not None and not member.has_pin(pin):
            member = None
        return self._answer(member)

    def _answer(self, member: Member | None) -> Staff | SignInFault:
        if member is None:
            self._refused.append(self._now())
            self._book.note_sign_in(None)
            return SignInFault.WRONG
        if not member.roles:
            return SignInFault.NO_ROLE
        acting.set(member.staff)
        self._book.note_sign_in(member.staff)
        return member.staff

    def _wait_until(self) -> datetime:
        since = self._now() - COUNTED_FOR
        refused = self._book.refused_sign_ins(since)
        if refused is None:  # No journal: what this program has seen.
            refused = tuple(at for at in self._refused if at >= since)
        over = len(refused) - FREE_TRIES
        if over < 0:
            return since
        wait: timedelta = _FIRST_WAIT * 2**over
        return refused[-1] + min(wait, _LONGEST_WAIT)
