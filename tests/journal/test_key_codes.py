"""Codes that people carry: typed as they are read, and a mistyped one is never taken for another key."""

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.journal.key_codes import new_key_code, read_key_code

CODE = new_key_code()


def test_a_code_is_read_however_it_is_written() -> None:
    key = read_key_code(CODE)
    assert key is not None
    assert len(key) == 32
    for written in (CODE.lower(), CODE.replace("-", " "), f"  {CODE.replace('-', '')}\n", CODE.replace("O", "0")):
        assert read_key_code(written) == key
    assert read_key_code(new_key_code()) != key


@given(st.integers(0, 35), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_wrong_sign_is_told(place: int, sign: str) -> None:
    signs = list(CODE.replace("-", ""))
    same = signs[place] == sign
    signs[place] = sign
    assert (read_key_code("".join(signs)) is not None) == same


@given(st.text(max_size=60))
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_key_code(text) is None


def test_signs_that_change_places_are_told() -> None:
    signs = list(CODE.replace("-", ""))
    for _ in range(50):
        one, other = random.sample(range(36), 2)
        mixed = signs.copy()
        mixed[one], mixed[other] = mixed[other], mixed[one]
        assert (read_key_code("".join(mixed)) is None) == (mixed != signs)
