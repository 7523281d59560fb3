"""What region IT is given besides the program is fresh, whole, and says what the profile's model says."""

import importlib.util
import json
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from lxml import etree

from desktop.runtime.resources import resource
from desktop.settings.policy_values import tables_of
from desktop.settings.profile.keys import Kind, profile_keys

PACKAGING = Path(__file__).parents[2] / "packaging"
NAMES = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


@pytest.fixture(scope="module")
def policies() -> ModuleType:
    spec = importlib.util.spec_from_file_location("policies_under_test", PACKAGING / "policies.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def admx() -> etree._Element:
    return etree.parse(PACKAGING / "windows" / "listningsluckan.admx").getroot()


def test_what_is_committed_is_fresh(policies: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert policies.main(["--check"]) == 0, capsys.readouterr().out


def test_a_stale_file_is_named_and_written_anew(policies: ModuleType, tmp_path: Path, capsys: Any) -> None:
    assert policies.main([], tmp_path) == 0
    (tmp_path / "profile.schema.json").write_text("{}", encoding="utf-8")
    assert policies.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().out.splitlines() == ["packaging/profile.schema.json is stale.", policies.REMEDY]
    policies.main([], tmp_path)
    assert policies.main(["--check"], tmp_path) == 0


def test_every_key_has_swedish_words_and_no_word_is_left_over() -> None:
    words = tomllib.loads((PACKAGING / "windows" / "swedish.toml").read_text(encoding="utf-8"))
    assert words.keys() == {key.name for key in profile_keys()}


@pytest.mark.parametrize("code", ["en-US", "sv-SE"])
def test_every_reference_is_answered_in_both_languages(admx: etree._Element, code: str) -> None:
    adml = etree.parse(PACKAGING / "windows" / code / "listningsluckan.adml").getroot()
    for kind in ("string", "presentation"):
        asked = {
            value.removeprefix(f"$({kind}.").removesuffix(")")
            for element in admx.iter()
            for value in element.attrib.values()
            if value.startswith(f"$({kind}.")
        }
        given = [element.attrib["id"] for element in adml.iter(f"{NAMES}{kind}")]
        assert asked == set(given)
        assert len(given) == len(set(given))
    categories = {element.attrib["name"] for element in admx.iter(f"{NAMES}category")}
    assert {element.attrib["ref"] for element in admx.iter(f"{NAMES}parentCategory")} <= categories


def test_what_the_policy_editor_writes_is_read_as_the_key_that_it_names(admx: etree._Element) -> None:
    """Each policy's key and value, filled in as its element has it, comes back under the profile's key."""
    root = "Software\\Policies\\Listningsluckan"
    values: dict[tuple[str, ...], dict[str, Any]] = {}
    for policy in admx.iter(f"{NAMES}policy"):
        place = tuple(filter(None, policy.attrib["key"].removeprefix(root).split("\\")))
        element = policy.find(f"{NAMES}elements/*")
        name = policy.attrib["valueName"] if element is None else element.attrib["valueName"]
        written: dict[str, Any] = {"decimal": 7, "text": "x", "multiText": [], "enum": "y"}
        kind = "" if element is None else element.tag.removeprefix(NAMES)
        values.setdefault(place, {})[name] = written.get(kind, 1)
    tables = tables_of(values)
    for key in profile_keys():
        found: Any = tables
        for step in key.path:
            found = found[step]
        match key.kind:
            case Kind.SECTION | Kind.TABLE:
                assert isinstance(found, dict)
            case Kind.YES_NO:
                assert found is True
            case Kind.LIST | Kind.TABLES:
                assert found == []
            case _:
                assert found in (7, "x", "y")


def test_the_schema_takes_the_practice_profile_and_no_wrong_one() -> None:
    schema = json.loads((PACKAGING / "profile.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    # A date is text to JSON.
    profile = json.loads(json.dumps(tomllib.loads(resource("practice/profile.toml").read_text("utf-8")), default=str))
    partly = {"computers": {"RECEPTION-3": {"desk": {"child_chooses_from": 15}}}}
    assert list(validator.iter_errors(profile | partly)) == []
    for wrong in (
        {"environment": "test"},
        {"desk": {}},
        {"agreeed": {}},
        {"computers": {"RECEPTION-3": {"desk": {"child": 15}}}},
        {"computers": {"RECEPTION-3": {"platform": {"read_timeout": "x"}}}},
    ):
        assert list(validator.iter_errors(profile | wrong)) != []


def test_the_schema_says_what_every_key_is_for() -> None:
    schema = json.loads((PACKAGING / "profile.schema.json").read_text(encoding="utf-8"))
    sections = {"": schema, **schema["$defs"]}
    silent = [
        f"{name}.{key}"
        for name, section in sections.items()
        for key, told in section.get("properties", {}).items()
        if not told.get("description")
    ]
    assert silent == []
