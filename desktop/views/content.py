"""A place on a page whose content is built anew when the state changes; the focus stays where it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.views.look import look
from desktop.views.look.tokens import L


class Content(QWidget):
    """``content.show_parts(part, part)`` replaces what is there; the widget of the same object name keeps the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(L))

    def show_parts(self, *parts: QWidget) -> None:
        """Replace the content; an empty content takes no room."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for part in parts:
            self._column.addWidget(part)
        join_tab_order(self, self.findChildren(QWidget))
        self.setVisible(bool(parts))
        if name and (again := self.findChild(QWidget, name)) is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)


def join_tab_order(holder: QWidget, inside: Sequence[QWidget]) -> None:
    """Tab goes through what is inside where its holder stands; Qt puts what is added later after the whole window.

    Not by nextInFocusChain: PySide makes each widget that it returns the property of the one that was asked.
    """
    inside = [one for one in inside if one.window() is holder.window()]  # no drop-down's list
    held = [(one, one.focusPolicy(), one.focusProxy()) for one in (holder, *inside)]
    for one, _, proxy in held:  # Qt moves only what takes the focus itself, and a field must stay by its control
        if proxy is not None:
            one.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs leave out that None takes it away
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise((holder, *inside)):
        QWidget.setTabOrder(before, after)
    for one, policy, proxy in held:
        one.setFocusPolicy(policy)
        if proxy is not None:
            one.setFocusProxy(proxy)
