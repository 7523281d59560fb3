"""The guided tour: the main job in the real window by keyboard, against the practice region, a picture of every step.

It ends with an error as soon as a step did not happen; nothing in it is drawn for show.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.case import FormToSign
from desktop.domain.outcome import Confirmed, Queued
from desktop.training import PracticeError, PracticeRegion, small_region

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.app import Desk
from desktop.hands import Hands, StepError
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.views.look import Theme
from desktop.views.paper import PaperPage


class Tour:
    """The steps, each with its picture and its line."""

    def __init__(self, hands: Hands, region: PracticeRegion, pictures: Path) -> None:
        self._hands, self._pictures = hands, pictures
        self._people = region.people()
        self._number = 0

    def walk(self) -> None:
        """All the steps in order."""
        self._search()
        self._move()
        self._queue()
        self._leave()
        self._doctor()

    def _search(self) -> None:
        hands = self._hands
        hands.until(lambda: bool(hands.desk.model.standing.people), "waiting for the practice region")
        self._shoot("search", "the practice region is ready")

    def _move(self) -> None:
        hands = self._hands
        overview = hands.find(self._people["adult-home"].number)
        self._shoot("overview", _listed(overview))
        hands.press("Ctrl+B")
        model = hands.page(FacilitiesViewModel)
        hands.until(lambda: bool(model.state.rows), "waiting for care centres")
        hands.write("tallbackens v")
        hands.settle()
        self._shoot("care-centres", f"{len(model.state.rows)} of {model.state.total} care centres match")
        hands.press("Enter")
        ready = hands.check()
        self._shoot("check", f"verdict: {ready.verdict.level.name}")
        hands.press("Ctrl+P")
        self._paper("form")
        hands.press("Esc")
        hands.check()
        outcome = hands.register().state.outcome
        if not isinstance(outcome, Confirmed) or outcome.shown is None:
            raise StepError(f"the region does not show the listing: {outcome}")
        self._shoot("outcome-listed", f"{_code(outcome)}, and shows {outcome.shown.facility.name}")
        hands.press("Ctrl+P")
        self._paper("receipt")

    def _queue(self) -> None:
        hands = self._hands
        hands.find(self._people["never-listed"].number)
        self._shoot("overview-nothing-shown", "no listing is shown")
        hands.press("Ctrl+B")
        model = hands.page(FacilitiesViewModel)
        hands.until(lambda: bool(model.state.rows), "waiting for care centres")
        hands.write("silverb")
        hands.press("Enter")
        ready = hands.check()
        self._shoot("check-full", f"verdict: {ready.verdict.level.name}")
        hands.press("Ctrl+J")
        ready = hands.check()
        self._shoot("check-queue", f"verdict: {ready.verdict.level.name}")
        outcome = hands.register().state.outcome
        if not isinstance(outcome, Queued):
            raise StepError(f"the region does not show a queue place: {outcome}")
        self._shoot("outcome-queued", f"{_code(outcome)}, and shows queue place {outcome.place.queue_position}")

    def _leave(self) -> None:
        hands = self._hands
        overview = hands.find(self._people["in-queue"].number)
        self._shoot("overview-queue", _listed(overview))
        _, place = overview.state.queue_places[0]
        hands.reach(f"leave-{place.facility.hsa_id}")
        hands.press("Enter")
        hands.check()
        self._shoot("check-leave", "the queue place is there to leave")
        outcome = hands.register().state.outcome
        if not isinstance(outcome, Confirmed) or outcome.shown is not None:
            raise StepError(f"the region still shows a queue place: {outcome}")
        self._shoot("outcome-left", f"{_code(outcome)}, and shows no queue place")

    def _doctor(self) -> None:
        hands = self._hands
        hands.find(self._people["in-queue"].number)
        hands.press("Ctrl+D")
        model = hands.page(DoctorsViewModel)
        hands.until(lambda: bool(model.state.rows), "waiting for doctors")
        self._shoot("doctors", f"{len(model.state.rows)} doctors can be chosen")
        current = model.state.listing.doctor
        place = next(n for n, one in enumerate(model.state.rows) if current is None or one.hsa_id != current.hsa_id)
        for _ in range(place + 1):
            hands.press("Down")
        hands.press("Enter")
        hands.check()
        self._shoot("check-doctor", "the listing is there to choose a doctor for")
        outcome = hands.register().state.outcome
        if not isinstance(outcome, Confirmed) or outcome.shown is None or outcome.shown.doctor is None:
            raise StepError(f"the region does not show the doctor: {outcome}")
        self._shoot("outcome-doctor", f"{_code(outcome)}, and shows {outcome.shown.doctor.name}")

    def _paper(self, name: str) -> None:
        model = self._hands.page(PaperViewModel)
        if isinstance(model.state.content, FormToSign):
            model.keep()
            self._hands.until(lambda: bool(model.state.number), "waiting for the form's case")
        self._hands.settle()
        page = self._hands.desk.window.page
        if not isinstance(page, PaperPage) or not page.save(self._pictures / f"{name}.pdf"):
            raise StepError(f"the {name} could not be saved")
        self._shoot(name, f"saved as {name}.pdf")

    def _shoot(self, name: str, said: str) -> None:
        self._number += 1
        self._hands.settle()
        file = self._pictures / f"{self._number:02d}-{name}.png"
        if not self._hands.desk.window.grab().save(str(file)):
            raise StepError(f"{file.name} could not be saved")
        print(f"{file.name}: {said}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Walk the tour; 0 when every step happened."""
    parser = argparse.ArgumentParser(prog="listningsluckan tour", description=__doc__)
    parser.add_argument("--pictures", type=Path, default=Path("pictures"), metavar="DIR")
    parser.add_argument("--language", choices=("sv", "en"), default="sv")
    parser.add_argument("--theme", choices=("light", "dark", "high-contrast"), default="light")
    parser.add_argument("--text-size", type=int, choices=range(100, 201), metavar="100-200", default=100)
    options = parser.parse_args(arguments)
    options.pictures.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["listningsluckan"])
    if not isinstance(app, QApplication):
        raise RuntimeError("another kind of Qt application is running")
    try:
        with small_region() as region:
            _walk(app, region, options)
    except (StepError, PracticeError) as error:
        print(f"The tour stopped: {error}", file=sys.stderr)
        return 1
    print(f"Every step happened. The pictures are in {options.pictures.resolve()}")
    return 0


def _walk(app: QApplication, region: PracticeRegion, options: argparse.Namespace) -> None:
    desk = Desk(region.profile(), region.platform, region.secrets(), region.folder, region.people, region.controls())
    try:
        desk.show(app, language=options.language, theme=Theme(options.theme), scale=options.text_size / 100)
        Tour(Hands(desk), region, options.pictures).walk()
    finally:
        desk.close()


def _listed(overview: OverviewViewModel) -> str:
    current = [item.facility.name for _, item in overview.state.current]
    queues = [f"{item.facility.name}, place {item.queue_position}" for _, item in overview.state.queue_places]
    return f"listed at {', '.join(current) or 'none shown'}; in queue: {', '.join(queues) or 'none shown'}"


def _code(outcome: Confirmed | Queued) -> str:
    return f"the region answered {outcome.reply.code}" if outcome.reply else "the region gave no answer"
