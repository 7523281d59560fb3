"""What is wrong with a profile, as IT reads it: where, what stands there, what should, in both languages."""

import pytest

from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.runtime.language import Language
from desktop.texts.profile_faults import told


@pytest.mark.parametrize("expected", Expected)
@pytest.mark.parametrize("code", ["sv", "en"])
def test_every_expectation_has_a_sentence(expected: Expected, code: str) -> None:
    said = told(Language(code), ProfileFault("profile.toml", ("desk", "x"), 7, "3", expected, "9"))
    assert "{" not in said
    assert said.startswith("profile.toml, rad 7, desk.x: " if code == "sv" else "profile.toml, line 7, desk.x: ")
    assert said.endswith((".", ")", "9"))


def test_a_fault_in_words() -> None:
    fault = ProfileFault("profile.toml", ("desk", "x", 0), 3, '"{x}"', Expected.AT_LEAST, "9")
    assert told(Language("sv"), fault) == 'profile.toml, rad 3, desk.x.0: Här står "{x}". Det ska vara minst 9.'
    assert told(Language("en"), fault) == 'profile.toml, line 3, desk.x.0: Found "{x}". Expected: at least 9.'


def test_without_a_line_and_with_a_like_key() -> None:
    fault = ProfileFault("HKLM", ("desk", "age"), None, "3", Expected.NO_SUCH_KEY, "desk.ages")
    assert told(Language("en"), fault) == "HKLM, desk.age: There is no key of that name. Perhaps desk.ages is meant."
