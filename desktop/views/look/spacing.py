"""Owns keeping distances in step with the text size, in windows that are already open."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

from .theme import look


class _Follower(QObject):
    """Lives as long as its owner; Qt cuts the connection when the owner goes."""

    def __init__(self, owner: QObject, action: Callable[[], None]) -> None:
        super().__init__(owner)
        self._action = action
        look().changed.connect(self.follow)

    def follow(self) -> None:
        self._action()


def scaled(owner: QObject, action: Callable[[], None]) -> None:
    """Do the action now and after every change of theme or text size, as long as the owner lives."""
    action()
    _Follower(owner, action)


def spaced(layout: QLayout, gap: int = 0, across: int = 0, down: int = 0) -> None:
    """Set a layout's spacing and its margins (``across`` left and right, ``down`` top and bottom), in tokens."""

    def space() -> None:
        px = look().px
        layout.setSpacing(px(gap))
        layout.setContentsMargins(px(across), px(down), px(across), px(down))

    scaled(layout, space)
