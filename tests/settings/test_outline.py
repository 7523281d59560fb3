"""The outline says what the whole profile says, or nothing; and nothing where somebody has to sign in first."""

from pathlib import Path
from typing import Any

import pytest

from desktop.runtime.resources import resource
from desktop.settings.outline import Outline, outline_of, read_outline
from desktop.settings.profile import read_profile

TABLES: dict[str, Any] = {
    "environment": "production",
    "desk": {"county": "20", "centres": [{"hsa_id": "SE1", "name": "Tallen"}, {"hsa_id": "SE2", "name": "Granen"}]},
}


def test_the_outline_says_what_the_whole_profile_says() -> None:
    file = resource("practice/profile.toml")
    outline, profile = read_outline(file, "", {}), read_profile(file)
    assert outline is not None
    assert outline.environment == profile.environment.value
    assert (outline.centre, outline.county) == (profile.desk.centres[0].name, profile.desk.county)
    assert outline.finds_names is (profile.register_search is not None)
    assert outline.hides is profile.privacy.hide_from_capture


def test_the_first_care_centre_is_the_desks() -> None:
    assert outline_of(TABLES) == Outline("production", "Tallen", "20", finds_names=False, hides=False)
    assert outline_of({**TABLES, "staff": {"sign_in": "account"}}) is not None


@pytest.mark.parametrize(
    "other",
    [
        {"environment": "prod"},
        {"environment": ["qa"]},
        {"desk": {"county": 20, "centres": TABLES["desk"]["centres"]}},
        {"desk": {"county": "20", "centres": []}},
        {"desk": {"county": "20", "centres": [{"name": 1}]}},
        {"desk": []},
        {"privacy": "all"},
        {"staff": "all"},
        {"staff": {"sign_in": "desk"}},
        {"staff": {"groups": {"REGION\\Listning": ["read"]}}},
        {"staff": {"directory": "staff.json"}},
    ],
)
def test_only_the_whole_profile_tells_what_is_out_of_the_ordinary(other: dict[str, Any]) -> None:
    assert outline_of({**TABLES, **other}) is None


def test_group_policy_and_the_computers_own_table_win(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(
        'environment = "production"\n[desk]\ncounty = "20"\ncentres = [{ hsa_id = "SE1", name = "Tallen" }]\n'
        '[computers.trial]\nenvironment = "qa"\n',
        encoding="utf-8",
    )

    def environment(computer: str, policies: dict[str, Any]) -> str | None:
        outline = read_outline(file, computer, policies)
        return outline and outline.environment

    assert environment("other", {}) == "production"
    assert environment("TRIAL.region.example", {}) == "qa"
    assert environment("trial", {"environment": "practice"}) == "practice"
    assert environment("other", {"staff": {"sign_in": "desk"}}) is None
    file.write_text("environment = ", encoding="utf-8")
    assert environment("other", {}) is None
