"""Requests are valid against the schemas for every combination of optional fields, and addressed as RIV-TA says."""

from datetime import date
from functools import cache
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop.contracts import catalogue, listings, persons
from desktop.contracts.contract import Contract
from desktop.contracts.envelope import wrap
from desktop.domain.agreement import ActorType, EvidenceKind, RegisterAgreement, organisation, person
from desktop.domain.citizen import Citizen
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType
from desktop.domain.regions import REGION_NAMES, County
from desktop.domain.registration import Choice, Chooser, Evidence, Intent, Registration, needed_consents
from tests.contracts.wire import SCHEMAS, SOAP, soap

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the contracts' schemas are not beside the checkout")
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

CITIZEN = PersonIdentity("191212121212")
GUARDIAN = PersonIdentity("193008077723")

identities = st.sampled_from([CITIZEN, GUARDIAN, PersonIdentity("190001042399"), PersonIdentity("191212721219")])
counties = st.sampled_from([County(code) for code in REGION_NAMES])
hsa_ids = st.from_regex(r"SE99000000[0-9]{2}-[A-Z0-9]{4}", fullmatch=True)
names = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=40
)
types = st.builds(ListingType, code=names.filter(bool), code_system=st.just("1.2.752.129.5.1.27"), display_name=names)
actors = st.builds(organisation, st.sampled_from([t for t in ActorType if not t.is_person]), hsa_ids) | st.builds(
    person, st.sampled_from([t for t in ActorType if t.is_person]), identities
)


@st.composite
def registrations(draw: st.DrawFn) -> Registration:
    intent = draw(st.sampled_from(Intent))
    doctor = st.builds(Doctor, hsa_id=hsa_ids, name=names)
    doctors = {Intent.LIST: st.none() | doctor, Intent.CHANGE_DOCTOR: doctor}.get(intent, st.none())
    home, new = draw(counties), draw(counties)
    present = draw(st.frozensets(counties, max_size=2))
    agreement = RegisterAgreement("avtal 1", date(2026, 1, 1), draw(st.none() | actors))
    return Registration(
        citizen=Citizen(identity=CITIZEN, asked=CITIZEN, home_county=home),
        choice=Choice(intent, new, Facility(hsa_id=draw(hsa_ids)), draw(types), draw(doctors)),
        chooser=Chooser(draw(st.none() | st.just(GUARDIAN))),
        evidence=Evidence(draw(st.sampled_from(EvidenceKind)), date(2026, 11, 23)),
        consents=needed_consents(home, new, present),
        agreement=agreement,
        present_counties=present,
    )


@cache
def schema_of(contract: Contract) -> etree.XMLSchema:
    """One schema set per contract: the core 2.0 and 2.1 share a namespace, and lxml silently keeps the first."""
    domain = "person" if contract in (persons.GET_PERSONS, persons.SEARCH_PERSONS) else "carelisting"
    (path,) = (SCHEMAS / domain / "interactions" / f"{contract.name}Interaction").glob("*Responder_*.xsd")
    return etree.XMLSchema(etree.parse(path))


def assert_valid(contract: Contract, body: etree._Element) -> None:
    """Valid after a journey over the wire, and alone in a body that is addressed."""
    envelope = etree.fromstring(wrap("20", body))
    schema = schema_of(contract)
    (sent,) = envelope.find(f"{{{SOAP}}}Body")
    schema.assertValid(etree.ElementTree(etree.fromstring(etree.tostring(sent))))


@needs_schemas
@quick
@given(actor=actors, identity=identities)
def test_reading_listings(actor, identity):
    assert_valid(listings.GET_LISTING, listings.listing_request(actor, identity))
    assert_valid(listings.GET_LISTING_COUNTY, listings.listing_county_request(actor, identity))


