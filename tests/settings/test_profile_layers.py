"""Which source of the profile wins, where a fault came from, and what a faulty profile is still good for."""

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.agreement import EvidenceKind
from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.settings.policy_values import tables_of
from desktop.settings.profile import MachineProfile, Profile, ProfileError, check_profile, read_machine_profile

PROFILE = """\
environment = "qa"
connected = ["20", "21"]
[desk]
county = "20"
centres = [{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }]
[platform]
base_url = "https://vp.example/vp"
certificate = "desk.p12"
[agreed]
read_actor = { type = "SELF_OWNED_CAREGIVER", hsa_id = "SE9900000020-1000" }
withholds = false
[agreed.register_form]
actor = "citizen"
reference = "Avtal 1"
date = 2026-01-01
[regions.21.register_phone]
actor = "citizen"
reference = "Avtal 2"
date = 2026-01-01
"""
COMPUTERS = """\
[computers.RECEPTION-3.desk]
child_chooses_from = 15
[computers.reception-4.platform]
read_timeout = 40
"""
POLICY = r"HKLM\Software\Policies\Listningsluckan"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profile.toml"


def read(file: Path, text: str = PROFILE + COMPUTERS, computer: str = "", **policies: Any) -> MachineProfile:
    file.write_text(text, encoding="utf-8")
    return read_machine_profile(file, computer, policies)


def faults(file: Path, text: str, computer: str = "", **policies: Any) -> tuple[ProfileFault, ...]:
    with pytest.raises(ProfileError) as raised:
        read(file, text, computer, **policies)
    return raised.value.faults


@pytest.mark.parametrize(
    ("computer", "age", "seconds"),
    [
        ("reception-3", 15, 35),
        ("RECEPTION-3.region.example", 15, 35),
        ("RECEPTION-4", 16, 40),
        ("RECEPTION-33", 16, 35),
    ],
)
def test_a_computers_own_table_holds_there_alone(file: Path, computer: str, age: int, seconds: int) -> None:
    profile = read(file, computer=computer).profile
    assert (profile.desk.child_chooses_from, profile.platform.read_timeout) == (age, seconds)
    assert profile.desk.centres[0].name == "Tallbackens vårdcentral"


def test_group_policy_wins_over_the_computer_and_the_file_key_by_key(file: Path) -> None:
    profile = read(file, computer="RECEPTION-3", desk={"child_chooses_from": 18}, connected=["20"]).profile
    assert (profile.desk.child_chooses_from, profile.desk.county, profile.connected) == (18, "20", ("20",))
    assert profile.platform.certificate == file.parent / "desk.p12"


def test_group_policy_alone_is_a_profile(file: Path) -> None:
    read(file)
    stated = Profile.model_validate(read(file).profile.model_dump()).model_dump(mode="json")
    file.unlink()
    assert read_machine_profile(file, "", stated).profile.connected == ("20", "21")
    with pytest.raises(ProfileError) as raised:
        read_machine_profile(file, "", {})
    assert raised.value.faults[0].expected is Expected.READABLE


def test_a_fault_is_told_where_it_was_written(file: Path) -> None:
    wrong = COMPUTERS.replace("= 15", "= 99")
    (fault,) = faults(file, PROFILE + wrong, "RECEPTION-3")
    assert (fault.source, fault.line) == ("profile.toml", PROFILE.count("\n") + 2)
    assert fault.key == "computers.RECEPTION-3.desk.child_chooses_from"
    assert not read(file, PROFILE + wrong).faults
    (fault,) = faults(file, PROFILE, desk={"child_chooses_from": 99})
    assert (fault.source, fault.key, fault.line) == (POLICY, "desk.child_chooses_from", None)


