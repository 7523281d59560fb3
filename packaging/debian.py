"""Owns the Debian package: where the frozen program's files go on Debian 12, and what it depends on.

The dependencies are not written down but read: dpkg-shlibdeps asks every binary which system libraries it loads.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from email.utils import formatdate
from pathlib import Path

import contents

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT / "packaging" / "linux"
STAGE = ROOT / "build" / "deb"
PROGRAM = Path("usr/lib/listningsluckan")
DOCUMENTS = Path("usr/share/doc/listningsluckan")
PROFILE_FOLDER = Path("etc/xdg/listningsluckan")
MAINTAINER = "Listningsluckan <maintainers@listningsluckan.example>"

CONTROL = """\
Package: listningsluckan
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: passwd, {depends}
Recommends: ca-certificates, gnome-keyring | kwalletmanager
Section: misc
Priority: optional
Description: listing counter for the reception of a Swedish care centre
 Reception finds the citizen, sees where they are listed and where they stand
 in a queue, says what a change would mean before it is made, registers the
 choice, and confirms it by reading what the region then shows.
 .
 Region IT puts the profile in /etc/xdg/listningsluckan. Without one:
 listningsluckan --practice, with fictitious persons only.
"""


def strip(tree: Path) -> None:
    """Take debugging symbols out of libraries; those under the LGPL stay as they were published."""
    libraries = [file for file in tree.rglob("*.so*") if file.is_file() and not file.is_symlink()]
    published = {*contents.REPLACEABLE, "psycopg_binary.libs"}
    ours = [file for file in libraries if not published & set(file.parts)]
    subprocess.run(["strip", "--strip-unneeded", "--enable-deterministic-archives", *ours], check=True)


def make_package(tree: Path, target: Path, version: str) -> Path:
    """Write `listningsluckan_VERSION_amd64.deb` of a frozen program into `target`, and return its path."""
    shutil.rmtree(STAGE, ignore_errors=True)
    root = STAGE / "root"
    shutil.copytree(tree, root / PROGRAM, symlinks=True)
    _place(FILES / "listningsluckan.desktop", root / "usr/share/applications/listningsluckan.desktop")
    _place(ROOT / "resources/icons/application.svg", _icon(root, "scalable", "svg"))
    for picture in sorted((ROOT / "build" / "icons").glob("*.png")):
        _place(picture, _icon(root, f"{picture.stem}x{picture.stem}", "png"))
    _place(FILES / "copyright", root / DOCUMENTS / "copyright")
    (root / DOCUMENTS / "handbook").symlink_to("../../../lib/listningsluckan/handbook")
    _compress((FILES / "listningsluckan.1").read_text("utf-8"), root / "usr/share/man/man1/listningsluckan.1.gz")
    _compress(_debian_changelog(version), root / DOCUMENTS / "changelog.gz")
    _compress((ROOT / "CHANGELOG.md").read_text("utf-8"), root / DOCUMENTS / "CHANGELOG.md.gz")
    (root / PROFILE_FOLDER).mkdir(parents=True)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/listningsluckan").symlink_to("../lib/listningsluckan/listningsluckan")
    _set_modes(root)
    _describe(root, version)
    package = target / f"listningsluckan_{version}_amd64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package], check=True)
    return package


def _icon(root: Path, size: str, kind: str) -> Path:
    return root / f"usr/share/icons/hicolor/{size}/apps/listningsluckan.{kind}"


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _compress(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), mtime=0))


def _debian_changelog(version: str) -> str:
    date = formatdate(int(os.environ["SOURCE_DATE_EPOCH"]))
    return f"listningsluckan ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- {MAINTAINER}  {date}\n"


def _set_modes(root: Path) -> None:
    """Whatever the builder's umask: folders and programs 755, everything else 644."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == root / PROGRAM / "listningsluckan" else 0o644)


def _describe(root: Path, version: str) -> None:
    (root / "DEBIAN").mkdir(mode=0o755)  # By it dpkg-shlibdeps knows the libraries that come along.
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    ]
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    depends = _dependencies(root / PROGRAM)
    control = CONTROL.format(version=version, maintainer=MAINTAINER, kilobytes=kilobytes, depends=depends)
    for script in ("postinst", "postrm"):
        shutil.copy(FILES / script, root / "DEBIAN" / script)
        (root / "DEBIAN" / script).chmod(0o755)
    (root / "DEBIAN/md5sums").write_text("".join(sums), encoding="utf-8")
    (root / "DEBIAN/control").write_text(control, encoding="utf-8")


def _dependencies(program: Path) -> str:
    """The system packages that the program's binaries load libraries from, with the least versions."""
    (STAGE / "debian").mkdir()
    (STAGE / "debian/control").write_text(
        "Source: listningsluckan\n\nPackage: listningsluckan\nArchitecture: amd64\n", encoding="utf-8"
    )
    binaries = [
        program / "listningsluckan",
        *(path for path in sorted(program.rglob("*.so*")) if not path.is_symlink()),
    ]
    _refuse_foreign_paths(binaries)
    own = sorted({f"-l{path.parent}" for path in binaries})
    done = subprocess.run(
        ["dpkg-shlibdeps", "-O", "--warnings=0", *own, *(f"-e{path}" for path in binaries)],
        cwd=STAGE,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip().partition("shlibs:Depends=")[2]


def _refuse_foreign_paths(binaries: list[Path]) -> None:
    """Raise OSError when a binary would look for libraries at a place of the machine that built it."""
    for path in binaries:
        told = subprocess.run(["readelf", "-d", path], check=True, capture_output=True, text=True).stdout
        found = re.search(r"R(?:UN)?PATH\).*\[(.*)\]", told)
        if found and any(not place.startswith("$ORIGIN") for place in found[1].split(":") if place):
            raise OSError(
                f"{path.name} looks for libraries in {found[1]}. Build with Debian's own Python, /usr/bin/python3."
            )
