"""GetPersonsForProfile 5 and SearchPersonsForProfile 5: who the person register says somebody is (TKB-P)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lxml import etree

from desktop.contracts.codec import Record, UnreadableError, add, written_bool
from desktop.contracts.contract import Contract
from desktop.contracts.envelope import call
from desktop.contracts.transport import Transport
from desktop.domain.citizen import Citizen, Deregistration, PersonName, Protection
from desktop.domain.codes import PERSON_REGISTER_ADDRESS, PERSONNUMMER, SAMORDNINGSNUMMER
from desktop.domain.guardianship import Guardians
from desktop.domain.identity import PersonIdentity
from desktop.domain.regions import County
from desktop.runtime.clock import today

GET_PERSONS = Contract("strategicresourcemanagement:persons:person", "GetPersonsForProfile", 5, per_region=False)
SEARCH_PERSONS = Contract("strategicresourcemanagement:persons:person", "SearchPersonsForProfile", 5, per_region=False)

MOST_AT_ONCE = 500


class PersonRegister:
    """Asks the person register, with profile P1 unless told otherwise: no more than needed. Raises CallError."""

    def __init__(self, transport: Transport, address: str = PERSON_REGISTER_ADDRESS) -> None:
        self._transport = transport
        self._address = address

    async def get(self, identity: PersonIdentity) -> Citizen | None:
        """The person with this number, or None when the register knows nobody."""
        return (await self.get_many([identity])).get(identity)

    async def get_many(self, identities: Sequence[PersonIdentity]) -> dict[PersonIdentity, Citizen]:
        """The persons by the number asked for; unknown ones are absent."""
        found: dict[PersonIdentity, Citizen] = {}
        for start in range(0, len(identities), MOST_AT_ONCE):
            asked = identities[start : start + MOST_AT_ONCE]
            decode = partial(read_requested, asked=asked)
            found |= (await call(self._transport, GET_PERSONS, self._address, get_request(asked), decode)).value
        return found

    async def guardians_of(self, child: PersonIdentity) -> Guardians:
        """Whom the child's record names as guardians: profile P4, which the profile must permit (TKB-P 8)."""
        decode = partial(_read_guardians, asked=child)
        body = get_request([child], "P4")
        return (await call(self._transport, GET_PERSONS, self._address, body, decode)).value

    async def search(self, query: str, query_language: str, profile: str = "P1") -> tuple[Citizen, ...]:
        """The persons that a ready-made query finds, reserve identities left out (carelisting takes none).

        More than 500 is the Problem TOO_MANY_HITS.
        """
        body = search_request(query, query_language, profile)
        return (await call(self._transport, SEARCH_PERSONS, self._address, body, read_found)).value


def get_request(identities: Sequence[PersonIdentity], profile: str = "P1") -> etree._Element:
    """GetPersonsForProfile's request; referred identities are followed, so the main identity answers (TKB-P 6.1)."""
    body, namespace = GET_PERSONS.request(), GET_PERSONS.namespace
    for identity in identities:
        person = add(body, namespace, "personId")
        add(person, GET_PERSONS.core, "root", identity.root)
        add(person, GET_PERSONS.core, "extension", identity.number)
    add(body, namespace, "profile", profile)
    add(body, namespace, "ignoreReferredIdentity", written_bool(False))
    return body


def search_request(query: str, query_language: str, profile: str) -> etree._Element:
    """SearchPersonsForProfile's request."""
    body, namespace = SEARCH_PERSONS.request(), SEARCH_PERSONS.namespace
    add(body, namespace, "query", query)
    add(body, namespace, "queryLanguage", query_language)
    add(body, namespace, "profile", profile)
    return body


def read_requested(response: Record, asked: Sequence[PersonIdentity]) -> dict[PersonIdentity, Citizen]:
    """One record per number asked; a number left out of the answer proves nothing, so the answer is unreadable."""
    records = {
        _identity(record.record("requestedPersonalIdentity")): record
        for record in response.records("requestedPersonRecord")
    }
    found: dict[PersonIdentity, Citizen] = {}
    for identity in asked:
        if identity not in records:
            raise UnreadableError("requestedPersonRecord is missing for a number asked for")
        person = records[identity].record("personRecord")
        if person is not None:
            found[identity] = _read_citizen(person, identity)
    return found


def _read_guardians(response: Record, asked: PersonIdentity) -> Guardians:
    """The relations of the one record; a relation that has ended is none (TKB-P, relationshipToDate)."""
    records = response.records("requestedPersonRecord")
    found = next((one for one in records if _identity(one.record("requestedPersonalIdentity")) == asked), None)
    if found is None:
        raise UnreadableError("requestedPersonRecord is missing for a number asked for")
    person = found.record("personRecord")
    relations = person.records("relationship") if person is not None else ()
    numbers = [_related(one) for one in relations if one.text("relationshipType") == _GUARDIAN and not _has_ended(one)]
    return Guardians(tuple(number for number in numbers if number is not None), None in numbers)


_GUARDIAN = "V"
"""Vårdnadshavare, as the population register spells its relations."""