@needs_schemas
@quick
@given(registration=registrations())
def test_create_listing_always_states_the_queue_and_both_counties(registration):
    body = listings.create_listing_request(registration)
    assert_valid(listings.CREATE_LISTING, body)
    said = {etree.QName(child).localname: child for child in body}
    assert said["addToQueue"].text == ("true" if registration.choice.intent is Intent.JOIN_QUEUE else "false")
    assert said["homeCounty"][1].text == registration.citizen.home_county
    assert said["newListingCounty"][1].text == registration.choice.county
    assert said["actor"][1].text == registration.actor.type.value
    assert ("healthcarePersonnel" in said) is (registration.choice.doctor is not None)


@needs_schemas
@quick
@given(identity=st.none() | identities, county=st.none() | counties)
def test_listing_types_are_asked_with_person_and_home_county_or_neither(identity, county):
    body = catalogue.types_request(identity, county)
    assert_valid(catalogue.GET_TYPES, body)
    assert len(body) == (2 if identity and county else 0)


@needs_schemas
@quick
@given(wanted=st.lists(types, max_size=3), only=st.lists(hsa_ids, max_size=3), identity=identities)
def test_catalogue(wanted, only, identity):
    facilities = catalogue.facilities_request(wanted, only)
    assert_valid(catalogue.GET_FACILITIES, facilities)
    assert len(facilities) == len(wanted) + len(only)
    assert_valid(catalogue.GET_PERSONNEL, catalogue.personnel_request(identity, "SE9900000020-1001", wanted))


@needs_schemas
@quick
@given(asked=st.lists(identities, min_size=1, max_size=4), query=names, language=names)
def test_persons(asked, query, language):
    assert_valid(persons.GET_PERSONS, persons.get_request(asked))
    assert_valid(persons.SEARCH_PERSONS, persons.search_request(query, language, "P1"))


def test_a_coordination_number_goes_under_its_own_root():
    body = persons.get_request([PersonIdentity("191212721219")])
    assert [child.text for child in body[0]] == ["1.2.752.129.2.1.3.3", "191212721219"]


def test_what_goes_over_the_wire(region, talk):
    """BP-A 8 and 15, UTF-8, the platform's path, and a correlation id that is a UUID."""
    region.script = soap(
        f'<r:SearchPersonsForProfileResponse xmlns:r="{persons.SEARCH_PERSONS.namespace}"/>',
        **{"X-Skltp-Correlation-Id": "given-by-the-platform"},
    )
    talk(lambda transport: persons.PersonRegister(transport).search("name.surname = 'Åström'", "SimpleQL"))
    (request,) = region.received
    assert request.path == "/vp/strategicresourcemanagement/persons/person/SearchPersonsForProfile/5/rivtabp21"
    action = (
        "urn:riv:strategicresourcemanagement:persons:person:SearchPersonsForProfileResponder:5:SearchPersonsForProfile"
    )
    assert request.headers["soapaction"] == f'"{action}"'
    assert request.headers["content-type"] == "text/xml;charset=UTF-8"
    assert UUID(request.headers["x-skltp-correlation-id"]).version == 4
    assert not {"x-rivta-original-serviceconsumer-hsaid", "x-vp-sender-id"} & set(request.headers)
    assert "Åström".encode() in request.body
    envelope = etree.fromstring(request.body)
    (address,) = envelope.find(f"{{{SOAP}}}Header")
    assert (address.tag, address.text) == ("{urn:riv:itintegration:registry:1}LogicalAddress", "SE165565594230-1000")


def test_a_contract_may_lie_at_an_address_of_its_own_and_a_gateway_gets_its_token(region, talk):
    region.script = soap(f'<r:SearchPersonsForProfileResponse xmlns:r="{persons.SEARCH_PERSONS.namespace}"/>')

    async def token(anew: bool) -> str:
        return "exercise"

    found = talk(
        lambda transport: persons.PersonRegister(transport).search("x", "SimpleQL"),
        contract_urls={"SearchPersonsForProfile": region.url + "/elsewhere"},
        bearer=token,
    )
    assert found == ()
    (request,) = region.received
    assert request.path == "/vp/elsewhere"
    assert request.headers["authorization"] == "Bearer exercise"
