"""The profile: each fault names its key and what was found, and what is agreed is agreed with that region only."""

import time
import tomllib
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from desktop import __version__
from desktop.domain.agreement import ActorType, EvidenceKind
from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.domain.rules import Rules
from desktop.runtime.resources import resource
from desktop.settings.profile import Environment, Profile, ProfileError, read_profile

PROFILE = """
environment = "qa"
connected = ["20", "21", "23"]

[desk]
county = "20"
centres = [{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }]
child_chooses_from = 15

[platform]
base_url = "https://vp.example/vp"
trust.ca_files = ["ca.pem"]
certificate = "/etc/desk/desk.p12"

[agreed]
read_actor = { type = "SELF_OWNED_CAREGIVER", hsa_id = "SE9900000020-1000" }
register_form = { actor = "citizen", reference = "Avtal 1", date = 2026-01-01 }
handles_protected = true
withholds = false

[regions.21]
withholds = true
register_phone = { actor = { type = "REGION", hsa_id = "SE9900000021-1" }, reference = "Avtal 2", date = 2026-02-01 }

[regions.14]
withholds = true
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profile.toml"


def read(file: Path, text: str = PROFILE, **overlay: Any) -> Profile:
    file.write_text(text, encoding="utf-8")
    return read_profile(file, overlay)


def faults(file: Path, text: str) -> tuple[ProfileFault, ...]:
    with pytest.raises(ProfileError) as raised:
        read(file, text)
    return raised.value.faults


def test_a_whole_profile(file: Path) -> None:
    profile = read(file)
    assert profile.environment is Environment.QA
    assert (profile.desk.county, profile.desk.centres[0].name) == ("20", "Tallbackens vårdcentral")
    assert profile.rules.chooses_from == 15
    assert (profile.platform.read_timeout, profile.platform.calls_per_second) == (35.0, 5.0)


def test_paths_are_relative_to_the_file(file: Path) -> None:
    platform = read(file).platform
    assert platform.trust.ca_files == (file.parent / "ca.pem",)
    assert platform.certificate == Path("/etc/desk/desk.p12")


@pytest.mark.parametrize(
    ("was", "becomes", "key", "found", "expected", "bound"),
    [
        ('"qa"', '"test"', "environment", '"test"', Expected.ONE_OF, "'practice', 'qa', 'production'"),
        ('environment = "qa"', "", "environment", "", Expected.KEY, ""),
        ('["20", "21", "23"]', '["20", "021"]', "connected.1", '"021"', Expected.COUNTY, ""),
        ('["20", "21", "23"]', "[20]", "connected.0", "20", Expected.TEXT, ""),
        ('["20", "21", "23"]', '"20"', "connected", '"20"', Expected.LIST, ""),
        ('county = "20"', 'county = "Dalarna"', "desk.county", '"Dalarna"', Expected.COUNTY, ""),
        ("= 15", "= 19", "desk.child_chooses_from", "19", Expected.AT_MOST, "18"),
        ("= 15", "= 15.5", "desk.child_chooses_from", "15.5", Expected.WHOLE_NUMBER, ""),
        ("= 15", '= "femton"', "desk.child_chooses_from", '"femton"', Expected.WHOLE_NUMBER, ""),
        ('name = "Tallbackens vårdcentral"', 'contact = ""', "desk.centres.0.name", "", Expected.KEY, ""),
        ("centres = [{", "centres = [] #", "desk.centres", "[]", Expected.ENTRIES, "1"),
        ("[agreed]", "[agreeed]", "agreeed", "{…}", Expected.NO_SUCH_KEY, "agreed"),
        ("trust.ca_files", "trust.cafiles", "platform.trust.cafiles", "['ca.pem']", Expected.NO_SUCH_KEY, "*ca_files"),
        ('trust.ca_files = ["ca.pem"]', 'trust = "ca.pem"', "platform.trust", '"ca.pem"', Expected.TABLE, ""),
        ("trust.ca_files", 'proxy.url = "p:8080" #', "platform.proxy.url", '"p:8080"', Expected.SHAPE, "*https?*"),
        (
            "ca_files",
            'crl_file = "revoked.pem" #',
            "platform.trust.crl_file",
            '"revoked.pem"',
            Expected.OTHER_KEY,
            "*ca*",
        ),
        ("trust.ca_files", "read_timeout = 0 #", "platform.read_timeout", "0", Expected.MORE_THAN, "0"),
        ("trust.ca_files", "read_timeout = nan #", "platform.read_timeout", "nan", Expected.NUMBER, ""),
        ("trust.ca_files", "read_timeout = 34.9 #", "platform.read_timeout", "34.9", Expected.WAIT, "35"),
        ("trust.ca_files", "calls_per_second = 0 #", "platform.calls_per_second", "0", Expected.MORE_THAN, "0"),
        ("trust.ca_files", 'password = "öppen" #', "platform.password", "•••", Expected.NO_SUCH_KEY, "*"),
        ("handles_protected = true", "handles_protected = 2", "agreed.handles_protected", "2", Expected.YES_NO, ""),
        (
            'type = "SELF_OWNED_CAREGIVER"',
            'type = "CITIZEN"',
            "agreed.read_actor.type",
            '"CITIZEN"',
            Expected.ONE_OF,
            "*",
        ),
        ('reference = "Avtal 1"', 'reference = ""', "agreed.register_form.reference", '""', Expected.SOME_TEXT, ""),
        ("2026-01-01", "2026", "agreed.register_form.date", "2026", Expected.DATE, ""),
        ('actor = "citizen"', 'actor = "desk"', "agreed.register_form.actor", '"desk"', Expected.ONE_OF, "'citizen'"),
        ("[regions.14]", "[regions.Skane]", "regions.Skane", "{…}", Expected.COUNTY, ""),
    ],
)
def test_a_fault_names_its_key_its_line_what_was_found_and_what_is_expected(
    file: Path, was: str, becomes: str, key: str, found: str, expected: Expected, bound: str
) -> None:
    assert PROFILE.count(was) == 1
    text = PROFILE.replace(was, becomes)
    (fault,) = [one for one in faults(file, text) if one.key == key]
    assert (fault.source, fault.found, fault.expected) == ("profile.toml", found, expected)
    assert fnmatch(fault.bound, bound)
    at = next((at for at, line in enumerate(text.splitlines(), 1) if becomes in line), None)
    assert fault.line == (None if not becomes else at)


def test_every_fault_is_told_in_the_order_of_the_file(file: Path) -> None:
    told = faults(file, PROFILE.replace('"qa"', '"test"').replace("= 15", "= 19").replace('"20", "21"', '"200", "210"'))
    assert [(one.line, one.key) for one in told] == [
        (2, "environment"),
        (3, "connected.0"),
        (3, "connected.1"),
        (8, "desk.child_chooses_from"),
    ]


def test_a_line_is_found_after_long_strings_lists_and_comments(file: Path) -> None:
    prefix = "name = \"\"\"a\n[desk]\ncounty = 3\n\"\"\"\n# [desk]\nversion = '''\n'''\n\n"
    listed = PROFILE.replace('["20", "21", "23"]', '[\n  "20", # here\n  "2100",\n]')
    (fault,) = faults(file, prefix + listed)
    assert (fault.key, fault.line) == ("connected.1", 11)
    (fault,) = faults(file, (prefix + PROFILE).replace('county = "20"', "county = 20").replace("\n", "\r\n"))
    assert (fault.key, fault.line) == ("desk.county", 14)


@pytest.mark.parametrize(
    ("content", "line", "expected"),
    [
        (b"environment = ", 1, Expected.TOML),
        (b"a = 1\n\nb == 2\n", 3, Expected.TOML),
        (b"a = 1\na = 2\n", 2, Expected.TOML),
        (b"a = " + b"[" * 5000, None, Expected.TOML),
        (b"environment = '\xff'", None, Expected.READABLE),
        (None, None, Expected.READABLE),
    ],
)
def test_what_is_no_toml_or_no_file(file: Path, content: bytes | None, line: int | None, expected: Expected) -> None:
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ProfileError) as raised:
        read_profile(file)
    (fault,) = raised.value.faults
    assert (fault.path, fault.line, fault.expected) == ((), line, expected)


def test_a_newer_program_is_asked_for_before_anything_else(file: Path) -> None:
    (fault,) = faults(file, 'minimum_program_version = "99.1"\nsomething_new = 1\n' + PROFILE)
    assert (fault.expected, fault.bound, fault.found, fault.line) == (Expected.NEWER_PROGRAM, "99.1", __version__, 1)
    read(file, f'minimum_program_version = "{__version__}"\n' + PROFILE)
    (fault,) = faults(file, 'minimum_program_version = "soon"\n' + PROFILE)
    assert fault.expected is Expected.SHAPE


def test_only_practice_may_wait_for_less_than_the_platform(file: Path) -> None:
    short = PROFILE.replace('trust.ca_files = ["ca.pem"]', "read_timeout = 2")
    assert read(file, short.replace('"qa"', '"practice"')).platform.read_timeout == 2
    for environment in ("qa", "production"):
        (fault,) = faults(file, short.replace('"qa"', f'"{environment}"'))
        assert (fault.expected, fault.bound) == (Expected.WAIT, "35")


def test_what_is_agreed_with_all_connected_regions(file: Path) -> None:
    agreement = read(file).agreement("20")
    assert agreement.county == "20"
    assert (agreement.read_actor.type, agreement.read_actor.extension) == (
        ActorType.SELF_OWNED_CAREGIVER,
        "SE9900000020-1000",
    )
    by_form = agreement.to_register(EvidenceKind.FORM)
    assert (by_form.reference, by_form.agreed_on, by_form.organisation) == ("Avtal 1", date(2026, 1, 1), None)
    assert agreement.to_register(EvidenceKind.PHONE) is None
    assert (agreement.withholds, agreement.handles_protected) == (False, True)


def test_a_region_states_only_what_differs(file: Path) -> None:
    profile = read(file)
    agreement = profile.agreement("21")
    assert agreement.withholds
    assert agreement.handles_protected
    assert agreement.read_actor == profile.agreement("20").read_actor
    assert agreement.to_register(EvidenceKind.FORM) == profile.agreement("20").to_register(EvidenceKind.FORM)
    by_phone = agreement.to_register(EvidenceKind.PHONE)
    assert (by_phone.organisation.type, by_phone.organisation.extension) == (ActorType.REGION, "SE9900000021-1")
    assert profile.agreement("23") == read(file).agreement("23")
    assert not profile.agreement("23").withholds


def test_a_region_can_take_an_agreement_back(file: Path) -> None:
    stricter = PROFILE + "\n[regions.23]\nhandles_protected = false\n"
    assert not read(file, stricter).agreement("23").handles_protected
    assert read(file, stricter).agreement("20").handles_protected


@pytest.mark.parametrize("county", ["14", "01", "99"])
def test_nothing_is_agreed_with_a_region_that_is_not_connected(file: Path, county: str) -> None:
    agreement = read(file).agreement(county)
    assert (agreement.county, agreement.read_actor) == (county, None)
    assert [agreement.to_register(kind) for kind in EvidenceKind] == [None, None]
    assert not agreement.handles_protected


def test_test_persons_are_for_everything_but_production(file: Path) -> None:
    for environment, allowed in (("practice", True), ("qa", True), ("production", False)):
        rules = read(file, PROFILE.replace('"qa"', f'"{environment}"')).rules
        assert isinstance(rules, Rules)
        assert rules.allows_test_persons is allowed


def test_an_overlay_replaces_whole_tables(file: Path) -> None:
    profile = read(file, platform={"base_url": "https://localhost:1/vp"})
    assert (profile.platform.base_url, profile.platform.trust.ca_files) == ("https://localhost:1/vp", ())


def test_a_profile_does_not_change(file: Path) -> None:
    with pytest.raises(ValueError, match="frozen"):
        read(file).environment = Environment.PRODUCTION


def test_the_practice_profile_has_everything_agreed() -> None:
    path = resource("practice/profile.toml")
    profile = read_profile(path)
    assert profile.environment is Environment.PRACTICE
    for county in tomllib.loads(path.read_text(encoding="utf-8"))["connected"]:
        agreement = profile.agreement(county)
        assert agreement.read_actor
        assert all(agreement.to_register(kind) for kind in EvidenceKind)
        assert agreement.handles_protected
        assert agreement.withholds == (county == "14")
    assert profile.agreement("09").read_actor is None


def test_the_line_of_a_fault_in_an_odd_file_is_found_soon_or_given_up(file: Path) -> None:
    """Long lists and texts cost nothing; a file made to be searched long is told without a line."""
    regions = "\n".join(f'  "{number % 100:02}",' for number in range(2000))
    text = PROFILE.replace('["20", "21", "23"]', f"[\n{regions}\n]").replace('county = "20"', 'county = "x"')
    started = time.monotonic()
    (fault,) = faults(file, text)
    assert (fault.key, fault.line) == ("desk.county", text.split("\n").index('county = "x"') + 1)
    odd = PROFILE.replace('["20", "21", "23"]', "[\n" + "[\n" * 90 + "]\n" * 90 + "]")
    told = faults(file, odd)
    assert {one.key for one in told} == {"connected.0"}
    strange = "".join(f"strange{number} = {number}\n" for number in range(5000)) + PROFILE
    assert [one.line for one in faults(file, strange)] == list(range(1, 51))
    file.write_bytes(b"#" * 2_000_000)
    with pytest.raises(ProfileError):
        read_profile(file)
    many = 'name = """\n' + "x = 1\n" * 9000 + '"""\n' + PROFILE.replace('"qa"', '"test"')
    (fault,) = faults(file, many)
    assert (fault.key, fault.line) == ("environment", None)
    assert time.monotonic() - started < 20
