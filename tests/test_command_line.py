"""The command line as people and scripts meet it: help, version, a wrong profile, none at all, and the tour."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop import __version__

ROOT = Path(__file__).parents[1]


def run(*arguments: str, seconds: float = 60, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m desktop`` without a screen and without any machine's settings."""
    settings = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        env={**settings, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
    )


def test_help_names_the_commands_and_options() -> None:
    done = run("--help")
    assert done.returncode == 0
    for named in ("practice", "tour", "--profile", "--language", "--text-size"):
        assert named in done.stdout


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"listningsluckan {__version__}")


def test_no_profile_says_what_is_needed(tmp_path: Path) -> None:
    done = run(XDG_CONFIG_DIRS=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 2
    assert "profile.toml: Filen finns inte" in done.stderr
    assert "--practice" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ('environment = "moon"\n', "environment"),
        ('[desk]\ncounty = "20"\ncentres = []\n', "desk.centres"),
        ("[agreed]\nhandles_protecte = true\n", "agreed.handles_protecte"),
    ],
)
def test_a_wrong_profile_is_told_by_its_key(tmp_path: Path, wrong: str, key: str) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(wrong, encoding="utf-8")
    done = run("--profile", str(file))
    assert done.returncode == 2
    assert f", {key}: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there the account's rights are Windows' own")
def test_a_profile_of_ones_own_opens_no_desk_where_the_computer_has_one(tmp_path: Path) -> None:
    (tmp_path / "listningsluckan").mkdir()
    (tmp_path / "listningsluckan" / "profile.toml").write_text('environment = "production"\n', encoding="utf-8")
    own = str(tmp_path / "own.toml")
    as_a_user = f"import os, sys; os.geteuid = lambda: 65534; sys.argv[1:] = ['--profile', {own!r}]"
    start = "from desktop.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", f"{as_a_user}; {start}"],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": "", "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_DIRS": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "tillåter ingen annan. Starta utan --profile." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_tour_walks_the_main_job_and_keeps_its_pictures(tmp_path: Path) -> None:
    done = run("tour", "--pictures", str(tmp_path))
    assert done.returncode == 0, done.stderr
    told = re.findall(r"^(\d\d-[a-z-]+\.png): ", done.stdout, re.MULTILINE)
    assert sorted(told) == sorted(file.name for file in tmp_path.glob("*.png"))
    assert len(told) >= 15
    assert {"form.pdf", "receipt.pdf"} <= {file.name for file in tmp_path.iterdir()}
    assert str(tmp_path) in done.stdout


def test_a_tour_without_its_region_says_why(tmp_path: Path) -> None:
    done = run("tour", "--pictures", str(tmp_path / "pictures"), PYTHONPATH=str(broken(tmp_path)))
    assert done.returncode == 1
    assert "The tour stopped: the practice region ended with code" in done.stderr


def broken(folder: Path) -> Path:
    """A folder that, first on the path, keeps the practice region's process from starting."""
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text("import sys\nif '--with-parent' in sys.argv:\n    raise SystemExit(3)\n")
    return site


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a prompt's Ctrl+C reaches every program of its window")
def test_ctrl_c_at_the_prompt_closes_the_window(tmp_path: Path) -> None:
    screen = {"DISPLAY": "offscreen", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "desktop", "--practice", "--data", str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **screen}, stderr=subprocess.PIPE, encoding="utf-8"
    ) as desk:
        ends = time.monotonic() + 60
        while not list(tmp_path.glob("practice/journal.sqlite3")):  # It is opened once the window's loop runs.
            assert time.monotonic() < ends
            time.sleep(0.02)
        desk.send_signal(signal.SIGINT)
        try:
            _, said = desk.communicate(timeout=30)
        finally:
            desk.kill()
        assert (desk.returncode, "Traceback" in said) == (0, False), said
