"""The practice region's own reading of requests agrees with the schemas, however a request has been changed."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.practice.wire import CORE, PERSON, REGISTER, envelope, identity, namespace

COUNTY = ("1.2.752.129.2.2.1.18", "20")
PV = ("PV", "1.2.752.129.5.1.27")
ACTOR = ("actor", ("SELF_OWNED_CAREGIVER", "SE9900000020-1000"))
ASK = ("personId", identity("200001032382"))
FULL = {
    "GetListing": [ACTOR, ASK],
    "GetListingCounty": [ACTOR, ASK],
    "GetListingTypes": [ASK, ("homeCountyCode", COUNTY)],
    "GetAvailableHealthcareFacilities": [
        ("healthcareFacilities", "SE1-1"),
        ("healthcareFacilities", "SE1-2"),
        ("listingTypes", PV),
    ],
    "GetAvailableHealthcarePersonnel": [ASK, ("healthcareFacilityHSAId", "SE1-1"), ("listingTypes", PV)],
    "CreateListing": [
        ACTOR,
        ASK,
        ("healthcareFacilityHSAId", "SE1-1"),
        ("listingType", PV),
        ("healthcarePersonnel", "SE1-2"),
        ("addToQueue", "true"),
        ("homeCounty", COUNTY),
        ("newListingCounty", COUNTY),
    ],
    "GetPersonsForProfile": [ASK, ASK, ("profile", "P1"), ("ignoreReferredIdentity", "true")],
    "SearchPersonsForProfile": [("query", "x"), ("queryLanguage", "y"), ("profile", "P1")],
}
TEXTS = ["", " ", "1", "0", "true", "TRUE", " false ", "P1", "P10", "P0", "CITIZEN", "citizen", "åäö", "x\ny"]
NAMES = ["extension", "root", "personId", "actor", "unknown"]


@st.composite
def changes(draw):
    """A contract, and up to three changes to its fullest request."""
    contract = draw(st.sampled_from(sorted(FULL)))
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["remove", "double", "move", "text", "rename", "strip", "add", "attribute", "nest"]),
                st.integers(0, 40),
                st.sampled_from(TEXTS),
                st.sampled_from(NAMES),
                st.sampled_from(["", "own", "core", "urn:other"]),
            ),
            max_size=3,
        )
    )
    return contract, steps


def change(request, own, step):
    """Carry out one change on some element of a request."""
    kind, index, text, name, where = step
    core = PERSON if "persons:person" in own else CORE
    tag = {"": name, "own": f"{{{own}}}{name}", "core": f"{{{core}}}{name}"}.get(where, f"{{{where}}}{name}")
    elements = list(request.iter())[1:]
    if kind == "add" or not elements:
        parents = list(request.iter())
        etree.SubElement(parents[index % len(parents)], tag).text = text
        return
    element = elements[index % len(elements)]
    parent = element.getparent()
    match kind:
        case "remove":
            parent.remove(element)
        case "double":
            parent.insert(parent.index(element), copy.deepcopy(element))
        case "move":
            parent.append(element)
        case "text":
            element.text = text
        case "rename":
            element.tag = tag
        case "strip":
            element.tag = etree.QName(element).localname
        case "attribute":
            element.set("lang", "sv")
        case _:
            etree.SubElement(element, tag).text = text


def has_foreigner_in_the_middle(parent, expected, core):
    """An element of another namespace before one of the contract's: invalid by the schema, but libxml2 lets it pass."""
    names = [etree.QName(child).namespace for child in parent]
    foreign = [index for index, name in enumerate(names) if name not in (None, expected)]
    if foreign and expected in names[foreign[0] :]:
        return True
    own = (child for child in parent if etree.QName(child).namespace == expected)
    return any(has_foreigner_in_the_middle(child, core, core) for child in own)


@settings(
    max_examples=4 * settings.default.max_examples,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(changes())
def test_the_region_accepts_what_the_schema_accepts_and_nothing_else(desk, schemas, changed):
    contract, steps = changed
    root = etree.fromstring(envelope(contract, REGISTER if "PersonsFor" in contract else "21", *FULL[contract]))
    request = root[-1][0]
    for step in steps:
        change(request, namespace(contract), step)
    try:
        schemas.check(request)
        core = PERSON if "PersonsFor" in contract else CORE
        valid = not has_foreigner_in_the_middle(request, namespace(contract), core)
    except AssertionError:
        valid = False
    response = desk.send(etree.tostring(root, encoding="UTF-8"))
    fault = etree.fromstring(response.content).findtext(".//faultstring") or ""
    assert fault.startswith("Unmarshalling Error") is not valid, etree.tostring(request, pretty_print=True).decode()


@pytest.mark.parametrize("contract", sorted(FULL))
def test_the_fullest_request_is_valid(desk, schemas, contract):
    root = etree.fromstring(envelope(contract, REGISTER if "PersonsFor" in contract else "21", *FULL[contract]))
    schemas.check(root[-1][0])
