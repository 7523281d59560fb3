"""The person register (PU): GetPersonsForProfile and SearchPersonsForProfile, profiles P1 to P5."""

from lxml import etree

from desktop.practice.clock import Clock
from desktop.practice.numbers import identity, is_coordination
from desktop.practice.query import QueryError, parse_query
from desktop.practice.shapes import II, Message
from desktop.practice.soap import Fault, Writer, add_person
from desktop.practice.store import Row, Store, read_json
from desktop.practice.vocabulary import PERSON

MOST_ASKED = 500
MOST_HITS = 500
QUERY_LANGUAGE = "SimpleQL"
_PROFILES = ("P1", "P2", "P3", "P4", "P5")


class RegisterFaultError(Exception):
    """The register's own SOAP fault: side Client, a sentence in Swedish."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.fault = Fault("Client", text)


class PersonRegister:
    """Answers the two person contracts from the citizens in the store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def answer(self, message: Message) -> etree._Element:
        """The response to a request that has passed its schema; raises RegisterFaultError."""
        profile = message.text("profile")
        if profile not in _PROFILES:
            raise RegisterFaultError(f"Profilen {profile} är reserverad för framtida bruk.")
        if message.contract.name == "SearchPersonsForProfile":
            return self._search(message, _PROFILES.index(profile) + 1)
        return self._get(message, _PROFILES.index(profile) + 1)

    def _get(self, message: Message, profile: int) -> etree._Element:
        asked = message.identifiers("personId")
        if len(asked) > MOST_ASKED:
            raise RegisterFaultError(f"Högst {MOST_ASKED} personidentiteter får anges i samma fråga.")
        writer = Writer(message.contract.namespace, f"{message.contract.name}Response", PERSON)
        for identifier in asked:
            element = writer.own("requestedPersonRecord")
            _write_identity(add_person(element, "requestedPersonalIdentity"), identifier)
            row = self._find(identifier, follow=not message.flag("ignoreReferredIdentity"))
            if row is not None:
                self._write_record(add_person(element, "personRecord"), row, profile)
        return writer.root

    def _find(self, identifier: II, follow: bool) -> Row | None:
        number = identifier.extension or ""
        row = self._store.one("SELECT * FROM citizen WHERE number = ?", number)
        if row is None or identity(number).root != identifier.root.strip():
            return None
        if follow and row["new_number"]:
            return self._store.one("SELECT * FROM citizen WHERE number = ?", row["new_number"])
        return row

    def _search(self, message: Message, profile: int) -> etree._Element:
        if message.text("queryLanguage").casefold() != QUERY_LANGUAGE.casefold():
            raise RegisterFaultError(f"Frågespråket stöds inte. Ange {QUERY_LANGUAGE}.")
        try:
            condition = parse_query(message.text("query"))
        except QueryError as error:
            raise RegisterFaultError(str(error)) from error
        # The condition is built from our own columns and operators; what was asked travels as parameters.
        sql = f"SELECT * FROM citizen WHERE {condition.sql} ORDER BY number LIMIT {MOST_HITS + 1}"  # noqa: S608
        rows = self._store.all(sql, *condition.parameters)
        if len(rows) > MOST_HITS:
            raise RegisterFaultError(f"Sökningen gav fler än {MOST_HITS} träffar. Ange fler sökvillkor.")
        writer = Writer(message.contract.namespace, f"{message.contract.name}Response", PERSON)
        namespace = message.contract.namespace
        for row in rows:
            self._write_record(etree.SubElement(writer.root, f"{{{namespace}}}personRecord"), row, profile)
        return writer.root

    def _write_record(self, element: etree._Element, row: Row, profile: int) -> None:
        """One person in the order of PersonRecordType; a protected person is always reduced to P1 (4.1.3)."""
        details = read_json(row, "details")
        level = 1 if row["protection"] else profile
        self._write_basics(element, row, details)
        birth = add_person(element, "birth")
        _write_date(birth, "dateOfBirth", row["born"])
        if level >= 4 and row["county"]:
            add_person(add_person(birth, "placeOfBirthSweden"), "birthCountyCode", row["county"])
        _write_locality(element, row, details, level)
        if level >= 2:
            _write_records(element, row, details, level, self._clock)
            _write_address(element, row)
        if level >= 3:
            contact = add_person(element, "contactInformation")
            add_person(contact, "contactType", "TEL")
            add_person(contact, "value", row["phone"])
        if row["deregistered"]:
            leaving = add_person(element, "deregistration")
            add_person(leaving, "deregistrationReasonCode", row["deregistered"])
            _write_date(leaving, "deregistrationDate", row["deregistered_on"])
        if level >= 4:
            self._write_relations(element, row)
        _write_coordination(element, row, details)
        add_person(element, "protectedPopulationRecord", row["protection"] == "registration")

    def _write_basics(self, element: etree._Element, row: Row, details: dict[str, str]) -> None:
        _write_identity(add_person(element, "personalIdentity"), identity(row["number"]))
        if details.get("identity_level"):
            add_person(element, "identityLevel", details["identity_level"])
        add_person(element, "gender", row["gender"])
        add_person(element, "protectedPersonIndicator", row["protection"] == "marked")
        add_person(element, "testIndicator", True)
        add_person(element, "primaryIdentity", not row["new_number"])
        add_person(element, "version", f"{row['since'].replace('-', '')}000000")
        if row["given"] or row["surname"]:
            name = add_person(element, "name")
            for part, value in (("givenName", row["given"]), ("surname", row["surname"])):
                if value:
                    add_person(name, part, value)
        for number in filter(None, (row["new_number"], details.get("former_number"))):
            referred = add_person(element, "referredPersonalIdentities")
            _write_identity(add_person(referred, "referredPersonalIdentity"), identity(number))
            add_person(referred, "referredPersonalIdentityStatus", "NY" if number == row["new_number"] else "AS")

    def _write_relations(self, element: etree._Element, row: Row) -> None:
        citizenship = add_person(element, "citizenship")
        add_person(citizenship, "citizenshipCountryCode", "XX" if is_coordination(row["number"]) else "SE")
        children = self._store.all("SELECT child AS other FROM guardian WHERE guardian = ?", row["number"])
        parents = self._store.all("SELECT guardian AS other FROM guardian WHERE child = ?", row["number"])
        for kind, others in (("VF", children), ("V", parents)):
            for other in others:
                relation = add_person(element, "relationship")
                _write_identity(
                    add_person(add_person(relation, "relationshipId"), "personalIdentity"), identity(other["other"])
                )
                add_person(relation, "relationshipType", kind)


