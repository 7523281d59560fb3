"""Every hindrance says what is wrong and what to do, in both languages."""

import pytest

from desktop.domain.hindrance import Hindrance
from desktop.runtime.language import Language
from desktop.texts.hindrances import told


@pytest.mark.parametrize("hindrance", Hindrance)
def test_each_has_words_of_its_own(hindrance: Hindrance) -> None:
    swedish, english = (told(Language(code), hindrance) for code in ("sv", "en"))
    assert swedish != english
    for said in (swedish, english):
        assert said.count(".") + said.count(":") >= 2, "what is wrong, and what to do"
    assert [told(Language("sv"), other) for other in Hindrance].count(swedish) == 1
