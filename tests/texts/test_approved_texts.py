"""The region's approved texts go before our drafts, in every language it has; plainer words; terms; whose contact."""

import pytest

from desktop.domain.agreement import EvidenceKind, Wording
from desktop.domain.listing import Doctor
from desktop.domain.registration import Chooser, Consent, Intent, Representative
from desktop.runtime.language import Language
from desktop.texts import approvals, consents, listings
from desktop.texts.consents import ConsentText, Manner
from tests.texts import samples

SV = Language("sv")
OWN = {
    "sv": Wording("RD 7", exchange="Dela mellan {regions}?", exchange_easy="Säga till {regions}?", terms="Villkor."),
    "fi": Wording("RD 8", exchange="Jakaa: {regions}?", care_guarantee="{new} / {home}", terms="Ehdot."),
}


def texts(manner: Manner) -> dict[Consent, ConsentText]:
    """Everything said to somebody from Skåne who is listed in Stockholm."""
    present = frozenset({samples.STOCKHOLM})
    choice = samples.choice(Intent.LIST)
    found = approvals.consent_texts(SV, choice, EvidenceKind.PHONE, samples.SKANE, present, manner)
    return {text.consent: text for text in found}


@pytest.mark.parametrize(
    ("manner", "begins", "is_draft"),
    [
        (Manner(), "Region Skåne, Region Dalarna och Region Stockholm behöver", True),
        (Manner(easy=True), "Du väljer en mottagning. Då behöver Region Skåne, Region Dalarna och", True),
        (Manner(code="en"), "Region Skåne, Region Dalarna and Region Stockholm", True),
        (Manner(OWN), "Dela mellan Region Skåne, Region Dalarna och Region Stockholm?", False),
        (Manner(OWN, easy=True), "Säga till Region Skåne, Region Dalarna och Region Stockholm?", False),
        (Manner(OWN, "fi"), "Jakaa: Region Skåne, Region Dalarna och Region Stockholm?", False),
        (Manner(OWN, "fi", easy=True), "Jakaa: ", False),
        (Manner(OWN, "en"), "Region Skåne, Region Dalarna and Region Stockholm", True),
    ],
)
def test_what_is_read_aloud(manner: Manner, begins: str, is_draft: bool) -> None:
    said = texts(manner)[Consent.REGIONS_EXCHANGE]
    assert said.read_aloud.startswith(begins)
    assert said.is_draft is is_draft
    assert said.tick.startswith("Invånaren samtycker till att Region Skåne")


def test_an_approved_text_is_what_people_sign() -> None:
    assert texts(Manner(OWN))[Consent.REGIONS_EXCHANGE].printed.startswith("Dela mellan")
    assert texts(Manner(OWN))[Consent.CARE_GUARANTEE_TOLD].is_draft
    told = texts(Manner(OWN, "fi"))[Consent.CARE_GUARANTEE_TOLD]
    assert (told.read_aloud, told.is_draft) == ("Region Dalarna / Region Skåne", False)


def test_terms_are_a_tick_of_their_own_where_the_region_has_them() -> None:
    assert Consent.TERMS_ACCEPTED not in texts(Manner())
    assert texts(Manner(OWN))[Consent.TERMS_ACCEPTED].read_aloud == "Villkor."
    assert texts(Manner(OWN, "fi"))[Consent.TERMS_ACCEPTED].read_aloud == "Ehdot."
    assert texts(Manner(OWN, "en"))[Consent.TERMS_ACCEPTED].read_aloud == "Villkor."


def test_languages_are_ours_and_the_regions() -> None:
    assert consents.languages(OWN) == ("sv", "en", "fi")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("", "Fast läkarkontakt"),
        ("Distriktsläkare", "Fast läkarkontakt"),
        ("ST-läkare", "Fast läkarkontakt"),
        ("Specialist i allmänmedicin", "Fast läkarkontakt"),
        ("Specialistsjuksköterska", "Fast vårdkontakt"),
        ("Distriktssköterska", "Fast vårdkontakt"),
        ("Psykolog", "Fast vårdkontakt"),
    ],
)
def test_doctors_and_other_contacts_are_told_apart_by_title(title: str, label: str) -> None:
    assert listings.doctor_label(SV, Doctor(hsa_id="SE1-1", title=title)) == label


@pytest.mark.parametrize(
    ("chooser", "tick"),
    [
        (Chooser(), "Invånaren har godkänt listningen på Vårdcentral Tisken."),
        (Chooser(samples.CHILD_NUMBER), "Vårdnadshavaren har godkänt listningen på Vårdcentral Tisken."),
        (
            Chooser(representative=Representative("Gun Manner", "Registerutdrag")),
            "Företrädaren har godkänt listningen på Vårdcentral Tisken.",
        ),
    ],
)
def test_who_has_approved(chooser: Chooser, tick: str) -> None:
    assert approvals.approval(SV, samples.choice(Intent.LIST), EvidenceKind.PHONE, (), chooser).tick == tick


def test_an_approval_names_the_siblings() -> None:
    said = approvals.approval(SV, samples.choice(Intent.LIST), EvidenceKind.PHONE, ("Bo", "Eva"))
    assert said.tick.endswith("Det gäller också Bo och Eva.")
