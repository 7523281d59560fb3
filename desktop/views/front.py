"""The window as it is painted first: one types in it at once, and what one asks for waits until the desk is there."""

from __future__ import annotations

from functools import partial

from desktop.views.header import Header
from desktop.views.parts import Environment, KeyButton
from desktop.views.search import SearchPage
from desktop.views.shell import Shell


class Front(Shell):
    """The search page with nothing behind it yet. `place` is what the foot says: where the desk is, and whose it is."""

    def __init__(self, environment: Environment, place: str, finds_names: bool, practises: bool) -> None:
        super().__init__(environment, Header(practises))
        self.search = SearchPage(finds_names)
        self.open(self.search)
        self.status.show_standing(place, "hospital")
        self._pressed: KeyButton | None = None
        for button in self.findChildren(KeyButton):
            button.clicked.connect(partial(self._keep, button))
        self.search.number.submitted.connect(lambda _: self._keep(self.search.search))
        self.search.number.edited.connect(lambda _: self._forget())

    def _keep(self, button: KeyButton, _: bool = False) -> None:
        self._pressed = button
        if button is self.search.search and self.search.number.text():
            self.search.waiting.start()

    def _forget(self) -> None:
        self._pressed = None
        self.search.waiting.stop()

    def press_what_was_pressed(self) -> None:
        """Once the buttons lead somewhere: the last that was pressed, Enter among them."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            pressed.click()
