"""The handbook for IT says what the program does: its commands, keys and example are the program's own."""

import re
import textwrap
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.settings.profile import check_profile
from desktop.settings.profile.keys import key_names, profile_keys

HANDBOOK = Path(__file__).parents[2] / "packaging" / "handbook"
LANGUAGES = ("handbok.md", "handbook.md")


def read(name: str) -> str:
    return (HANDBOOK / name).read_text(encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """What a command's --help says."""
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_command_exists_with_its_options(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = read(name)
    lines = re.findall(r"`listningsluckan ([^`]+)`", text)
    assert len(lines) >= 5
    known = told(capsys)
    for line in lines:
        words = line.split()
        helps = known
        if not words[0].startswith("-"):
            assert re.search(rf"^  {words[0]} ", known, re.MULTILINE), line
            helps = told(capsys, words[0])
        for word in words[1:]:
            assert word in helps or word.isupper(), line
    for option in ("--html", "--json", "--register"):
        assert f"`{option}`" in text
        assert option in told(capsys, "connection")


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_key_exists(name: str) -> None:
    sections = {key.path[0] for key in profile_keys()}
    dotted = [one for one in re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)", read(name)) if one.split(".")[0] in sections]
    assert len(dotted) >= 8
    assert set(dotted) <= {key.name for key in profile_keys()}
    for one in ("read_actor", "register_form", "register_phone", "handles_protected", "minimum_program_version"):
        assert f"`{one}`" in read(name)
        assert one in key_names()


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_example_is_a_whole_profile(name: str, tmp_path: Path) -> None:
    example = next(
        re.finditer(r"(?:^    .*\n|^\n)*^    environment = .*\n(?:^    .*\n|^\n)*", read(name), re.MULTILINE)
    )
    file = tmp_path / "profile.toml"
    file.write_text(textwrap.dedent(example[0]), encoding="utf-8")
    assert check_profile(file).agreed.read_actor is not None


def test_both_languages_have_the_same_parts() -> None:
    swedish, english = map(read, LANGUAGES)
    for part in (r"^#+ \d*", r"^    .*=.*$", r"^\d\. ", r"^- ", r"^\|"):
        assert len(re.findall(part, swedish, re.MULTILINE)) == len(re.findall(part, english, re.MULTILINE)), part
