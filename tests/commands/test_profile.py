"""`listningsluckan profile` as IT meets it at a prompt, before a profile is rolled out."""

import json
import subprocess
import sys
from pathlib import Path

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


def test_the_schema_is_printed() -> None:
    assert json.loads(run("schema").stdout) == profile_schema()
