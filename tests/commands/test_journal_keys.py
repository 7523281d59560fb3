"""The data key is the workplace's: two accounts with real keyrings, a new computer, and what stands in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.accounts import Account, Done, account, needs_secret_service

PROFILE = """
environment = "qa"
connected = ["20"]
desk = {{ county = "20", centres = [{{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }}] }}
platform = {{ base_url = "https://vp.example/vp" }}
journal = {{ folder = "{folder}" }}
[staff]
directory = "staff.json"
"""
STAFF = """{"staff": [{"account": "berit", "roles": ["read", "register", "administer"]}]}"""

pytestmark = needs_secret_service


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.toml"
    (tmp_path / "shared").mkdir()
    file.write_text(PROFILE.format(folder=(tmp_path / "shared").as_posix()), encoding="utf-8")
    (tmp_path / "staff.json").write_text(STAFF, encoding="utf-8")
    return file


@pytest.fixture
def berit(tmp_path: Path) -> Iterator[Account]:
    with account("berit", tmp_path / "berit") as berit:
        yield berit


@pytest.fixture
def cilla(tmp_path: Path) -> Iterator[Account]:
    with account("cilla", tmp_path / "cilla") as cilla:
        yield cilla


def journal(account: Account, profile: Path, *arguments: str, given: str = "") -> Done:
    return account.run("journal", "--profile", str(profile), *arguments, given=given)


def test_a_second_account_opens_the_mornings_cases_once_it_is_invited(
    profile: Path, berit: Account, cilla: Account
) -> None:
    assert journal(berit, profile, "key", "init").code == 0
    assert berit.desk(profile, "write") == "True"
    assert cilla.desk(profile, "read") == "NOT_ENROLLED"
    refused = journal(cilla, profile, "key", "invite", "cilla")
    assert (refused.code, "no role 'administer'" in refused.err) == (2, True)
    code = journal(berit, profile, "key", "invite", "cilla").code_shown
    wrong = journal(cilla, profile, "key", "enrol", given=code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert (wrong.code, "a sign is wrong" in wrong.err) == (2, True)
    assert journal(cilla, profile, "key", "enrol", given=code).code == 0
    assert cilla.desk(profile, "read") == "1 False"
    used_up = journal(cilla, profile, "key", "enrol", given=code)
    assert (used_up.code, "does not open the journal" in used_up.err) == (2, True)
    listed = journal(cilla, profile, "key", "list").out
    assert [line.split()[:2] for line in listed.splitlines()] == [
        ["account", "berit"],
        ["recovery", "recovery"],
        ["account", "cilla"],
    ]
    assert journal(berit, profile, "key", "revoke", "cilla").code == 0
    assert cilla.desk(profile, "read") == "NOT_ENROLLED"
    assert berit.desk(profile, "read") == "1 False"


def test_an_invitation_is_for_the_account_that_it_names(profile: Path, berit: Account, cilla: Account) -> None:
    journal(berit, profile, "key", "init")
    code = journal(berit, profile, "key", "invite", "diana").code_shown
    refused = journal(cilla, profile, "key", "enrol", given=code)
    assert (refused.code, "No invitation for cilla" in refused.err) == (2, True)
    assert cilla.desk(profile, "read") == "NOT_ENROLLED"


def test_a_backup_restores_on_a_new_computer_with_the_recovery_key(
    profile: Path, berit: Account, tmp_path: Path
) -> None:
    recovery = journal(berit, profile, "key", "init").code_shown
    berit.desk(profile, "write")
    copy = str(tmp_path / "copy.db")
    assert journal(berit, profile, "backup", copy).code == 0
    assert journal(berit, profile, "backup", copy).code == 2, "nothing is overwritten"
    there = tmp_path / "there" / "profile.toml"
    there.parent.mkdir()
    there.write_text(PROFILE.format(folder=(tmp_path / "there").as_posix()), encoding="utf-8")
    (tmp_path / "there" / "staff.json").write_text(STAFF, encoding="utf-8")
    with account("berit", tmp_path / "new-computer") as new:
        wrong = journal(new, there, "restore", copy, given="AAAA")
        assert (wrong.code, "Nothing was changed" in wrong.err) == (2, True)
        restored = journal(new, there, "restore", copy, given=recovery)
        assert restored.code == 0, restored.err
        assert new.desk(there, "read") == "1 False"
        told = journal(new, there, "verify")
        assert (told.code, "keyring keeps it" in told.out) == (0, True)


def test_after_a_restore_the_other_account_says_so_until_an_administrator_accepts_it_there(
    profile: Path, berit: Account, cilla: Account, tmp_path: Path
) -> None:
    recovery = journal(berit, profile, "key", "init").code_shown
    journal(cilla, profile, "key", "enrol", given=journal(berit, profile, "key", "invite", "cilla").code_shown)
    copy = str(tmp_path / "copy.db")
    assert journal(berit, profile, "backup", copy).code == 0
    assert cilla.desk(profile, "write") == "True"
    assert journal(cilla, profile, "verify").code == 0, "and the keyring keeps the head"
    restored = journal(berit, profile, "restore", copy, given=recovery)
    assert "journal verify --accept" in restored.out, restored.err
    assert berit.desk(profile, "read") == "0 False"
    assert cilla.desk(profile, "read") == "0 True"
    assert journal(cilla, profile, "verify", "--accept").code == 2, "cilla is no administrator"
    roles = STAFF.replace('"berit"', '"cilla"')
    (tmp_path / "staff.json").write_text(roles, encoding="utf-8")
    journal(cilla, profile, "verify", "--accept")
    assert cilla.desk(profile, "read") == "0 False"


@pytest.mark.parametrize(("keyring", "named"), [("locked", "KEYRING_LOCKED"), ("none", "NO_KEYRING")])
def test_what_stands_in_the_way_is_named(
    profile: Path, berit: Account, tmp_path: Path, keyring: str, named: str
) -> None:
    journal(berit, profile, "key", "init")
    with account("berit", tmp_path / "berit", keyring) as shut_out:
        assert shut_out.desk(profile, "read") == named
        told = journal(shut_out, profile, "verify")
        assert (told.code, "keyring of berit cannot be used" in told.err) == (2, True)
    assert berit.desk(profile, "read") == "0 False"


def test_a_deleted_journal_is_found_by_the_accounts_keyring(profile: Path, berit: Account) -> None:
    journal(berit, profile, "key", "init")
    berit.desk(profile, "write")
    assert "Sound: 2 rows" in journal(berit, profile, "verify").out
    (profile.parent / "shared" / "journal.sqlite3").unlink()
    assert berit.desk(profile, "read") == "0 True"
    told = journal(berit, profile, "verify")
    assert (told.code, "BROKEN at row 1" in told.out) == (1, True)
    assert journal(berit, profile, "verify", "--accept").code == 1
    assert journal(berit, profile, "verify").code == 0
