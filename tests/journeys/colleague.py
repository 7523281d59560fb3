"""Owns the desk beside with its window: a real process where somebody works by keyboard, as the test tells them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from tests.faults.doomed_desk import Workplace
from tests.faults.test_killed import PROCESSES

_ANSWERS_IN = 60.0


class Colleague:
    """Does what `Onlooker` does, at the window beside; each deed is done when it returns, or fails as it would here."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._answer()

    def __getattr__(self, deed: str) -> Callable[..., None]:
        def does(*about: str) -> None:
            self._pipe.send((deed, about))
            self._answer()

        return does

    def _answer(self) -> None:
        assert self._pipe.poll(_ANSWERS_IN), "the window beside does not answer"
        failed = self._pipe.recv()
        assert not failed, f"beside: {failed}"


@contextmanager
def colleague_at(workplace: Workplace) -> Iterator[Colleague]:
    """Open the window beside, and kill it in the end."""
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_work, args=(workplace, there), daemon=True)
    process.start()
    there.close()
    try:
        yield Colleague(here)
    finally:
        process.kill()
        process.join()
        here.close()


def _work(workplace: Workplace, pipe: Connection) -> None:
    """Qt and the window are this process's alone: the one that it was forked from has none."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import Desk
    from desktop.hands import StepError
    from desktop.settings.secrets import FolderSecrets
    from desktop.views.look import Theme
    from tests.journeys.receptionist import Onlooker

    logging.disable(logging.CRITICAL)
    app = QApplication([])
    secrets = FolderSecrets(workplace.secrets)
    desk = Desk(workplace.profile, lambda: workplace.platform, secrets, workplace.folder)
    desk.show(app, language="sv", theme=Theme.LIGHT, scale=1.0)
    eyes = Onlooker(desk)
    eyes.until(lambda: desk.model.standing.may_register is not None, "opening the journal")
    pipe.send("")
    while True:
        while not pipe.poll(0.005):
            app.processEvents()
        deed, about = pipe.recv()
        try:
            getattr(eyes, deed)(*about)
            pipe.send("")
        except (AssertionError, StepError) as error:
            pipe.send(str(error))
