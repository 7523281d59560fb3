"""Every reason has a sentence and a remedy; every loss is a line that can be read aloud."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.agreement import EvidenceKind
from desktop.domain.listing import Overview, RegionListings
from desktop.domain.reasons import Level, Loss, Why
from desktop.domain.registration import Intent
from desktop.domain.rules import Rules
from desktop.domain.verdict import Verdict
from desktop.runtime.language import Language
from desktop.texts.verdicts import Described, describe
from tests.texts import samples

OVERVIEW = Overview(
    samples.ADULT,
    (samples.DALARNA,),
    {samples.DALARNA: RegionListings((samples.AT_FALUN,), samples.NOW)},
)
IN_TWO = OVERVIEW.with_region(
    samples.SKANE,
    RegionListings(
        (samples.IN_QUEUE.model_copy(update={"facility": samples.FALUN.model_copy(update={"hsa_id": "x"})}),),
        samples.NOW,
    ),
)


def described(
    language: Language, verdict: Verdict, overview: Overview = OVERVIEW, intent: Intent = Intent.LIST
) -> Described:
    return describe(language, verdict, overview, samples.choice(intent), EvidenceKind.PHONE, Rules())


@pytest.mark.parametrize("why", Why)
def test_every_reason(why: Why, language: Language, proper: Callable[[object], list[str]]) -> None:
    for leaving in (samples.AT_FALUN, None):
        said = described(language, Verdict((why,), (), leaving))
        (reason,) = said.reasons
        assert len(proper(said)) == 3
        assert reason.level is why.level
        assert reason.text != reason.remedy


def test_a_number_of_changes_is_said_to_be_that_regions_which_states_it() -> None:
    """The home region states it by the contract (TKB-L 6.5.2); what another one says is not the home region's word."""
    leaving = samples.AT_FALUN.model_copy(update={"remaining_changes": 0})
    elsewhere = RegionListings((leaving,), samples.NOW)
    in_skane = Overview(samples.ADULT, (samples.SKANE,), {samples.SKANE: elsewhere})
    verdict = Verdict((Why.NO_CHANGES_STATED,), (Loss.MAY_COUNT_AS_CHANGE,), leaving)
    said = described(Language("sv"), verdict, in_skane)
    assert said.reasons[0].text.startswith("Region Skåne anger inga byten kvar")
    assert said.losses[-1] == "Region Skåne anger att du inte har några byten kvar."
    assert "Dalarna" not in repr(said)


@pytest.mark.parametrize("why", Why)
def test_every_reason_in_english(why: Why) -> None:
    verdict = Verdict((why,), ())
    swedish, english = (described(Language(code), verdict).reasons[0] for code in ("sv", "en"))
    assert (swedish.text != english.text, swedish.remedy != english.remedy) == (True, True)


@pytest.mark.parametrize("loss", [loss for loss in Loss if loss is not Loss.CARE_GUARANTEE])
def test_every_loss(loss: Loss, language: Language, proper: Callable[[object], list[str]]) -> None:
    said = described(language, Verdict((), (loss,), samples.AT_FALUN), IN_TWO)
    assert proper(said.losses)


def test_every_level_has_a_heading_of_its_own(language: Language) -> None:
    by_level = {why.level: why for why in Why}
    verdicts = [Verdict((by_level[level],) if level in by_level else (), ()) for level in Level]
    assert len({described(language, verdict).heading for verdict in verdicts}) == len(Level)


def test_losses_name_what_is_lost() -> None:
    losses = (Loss.LEAVES_LISTING, Loss.MAY_COUNT_AS_CHANGE, Loss.QUEUE_PLACE_MAY_GO)
    said = described(Language("sv"), Verdict((), losses, samples.AT_FALUN), IN_TWO)
    assert said.losses == (
        "Du lämnar Falu vårdcentral.",
        "Det kan räknas som ett byte.",
        "Region Dalarna anger att du har 2 byten kvar.",
        "Köplatsen till Falu vårdcentral kan försvinna. Regionen avgör.",
    )


def test_joining_a_queue_can_list_at_once() -> None:
    verdict = Verdict((), (Loss.MAY_LIST_AT_ONCE,), samples.AT_FALUN)
    alone = described(Language("sv"), verdict, intent=Intent.JOIN_QUEUE)
    assert alone.losses == ("Finns det plats blir du listad direkt och lämnar Falu vårdcentral.",)
    in_two = described(Language("sv"), verdict, IN_TWO, Intent.JOIN_QUEUE)
    assert in_two.losses[1].endswith("den senaste tilldelningen gäller.")


def test_full_is_never_a_no() -> None:
    said = described(Language("sv"), Verdict((Why.FULL_WITH_QUEUE,), ()))
    assert said.reasons[0].text == "Vårdcentral Tisken är full enligt regionen. Undantag kan finnas."
    assert "går inte" not in said.heading + said.reasons[0].text + said.reasons[0].remedy


def test_a_protected_person_is_not_named() -> None:
    overview = replace(OVERVIEW, citizen=samples.PROTECTED)
    said = described(Language("sv"), Verdict((Why.ALREADY_LISTED,), ()), overview)
    assert said.reasons[0].text == "Invånaren är redan listad på Vårdcentral Tisken."
