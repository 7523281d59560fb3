#!/usr/bin/env python3
"""Owns the way from the work tree to what is delivered, in build/ and dist/; standard library and uv only.

    python3 packaging/release.py frozen       the program as a folder, dist/listningsluckan, with notices and SBOM
    python3 packaging/release.py deb          the Debian package of it (Linux)
    python3 packaging/release.py msi [TREE]   the Windows installer of it, or of another tree (wixl; Windows or Linux)
    python3 packaging/release.py checksums    SHA256SUMS over what dist/ holds
    python3 packaging/release.py audit        known vulnerabilities of the locked dependencies

Reproducible as far as the tools allow: times are those of SOURCE_DATE_EPOCH, or else of the last commit.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import debian
import dev
import msi
import supply

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build", ROOT / "dist"
TREE = DIST / "listningsluckan"
SBOM = "listningsluckan.cdx.json"


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; returns its exit code."""
    BUILD.mkdir(exist_ok=True)
    DIST.mkdir(exist_ok=True)
    match arguments:
        case ["frozen"]:
            os.environ["SOURCE_DATE_EPOCH"] = source_date()
            freeze()
        case ["deb"]:
            os.environ["SOURCE_DATE_EPOCH"] = source_date()
            debian.make_package(TREE, DIST, version())
        case ["msi", *tree]:
            msi.make_installer(Path(tree[0]) if tree else TREE, DIST, version())
        case ["checksums"]:
            write_checksums()
        case ["audit"]:
            return audit()
        case _:
            print(__doc__)
            return 2
    return 0


def version() -> str:
    """The version as its only place says it: three numbers, which both installers can order."""
    text = (ROOT / "desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if not found:
        raise SystemExit("desktop/__init__.py names no version of three numbers")
    return found[1]


def source_date() -> str:
    """Seconds since 1970 that stand for `now` in everything that is built."""
    last_commit = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return given or subprocess.run(last_commit, check=True, capture_output=True, text=True).stdout.strip()


def audit() -> int:
    """Look the dependencies up among known vulnerabilities; 1 for a known one, 0 also where nothing could be learnt."""
    try:
        tools = programs(environment("tools", "--only-group", "supply"))
    except subprocess.CalledProcessError:
        print("AUDIT NOT DONE: its tool could not be fetched")
        return 0
    return supply.audit(uv(), tools, BUILD)


def freeze() -> None:
    """Build dist/listningsluckan from the locked dependencies, in an environment that holds nothing else."""
    tools = programs(environment("tools", "--only-group", "supply"))
    home = environment("program", "--no-dev", "--group", "freeze")
    python = programs(home) / dev.PYTHON.name
    run(python, ROOT / "packaging" / "icons.py", BUILD / "icons")
    versions = json.loads(subprocess.check_output([python, ROOT / "packaging" / "probe.py"], text=True))
    environment("program", "--no-dev")
    components = supply.make_sbom(home, tools, versions, version(), BUILD / SBOM)
    supply.refuse_unknown_licences(components)
    supply.write_notices(home, components, BUILD / "licences")
    environment("program", "--no-dev", "--group", "freeze")
    msi.write_version_file(BUILD / "version.txt", version())
    os.environ["PYTHONHASHSEED"] = "0"  # PyInstaller orders sets by it.
    options = ["-y", "--clean", "--log-level", "ERROR", "--distpath", str(DIST), "--workpath", f"{BUILD}/freeze"]
    run(python, "-m", "PyInstaller", *options, ROOT / "packaging" / "listningsluckan.spec")
    if sys.platform == "linux":
        debian.strip(TREE)
    shutil.copytree(BUILD / "licences", TREE / "licences")
    shutil.copy(BUILD / SBOM, TREE / "licences" / SBOM)
    add_documents()
    for path in (TREE, *TREE.rglob("*")):
        os.utime(path, (int(source_date()),) * 2, follow_symlinks=False)


def add_documents() -> None:
    """What lies beside the program: handbook, schema of profiles and, on Windows, policy templates and the icon."""
    packaging = ROOT / "packaging"
    shutil.copytree(packaging / "handbook", TREE / "handbook")
    shutil.copy(packaging / "profile.schema.json", TREE / "handbook")
    if dev.WINDOWS:
        shutil.copy(BUILD / "icons" / msi.ICON, TREE)
        for file in ("listningsluckan.admx", "sv-SE/listningsluckan.adml", "en-US/listningsluckan.adml"):
            (TREE / "policies" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(packaging / "windows" / file, TREE / "policies" / file)


def environment(name: str, *groups: str) -> Path:
    """build/NAME with exactly what these options of `uv sync` choose from uv.lock, whose hashes uv checks."""
    home = BUILD / name
    os.environ["UV_PROJECT_ENVIRONMENT"] = str(home)
    base = Path(sys.base_prefix) / ("python.exe" if dev.WINDOWS else f"bin/python3.{sys.version_info.minor}")
    run(uv(), "sync", "--quiet", "--frozen", "--no-install-project", "--python", base, *groups)
    return home


def programs(home: Path) -> Path:
    """Where an environment keeps its programs."""
    return home / dev.PROGRAMS.name


def uv() -> str:
    """The uv on the search path, or the one that packaging/dev.py fetched."""
    found = shutil.which("uv") or shutil.which(str(dev.PROGRAMS / "uv"))
    if not found:
        raise SystemExit("uv is needed. `python3 packaging/dev.py test --version` brings it.")
    return found


def run(*command: str | Path) -> None:
    """Run one step in the work tree; its failure is ours."""
    subprocess.run(command, cwd=ROOT, check=True)


def write_checksums() -> None:
    """dist/SHA256SUMS over the files in dist/, as `sha256sum --check` reads it."""
    files = sorted(file for file in DIST.iterdir() if file.is_file() and file.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"Failed with code {failed.returncode}: {' '.join(map(str, failed.cmd[:4]))}")
    except (supply.SupplyError, OSError) as error:
        sys.exit(str(error))
