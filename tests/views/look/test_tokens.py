from collections.abc import Iterator
from itertools import product
from typing import get_args

import pytest

from desktop.views.look.tokens import DARK, HIGH_CONTRAST, LIGHT, ColorName, Colors, Tone

THEMES = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}
GROUNDS: tuple[ColorName, ...] = ("window", "surface", "sunken")


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def reading_pairs() -> Iterator[tuple[ColorName, ColorName]]:
    """Every text colour with every ground that it stands on somewhere in the parts."""
    yield from product(("text", "muted", "primary", "disabled"), GROUNDS)
    tones = [tone for tone in get_args(Tone) if tone != "neutral"]
    for tone in tones:
        yield from product((tone,), (*GROUNDS, f"soft_{tone}"))
        yield "text", f"soft_{tone}"
        yield "muted", f"soft_{tone}"
    yield from (
        ("on_primary", "primary"),
        ("on_primary", "primary_hover"),
        ("on_selection", "selection"),
        ("on_practice", "practice"),
        ("on_qa", "qa"),
    )


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_every_colour(theme: str) -> None:
    assert set(THEMES[theme]) == set(get_args(ColorName))


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_every_ground_it_stands_on(theme: str) -> None:
    colors: Colors = THEMES[theme]
    weak = {
        (ink, ground): round(contrast(colors[ink], colors[ground]), 2)
        for ink, ground in reading_pairs()
        if contrast(colors[ink], colors[ground]) < 4.5 and ink != "disabled"
    }
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_controls_and_blocked_buttons_stand_out(theme: str) -> None:
    colors: Colors = THEMES[theme]
    pairs = [*product(("control", "focus"), GROUNDS), *product(("disabled",), ("sunken", "surface"))]
    assert not {pair for pair in pairs if contrast(colors[pair[0]], colors[pair[1]]) < 3}


@pytest.mark.parametrize("theme", THEMES)
def test_the_gap_parts_the_focus_ring_from_a_primary_button(theme: str) -> None:
    colors: Colors = THEMES[theme]
    assert contrast(colors["focus_gap"], colors["primary"]) >= 3
    assert contrast(colors["focus_gap"], colors["focus"]) >= 3
