"""The locked dependencies, as a Windows machine meets them: everything has a hash and a wheel, nothing is compiled."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import parse_wheel_filename

LOCK = tomllib.loads((Path(__file__).parents[2] / "uv.lock").read_text(encoding="utf-8"))
WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "extra": "",
}


def needed(python: tuple[int, int]) -> Iterator[dict[str, Any]]:
    """The packages that the program needs on 64-bit Windows with this Python."""
    version = ".".join(map(str, python))
    machine = WINDOWS | {"python_version": version, "python_full_version": f"{version}.0"}
    waiting: list[tuple[str, str | None]] = [("listningsluckan", None)]  # A package, and one of its extras.
    seen: set[tuple[str, str | None]] = set()
    while waiting:
        wanted = name, extra = waiting.pop()
        if wanted in seen:
            continue
        seen.add(wanted)
        for package in (one for one in LOCK["package"] if one["name"] == name and _applies(one, machine)):
            needs = package.get("optional-dependencies", {})[extra] if extra else package.get("dependencies", ())
            for one in (one for one in needs if _wanted(one, machine)):
                waiting += [(one["name"], more) for more in (None, *one.get("extra", ()))]
            if "registry" in package["source"] and not extra:
                yield package


def _applies(package: dict[str, Any], machine: dict[str, str]) -> bool:
    markers = package.get("resolution-markers")
    return markers is None or any(Marker(one).evaluate(machine) for one in markers)


def _wanted(dependency: dict[str, Any], machine: dict[str, str]) -> bool:
    return "marker" not in dependency or Marker(dependency["marker"]).evaluate(machine)


@pytest.mark.parametrize("python", [(3, 11), (3, 12), (3, 13)])
def test_windows_lacks_no_wheel(python: tuple[int, int]) -> None:
    fits: set[Tag] = {*cpython_tags(python, platforms=["win_amd64"]), *compatible_tags(python, platforms=["win_amd64"])}
    packages = {one["name"]: one for one in needed(python)}
    assert {"pyside6-essentials", "pywin32-ctypes", "lxml", "cryptography", "psycopg-binary"} <= packages.keys()
    lacking = [
        name
        for name, package in packages.items()
        if not any(fits & parse_wheel_filename(_file(one))[3] for one in package.get("wheels", ()))
    ]
    assert lacking == []


def _file(wheel: dict[str, Any]) -> str:
    return str(wheel["url"]).rpartition("/")[2]


def test_every_locked_file_has_a_hash() -> None:
    files = [one for package in LOCK["package"] for one in package.get("wheels", ())]
    files += [package["sdist"] for package in LOCK["package"] if "sdist" in package]
    assert len(files) > 100
    assert [one["url"] for one in files if not one["hash"].startswith("sha256:")] == []
