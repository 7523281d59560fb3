"""The Windows installer with a stand-in program: its description, and with --wine what IT's command lines do."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import icons
import msi
import pytest
from lxml import etree

NAMESPACE = {"wix": "http://schemas.microsoft.com/wix/2006/wi"}
UNINSTALL = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
ENVIRONMENT = r"HKLM\System\CurrentControlSet\Control\Session Manager\Environment"
PROGRAM = r"C:\Program Files\Listningsluckan"


def test_what_msibuild_adds_refers_to_what_wixl_writes() -> None:
    description = etree.parse(msi.SOURCE)
    components = {one.get("Id") for one in description.iterfind(".//wix:Component", NAMESPACE)}
    folders = {one.get("Id") for one in description.iterfind(".//wix:Directory", NAMESPACE)}
    rows = "\n".join(msi.ROWS)
    assert set(re.findall(r"'(Machine|Profile|Menu)'", rows)) <= components
    assert set(re.findall(r"\[?([A-Z]+(?:DIR|FOLDER))\]?", rows)) <= folders
    product = description.find(".//wix:Product", NAMESPACE)
    assert product is not None
    assert product.get("UpgradeCode") == str(msi.IDENTITY).upper()


def test_it_is_per_machine_and_its_menu_starts_the_program_without_a_console() -> None:
    description = etree.parse(msi.SOURCE)
    package = description.find(".//wix:Package", NAMESPACE)
    assert package is not None
    assert package.get("InstallScope") == "perMachine"
    targets = {one.get("Target") for one in description.iterfind(".//wix:Shortcut", NAMESPACE)}
    assert targets == {"[INSTALLDIR]listningsluckanw.exe"}


class Machine:
    """A Windows machine as Wine makes one, and IT's prompt on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")},
            "WINEPREFIX": str(folder / "wine"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
        }
        self.run("wineboot", "-i")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a Windows command to its end, all that it started included."""
        done = subprocess.run(
            ["wine", *command],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=300,
        )
        subprocess.run(["wineserver", "-w"], env=self._environment, check=True, timeout=300)
        return done

    def install(self, package: Path, *properties: str) -> int:
        """Install silently, as Intune or a start-up script does; the exit code."""
        return self.run("msiexec", "/i", f"Z:{package}", "/qn", *properties).returncode

    def path(self, place: str) -> Path:
        """Where a Windows path lies on this disk."""
        return self.folder / "wine" / "drive_c" / place.removeprefix("C:\\").replace("\\", "/")

    def registry(self, key: str, *options: str) -> str:
        """What `reg query` tells of a key."""
        return self.run("reg", "query", key, *options).stdout

    def programs(self) -> dict[str, str]:
        """Our entries among the installed programs: product code -> version."""
        found = re.split(r"^HKEY_LOCAL_MACHINE.*\\(\{[-\w]+\})\r?$", self.registry(UNINSTALL, "/s"), flags=re.M)
        entries = dict(zip(found[1::2], found[2::2], strict=True))
        ours = {code: text for code, text in entries.items() if re.search(r"DisplayName .*Listningsluckan", text)}
        return {code: re.findall(r"DisplayVersion +REG_SZ +(\S+)", text)[0] for code, text in ours.items()}

    def menu(self) -> list[str]:
        """Names of our shortcuts in the Start menu."""
        return sorted(file.stem for file in self.path("").rglob("Start Menu/Programs/Listningsluckan/*.lnk"))

    def program_files(self) -> list[str]:
        """What lies in the program's folder."""
        folder = self.path(PROGRAM)
        return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Machine:
    """A Windows machine, once for all tests here."""
    if not request.config.getoption("--wine"):
        pytest.skip("--wine installs, upgrades and removes the Windows installer under Wine")
    assert all(map(shutil.which, ("wine", "wixl", "msibuild"))), "apt-get install wine wine64 wixl msitools"
    return Machine(tmp_path_factory.mktemp("windows"))


@pytest.fixture
def machine(wine: Machine) -> Iterator[Machine]:
    """The machine with nothing of ours installed; cases of an earlier time lie in the user's profile."""
    kept = cases(wine)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"cases")
    yield wine
    for code in wine.programs():
        assert wine.run("msiexec", "/x", code, "/qn").returncode == 0
    shutil.rmtree(wine.path(r"C:\ProgramData\listningsluckan"), ignore_errors=True)


def cases(machine: Machine) -> Path:
    """The user's journal."""
    user = next(machine.path(r"C:\users").glob("[!P]*"))
    return user / "AppData" / "Local" / "listningsluckan" / "journal.db"


