"""Every Problem says what happened, whether anything changed and what to do, for reads and for registrations."""

from collections.abc import Callable

import pytest

from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.language import Language
from desktop.texts.problems import advises_form, explain


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_in_full(kind: Kind, language: Language, proper: Callable[[object], list[str]]) -> None:
    for effect in Effect:
        for changes in (False, True):
            for county in ("20", ""):
                said = explain(language, Problem(kind, effect, county), changes=changes)
                assert len(proper(said)) == 3
                assert said.what_happened[0].isupper()


@pytest.mark.parametrize("kind", Kind)
def test_english_is_english(kind: Kind) -> None:
    problem = Problem(kind, Effect.UNKNOWN, "20")
    swedish, english = (explain(Language(code), problem, changes=False) for code in ("sv", "en"))
    assert swedish.what_happened != english.what_happened
    assert swedish.what_to_do != english.what_to_do


def test_a_read_never_changes_anything() -> None:
    said = explain(Language("sv"), Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20"), changes=False)
    assert said.whether_anything_changed == "Inget har ändrats."
    assert said.what_happened == "Region Dalarna svarade inte i tid."


def test_an_unknown_outcome_is_neither_failed_nor_sent_again() -> None:
    said = explain(Language("sv"), Problem(Kind.NO_ANSWER, Effect.UNKNOWN, "20"), changes=True)
    assert said.whether_anything_changed == "Vi vet inte om registreringen gick igenom."
    assert said.what_to_do == "Registrera inte igen. Kontrollera först vad Region Dalarna visar."


def test_the_person_register_has_no_region() -> None:
    said = explain(Language("sv"), Problem(Kind.REGION_UNREACHABLE, Effect.NOTHING_SENT), changes=False)
    assert "personregistret" in said.what_happened


def test_the_reference_holds_correlation_id_and_code_and_the_region_is_quoted() -> None:
    problem = Problem(Kind.NOT_AUTHORISED, Effect.REFUSED, "20", "8b7c", "VP007", "Saknar behörighet", "inner detail")
    said = explain(Language("sv"), problem, changes=True)
    assert said.reference == "Referens till supporten: 8b7c, VP007"
    assert said.quote == "Saknar behörighet"
    assert "inner detail" not in " ".join((said.what_happened, said.what_to_do, said.reference))


def test_where_the_form_is_advised_it_is_known_to_be() -> None:
    for kind in Kind:
        told = explain(Language("sv"), Problem(kind, Effect.NOTHING_SENT), changes=True)
        assert advises_form(kind) == ("lankett" in told.what_to_do), kind
