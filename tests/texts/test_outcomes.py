"""Every outcome of every intent is told, and none is told as more than it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from desktop.domain.citizen import Protection
from desktop.domain.outcome import (
    Confirmed,
    NotSent,
    Outcome,
    Queued,
    Received,
    RefusalCode,
    Refused,
    Reply,
    Unclear,
    Unverified,
)
from desktop.domain.problems import Effect, Kind, Problem
from desktop.domain.registration import Chooser, Intent
from desktop.runtime.language import Language
from desktop.texts.outcomes import Told, read_first, tell
from tests.texts import samples

SV = Language("sv")


def told(outcome: Outcome, intent: Intent = Intent.LIST) -> Told:
    return tell(SV, outcome, samples.registration(intent))


@pytest.mark.parametrize("intent", Intent)
def test_every_outcome_of_every_intent(
    intent: Intent, language: Language, proper: Callable[[object], list[str]]
) -> None:
    for citizen in (samples.ADULT, samples.CHILD):
        for outcome in samples.outcomes(intent):
            said = tell(language, outcome, samples.registration(intent, citizen))
            proper(said)
            assert all((said.heading, said.text, said.say, said.next_step)), outcome


@pytest.mark.parametrize("intent", Intent)
def test_every_outcome_in_english(intent: Intent) -> None:
    registration = samples.registration(intent)
    for outcome in samples.outcomes(intent):
        swedish, english = (tell(Language(code), outcome, registration) for code in ("sv", "en"))
        for name in ("heading", "text", "say", "next_step"):
            assert getattr(swedish, name) != getattr(english, name)


def test_headings_keep_the_outcomes_apart() -> None:
    lost = Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20")
    unsent = NotSent(Problem(Kind.NO_NETWORK, Effect.NOTHING_SENT, "20"))
    outcomes: list[Outcome] = [
        Confirmed(samples.AT_TISKEN, None),
        Queued(samples.IN_QUEUE, None),
        Unclear(lost, None),
        unsent,
    ]
    outcomes += [Received(why, Reply("OK")) for why in Unverified]
    outcomes += [Refused(code, Reply(code.value)) for code in RefusalCode]
    assert len({told(outcome).heading for outcome in outcomes}) == len(outcomes)


def test_the_words_for_each() -> None:
    assert told(Confirmed(samples.AT_TISKEN, Reply("OK"))).heading == "Registrerad och bekräftad"
    assert told(Queued(samples.IN_QUEUE, Reply("OK")), Intent.JOIN_QUEUE).heading == "Nu i kö, plats 12"
    assert told(Received(Unverified.NOT_VISIBLE_YET, Reply("OK"))).heading == "Mottagen, visas ännu inte"
    withheld = told(Received(Unverified.WITHHELD, Reply("OK")))
    assert withheld.heading == "Regionen svarade OK, kan inte kontrolleras härifrån"
    lost = Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20")
    assert told(Unclear(lost, None)).heading == "Oklart – kontrollera"


@pytest.mark.parametrize("why", Unverified)
@pytest.mark.parametrize("intent", Intent)
def test_received_is_never_called_done(why: Unverified, intent: Intent) -> None:
    said = told(Received(why, Reply("OK")), intent)
    for word in ("bekräftad", "klar", "är registrerad", "är listad", "är borttagen", "är vald"):
        assert word not in f"{said.heading} {said.text} {said.say}".lower()
    assert said.next_step.startswith("Skicka inte igen.")


def test_another_region_can_still_say_no() -> None:
    received = Received(Unverified.NOT_VISIBLE_YET, Reply("OK"))
    at_home = tell(SV, received, samples.registration(Intent.LIST, samples.ADULT))
    away = tell(SV, received, samples.registration(Intent.LIST, samples.CHILD))
    assert "säga nej" not in at_home.text
    assert "Region Skåne kan ännu säga nej; då får invånaren besked av Region Dalarna." in away.text


def test_a_protected_persons_home_region_is_not_named() -> None:
    """Such an outcome is opened again from Ärenden, where nothing has been revealed."""
    received = Received(Unverified.NOT_VISIBLE_YET, Reply("OK"))
    somebody = replace(samples.CHILD, protection=Protection.MARKED)
    said = tell(SV, received, samples.registration(Intent.LIST, somebody))
    assert "Hemregionen kan ännu säga nej; då får invånaren besked av Region Dalarna." in said.text
    assert "Skåne" not in "".join((said.heading, said.text, said.say, said.next_step))


@pytest.mark.parametrize("intent", [Intent.LIST, Intent.JOIN_QUEUE])
def test_what_the_home_region_can_still_refuse_is_not_called_done_aloud(intent: Intent) -> None:
    confirmed = Confirmed(samples.AT_TISKEN, Reply("OK"))
    said = tell(SV, confirmed, samples.registration(intent, samples.CHILD)).say
    assert "Region Skåne kan ännu säga nej." in said
    assert "klar" not in said
    assert "klar" in tell(SV, confirmed, samples.registration(intent, samples.ADULT)).say


def test_who_chooses_for_somebody_is_not_told_of_a_queue_place_as_their_own() -> None:
    queued = Queued(samples.IN_QUEUE, Reply("OK"))
    own = samples.registration(Intent.JOIN_QUEUE)
    assert tell(SV, queued, own).say.startswith("Du står i kö till")
    for_somebody = replace(own, chooser=Chooser(samples.CHILD.identity))
    name = tell(SV, queued, own).text.split(" står i kö")[0]
    assert tell(SV, queued, for_somebody).say.startswith(f"{name} står i kö till")


@pytest.mark.parametrize("intent", [Intent.LIST, Intent.JOIN_QUEUE])
def test_a_listing_that_holds_from_a_later_day_is_not_said_to_hold_now(intent: Intent) -> None:
    now = samples.AT_TISKEN.model_copy(update={"valid_from": datetime(2020, 1, 1)})
    later = samples.AT_TISKEN.model_copy(update={"valid_from": datetime(2999, 1, 1)})
    said = told(Confirmed(later, Reply("OK")), intent)
    assert "Tolvan Svensson blir listad på Vårdcentral Tisken från 1 januari 2999." in said.text
    assert said.say == "Listningen på Vårdcentral Tisken gäller från 1 januari 2999."
    assert "är listad på" not in said.text
    assert "är listad på" in told(Confirmed(now, Reply("OK")), intent).text


def test_info_without_a_message_is_not_asked_to_be_read() -> None:
    said = told(Confirmed(samples.AT_TISKEN, Reply("INFO")))
    assert (said.must_read, said.quote) == (False, "")
    assert "Regionen ville att ett meddelande läses, men det var tomt." in said.text


def test_info_must_be_read_and_is_quoted() -> None:
    said = told(Confirmed(samples.AT_TISKEN, Reply("INFO", samples.MESSAGE)))
    assert said.must_read
    assert said.quote == samples.MESSAGE
    assert read_first(SV, said.next_step).startswith("Läs regionens meddelande först. Skriv ut kvittot")
    assert not told(Confirmed(samples.AT_TISKEN, Reply("OK", samples.MESSAGE))).must_read


@pytest.mark.parametrize("code", RefusalCode)
def test_a_refusal_changes_nothing_and_is_not_sent_again(code: RefusalCode) -> None:
    said = told(Refused(code, Reply(code.value, "Nej, tyvärr.", "c-2")))
    assert "Inget har ändrats." in said.text
    assert "Skicka inte samma begäran igen." in said.text
    assert "registrera igen" not in " ".join((said.text, said.say, said.next_step)).lower()
    assert (said.quote, said.reference) == ("Nej, tyvärr.", f"Referens till supporten: c-2, {code.value}")


def test_guardians_go_the_profiles_way() -> None:
    refused = Refused(RefusalCode.GUARDIAN_CONSENT, Reply(RefusalCode.GUARDIAN_CONSENT.value))
    instruction = "Be den andra vårdnadshavaren ringa."
    by_guardian = replace(samples.registration(Intent.LIST), chooser=Chooser(samples.CHILD.identity))
    assert tell(SV, refused, by_guardian, instruction).next_step == instruction
    assert "blanketten" in tell(SV, refused, by_guardian).next_step


def test_the_young_who_chose_alone_are_not_told_of_both_guardians() -> None:
    said = told(Refused(RefusalCode.GUARDIAN_CONSENT, Reply(RefusalCode.GUARDIAN_CONSENT.value)))
    assert said.heading == "En vårdnadshavare behöver godkänna"
    assert "båda" not in f"{said.text} {said.say} {said.next_step}".lower()


def test_the_doctor_that_the_region_shows_is_named() -> None:
    assert "Fast läkarkontakt: Karin Ek, specialistläkare." in told(Confirmed(samples.AT_TISKEN, Reply("OK"))).text
    assert "läkarkontakt" not in told(Confirmed(samples.AT_FALUN, Reply("OK"))).text