def _write_locality(element: etree._Element, row: Row, details: dict[str, str], level: int) -> None:
    if row["county"] is None or row["deregistered"] == "UV":
        return
    locality = add_person(element, "populationRegistrationLocality")
    if level >= 2:
        _write_date(locality, "populationRegistrationDate", row["since"])
    add_person(locality, "countyCode", row["county"])
    if level >= 2:
        add_person(locality, "municipalityCode", row["municipality"][2:])


def _write_records(element: etree._Element, row: Row, details: dict[str, str], level: int, clock: Clock) -> None:
    record = add_person(element, "populationRegistrationRecord")
    add_person(record, "syncronizationTime", f"{clock.now().date().isoformat()}T03:00:00")
    former = details.get("moved_from")
    if level >= 5 and former:
        locality = add_person(add_person(record, "historicalRecords"), "populationRegistrationLocality")
        add_person(locality, "countyCode", former[:2])
        add_person(locality, "municipalityCode", former[2:])


def _write_address(element: etree._Element, row: Row) -> None:
    if row["county"] is None or row["deregistered"]:
        return
    address = add_person(add_person(element, "addressInformation"), "residentialAddress")
    add_person(address, "postalAddress2", row["street"])
    add_person(address, "postalCode", row["postal_code"])
    add_person(address, "city", row["city"].upper())


def _write_coordination(element: etree._Element, row: Row, details: dict[str, str]) -> None:
    if not is_coordination(row["number"]):
        return
    data = add_person(element, "coOrdinationNumberData")
    _write_date(data, "allocationDate", row["since"])
    status = add_person(element, "personalIdentityStatus")
    add_person(status, "identityStatus", details.get("identity_status", "AKTIVT"))


def _write_identity(element: etree._Element, identifier: II) -> None:
    add_person(element, "root", identifier.root)
    if identifier.extension is not None:
        add_person(element, "extension", identifier.extension)


def _write_date(parent: etree._Element, name: str, value: str) -> None:
    """A PartialDate: as much of the date as is known."""
    element = add_person(parent, name)
    add_person(element, "format", {4: "YYYY", 7: "YYYY-MM"}.get(len(value), "YYYY-MM-DD"))
    add_person(element, "value", value)
