"""The directory of staff from a prompt: nothing secret on the command line, and only an administrator changes it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.domain.staff import Role
from desktop.settings.account import account
from desktop.settings.staff import read_staff

PROFILE = """
environment = "practice"
connected = ["20"]
desk = { county = "20", centres = [{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }] }
platform = { base_url = "https://vp.example/vp" }
staff = { directory = "staff.json" }
"""
Staff = Callable[..., tuple[int, str, str]]


@pytest.fixture
def staff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Staff:
    """``staff("pin", "beli", given="402817")``: the exit code, and what was said."""
    file = tmp_path / "profile.toml"
    file.write_text(PROFILE, encoding="utf-8")

    def run(*arguments: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        place = ["--practice", "--profile", str(file), "--data", str(tmp_path)]
        code = main(["staff", *place, *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_somebody_is_added_and_can_sign_in(staff: Staff, tmp_path: Path) -> None:
    assert staff("add", "beli", "--name", "Berit Lindqvist", "--roles", "read", "register")[0] == 0
    assert staff("pin", "beli", given="402817")[0] == 0
    assert staff("card", "beli", given="9752269912345678")[0] == 0
    member = read_staff(tmp_path / "staff.json").by_card("9752269912345678")
    assert member is not None
    assert (member.name, member.roles) == ("Berit Lindqvist", {Role.READ, Role.REGISTER})
    assert member.has_pin("402817")
    assert staff("list")[1].split() == ["beli", "Berit", "Lindqvist", "read,", "register", "PIN,", "card"]
    staff("add", "beli", "--roles", "read")
    again = read_staff(tmp_path / "staff.json").find("beli")
    assert again is not None
    assert (again.name, again.roles, again.pin) == ("Berit Lindqvist", {Role.READ}, member.pin)
    assert staff("remove", "beli")[0] == 0
    assert read_staff(tmp_path / "staff.json").staff == ()


def test_what_cannot_be_done_changes_nothing(staff: Staff, tmp_path: Path) -> None:
    staff("add", "beli")
    before = (tmp_path / "staff.json").read_bytes()
    for arguments, given, said in (
        (("pin", "beli"), "123", "at least 6 digits"),
        (("pin", "beli"), "", "Nothing was given"),
        (("pin", "nobody"), "402817", "not in the directory"),
        (("remove", "nobody"), "", "not in the directory"),
    ):
        code, _, error = staff(*arguments, given=given)
        assert (code, said in error) == (2, True), arguments
    assert (tmp_path / "staff.json").read_bytes() == before


def test_once_there_is_an_administrator_nobody_else_changes_it(staff: Staff) -> None:
    assert staff("add", "chef", "--roles", "administer")[0] == 0
    code, _, error = staff("add", account(), "--roles", "administer")
    assert (code, "has no role 'administer'" in error) == (2, True)


def test_a_damaged_directory_is_left_alone(staff: Staff, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "staff.json").write_bytes(b"{")
    code, _, error = staff("add", "beli")
    assert (code, "the directory of staff cannot be used" in error) == (2, True)
    assert "staff.json: not a directory of staff" in caplog.text
    caplog.clear()
    assert (tmp_path / "staff.json").read_bytes() == b"{"
