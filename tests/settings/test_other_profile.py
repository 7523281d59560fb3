"""Another profile than the computer's own: who may name one at start, and where that is refused."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from platform import node

import pytest

from desktop.commands import connection, journal
from desktop.domain.profile_fault import Expected
from desktop.settings.layers import machine_file, profile_file
from desktop.settings.profile import ProfileError
from tests.settings.test_profile_layers import POLICY, PROFILE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the place and the rights are Windows' own")
ALLOWED = "other_profiles = true\n" + PROFILE


@pytest.fixture
def etc(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The machine-wide place, which every account can read."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_CONFIG_DIRS", folder)
        place = Path(folder, "listningsluckan")
        place.mkdir()
        place.parent.chmod(0o755)
        yield place


@pytest.fixture
def user(etc: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile file of an account's own that, to the operating system, does not administer the computer."""
    monkeypatch.setattr(os, "geteuid", lambda: 65534)
    file = etc.parent / "own.toml"
    file.write_text(PROFILE.replace("vp.example", "elsewhere.example"), encoding="utf-8")
    return file


def put(etc: Path, text: str) -> Path:
    """IT puts a profile on the computer."""
    file = etc / "profile.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_where_the_computer_has_a_profile_an_account_names_no_other(etc: Path, user: Path) -> None:
    own = put(etc, PROFILE)
    with pytest.raises(ProfileError) as raised:
        profile_file(user, "reception-1", {})
    (fault,) = raised.value.faults
    assert (fault.expected, fault.bound, fault.source) == (Expected.NOT_HERE, str(own), str(user))
    assert profile_file(own, "reception-1", {}) == own == profile_file(None, "reception-1", {})


def test_a_computer_without_a_profile_takes_what_is_named(etc: Path, user: Path) -> None:
    assert profile_file(user, "reception-1", {}) == user


def test_group_policy_alone_is_a_profile_of_the_computer(etc: Path, user: Path) -> None:
    with pytest.raises(ProfileError) as raised:
        profile_file(user, "reception-1", {"desk": {"county": "20"}})
    assert raised.value.faults[0].bound == POLICY
    assert profile_file(user, "reception-1", {"other_profiles": True}) == user


def test_the_profile_allows_it_on_its_own_computers(etc: Path, user: Path) -> None:
    put(etc, f"{PROFILE}[computers.IT-7]\nother_profiles = true\n")
    assert profile_file(user, "it-7.region.example", {}) == user
    with pytest.raises(ProfileError):
        profile_file(user, "reception-1", {})
    with pytest.raises(ProfileError):
        profile_file(user, "it-7", {"other_profiles": False})


def test_a_faulty_profile_of_the_computer_allows_nothing(etc: Path, user: Path) -> None:
    put(etc, ALLOWED + "= broken")
    with pytest.raises(ProfileError):
        profile_file(user, "reception-1", {})


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become an account that may not read it")
def test_a_profile_that_the_account_may_not_read_allows_nothing(etc: Path, user: Path) -> None:
    put(etc, ALLOWED)
    etc.chmod(0o700)
    os.seteuid(65534)
    try:
        with pytest.raises(ProfileError):
            profile_file(user, "reception-1", {})
    finally:
        os.seteuid(0)


def test_whoever_administers_the_computer_may(etc: Path, user: Path) -> None:
    put(etc, PROFILE)
    assert profile_file(user, "reception-1", {}, administers=lambda: True) == user


def test_an_environment_of_ones_own_does_not_hide_the_computers_profile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = Path("/etc/xdg/listningsluckan/profile.toml")
    for value in (None, "/etc/xdg/xdg-ubuntu:/etc/xdg"):
        if value is None:
            monkeypatch.delenv("XDG_CONFIG_DIRS", raising=False)
        else:
            monkeypatch.setenv("XDG_CONFIG_DIRS", value)
        assert machine_file() == usual
    (tmp_path / "listningsluckan").mkdir()
    monkeypatch.setattr("desktop.settings.layers._LINUX", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", "/somewhere/of/mine")
    assert machine_file() == tmp_path / "listningsluckan" / "profile.toml"


@pytest.mark.parametrize("command", ["connection", "journal"])
def test_the_commands_refuse_it_in_words(
    etc: Path, user: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    put(etc, PROFILE)
    if command == "connection":
        assert connection.main(["check", "--profile", str(user)]) == 2
        assert "tillåter ingen annan. Starta utan --profile." in capsys.readouterr().err
    else:
        assert journal.main(["--profile", str(user), "key", "list"]) == 2
        assert Expected.NOT_HERE.value in capsys.readouterr().err
    put(etc, f"{PROFILE}[computers.{node().partition('.')[0]}]\nother_profiles = true\n")
    assert profile_file(user, node(), {}) == user
