"""An extract of the audit trail, about a citizen or a period, for the audit role only; the extract is noted first."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from desktop.domain.audit import Action, Entry, Extract, ExtractFault, TrailQuestion
from desktop.domain.staff import Role, acting
from desktop.journal.audit import Audit
from desktop.journal.faults import JournalError
from desktop.runtime.clock import SWEDEN


def export_trail(audit: Audit | None, question: TrailQuestion) -> Extract:
    """The rows, oldest first, without what is destroyed. Blocking."""
    if not acting.get().may(Role.AUDIT):
        return ExtractFault.NOT_YOUR_ROLE
    if audit is None:
        return ExtractFault.NOT_READ
    since = datetime.combine(question.since, time.min, SWEDEN)
    until = datetime.combine(question.until + timedelta(days=1), time.min, SWEDEN)
    asked = {"since": question.since.isoformat(), "until": question.until.isoformat()}
    try:
        audit.note(Entry(Action.EXPORTED, question.citizen, evidence=asked))
        if question.citizen is None:
            return audit.of_period(since, until)
        return tuple(row for row in audit.of_citizen(question.citizen) if since <= row.at < until)
    except JournalError:
        return ExtractFault.NOT_READ
