"""The papers' colours stand in one place, and are the window's."""

import re
from pathlib import Path

import desktop.documents
from desktop.documents import palette
from desktop.views.look.tokens import LIGHT

OF_THE_WINDOW = {
    palette.INK: "text",
    palette.MUTED: "muted",
    palette.PETROL: "primary",
    palette.RULE: "control",
    palette.FAINT: "divider",
    palette.OK: "ok",
    palette.WARNING: "warning",
    palette.ERROR: "error",
}


def test_papers_look_as_the_window_does() -> None:
    assert {name: LIGHT[name] for name in OF_THE_WINDOW.values()} == {n: c for c, n in OF_THE_WINDOW.items()}


def test_no_paper_has_a_colour_of_its_own() -> None:
    files = [file for file in Path(desktop.documents.__file__).parent.glob("*.py") if file.name != "palette.py"]
    assert len(files) > 8
    assert not [(file.name, found) for file in files for found in re.findall(r"#[0-9A-Fa-f]{6}", file.read_text())]
