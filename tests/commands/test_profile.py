"""`listningsluckan profile` as IT meets it at a prompt, before a profile is rolled out."""

import json
import subprocess
import sys
from pathlib import Path
from platform import node

import pytest

from desktop.commands.profile import main
from desktop.runtime.resources import resource
from desktop.settings.profile.schema import profile_schema

WRONG = """\
environment = "qa"
connected = ["20"]
[desk]
county = "Dalarna"
centres = [{ hsa_id = "SE1", name = "Tallbacken" }]
[platform]
base_url = "https://vp.example/vp"
passphrase = "alldeles-hemlig"
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", "profile", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)


def test_a_whole_profile() -> None:
    done = run("check", str(resource("practice/profile.toml")))
    assert (done.returncode, done.stdout, done.stderr) == (0, "profile.toml: profilen är hel.\n", "")


def test_a_wrong_profile_is_told_line_by_line_in_either_language_without_its_secret(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(WRONG, encoding="utf-8")
    done = run("check", str(file))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        'profile.toml, rad 4, desk.county: Här står "Dalarna". Det ska vara en länskod med två siffror, som "20".',
        "profile.toml, rad 8, platform.passphrase: Det finns ingen nyckel med det namnet.",
    ]
    assert "profile.toml, line 4, desk.county: Found" in run("check", str(file), "--language", "en").stderr


def test_without_a_file_it_is_the_profile_as_it_holds_on_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    file = tmp_path / "listningsluckan" / "profile.toml"
    file.parent.mkdir()
    whole = 'name = "Dalarna"\nversion = "7"\n' + WRONG.replace("Dalarna", "20").replace("passphrase", "#")
    file.write_text(whole, encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Dalarna 7: profilen är hel.\n"
    here = node().partition(".")[0]
    file.write_text(f"{whole}[computers.{here}.desk]\nchild_chooses_from = 20\n", encoding="utf-8")
    assert main(["check"]) == 2
    assert f"rad 12, computers.{here}.desk.child_chooses_from: Här står 20." in capsys.readouterr().err


def test_the_schema_is_printed() -> None:
    assert json.loads(run("schema").stdout) == profile_schema()
