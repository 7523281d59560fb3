"""What every page owes whoever it is about: F9 takes name and number off it, wherever somebody is open."""

from collections.abc import Callable

from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.receptionist import Receptionist, digits
from tests.views.accessible import spoken

Look = Callable[[str], None]


def test_f9_masks_name_and_number_wherever_somebody_is_open(receptionist: Receptionist) -> None:
    hands = receptionist
    hands.press("F2")
    new(hands, "adult-home")
    hands.press("F9")
    found = []
    for name, reach in masked_pages(hands):
        reach()
        hands.settle()
        found += [f"{name}: {line!r}" for line in spoken(hands.desk.window).split("\n") if names_tolvan(line)]
    assert not found, "\n".join(found)
    hands.press("F9")
    assert names_tolvan(hands.screen())


def masked_pages(hands: Receptionist) -> list[tuple[str, Callable[[], None]]]:
    return [
        ("overview", lambda: None),
        ("care centres", lambda: (hands.press("Ctrl+B"), rows(hands, FacilitiesViewModel))),
        ("check", lambda: (hands.press("Esc", "Ctrl+L"), hands.check())),
        ("form", lambda: (hands.press("Ctrl+P"), hands.page(PaperViewModel))),
        ("outcome", lambda: (hands.press("Esc"), register(hands))),
        ("receipt", lambda: (hands.press("Ctrl+P"), hands.page(PaperViewModel))),
        ("back at the outcome", lambda: hands.press("Esc")),
    ]


def names_tolvan(text: str) -> bool:
    return "Tolvan" in text or "Tallberg" in text or "1212121212" in digits(text)


def new(hands: Receptionist, person: str) -> None:
    hands.press("F2")
    hands.open(person)


def register(hands: Receptionist) -> None:
    hands.register()
    hands.page(OutcomeViewModel)


def rows(hands: Receptionist, kind: type) -> None:
    page = hands.page(kind)
    hands.until(lambda: bool(page.state.rows), "rows to choose among")
