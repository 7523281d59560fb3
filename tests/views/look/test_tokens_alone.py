"""Colours and type sizes stand in the tokens and nowhere else in the window."""

import re
from pathlib import Path

import desktop.views

VIEWS = Path(desktop.views.__file__).parent
OWN = re.compile(
    r"""["']\#[0-9A-Fa-f]{3,8}["'] | QColor\(\s*["'\d] | GlobalColor\.(?!transparent) | setStyleSheet\(\s*f?["']
    | setPixelSize | setPointSizeF?\(\s*\d | QFont\(\s*["'] | fromRgb""",
    re.VERBOSE,
)
DISTANCE = re.compile(r"px\(\d|setSpacing\([1-9]|setContentsMargins\([^)]*[1-9]|setFixed\w+\(\d")


def lines(*but: str) -> list[tuple[Path, str]]:
    files = [file for file in VIEWS.rglob("*.py") if not file.relative_to(VIEWS).parts[0].startswith(but)]
    assert len(files) > 20
    return [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_no_view_has_a_colour_or_a_type_size_of_its_own() -> None:
    assert not [(file.name, line) for file, line in lines("tokens") if file.name != "tokens.py" and OWN.search(line)]


def test_no_page_has_a_distance_of_its_own() -> None:
    """Parts draw: a tick, a key, a stripe have measures of their own, which grow with the text."""
    assert not [(file.name, line) for file, line in lines("look", "parts") if DISTANCE.search(line)]


def test_the_style_sheets_have_colours_by_name() -> None:
    sheets = list((VIEWS.parents[1] / "resources" / "style").glob("*.qss"))
    assert sheets
    rules = [re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL) for sheet in sheets]
    assert not [found for rule in rules for found in re.findall(r"(?:color|background)[^;{]*#[0-9A-Fa-f]{3}", rule)]
