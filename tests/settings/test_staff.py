"""The directory of staff: PINs and cards are not kept as typed, and what cannot be read is said without quoting it."""

import os
import sys
from pathlib import Path

import pytest

from desktop.domain.staff import Role
from desktop.settings.account import account, member_of
from desktop.settings.profile import ProfileError, read_profile
from desktop.settings.staff import DirectoryFault, Member, StaffDirectory, read_staff

BERIT = Member(account="beli", name="Berit Lindqvist", roles=frozenset({Role.READ}))


def test_a_pin_is_known_again_and_not_kept() -> None:
    member = BERIT.with_pin("402817")
    assert member.has_pin("402817")
    assert not member.has_pin("402818")
    assert not BERIT.has_pin("")
    assert not BERIT.has_pin("402817")
    assert "402817" not in member.model_dump_json()
    assert member.pin != BERIT.with_pin("402817").pin, "each PIN has a salt of its own"


@pytest.mark.parametrize("pin", ["", "12345", "abcdef", "12345 ", "١٢٣٤٥٦"])
def test_a_pin_that_anybody_guesses_is_refused(pin: str) -> None:
    with pytest.raises(ValueError, match="at least 6 digits"):
        BERIT.with_pin(pin)


def test_a_card_finds_its_owner_and_is_not_kept(tmp_path: Path) -> None:
    empty = StaffDirectory()
    directory = empty.with_member(BERIT.model_copy(update={"card": empty.card_hash("9752269912345678")}))
    assert directory.by_card("9752269912345678") == directory.find("BELI")
    assert directory.by_card("9752269912345679") is None
    assert directory.by_card("") is None
    file = tmp_path / "staff.json"
    directory.write(file)
    assert b"9752269912345678" not in file.read_bytes()
    assert read_staff(file) == directory
    assert [path.name for path in tmp_path.iterdir()] == ["staff.json"]


def test_a_member_is_replaced_and_removed() -> None:
    directory = StaffDirectory().with_member(BERIT).with_member(BERIT.model_copy(update={"account": "BELI"}))
    assert len(directory.staff) == 1
    assert directory.without("beli").staff == ()


@pytest.mark.parametrize("content", [None, b"", b'{"staff": [{"account": "", "pin": "hemlig"}]}', b"\xff"])
def test_what_is_no_directory_is_said_without_quoting_it(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "staff.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DirectoryFault, match=r"staff\.json") as raised:
        read_staff(file)
    assert "hemlig" not in str(raised.value)
    assert read_staff(None).staff == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other groups")
def test_the_accounts_groups_are_the_systems() -> None:
    import grp

    own = grp.getgrgid(os.getegid()).gr_name
    assert member_of([own, "no-such-group"]) == {own}
    assert account()


def test_the_profile_states_the_staff(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    text = """
environment = "qa"
connected = ["20"]
desk = { county = "20", centres = [{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }] }
platform = { base_url = "https://vp.example/vp" }
[staff]
sign_in = "desk"
directory = "staff.json"
everyone = []
[staff.groups]
"REGION\\\\Listning" = ["read", "register"]
"""
    file.write_text(text, encoding="utf-8")
    staff = read_profile(file).staff
    assert staff.directory == tmp_path / "staff.json"
    assert staff.groups == {"REGION\\Listning": (Role.READ, Role.REGISTER)}
    file.write_text(text.replace('"register"]', '"all"]'), encoding="utf-8")
    with pytest.raises(ProfileError, match=r"staff\.groups"):
        read_profile(file)
