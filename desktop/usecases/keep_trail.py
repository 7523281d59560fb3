"""Keeping the audit trail honest: its head in the account's keyring, its links at the region's log service."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from datetime import datetime

from desktop.journal.audit import Audit, Broken, Head, Sound
from desktop.journal.forwarding import Forwarded, Spool
from desktop.journal.log_service import PATIENCE, LogService
from desktop.settings.secrets import SecretFault, Secrets

_log = logging.getLogger("desktop.trail")


class HeadKeeper:
    """The head of the trail in the account's keyring: a cut tail, and a file that was deleted, are found by it.

    A head that the trail no longer has is kept as it is, until an administrator accepts the trail. Blocking.
    """

    def __init__(self, secrets: Secrets, audit: Audit, place: str) -> None:
        self._secrets, self._audit = secrets, audit
        where = hashlib.sha256(place.encode()).hexdigest()[:16]
        self._name = f"audit-head-{where}"
        self._kept: Head | None = None

    def known(self) -> Head | None:
        """The head that the keyring has; None where it has none, or cannot be read."""
        found = self._secrets.read_secret(self._name)
        return None if isinstance(found, SecretFault) else Head.read(found)

    def misses_something(self) -> bool:
        """Whether the trail has lost rows that this account has seen."""
        known = self.known()
        return known is not None and not self._audit.holds(known)

    def keep(self) -> bool:
        """Keep the present head; False where the keyring does not take it, or has one that the trail misses."""
        head = self._audit.head()
        if head == self._kept:
            return True
        if self.misses_something():
            return False
        return self.accept(head)

    def accept(self, head: Head) -> bool:
        """Take a head for right, whatever was known before."""
        if self._secrets.store_secret(self._name, str(head)) is not None:
            return False
        self._kept = head
        return True


class Forwarder:
    """Hands the trail to the log service, as far as it takes it. Blocking."""

    def __init__(self, spool: Spool, service: LogService) -> None:
        self._spool, self._service = spool, service

    def send(self, patience: float = PATIENCE) -> bool:
        """Hand over everything that waits; False when the service did not take it, and it goes on waiting."""
        try:
            while rows := self._spool.waiting():
                self._service.deliver(rows, patience)
                self._spool.hand_over(rows[-1].seq)
        except OSError as error:
            _log.info("the log service takes nothing now: %s", type(error).__name__)
            return False
        return True

    def forwarded(self) -> Forwarded:
        """How far it has come."""
        return self._spool.forwarded()


@dataclass(frozen=True, slots=True)
class Verified:
    """What a walk along the chain shows, and against what: heads kept outside the journal.

    `kept` is the head that the keyring has. `forwarded` is how far the log service has the trail.
    """

    trail: Sound | Broken
    kept: Head | None
    given: Head | None
    forwarded: Forwarded | None


def verify_trail(audit: Audit, heads: HeadKeeper, forwarder: Forwarder | None, given: Head | None = None) -> Verified:
    """Walk the chain, against the keyring's head and one that somebody has brought from the log service."""
    kept = heads.known()
    told: Sound | Broken = audit.verify(kept)
    if given is not None and isinstance(told, Sound):
        told = audit.verify(given)
    return Verified(told, kept, given, forwarder.forwarded() if forwarder is not None else None)


def years_before(at: datetime, years: int) -> datetime:
    """The same day and time that many years earlier; the 28th where there was no 29th of February."""
    try:
        return at.replace(year=at.year - years)
    except ValueError:
        return at.replace(year=at.year - years, day=28)