def _related(relation: Record) -> PersonIdentity | None:
    """The other's number; None where there is none, or where the relation may have ended."""
    ends_some_day = relation.partial_date("relationshipToDate") is None and _is_dated(relation, "relationshipToDate")
    other = relation.record("relationshipId")
    return _identity(other.record("personalIdentity")) if other is not None and not ends_some_day else None


def _has_ended(relation: Record) -> bool:
    """Whether an end is stated that is not still to come."""
    day = relation.partial_date("relationshipToDate")
    return day is not None and day <= today()


def read_found(response: Record) -> tuple[Citizen, ...]:
    """Persons as a search answers them."""
    records = response.records("personRecord")
    return tuple(_read_citizen(record) for record in records if _identity(record.record("personalIdentity")))


def _read_citizen(record: Record, asked: PersonIdentity | None = None) -> Citizen:
    """PersonRecordType in profile P1. Raises UnreadableError where the number is not one we can register on."""
    identity = _identity(record.record("personalIdentity"))
    if identity is None:
        raise UnreadableError("personRecord/personalIdentity is missing or of another kind")
    birth = record.record("birth")
    return Citizen(
        identity=identity,
        asked=asked or identity,
        name=_name(record.record("name")),
        born=birth.partial_date("dateOfBirth") if birth else None,
        home_county=_home_county(record),
        protection=_protection(record),
        deregistration=_deregistration(record),
        other_identities=tuple(dict.fromkeys(other for other in _others(record) if other != identity)),
        replaced_by=next((new for status, new in _referred(record) if status == "NY" and new != identity), None),
        coordination_level=record.text("identityLevel"),
        is_test_person=record.flag("testIndicator") is True,
    )


def _identity(record: Record | None) -> PersonIdentity | None:
    """IIType as a number, or None for reserve identities and what is no valid number."""
    if record is None or record.text("root") not in (PERSONNUMMER, SAMORDNINGSNUMMER, ""):
        return None
    try:
        return PersonIdentity(record.text("extension").replace("-", ""))
    except ValueError:
        record.deviate("extension", "is not a valid number")
        return None


def _name(record: Record | None) -> PersonName | None:
    if record is None:
        return None
    return PersonName(record.text("givenName"), record.text("middleName"), record.text("surname"))


def _home_county(record: Record) -> County | None:
    locality = record.record("populationRegistrationLocality")
    code = locality.text("countyCode") if locality else ""
    return County(code.zfill(2)) if code else None


def _protection(record: Record) -> Protection:
    """Protected unless the register says otherwise: a missing or unreadable indicator must not disclose anybody."""
    if record.flag("protectedPopulationRecord") or _is_unreadable(record, "protectedPopulationRecord"):
        return Protection.PROTECTED_REGISTRATION
    marked = record.flag("protectedPersonIndicator")
    if marked is None:
        record.deviate("protectedPersonIndicator", "is missing")
    return Protection.NONE if marked is False else Protection.MARKED


def _is_unreadable(record: Record, name: str) -> bool:
    return bool(record.text(name)) and record.flag(name) is None


def _deregistration(record: Record) -> Deregistration | None:
    """From Skatteverket's deregistration, else from what is said of a samordningsnummer (IS-P)."""
    coordination = record.record("coOrdinationNumberData")
    status = record.record("personalIdentityStatus")
    deregistration = record.record("deregistration")
    if deregistration:
        if code := deregistration.text("deregistrationReasonCode"):
            return _reason(code)
        if _is_dated(deregistration, "foundDeadAtDate"):
            return Deregistration.DECEASED
        if _is_dated(deregistration, "deregistrationDate"):
            return Deregistration.UNKNOWN_REASON
    if coordination and _is_dated(coordination, "deceasedDate"):
        return Deregistration.DECEASED
    if status and status.text("identityStatus").upper() == "AVREGISTRERAT":
        return _BY_CAUSE.get(status.text("identityStatusCause").upper(), Deregistration.UNKNOWN_REASON)
    return None


def _is_dated(record: Record, name: str) -> bool:
    """Whether a date is stated, however partial; an empty element states nothing."""
    partial_date = record.record(name)
    return partial_date is not None and bool(partial_date.text("value"))


_BY_CAUSE = {
    "AVLIDEN": Deregistration.DECEASED,
    "ERSATT": Deregistration.OLD_NUMBER,
    "FELAKTIGT_REGISTRERAT": Deregistration.FALSE_IDENTITY,
    "FELAKTIGT_REGISTERAT": Deregistration.FALSE_IDENTITY,  # the TKB's spelling
    "ANNAN_ORSAK": Deregistration.OTHER,
}


def _reason(code: str) -> Deregistration:
    try:
        return Deregistration(code.upper())
    except ValueError:
        return Deregistration.UNKNOWN_REASON


def _referred(record: Record) -> Iterator[tuple[str, PersonIdentity]]:
    for referred in record.records("referredPersonalIdentities"):
        identity = _identity(referred.record("referredPersonalIdentity"))
        if identity:
            yield referred.text("referredPersonalIdentityStatus").upper(), identity


def _others(record: Record) -> Iterator[PersonIdentity]:
    yield from (identity for _, identity in _referred(record))
    for linked in record.records("linkedIdentity"):
        identity = _identity(linked.record("referredPersonalIdentity"))
        if identity:
            yield identity
