"""The code that a form carries: random, read back however it is typed, and every likely slip of the finger noticed."""

import pytest

from desktop.domain.case import State, looks_like_code, new_code, read_code

CODES = [new_code() for _ in range(50)]


@pytest.mark.parametrize("code", CODES[:5], ids=range(5))
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    for typed in (code, code.lower(), code.replace("-", ""), f" {code[:4]} {code[5:]} ", code.replace("-", "+")):
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


@pytest.mark.parametrize("text", ["191212121212", "12121212", "Tallback", "SE9900000020-1001", "Åsa 1985", "", "K7QM"])
def test_what_is_something_else_is_not_taken_for_a_code(text: str) -> None:
    assert not looks_like_code(text)
    assert read_code(text) is None


def test_what_waits_for_a_signature_needs_nobody_yet() -> None:
    assert {state for state in State if state.needs_somebody} == {
        State.COMPLETE,
        State.SENDING,
        State.UNCLEAR,
        State.RECEIVED,
        State.CORRECTION,
    }
