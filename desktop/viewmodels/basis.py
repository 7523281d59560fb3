"""Who chooses and on what evidence, as the receptionist has it on the page: what it begins with, and what it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import FormToSign
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.registration import Chooser, Evidence, IdentityCheck, Representative
from desktop.domain.staff import acting
from desktop.viewmodels.typed import NO_NUMBER, DateFault, Day, Number, read_day, read_number

IDENTITY_CHECKS: dict[EvidenceKind, tuple[IdentityCheck, ...]] = {
    EvidenceKind.FORM: (
        IdentityCheck.DRIVING_LICENCE,
        IdentityCheck.ID_CARD,
        IdentityCheck.PASSPORT,
        IdentityCheck.KNOWN,
        IdentityCheck.OTHER,
    ),
    EvidenceKind.PHONE: (IdentityCheck.QUESTIONS, IdentityCheck.KNOWN, IdentityCheck.OTHER),
}
"""How somebody is identified who stands at the desk, and who phones; nothing is chosen from the start."""


@dataclass(frozen=True, slots=True, repr=False)
class Basis:
    """Everything on the page about who chooses and on what evidence.

    A representative has a name, the basis of their right, and perhaps a number; an empty name is nobody. `printed_on`
    is the day on which a form that has come back was printed, None for any other.
    """

    kind: EvidenceKind
    dated: Day
    received: Day
    checked_by: str
    identity: IdentityCheck | None = None
    centre: str = ""
    form_version: str = ""
    language: str = ""
    interpreter: bool = False
    guardian: Number = NO_NUMBER
    representative: str = ""
    representing_on: str = ""
    representative_number: Number = NO_NUMBER
    printed_on: date | None = None

    @property
    def evidence(self) -> Evidence:
        """As it goes into the case; a phone call is not received on paper."""
        on_form = self.kind is EvidenceKind.FORM
        return Evidence(
            self.kind,
            self.dated.value,
            received=max(self.received.value, self.dated.value) if on_form else None,
            centre=self.centre,
            checked_by=self.checked_by.strip() if self.identity is not None else "",
            identity=self.identity,
            form_version=self.form_version if on_form else "",
            language=self.language.strip(),
            interpreter=self.interpreter,
        )

    @property
    def chooser(self) -> Chooser:
        """Who makes the choice; a guardian acts under the number that the register now uses."""
        if self.guardian.identity is not None:
            found = self.guardian.found
            if not isinstance(found, Citizen):
                return Chooser(self.guardian.identity)
            name = found.name.spoken if found.name and not found.is_protected else ""
            return Chooser(found.identity, name)
        if self.representative.strip() or self.representing_on.strip():
            name, basis = self.representative.strip(), self.representing_on.strip()
            return Chooser(representative=Representative(name, basis, self.representative_number.identity))
        return Chooser()

    @property
    def date_fault(self) -> DateFault | None:
        """The first date that cannot be used; a call has no day of receipt."""
        return self.dated.fault or (self.received.fault if self.kind is EvidenceKind.FORM else None)

    def is_word_of(self, other: Basis) -> bool:
        """The same person by the same means, identified in the same way, so that what was approved still is."""
        return self._word == other._word

    @property
    def _word(self) -> tuple[object, ...]:
        return (self.kind, self.chooser.guardian, self.chooser.representative, self.identity)

    def by(self, kind: EvidenceKind) -> Basis:
        """Form or phone; a card that was shown at the desk was not shown on the phone."""
        return replace(self, kind=kind, identity=self.identity if self.identity in IDENTITY_CHECKS[kind] else None)

    def signed(self, text: str, today: date) -> Basis:
        """With another date of signature or call; what came in by itself on that day moves along."""
        dated = read_day(text, self.dated.value, today)
        printed = self.printed_on if self.kind is EvidenceKind.FORM else None
        if dated.fault is None and printed is not None and dated.value < printed:
            dated = replace(dated, fault=DateFault.BEFORE_PRINTED)
        return replace(self, dated=dated).came_in(self.received.text, today)

    def came_in(self, text: str, today: date) -> Basis:
        """With another day on which the form came in."""
        received = read_day(text, self.received.value, today)
        if received.fault is None and self.dated.fault is None and received.value < self.dated.value:
            received = replace(received, fault=DateFault.BEFORE_SIGNATURE)
        return replace(self, received=received)

    def for_versions(self, versions: tuple[str, ...]) -> Basis:
        """With the version that the region takes now; a form that has come back has the one that is printed on it."""
        if not versions or self.form_version in versions or self.printed_on is not None:
            return self
        return replace(self, form_version=versions[0])

    def of_guardian(self, text: str, today: date) -> Basis:
        """With a guardian's number as typed; empty means that the citizen chooses."""
        return replace(self, guardian=read_number(text, self.guardian, today))


def signed_in() -> str:
    """Who is signed in at the desk, by name."""
    return acting.get().shown


def usual_basis(today: date, checked_by: str, centre: str, session: Basis | None = None) -> Basis:
    """What a check starts from: today, the signed-in person and the session's evidence and method.

    The method is an offer: the approval says it, and holds only once it is ticked. Nothing about the last citizen is
    kept: no number, name, language or date.
    """
    day = Day(today, today.isoformat())
    if session is None:
        return Basis(EvidenceKind.FORM, day, day, checked_by, centre=centre)
    return Basis(session.kind, day, day, session.checked_by, session.identity, session.centre, session.form_version)


def basis_of(evidence: Evidence, chooser: Chooser, usual: Basis) -> Basis:
    """What had been put down for a draft, to go on from."""
    day, came = evidence.dated, evidence.received or evidence.dated
    representative = chooser.representative
    return Basis(
        evidence.kind,
        Day(day, day.isoformat()),
        Day(came, came.isoformat()),
        evidence.checked_by or usual.checked_by,
        evidence.identity,
        evidence.centre or usual.centre,
        evidence.form_version,
        evidence.language,
        evidence.interpreter,
        _number(chooser.guardian),
        representative.name if representative else "",
        representative.basis if representative else "",
        _number(representative.identity if representative else None),
    )


def _number(identity: PersonIdentity | None) -> Number:
    return NO_NUMBER if identity is None else Number(identity.written, identity)


def returned_basis(form: FormToSign, printed_on: date, usual: Basis) -> Basis:
    """`usual` with all that was known when a form was printed: who signs, its version, and the language.

    Signature and receipt stand as today and are to be changed where the form says otherwise: only the paper knows.
    """
    filled = form.evidence or replace(usual.by(EvidenceKind.FORM), language="", interpreter=False).evidence
    back = basis_of(filled, form.chooser, usual)
    back = replace(back, dated=usual.dated, received=usual.received, checked_by=usual.checked_by)
    shown = usual.by(EvidenceKind.FORM).identity
    return replace(back, centre=filled.centre or usual.centre, identity=shown, printed_on=printed_on)
