"""The frozen or installed program against the source, with --program PATH: the same words, files, answers, journal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import COMMANDS
from desktop.settings.secrets import JOURNAL_DATABASE, FolderSecrets
from tests.journal.places import OWNER, JournalDatabase
from tests.postgres import Cluster
from tests.sharing import LOCAL_PROFILE, database_table

ROOT = Path(__file__).parents[2]
SOURCE = (sys.executable, "-m", "desktop")


@pytest.fixture(scope="module")
def program(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The command that starts the program that --program names."""
    given = request.config.getoption("--program")
    if not given:
        pytest.skip("--program PATH compares a frozen or installed program with the source")
    return (str(Path(given).resolve()),)


def run(program: tuple[str, ...], folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run it without a screen, at a folder of its own, with nothing of ours on Python's path."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    if program != SOURCE:
        kept.pop("PYTHONPATH", None)
    environment = kept | {"QT_QPA_PLATFORM": "offscreen", "COLUMNS": "100"}
    return subprocess.run(
        [*program, *arguments],
        cwd=ROOT if program == SOURCE else folder,
        env=environment,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=110,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["practice", "--help"],
        *([command, "--help"] for command in COMMANDS),
        ["profile", "schema"],
        ["profile", "check", "nowhere.toml"],
        ["profile", "check", "nowhere.toml", "--language", "en"],
        ["--profile", "nowhere.toml"],
        ["practice", "--people", "--places"],
    ],
)
def test_it_says_what_the_source_says(program: tuple[str, ...], tmp_path: Path, arguments: list[str]) -> None:
    frozen, source = run(program, tmp_path, *arguments), run(SOURCE, tmp_path, *arguments)
    assert frozen.stdout == source.stdout
    assert frozen.stderr == source.stderr
    assert frozen.returncode == source.returncode
    assert frozen.stdout + frozen.stderr


def test_every_bundled_file_goes_along(program: tuple[str, ...]) -> None:
    inner = Path(program[0]).resolve().parent / "_internal"
    for folder, pattern in (("resources", "*"), ("translations", "*.qm")):
        files = [file for file in (ROOT / folder).rglob(pattern) if file.is_file()]
        assert files
        for file in files:
            assert (inner / file.relative_to(ROOT)).read_bytes() == file.read_bytes()
    assert (inner / "PySide6/Qt/translations/qtbase_sv.qm").exists() or sys.platform == "win32"


def test_it_asks_the_practice_region_as_the_source_does(program: tuple[str, ...], tmp_path: Path) -> None:
    tried = []
    for name, one in (("frozen", program), ("source", SOURCE)):
        file = tmp_path / f"{name}.json"
        done = run(one, tmp_path, "connection", "check", "--practice", "--json", str(file))
        trials = json.loads(file.read_text(encoding="utf-8"))["trials"]
        told = {tuple(str(trial.get(key)) for key in ("step", "region", "contract", "result")) for trial in trials}
        tried.append((done.returncode, told))
    assert tried[0] == tried[1]
    assert any(result == "ok" for *_, result in tried[0][1])


def test_it_walks_the_tour(program: tuple[str, ...], tmp_path: Path) -> None:
    frozen = run(program, tmp_path, "tour", "--pictures", str(tmp_path / "frozen"))
    source = run(SOURCE, tmp_path, "tour", "--pictures", str(tmp_path / "source"))
    assert frozen.returncode == 0, frozen.stderr
    names = [sorted(file.name for file in (tmp_path / which).iterdir()) for which in ("frozen", "source")]
    assert names[0] == names[1]
    assert source.returncode == 0
    # The same fonts, icons, style and language: pages without a clock or a cursor are the same, pixel by pixel.
    still = [name for name in names[0] if "-check" in name]
    assert len(still) >= 4
    for name in still:
        assert (tmp_path / "frozen" / name).read_bytes() == (tmp_path / "source" / name).read_bytes(), name


def test_it_keeps_a_journal_in_a_database_as_the_source_does(
    program: tuple[str, ...], cluster: Cluster, tmp_path: Path
) -> None:
    frozen = in_a_database(program, cluster, tmp_path / "frozen")
    source = in_a_database(SOURCE, cluster, tmp_path / "source")
    assert frozen == source
    assert [code for code, _, _ in frozen] == [0, 0, 0, 0, 2, 0]
    assert frozen[3][1].startswith("Sound: 0 rows")


def in_a_database(program: tuple[str, ...], cluster: Cluster, folder: Path) -> list[tuple[int, str, str]]:
    """From the administrator's first command until the desk is shut out again: codes, and words without the keys."""
    database = JournalDatabase(cluster, "frozen")
    folder.mkdir()
    profile = folder / "profile.toml"
    profile.write_text(LOCAL_PROFILE + database_table(database, "the_desk"), encoding="utf-8")
    done = []

    def journal(*arguments: str, given: str = "") -> str:
        """One command; the key that it shows, if it shows one."""
        options = ("journal", "--practice", "--profile", str(profile), "--data", str(folder), *arguments)
        one = run(program, folder, *options, given=given)
        keys = [line for line in one.stdout.splitlines() if line.count("-") == 8]
        done.append((one.returncode, one.stdout.replace(keys[0], "") if keys else one.stdout, one.stderr))
        return keys[0] if keys else ""

    owner, password = ("--as", OWNER.role), OWNER.password
    try:
        journal("migrate", *owner, given=password)
        recovery = journal("centre", *owner, given=password)
        code = journal("desk", "enrol", "the_desk", *owner, given=f"{password}\n{recovery}")
        FolderSecrets(folder / "practice" / "secrets").store_secret(JOURNAL_DATABASE, code)
        journal("verify")
        journal("migrate", *owner, given="somebody else's password")
        journal("desk", "revoke", "the_desk", *owner, given=password)
    finally:
        database.drop()
    return done
