"""The bootstrap script as a newcomer meets it: nothing installed, nobody root, no network, or all of it done before."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "dev.py"


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """The script, loaded from a copy of the few files that decide about its environment."""
    for name in ("pyproject.toml", "uv.lock"):
        shutil.copy(SCRIPT.parents[1] / name, tmp_path / name)
    (tmp_path / "packaging").mkdir()
    copy = shutil.copy(SCRIPT, tmp_path / "packaging" / "dev.py")
    spec = importlib.util.spec_from_file_location("dev_under_test", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["pyproject.toml", "uv.lock", "packaging/dev.py"])
def test_what_the_environment_is_made_from_makes_it_stale(dev: ModuleType, name: str) -> None:
    dev.VENV.mkdir()
    dev.READY.write_text(f"{dev.environment_digest()} test\n")
    assert dev.environment_state("run") == "ready"
    with (dev.ROOT / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert dev.environment_state("run") == "stale"


@pytest.mark.parametrize(
    ("made_for", "asked", "state"),
    [
        ("test", "test", "ready"),
        ("test", "run", "ready"),
        ("run", "run", "ready"),
        ("run", "test", "stale"),
    ],
)
def test_an_environment_for_the_tests_serves_the_desk_but_not_the_other_way(
    dev: ModuleType, made_for: str, asked: str, state: str
) -> None:
    dev.VENV.mkdir()
    dev.READY.write_text(f"{dev.environment_digest()} {made_for}\n")
    assert dev.environment_state(asked) == state


def test_an_interrupted_set_up_counts_as_unfinished(dev: ModuleType) -> None:
    dev.VENV.mkdir()
    (dev.VENV / "pyvenv.cfg").touch()
    assert dev.environment_state("run") == "unfinished"


def test_a_set_up_without_the_package_index_says_so_and_leaves_no_stamp(dev: ModuleType) -> None:
    offline = os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        [sys.executable, str(dev.ROOT / "packaging" / "dev.py"), "run"],
        env=offline,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Fetching the installer failed.")
    assert not dev.READY.exists()


def test_presence_is_judged_by_the_thing_itself(dev: ModuleType, tmp_path: Path) -> None:
    assert not dev.is_found("libnosuchthing.so.7")
    assert not dev.is_found("no-such-program")
    assert not dev.is_found(f"{tmp_path}/*/missing")
    assert dev.is_found(f"{tmp_path}/*/dev.py")


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="the line is for Debian's apt")
def test_without_root_the_one_exact_line_is_given(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stop:
        dev.install_system_packages({"libnosuchthing.so.7": "libnosuchthing7", "no-such-program": "nothing"})
    *_, line = str(stop.value).splitlines()
    assert line == ("sudo apt-get update && sudo apt-get install -y --no-install-recommends libnosuchthing7 nothing")


def test_a_screen_asks_for_more_than_none_and_tests_for_the_most(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    bare = dev.wanted_packages("run")
    monkeypatch.setenv("DISPLAY", ":0")
    screen = dev.wanted_packages("run")
    assert bare.items() < screen.items() < dev.wanted_packages("test").items()


def test_an_unknown_command_shows_the_known_ones(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert dev.main([]) == 2
    assert "packaging/dev.py test" in capsys.readouterr().out
