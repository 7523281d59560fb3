"""Every page in every state that a receptionist reaches, looked over for what eyes would miss."""

from collections.abc import Callable

import pytest

from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist, digits
from tests.views.accessible import complaints, spoken

Look = Callable[[str], None]


def pages(hands: Receptionist) -> list[tuple[str, Callable[[], None]]]:
    """How to reach each page, in the order of a working day."""
    return [
        ("search", lambda: None),
        ("search, wrong number", lambda: hands.scan("191212121213")),
        ("overview", lambda: new(hands, "adult-home")),
        ("doctors", lambda: (hands.press("Ctrl+D"), rows(hands, DoctorsViewModel))),
        ("check of a doctor", lambda: (hands.press("Down", "Down", "Enter"), hands.check())),
        ("care centres", lambda: (hands.press("Esc", "Esc", "Ctrl+B"), rows(hands, FacilitiesViewModel))),
        ("check of a full centre", lambda: (hands.write("silver"), hands.press("Enter"), hands.check())),
        ("check, too early", lambda: hands.press("Ctrl+Enter")),
        ("form", lambda: (hands.press("Ctrl+P"), hands.page(PaperViewModel))),
        ("refused", lambda: (hands.press("Esc"), register(hands))),
        ("overview of somebody protected", lambda: new(hands, "protected-marked")),
        ("overview with queue places", lambda: new(hands, "in-two-queues")),
        ("check of another region", lambda: (new(hands, "home-elsewhere-third"), hands.press("Ctrl+L"), hands.check())),
        ("listed", lambda: register(hands)),
        ("receipt", lambda: (hands.press("Ctrl+P"), hands.page(PaperViewModel))),
        ("check of a child", lambda: (new(hands, "child"), hands.press("Ctrl+L"), hands.check())),
        ("deceased", lambda: new(hands, "deceased")),
        ("refused by Stockholm", lambda: new(hands, "actor-refused")),
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_named_large_enough_whole_and_left_by_tab(
    open_desk: OpenDesk, language: str, scale: float
) -> None:
    hands = open_desk(language=language, scale=scale)
    hands.desk.window.resize(1366, 768)
    found: list[str] = []
    for name, reach in pages(hands):
        reach()
        hands.settle()
        if not hands.desk.window.page.isAncestorOf(hands.focus):
            found.append(f"{name}: the focus is not on the page")
        found += [f"{name}: {one}" for one in complaints(hands.desk.window)]
    assert not found, "\n".join(found)


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
