"""Owns what every text must hold to, in each language."""

import re
from collections.abc import Callable

import pytest

from desktop.runtime.language import LANGUAGES, Language
from tests.texts.samples import sentences

# Swedish words that the desk never says, and the English for claims that it never makes.
FORBIDDEN = re.compile(
    r"lediga platser|ej listad|\bolistad|patient|medborgare|målsman|free places|not listed|unlisted", re.IGNORECASE
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture
def proper() -> Callable[[object], list[str]]:
    """``proper(said)`` gives back the sentences, none of which is left unfilled or says what is never said."""

    def check(said: object) -> list[str]:
        found = [sentence for sentence in sentences(said) if sentence]
        assert found
        for sentence in found:
            assert not set("{}") & set(sentence), sentence
            assert not FORBIDDEN.search(sentence), sentence
            assert sentence == sentence.strip(), sentence
            assert "  " not in sentence, sentence
        return found

    return check
