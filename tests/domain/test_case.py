"""A case: whom it waits for; and the code that a form carries, read back however it is typed."""

import pytest

from desktop.domain.case import CaseFile, Notes, State, looks_like_code, new_code, read_code
from desktop.domain.outcome import Outcome, Received, Reply, Unverified
from tests.domain.samples import NOW, order

CODES = [new_code() for _ in range(50)]


@pytest.mark.parametrize("code", CODES[:5], ids=range(5))
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    for typed in (
        code,
        code.lower(),
        code.replace("-", ""),
        f" {code[:4]} {code[5:]} ",
        code.replace("-", "+"),
        f"]Q3{code}#",
    ):
        assert looks_like_code(typed)
        assert read_code(typed) == code


def test_codes_differ_and_have_no_sign_that_is_mistaken_for_another() -> None:
    assert len(set(CODES)) == len(CODES)
    assert not set("01ILOUZ") & set("".join(CODES))


@pytest.mark.parametrize("code", CODES[:10], ids=range(10))
def test_one_wrong_sign_and_two_that_changed_places_are_noticed(code: str) -> None:
    signs = code.replace("-", "")
    for place, sign in enumerate(signs):
        for other in set("23456789ABCDEFGHJKMNPQRSTVWXY") - {sign}:
            assert read_code(signs[:place] + other + signs[place + 1 :]) is None
    for place in range(7):
        if signs[place] != signs[place + 1]:
            swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
            assert read_code(swapped) is None


@pytest.mark.parametrize(
    "text",
    [
        "191212121212",
        "12121212",
        "Tallback",
        "SE9900000020-1001",
        "Åsa 1985",
        "Lind 1985",
        "Ek 500203",
        "1985 Lind",
        "500203 Ek",
        "Ek, A 1950",
        "",
        "K7QM",
    ],
)
def test_what_is_something_else_is_not_taken_for_a_code(text: str) -> None:
    assert not looks_like_code(text)
    assert read_code(text) is None


def test_what_waits_for_a_signature_or_the_region_needs_nobody_yet() -> None:
    def stands(state: State, outcome: Outcome | None = None) -> CaseFile:
        return CaseFile("2026-0001", state, NOW, NOW, order(), outcome, Notes())

    needing = {state for state in State if stands(state).needs_somebody}
    assert needing == {State.COMPLETE, State.UNCLEAR, State.CORRECTION}
    assert {state for state in State if state.is_open} == needing | {State.WAITING, State.SENDING, State.RECEIVED}
    assert stands(State.RECEIVED, Received(Unverified.CONTRADICTED, Reply("OK"))).needs_somebody
    assert not stands(State.RECEIVED, Received(Unverified.NOT_VISIBLE_YET, Reply("OK"))).needs_somebody
