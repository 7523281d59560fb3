import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.runtime.resources import resource
from desktop.views.look import Theme, apply, look, numerals, pixmap, theme, tokens
from desktop.views.look.sheet import colors_from


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply(qapp, Theme.LIGHT, 1.0)


def test_the_style_sheet_fixes_no_type_size_in_pixels() -> None:
    for sheet in resource("style").glob("*.qss"):
        assert not re.search(r"font-size:[^;]*px", sheet.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("choice", "colors"),
    [(Theme.LIGHT, tokens.LIGHT), (Theme.DARK, tokens.DARK), (Theme.HIGH_CONTRAST, tokens.HIGH_CONTRAST)],
)
def test_a_theme_dresses_the_application(qapp: QApplication, choice: Theme, colors: tokens.Colors) -> None:
    apply(qapp, choice)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == colors["window"].lower()
    assert look().color("primary").name() == colors["primary"].lower()
    assert colors["primary"] in qapp.styleSheet()


def test_text_and_distances_grow_together(qapp: QApplication) -> None:
    apply(qapp, Theme.LIGHT, 2.0)
    assert qapp.font().pointSizeF() == pytest.approx(2 * tokens.BASE_POINTS)
    assert look().px(12) == 24


@pytest.mark.parametrize("scale", [0.5, 2.5])
def test_a_text_size_outside_the_range_is_refused(qapp: QApplication, scale: float) -> None:
    with pytest.raises(ValueError, match=r"outside 1\.0-2\.0"):
        apply(qapp, Theme.LIGHT, scale)


def test_parts_hear_of_a_new_theme(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look().changed, timeout=1000):
        apply(qapp, Theme.DARK)


def test_a_contrast_theme_of_the_platform_wins_over_ours(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "contrast_theme_is_on", lambda app: True)
    apply(qapp, Theme.LIGHT)
    assert "color" not in qapp.styleSheet()
    assert "#" not in qapp.styleSheet().replace("QFrame#", "")
    assert look().color("text") == qapp.palette().color(QPalette.ColorRole.WindowText)


def test_the_platforms_colours_fill_every_token() -> None:
    assert set(colors_from(QPalette())) == set(tokens.LIGHT)


def test_numbers_have_digits_of_one_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(numerals(qapp.font()))
    assert qapp.font().family() == "Inter"
    assert len({round(metrics.horizontalAdvance(digit * 10), 2) for digit in "0123456789"}) == 1


def test_an_icon_has_its_tokens_colour_at_the_screens_pixel_ratio(qapp: QApplication) -> None:
    drawn = pixmap("shield", "protected", 24, 2.0)
    assert drawn.width() == 48
    assert drawn.devicePixelRatio() == 2.0
    image = drawn.toImage()
    solid = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {look().color("protected").name()}


def test_every_bundled_icon_can_be_drawn(qapp: QApplication) -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert len(names) >= 40
    for name in names:
        image = pixmap(name, "text", 24, 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name
