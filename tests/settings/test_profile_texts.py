"""What the profile says of the region's texts, forms and representatives reaches the domain; a wrong place is told."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.agreement import EvidenceKind
from desktop.runtime.resources import resource
from desktop.settings.profile import ApprovedTexts, Profile, read_profile

SWEDISH = {"approved": "RD 2026/7", "exchange": "Delas: {regions}.", "terms": "Villkor."}


def profile(**agreed: Any) -> Profile:
    """The practice profile, with this agreed as well."""
    read = read_profile(resource("practice/profile.toml"))
    return Profile.model_validate({**read.model_dump(), "agreed": {**read.agreed.model_dump(), **agreed}})


def test_forms_representatives_and_texts_reach_the_domain() -> None:
    found = profile(representatives=True, form_versions=("2026-1", "2025-1"), texts={"sv": SWEDISH}).agreement("20")
    assert found.representatives
    assert found.takes_form("2025-1")
    assert not found.takes_form("2020-1")
    assert found.texts["sv"].exchange == "Delas: {regions}."
    assert all((agreed := found.to_register(kind)) is not None and agreed.has_terms for kind in EvidenceKind)


def test_a_region_without_terms_asks_for_none() -> None:
    agreed = profile(texts={"sv": {**SWEDISH, "terms": ""}}).agreement("20").register_by_form
    assert agreed is not None
    assert not agreed.has_terms


def test_which_regions_are_connected_is_a_rule_of_the_desk() -> None:
    read = profile()
    assert read.rules.connected == frozenset(read.connected)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"approved": ""}, "approved"),
        ({"approved": "1", "exchange": "Delas."}, "text_places"),
        ({"approved": "1", "exchange": "Delas: {regions} {x}."}, "text_places"),
        ({"approved": "1", "care_guarantee_easy": "{region}"}, "text_places"),
        ({"approved": "1", "terms": "{0}"}, "text_places"),
    ],
)
def test_a_text_with_a_wrong_place_is_refused(texts: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        ApprovedTexts.model_validate(texts)
