"""Owns where the bundled files lie: fonts, icons, style, help pages, tables, translations and licences."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The path of a bundled file or folder, such as ``resource("icons/eye.svg")``.

    Raises FileNotFoundError when no such file was bundled.
    """
    return _bundled("resources", name)


def translation(name: str) -> Path:
    """The path of a compiled translation, such as ``translation("listningsluckan_en.qm")``; errors as `resource`."""
    return _bundled("translations", name)


def licences() -> list[Path]:
    """Every licence and notice that goes with the program, the program's own first; a text file each."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    whole = Path(frozen).parent / "licences" if frozen else package / "_licences"
    if whole.exists():
        files = [file for file in whole.iterdir() if file.suffix != ".json"]
    else:
        root, packaging = package.parent, package.parent / "packaging"
        texts = [*(root / "LICENSES").iterdir(), *(packaging / "licences").iterdir()]
        files = [root / "LICENSE", packaging / "NOTICE.md", *texts]
    return sorted(files, key=_own_first)


def _own_first(path: Path) -> tuple[bool, bool, str]:
    return path.stem not in ("LICENSE", "listningsluckan"), path.stem != "NOTICE", path.name.casefold()


def _bundled(folder: str, name: str) -> Path:
    """Found beside the code in a checkout, inside an installed wheel (``desktop/_folder``) and in a frozen program."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [package / f"_{folder}", package.parent / folder]
    if frozen:
        roots.insert(0, Path(frozen) / folder)
    for root in roots:
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name}")