def make(folder: Path, version: str, **files: str) -> Path:
    """An installer of a stand-in program whose files hold these texts."""
    tree, target = folder / f"tree-{version}", folder / f"target-{version}"
    shutil.rmtree(tree, ignore_errors=True)
    target.mkdir(exist_ok=True)
    for name in ("listningsluckan.exe", "listningsluckanw.exe", *(f"_internal/{file}.txt" for file in files)):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(files.get(Path(name).stem, version), encoding="utf-8")
    (tree / msi.ICON).write_bytes(icons.join({size: icons.draw(size) for size in icons.SIZES}))
    return msi.make_installer(tree, target, version)


def test_a_silent_installation_with_a_profile(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "region.toml").write_text('environment = "qa"\n', encoding="utf-8")
    before = machine.registry(ENVIRONMENT, "/v", "PATH")
    package = make(tmp_path, "1.2.3", help="hjälp")

    assert machine.install(package, f"PROFILE=Z:{tmp_path / 'region.toml'}") == 0

    assert machine.program_files() == ["_internal/help.txt", "listningsluckan.exe", msi.ICON, "listningsluckanw.exe"]
    assert machine.path(r"C:\ProgramData\listningsluckan\profile.toml").read_text("utf-8") == 'environment = "qa"\n'
    assert machine.menu() == ["Listningsluckan", "Listningsluckan - öva"]
    assert PROGRAM in machine.registry(ENVIRONMENT, "/v", "PATH")
    assert PROGRAM not in before
    ((code, version),) = machine.programs().items()
    assert version == "1.2.3"
    told = machine.registry(rf"{UNINSTALL}\{code}")
    for said in (r"Publisher +REG_SZ +Listningsluckan", r"InstallLocation +REG_SZ +C:\\Program Files\\Listningsluckan"):
        assert re.search(said, told)
    assert re.search(r"Version +REG_SZ +1\.2\.3", machine.registry(r"HKLM\Software\Listningsluckan"))


def test_an_upgrade_takes_the_place_of_what_was_there_and_keeps_profile_and_cases(
    machine: Machine, tmp_path: Path
) -> None:
    assert machine.install(make(tmp_path, "1.2.3", old="x", both="x")) == 0
    profile = machine.path(r"C:\ProgramData\listningsluckan\profile.toml")
    profile.write_text("written by IT", encoding="utf-8")

    assert machine.install(make(tmp_path, "1.10.0", both="y", new="y")) == 0

    files = ["_internal/both.txt", "_internal/new.txt", "listningsluckan.exe", msi.ICON, "listningsluckanw.exe"]
    assert machine.program_files() == files
    assert machine.path(rf"{PROGRAM}\_internal\both.txt").read_text("utf-8") == "y"
    assert list(machine.programs().values()) == ["1.10.0"]
    assert machine.registry(ENVIRONMENT, "/v", "PATH").count(PROGRAM) == 1
    assert profile.read_text("utf-8") == "written by IT"
    assert cases(machine).read_bytes() == b"cases"


def test_another_build_of_the_same_version_replaces_it(machine: Machine, tmp_path: Path) -> None:
    assert machine.install(make(tmp_path, "1.2.3", both="first")) == 0
    assert machine.install(make(tmp_path, "1.2.3", both="second")) == 0
    assert list(machine.programs().values()) == ["1.2.3"]
    assert machine.path(rf"{PROGRAM}\_internal\both.txt").read_text("utf-8") == "second"


def test_an_older_version_is_refused_and_changes_nothing(machine: Machine, tmp_path: Path) -> None:
    assert machine.install(make(tmp_path, "1.2.3", both="new")) == 0
    installed = machine.programs()

    assert machine.install(make(tmp_path, "1.2.2", both="old")) != 0

    assert machine.programs() == installed
    assert machine.path(rf"{PROGRAM}\_internal\both.txt").read_text("utf-8") == "new"


def test_an_uninstallation_leaves_profile_and_cases_and_nothing_else(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "region.toml").write_text('environment = "qa"\n', encoding="utf-8")
    before = machine.registry(ENVIRONMENT, "/v", "PATH")
    package = make(tmp_path, "1.2.3", both="x")
    assert machine.install(package, f"PROFILE=Z:{tmp_path / 'region.toml'}") == 0

    assert machine.run("msiexec", "/x", f"Z:{package}", "/qn").returncode == 0

    assert machine.programs() == {}
    assert machine.program_files() == []
    assert machine.menu() == []
    assert _places(machine.registry(ENVIRONMENT, "/v", "PATH")) == _places(before)
    assert "Listningsluckan" not in machine.registry(r"HKLM\Software", "/s", "/f", "Listningsluckan", "/k")
    assert machine.path(r"C:\ProgramData\listningsluckan\profile.toml").exists()
    assert cases(machine).read_bytes() == b"cases"


def _places(told: str) -> list[str]:
    """The folders of a search path; Wine leaves an empty one between two semicolons."""
    return [place for place in told.split(";") if place.strip()]
