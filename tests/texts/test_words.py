"""How listings, persons, intents and consents are said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.agreement import EvidenceKind
from desktop.domain.citizen import Deregistration
from desktop.domain.identity import NumberFault, PersonIdentity
from desktop.domain.listing import Doctor, Facility, ListingType, RegionListings
from desktop.domain.outcome import Queued, Reply
from desktop.domain.pile import PaperForm
from desktop.domain.registration import Consent, Intent
from desktop.runtime.language import Language
from desktop.texts import approvals, intents, listings, persons, pile
from tests.texts import samples

SV = Language("sv")


@pytest.mark.parametrize(
    ("facility", "said"),
    [
        (samples.TISKEN, "Kö 120, ca 90 dagar"),
        (Facility(hsa_id="a", has_queue=True, estimated_wait=1), "Kö, ca 1 dag"),
        (Facility(hsa_id="a", has_queue=True), "Kö"),
        (Facility(hsa_id="a", has_queue=False, queue_length=3), "Ingen köinformation"),
        (Facility(hsa_id="a"), "Ingen köinformation"),
    ],
)
def test_queue_column(facility: Facility, said: str) -> None:
    assert listings.queue_column(SV, facility) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (None, "Regionen anger inte antal byten"),
        (0, "Inga byten kvar enligt Region Dalarna"),
        (1, "1 byte kvar enligt Region Dalarna"),
        (2, "2 byten kvar enligt Region Dalarna"),
    ],
)
def test_changes_left_are_the_regions_own(left: int | None, said: str) -> None:
    item = samples.AT_FALUN.model_copy(update={"remaining_changes": left})
    assert listings.changes_left(SV, item, samples.DALARNA) == said


def test_queue_place_and_listing() -> None:
    assert listings.queue_place(SV, samples.IN_QUEUE) == "Plats 12, ca 40 dagar"
    bare = samples.IN_QUEUE.model_copy(update={"queue_position": None, "estimated_wait": None})
    assert listings.queue_place(SV, bare) == "Platsens nummer anges inte"
    assert listings.listing(SV, samples.AT_TISKEN) == "från 24 november 2020"


def test_listing_types_and_doctors() -> None:
    assert listings.type_name(SV, ListingType(code="PV", display_name="whatever")) == "Primärvårdslistning"
    assert listings.type_name(SV, ListingType(code="BVC", display_name="Barnhälsovård")) == "Barnhälsovård"
    assert listings.doctor_label(SV, samples.EK) == "Fast läkarkontakt"
    assert listings.doctor_label(SV, Doctor(hsa_id="a", title="Distriktssköterska")) == "Fast vårdkontakt"
    assert listings.doctor_name(SV, samples.EK) == "Karin Ek, specialistläkare"
    assert listings.doctor_shown(SV, samples.AT_TISKEN) == "Karin Ek, specialistläkare"
    assert listings.doctor_shown(SV, samples.AT_TISKEN.model_copy(update={"doctor": None})) == "Regionen anger ingen"
    assert listings.doctor_name(SV, Doctor(hsa_id="a", name="Bo Ahl", title="ST-läkare")) == "Bo Ahl, ST-läkare"


@pytest.mark.parametrize("withholds", [False, True])
def test_an_empty_answer_claims_nothing(
    withholds: bool, language: Language, proper: Callable[[object], list[str]]
) -> None:
    proper(listings.empty_answer(language, samples.DALARNA, RegionListings((), samples.NOW, withholds)))


def test_dates_follow_the_language() -> None:
    assert listings.day(SV, samples.TODAY) == "23 november 2026"
    assert listings.day(Language("en"), date(2026, 5, 1)) == "1 May 2026"
    assert listings.clock(samples.NOW) == "10:31"


@pytest.mark.parametrize("fault", NumberFault)
def test_every_number_fault(fault: NumberFault, language: Language, proper: Callable[[object], list[str]]) -> None:
    assert len(proper(persons.number_fault(language, fault))) == 2


@pytest.mark.parametrize("reason", Deregistration)
def test_every_deregistration(
    reason: Deregistration, language: Language, proper: Callable[[object], list[str]]
) -> None:
    (notice,) = persons.notices(language, replace(samples.ADULT, deregistration=reason))
    assert len(proper(notice)) >= 2


def test_protection_comes_before_everything_else() -> None:
    both = replace(samples.PROTECTED, deregistration=Deregistration.DECEASED)
    headings = [notice.heading for notice in persons.notices(SV, both)]
    assert headings == ["Skyddade personuppgifter", "Personen är registrerad som avliden."]


def test_a_coordination_number_says_how_far_it_is_proven() -> None:
    number = PersonIdentity("197010632391")
    citizen = replace(samples.ADULT, identity=number, asked=number, coordination_level="STYRKT", home_county=None)
    (notice,) = persons.notices(SV, citizen)
    assert (notice.heading, notice.text) == ("Samordningsnummer", "Identiteten är styrkt.")
    assert notice.advice.startswith("Hemregion saknas. Skriv ut blanketten")
    (agreed,) = persons.notices(SV, citizen, form_only=False)
    assert agreed.advice == "Hemregion saknas. Enligt avtalet går det att lista i vår region ändå."
    gone = replace(citizen, deregistration=Deregistration.DECEASED)
    assert persons.notices(SV, gone)[-1].advice == ""


def test_a_changed_number_shows_both() -> None:
    (notice,) = persons.notices(SV, replace(samples.ADULT, asked=samples.CHILD_NUMBER))
    assert "20170101-2393" in notice.text
    assert "19121212-1212" in notice.text


def test_names_and_ages() -> None:
    nameless = replace(samples.CHILD, name=None, born=date(2026, 11, 1))
    assert persons.name(SV, nameless) == "namn saknas"
    assert persons.called(SV, nameless) == "invånaren"
    assert persons.age(SV, nameless, samples.TODAY) == "under 1 år"
    assert persons.age(SV, samples.ADULT, samples.TODAY) == "113 år"
    unknown_day = PersonIdentity("198200602384")
    hidden = replace(samples.ADULT, identity=unknown_day, asked=unknown_day, born=None)
    assert persons.age(SV, hidden, samples.TODAY) == "fyller 44 år i år"
    assert persons.born(SV, samples.ADULT) == "född 1912"


@pytest.mark.parametrize("intent", Intent)
def test_every_intent(intent: Intent, language: Language, proper: Callable[[object], list[str]]) -> None:
    choice = samples.choice(intent)
    for leaving in (samples.AT_FALUN, None):
        proper(
            (
                intents.register(language, choice, leaving),
                intents.review(language, choice, leaving),
                intents.from_to(language, choice, leaving),
                intents.wish(language, intent),
            )
        )


def test_who_joins_a_queue_leaves_nothing_for_certain() -> None:
    said = intents.from_to(SV, samples.choice(Intent.JOIN_QUEUE), samples.AT_FALUN)
    assert said == "Vårdcentral Tisken – listning om det finns plats, annars kö"


@pytest.mark.parametrize("evidence", EvidenceKind)
@pytest.mark.parametrize("intent", Intent)
def test_consents_name_every_region_that_differs(
    intent: Intent, evidence: EvidenceKind, language: Language, proper: Callable[[object], list[str]]
) -> None:
    present = frozenset({samples.STOCKHOLM})
    texts = approvals.consent_texts(language, samples.choice(intent), evidence, samples.SKANE, present)
    proper(texts)
    listed = intent in (Intent.LIST, Intent.JOIN_QUEUE)
    expected = [Consent.APPROVED, Consent.REGIONS_EXCHANGE, *([Consent.CARE_GUARANTEE_TOLD] if listed else [])]
    assert [text.consent for text in texts] == expected
    for said in (texts[1].read_aloud, texts[1].printed, texts[1].tick):
        for region in ("Region Skåne", "Region Dalarna", "Region Stockholm"):
            assert said.count(region) == 1
    assert all(text.is_draft for text in texts)


def test_at_home_only_the_choice_is_approved() -> None:
    choice = samples.choice(Intent.LIST)
    present = frozenset({samples.DALARNA})
    (phone,) = approvals.consent_texts(SV, choice, EvidenceKind.PHONE, samples.DALARNA, present)
    (form,) = approvals.consent_texts(SV, choice, EvidenceKind.FORM, samples.DALARNA, present)
    assert phone.tick == "Invånaren har godkänt listningen på Vårdcentral Tisken."
    assert phone.read_aloud.endswith("Stämmer det?")
    assert form.tick.startswith("Blanketten är underskriven")
    assert form.read_aloud == ""


def test_a_queue_place_in_a_pile_is_not_called_registered() -> None:
    form = PaperForm(1, samples.ADULT_NUMBER).ended(Queued(samples.IN_QUEUE, Reply("OK")), "2026-0001")
    assert pile.stage(SV, form) == "I kö, plats 12"
