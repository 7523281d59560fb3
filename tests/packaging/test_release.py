"""What is delivered: the files that go along, the parts from others, the version and the pictures."""

import ast
import configparser
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import contents
import icons
import msi
import pytest
import release
import supply
from PySide6.QtGui import QImageReader
from pytestqt.qtbot import QtBot

from desktop import __version__

ROOT = Path(__file__).parents[2]
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    ("target", "goes"),
    [
        (f"{QT}/plugins/platforms/libqxcb.so", True),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        (r"PySide6\plugins\styles\qmodernwindowsstyle.dll", True),
        (r"PySide6\opengl32sw.dll", False),
        (f"{QT}/plugins/platforms/libqeglfs.so", False),
        (f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        (f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        (f"{QT}/plugins/sqldrivers/libqsqlite.so", False),
        (f"{QT}/translations/qtbase_sv.qm", True),
        (f"{QT}/translations/qtbase_de.qm", False),
        (f"{QT}/lib/libQt6Gui.so.6", True),
        (f"{QT}/lib/libQt6Network.so.6", False),
        ("resources/icons/eye.svg", True),
        ("translations/listningsluckan_en.qm", True),
    ],
)
def test_only_what_the_desk_needs_of_qt_goes_along(target: str, goes: bool) -> None:
    assert contents.belongs(target, f"/venv/{target}", linux=True) is goes


@pytest.mark.parametrize(
    ("source", "linux", "goes"),
    [
        ("/usr/lib/x86_64-linux-gnu/libssl.so.3", True, False),
        ("/lib/x86_64-linux-gnu/libstdc++.so.6", True, False),
        ("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True, True),
        ("/usr/lib/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", True, True),
        ("/venv/lib/python3.11/site-packages/lxml/etree.cpython-311-x86_64-linux-gnu.so", True, True),
        ("/usr/lib/ssl/libssl.so.3", False, True),
    ],
)
def test_debian_keeps_its_own_libraries_so_that_its_updates_reach_them(source: str, linux: bool, goes: bool) -> None:
    assert contents.belongs(Path(source).name, source, linux=linux) is goes


def test_nothing_that_the_desk_imports_is_left_out() -> None:
    left_out = tuple(contents.MODULES)
    for file in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
            wrong = [name for name in names if any(f"{name}.".startswith(f"{out}.") for out in left_out)]
            assert not wrong, f"{file.name} imports {wrong}, which packaging/contents.py leaves out"


@pytest.mark.parametrize("own", [None, "/opt/theirs"])
def test_programs_that_the_frozen_one_starts_get_the_users_library_path(own: str | None) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LD_LIBRARY_PATH")}
    # As PyInstaller's starter leaves it.
    environment |= {"LD_LIBRARY_PATH": "/usr/lib/listningsluckan/_internal"}
    environment |= {"LD_LIBRARY_PATH_ORIG": own} if own else {}
    script = "import frozen_start, os; print(os.environ.get('LD_LIBRARY_PATH'), 'LD_LIBRARY_PATH_ORIG' in os.environ)"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment, cwd=ROOT / "packaging", capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(own), "False"]


def test_the_version_has_one_place() -> None:
    assert release.version() == __version__


def test_windows_shows_the_version_of_the_executable(tmp_path: Path) -> None:
    msi.write_version_file(tmp_path / "version.txt", "1.22.333")
    text = (tmp_path / "version.txt").read_text(encoding="utf-8")
    assert "filevers=(1, 22, 333, 0)" in text
    assert "StringStruct('ProductVersion', '1.22.333')" in text
    compile(text, "version.txt", "eval")


def test_the_icon_holds_every_size(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "desk.ico"
    file.write_bytes(icons.join({size: icons.draw(size) for size in icons.SIZES}))
    reader = QImageReader(str(file))
    assert reader.imageCount() == len(icons.SIZES)
    sizes = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        image = reader.read()
        assert image.pixelColor(image.width() // 2, image.height() // 2).alpha() == 255
        sizes.append(image.width())
    assert tuple(sizes) == icons.SIZES


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_every_bundled_part_states_version_source_and_a_licence_that_may_go(platform: str) -> None:
    versions = dict.fromkeys(re.findall(r'^    "(\w+)": ', _probe(), re.MULTILINE), "1.2")
    parts = supply.bundled_components(versions, platform)
    supply.refuse_unknown_licences(parts)
    assert {"CPython", "Qt", "OpenSSL (inside cryptography)", "Inter"} <= {part["name"] for part in parts}
    assert ("SQLite" in {part["name"] for part in parts}) is (platform == "win32")
    for part in parts:
        assert part["externalReferences"][0]["url"].startswith("https://")
        assert "{" not in json.dumps(part["purl"])


def _probe() -> str:
    return (ROOT / "packaging" / "probe.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("licences", [[], [{"license": {"id": "AGPL-3.0-only"}}], [{"expression": "GPL-3.0-only"}]])
def test_a_part_that_may_not_be_delivered_stops_the_release(licences: list[Any]) -> None:
    with pytest.raises(supply.SupplyError, match="stranger"):
        supply.refuse_unknown_licences([{"name": "stranger", "licenses": licences}])


AUDITED = {"name": "lxml", "version": "6.1.3", "vulns": []}
HIT = {"name": "lxml", "version": "6.0.0", "vulns": [{"id": "CVE-2026-41066"}]}
UNKNOWN = {"name": "idna", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ([AUDITED], 0, "Audited 1 of 1 packages: 0 known"),
        ([AUDITED, UNKNOWN], 0, "Not audited, unknown to the service: idna"),
        ([HIT, UNKNOWN], 1, "lxml 6.0.0: CVE-2026-41066"),
        # pip-audit itself calls this "No known vulnerabilities found".
        ([UNKNOWN], 0, "AUDIT NOT DONE"),
    ],
)
def test_the_audit_says_what_it_knows(
    answer: list[Any], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert supply.judge_audit({"dependencies": answer}) == code
    assert said in capsys.readouterr().out


def test_the_menu_of_linux_starts_the_program_by_its_name_and_icon() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ROOT / "packaging/linux/listningsluckan.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["exec"] == entry["Desktop Entry"]["icon"] == "listningsluckan"
    assert entry["Desktop Action practice"]["exec"] == "listningsluckan --practice"
