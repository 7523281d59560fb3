"""The disk takes nothing while the region answers: it is said, the answer holds, and it is written when it can be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.case import State
from desktop.settings.profile import Confirming
from desktop.viewmodels.cases import CasesViewModel
from tests.disk import fill, small_disk
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist
from tests.region import Region

__all__ = ["small_disk"]

SAID = "Svaret gick inte att spara på den här datorn."


def send_slowly(receptionist: Receptionist) -> None:
    """Register, and stand where the case is written and the region has not answered."""
    receptionist.region.control("/faults", {"set": [{"name": "delay", "seconds": 1, "contract": "CreateListing"}]})
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space", "Ctrl+Enter")
    desk = receptionist.desk
    receptionist.until(lambda: State.SENDING in states(desk.background.wait(desk.counter.cases(), 5)), "its case")


def states(cases: object) -> set[State]:
    return {case.state for case in cases} if isinstance(cases, tuple) else set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_answer_that_could_not_be_saved_is_told_and_saved_later(
    open_desk: OpenDesk,
    region: Region,
    small_disk: Callable[[str], Path],
    language: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    disk = small_disk("4m")
    receptionist = open_desk(folder=disk, confirming=Confirming(after_ok=(0.1,)), language=language)
    send_slowly(receptionist)
    fill(disk / "full")
    if language == "en":
        receptionist.sees("Registered and confirmed", "The answer could not be saved on this computer.")
        receptionist.sees("The region's answer holds all the same. Do not register again.")
    else:
        receptionist.sees("Registrerad och bekräftad", SAID, "Regionens svar gäller ändå. Registrera inte igen.")
    number = receptionist.desk.model.page.state.case_number
    assert number in receptionist.screen()
    (disk / "full").unlink()
    receptionist.until(lambda: not receptionist.desk.model.page.state.unwritten, "the answer to be written")
    receptionist.does_not_see(SAID)
    receptionist.press("Ctrl+2")
    cases = receptionist.page(CasesViewModel)
    receptionist.until(lambda: cases.state.cases is not None, "the cases")
    assert states(cases.state.cases) == {State.CONFIRMED}
    assert len(receptionist.registrations) == 1
    caplog.clear()
