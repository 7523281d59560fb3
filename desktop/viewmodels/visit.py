"""One citizen's visit: the form that they brought back, and what the region has just refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from desktop.domain.agreement import EvidenceKind
from desktop.domain.case import CaseFile, FormToSign, Notes
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import RegionListings, same_hsa_id
from desktop.domain.outcome import Refused
from desktop.domain.registration import Choice, Registration, Wish
from desktop.usecases.register import Registered
from desktop.viewmodels.basis import Basis
from desktop.viewmodels.orders import Register
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import KeepForm

Message = tuple[object, ...]


class RegisterCase(Protocol):
    """Carry out an order, with notes for its case, or as the case whose signed form has come back."""

    def __call__(
        self, order: Registration, seen: RegionListings, notes: Notes | None = None, returned: str = "", /
    ) -> Awaitable[Registered]:
        """Once."""
        ...


@dataclass(slots=True)
class Visit:
    """Begins anew with every citizen. `printed` are the forms printed during it, by their cases' numbers.

    `returned` is the case that goes on with this visit: its form has come back, or what it lacked has. `draft` is what
    was begun before and is taken up again. `left` is who was to choose, on what evidence and with which siblings, in a
    check that was left for another choice. `then` is what is done once everything about the citizen is read: a next
    step that was pressed with nobody open.
    """

    returned: CaseFile | None = None
    draft: CaseFile | None = None
    left: tuple[Basis, tuple[PersonIdentity, ...]] | None = None
    then: tuple[PersonIdentity, Callable[[], None]] | None = None
    printed: dict[str, FormToSign] = field(default_factory=dict)
    refused: dict[Message, Registered] = field(default_factory=dict)

    def watched(self, register: RegisterCase, overview: OverviewViewModel) -> Register:
        """Register, but never send what has just been refused: it would get the same answer (SjD: no resend on ERROR).

        Where the citizen was listed is kept with the case, so that there is a way back.
        """

        async def once(order: Registration, seen: RegionListings) -> Registered:
            if (earlier := self.refused.get(message(order))) is not None:
                return replace(earlier, repeated=True)
            own = order.citizen.identity == overview.state.citizen.identity
            county, shown = order.choice.county, overview.state
            previous = shown.current if own else tuple((county, one) for one in seen.current)
            queued = shown.queue_places if own else tuple((county, one) for one in seen.queue_places)
            form = self._form_of(order)
            done = await register(order, seen, Notes(previous, queued=queued), form)
            if isinstance(done.outcome, Refused):
                self.refused[message(order)] = done
            if done.case_number and form:
                self.returned = self.returned if self.returned is not None and form != self.returned.number else None
                self.printed.pop(form, None)
            return done

        return once

    def keeping(self, keep: KeepForm) -> KeepForm:
        """Keep a form, and know it again when it is signed at the desk and registered at once."""

        async def kept(form: FormToSign) -> str | None:
            number = await keep(form)
            if number is not None:
                self.printed[number] = form
            return number

        return kept

    def _form_of(self, order: Registration) -> str:
        """The case of the form that this order rests on: the same person's, for the same care centre."""
        if order.evidence.kind is not EvidenceKind.FORM:
            return ""
        if self.returned is not None and _is_for(self.returned.citizen, wish_of(self.returned), order):
            return self.returned.number
        own = (number for number, form in self.printed.items() if _is_for(form.citizen, wish_for(form.choice), order))
        return next(own, "")


def _is_for(citizen: Citizen, wish: Wish | None, order: Registration) -> bool:
    same_centre = wish is None or same_hsa_id(wish.hsa_id, order.choice.facility.hsa_id)
    return same_centre and citizen.identity in order.citizen.known_as


def message(order: Registration) -> Message:
    """What the region is told: who, what and by whom. Evidence and consents are not part of it (TKB-L 6.1)."""
    choice, actor = order.choice, order.actor
    doctor = choice.doctor.hsa_id.casefold() if choice.doctor else ""
    place = (choice.county, choice.facility.hsa_id.casefold(), choice.listing_type.key, doctor)
    return (order.citizen.identity.number, choice.intent, *place, actor.type, actor.root, actor.extension)


def wish_of(case: CaseFile) -> Wish | None:
    """The choice on a form or in a draft, to begin the check with; None where nothing was chosen yet."""
    if isinstance(case.about, Draft):
        return case.about.wish
    choice = case.choice
    if choice is None:
        raise ValueError("a correction is no choice")
    return wish_for(choice)


def wish_for(choice: Choice) -> Wish:
    """The same choice, to be prepared anew."""
    return Wish(choice.intent, choice.county, choice.facility.hsa_id, choice.listing_type, choice.doctor)
