"""Finding care centres while one types: diacritics and one mistake in a word are forgiven, ids are taken as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.directory.centre_index import CentreIndex, begins_nearly, fold
from desktop.domain.centre import Centre, Entry
from desktop.domain.listing import Facility

NAMES = {
    "Tallbackens vårdcentral": "Falun",
    "Älvens hälsocentral": "Mora",
    "Åsens vårdcentral": "Älvdalen",
    "Zinkgruvans vårdcentral": "Falun",
    "Ögonkliniken": "",
    "Andéns läkarhus": "Ludvika",
    "S:t Olofs vårdcentral (Norr)": "",
}


def centre(number: int, name: str, town: str) -> Centre:
    return Centre(Facility(hsa_id=f"SE9900000020-{1001 + number}", name=name), Entry(town=town) if town else None)


INDEX = CentreIndex(centre(number, *each) for number, each in enumerate(NAMES.items()))


def found(text: str) -> list[str]:
    return [one.facility.name for one in INDEX.only(lambda _: True).narrow(text).centres]


def forgiven(text: str) -> bool:
    return INDEX.only(lambda _: True).narrow(text).forgiven


def test_nothing_typed_is_everything_in_swedish_order() -> None:
    assert found("") == [
        "Andéns läkarhus",
        "S:t Olofs vårdcentral (Norr)",
        "Tallbackens vårdcentral",
        "Zinkgruvans vårdcentral",
        "Åsens vårdcentral",
        "Älvens hälsocentral",
        "Ögonkliniken",
    ]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("tallb", "Tallbackens vårdcentral"),
        ("BACKENS FALUN", "Tallbackens vårdcentral"),
        ("alvens", "Älvens hälsocentral"),
        ("anden", "Andéns läkarhus"),
        ("a\u0301ndens", "Andéns läkarhus"),
        ("mora", "Älvens hälsocentral"),
        ("st olof", "S:t Olofs vårdcentral (Norr)"),
        ("s:t olof norr", "S:t Olofs vårdcentral (Norr)"),
        ("S:t Olof, (norr)", "S:t Olofs vårdcentral (Norr)"),
        ("tallbackens, vårdcentral", "Tallbackens vårdcentral"),
        ("se9900000020-1003", "Åsens vårdcentral"),
        ("-1004", "Zinkgruvans vårdcentral"),
    ],
)
def test_name_town_and_id_find_it_without_diacritics(typed: str, name: str) -> None:
    assert found(typed) == [name]
    assert not forgiven(typed)


@pytest.mark.parametrize(
    "typed", ["tsllb", "talbac", "talllb", "atllb", "tallbakcens", "tallbackenz", "tallbackens vårdcntral", "xallb"]
)
def test_one_mistake_in_a_word_is_forgiven_and_said(typed: str) -> None:
    assert "Tallbackens vårdcentral" in found(typed)
    assert forgiven(typed)


@pytest.mark.parametrize("typed", ["tllx", "xal", "tlbcken", "-1009", "se9900000020-10013", "1o01", "tallbackens mors"])
def test_two_mistakes_short_words_and_ids_are_not_forgiven(typed: str) -> None:
    assert found(typed) == []
    assert not forgiven(typed)


def test_what_fits_as_typed_is_not_mixed_with_what_only_resembles_it() -> None:
    assert found("åsens") == ["Åsens vårdcentral"]


def test_only_those_that_are_kept_are_searched() -> None:
    falun = INDEX.only(lambda one: one.entry is not None and one.entry.town == "Falun")
    assert len(falun) == 2
    assert [one.facility.name for one in falun.narrow("vård").centres] == [
        "Tallbackens vårdcentral",
        "Zinkgruvans vårdcentral",
    ]
    assert falun.narrow("älvens").centres == ()


letters = st.text("abcåäö", min_size=4, max_size=9)


@given(letters, letters, st.integers(0, 3), st.data())
def test_any_single_mistake_is_forgiven(word: str, rest: str, kind: int, data: st.DataObject) -> None:
    word = fold(word)
    place = data.draw(st.integers(0, len(word) - 2))
    typed = {
        0: word[:place] + "x" + word[place + 1 :],
        1: word[:place] + word[place + 1 :],
        2: word[:place] + "x" + word[place:],
        3: word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    }[kind]
    assert begins_nearly(word + fold(rest), typed)


@given(st.text("ab", max_size=7), st.text("ab", min_size=1, max_size=7))
def test_nothing_but_a_single_mistake_is_forgiven(word: str, typed: str) -> None:
    """Against every beginning that one edit of the typed word makes."""
    edits = {typed}
    for place in range(len(typed) + 1):
        head, tail = typed[:place], typed[place:]
        edits |= {head + sign + tail for sign in "ab"} | {head + tail[1:]}
        edits |= {head + sign + tail[1:] for sign in "ab" if tail}
        edits.add(head + tail[1:2] + tail[:1] + tail[2:])
    assert begins_nearly(word, typed) == any(word.startswith(edit) for edit in edits)
