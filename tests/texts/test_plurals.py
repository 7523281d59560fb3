"""One is never said as many: sentences with a number in them, for 0, 1, 2 and 21, in both languages."""

import re
from collections.abc import Callable

import pytest

from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import ListingType
from desktop.domain.pile import PaperForm, Pile, PileSummary, PileTerms
from desktop.domain.registration import Intent, Wish
from desktop.runtime.language import Language
from desktop.texts import listings, pile
from tests.texts import samples

ONE_AS_MANY = re.compile(
    r"(?<![\d.])1 (?:dagar|byten|sekunder|blanketter|inlästa|mottagningar|days|changes|seconds|forms|doctors|centres)\b"
)


def changes(language: Language, number: int) -> str:
    item = samples.AT_FALUN.model_copy(update={"remaining_changes": number})
    return listings.changes_left(language, item, samples.DALARNA)


def reconciled(language: Language, read: int, counted: int) -> str:
    wish = Wish(Intent.LIST, samples.DALARNA, "SE2321000180-1", ListingType(code="PV"))
    terms = PileTerms(wish, "Tallbackens vårdcentral", "Test", samples.TODAY)
    forms = tuple(PaperForm(place, PersonIdentity("191212121212")) for place in range(1, read + 1))
    return pile.reconciled(language, PileSummary(Pile(terms, forms), samples.TODAY, counted))


SENTENCES: tuple[Callable[[Language, int], str], ...] = (
    listings.wait,
    changes,
    lambda language, n: reconciled(language, n, n),
    lambda language, n: reconciled(language, n, 1),
    lambda language, n: reconciled(language, 1, n),
)


@pytest.mark.parametrize("number", [0, 1, 2, 21])
@pytest.mark.parametrize("say", SENTENCES)
def test_one_is_never_said_as_many(language: Language, say: Callable[[Language, int], str], number: int) -> None:
    said = say(language, number)
    assert not ONE_AS_MANY.search(said), said
    assert str(number) in said or number == 0