def test_checking_a_file_checks_every_computer(file: Path) -> None:
    file.write_text(PROFILE + COMPUTERS.replace("= 15", "= 99").replace("= 40", "= 4"), encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        check_profile(file)
    assert [fault.key for fault in raised.value.faults] == [
        "computers.RECEPTION-3.desk.child_chooses_from",
        "computers.reception-4.platform.read_timeout",
    ]
    read(file)
    assert check_profile(file).desk.child_chooses_from == 16


@pytest.mark.parametrize("wrong", ["computers = 3\n", "[computers]\nRECEPTION-3 = 3\n"])
def test_a_computers_table_is_a_table(file: Path, wrong: str) -> None:
    (fault,) = faults(file, wrong if wrong.startswith("[") else wrong + PROFILE)
    assert fault.expected is Expected.TABLE
    assert fault.line is not None


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ("date = 2026-01-01\n[regions", "date = 2026\n[regions", "agreed.register_form.date"),
        ('reference = "Avtal 2"', "", "regions.21.register_phone.reference"),
        ("withholds = false", 'form_versions = "2026"', "agreed.form_versions"),
        ("[platform]", "[support]\nphone = 5\n[platform]", "support.phone"),
        ("[platform]", '[connection_check]\ntest_persons = { 20 = "1" }\n[platform]', "connection_check.test_persons"),
        ("[platform]", '[register_search]\nroot = "x"\nlike = 1\n[platform]', "register_search.language"),
        ("[desk]", "directory_file = 7\n[desk]", "directory_file"),
    ],
)
def test_what_reading_does_not_need_may_be_wrong_and_then_nothing_is_registered(
    file: Path, was: str, becomes: str, key: str
) -> None:
    assert PROFILE.count(was) == 1
    found = read(file, PROFILE.replace(was, becomes))
    assert key in [fault.key for fault in found.faults]
    for county in ("20", "21"):
        agreement = found.profile.agreement(county)
        assert agreement.read_actor is not None
        assert [agreement.to_register(kind) for kind in EvidenceKind] == [None, None]
    assert read(file).profile.agreement("21").to_register(EvidenceKind.PHONE) is not None


def test_what_reading_needs_is_never_guessed(file: Path) -> None:
    wrong = PROFILE.replace("withholds = false", 'withholds = "kanske"').replace('"Avtal 1"', '""')
    assert [fault.key for fault in faults(file, wrong)] == ["agreed.withholds", "agreed.register_form.reference"]


def test_registry_values_become_the_profiles_keys() -> None:
    tables = tables_of(
        {
            (): {"Environment": "qa", "connected": ["20", " 21 ", ""], "regions": ["[21]", "withholds = true"]},
            ("Desk",): {"child_chooses_from": 15, "centres": ['{ hsa_id = "SE1", name = "Å" }', '{ hsa_id = "SE2" }']},
            ("platform", "Proxy"): {"url": "http://proxy.example:8080"},
            ("agreed",): {"withholds": 0, "handles_protected": 7},
            ("agreed", "register_form"): {"actor": '{ type = "REGION", hsa_id = "SE3" }', "date": "2026-01-01"},
            ("agreed", "register_phone"): {"actor": "citizen"},
            ("confirming",): {"after_ok": ["1", "2.5"]},
        }
    )
    assert tables == {
        "environment": "qa",
        "connected": ["20", "21"],
        "regions": {"21": {"withholds": True}},
        "desk": {"child_chooses_from": 15, "centres": [{"hsa_id": "SE1", "name": "Å"}, {"hsa_id": "SE2"}]},
        "platform": {"proxy": {"url": "http://proxy.example:8080"}},
        "agreed": {
            "withholds": False,
            "handles_protected": 7,
            "register_form": {"actor": {"type": "REGION", "hsa_id": "SE3"}, "date": "2026-01-01"},
            "register_phone": {"actor": "citizen"},
        },
        "confirming": {"after_ok": ["1", "2.5"]},
    }


def test_a_policy_that_is_no_toml_is_told_and_not_dropped(file: Path) -> None:
    (fault,) = faults(file, PROFILE, **tables_of({(): {"regions": ["[21", "x"]}}))
    assert (fault.source, fault.key, fault.expected) == (POLICY, "regions", Expected.TABLE)
    (fault,) = faults(file, PROFILE, **tables_of({("desk",): {"centres": ["{"]}}))
    assert (fault.source, fault.key) == (POLICY, "desk.centres.0")


def test_registry_texts_are_read_as_the_numbers_they_are(file: Path) -> None:
    values = {("platform",): {"read_timeout": "40.5"}, ("confirming",): {"after_ok": ["1", "2.5"]}}
    profile = read(file, **tables_of(values)).profile
    assert (profile.platform.read_timeout, profile.confirming.after_ok) == (40.5, (1, 2.5))
