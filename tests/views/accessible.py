"""Looks a window over in the process: the accessibility tree, names, targets, the way of Tab, and clipped texts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from desktop.views.look.tokens import MIN_TARGET

_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def spoken(window: QWidget) -> str:
    """All that a screen reader can find in the window, hidden pages included."""
    return "\n".join(_spoken(QAccessible.queryAccessibleInterface(window)))


def _spoken(node: QAccessibleInterface) -> Iterator[str]:
    yield from (node.text(kind) for kind in _SPOKEN)
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid():
            yield from _spoken(child)


def complaints(window: QWidget) -> list[str]:
    """What is wrong with the window as it is shown, a line for each fault."""
    return [*_unnamed(window), *_small(window), *_clipped(window), *_scrolled_sideways(window), *_trapped(window)]


def focusable(window: QWidget) -> list[QWidget]:
    """What Tab should reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def name_of(widget: QWidget) -> str:
    """As a screen reader names it; a combo box says its value, so there the label is asked for (Qt on Linux)."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _unnamed(window: QWidget) -> Iterator[str]:
    for widget in focusable(window):
        if not name_of(widget).strip():
            yield f"{widget} has no name"


def _small(window: QWidget) -> Iterator[str]:
    for widget in focusable(window):
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
            if min(widget.width(), widget.height()) < MIN_TARGET:
                yield f"{name_of(widget)!r} is {widget.width()} x {widget.height()}"
            if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
                yield f"{name_of(widget)!r} is too low for its text"


def _clipped(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        widest = label.text().split() if label.wordWrap() else label.text().split("\n")
        if label.width() < max(map(label.fontMetrics().horizontalAdvance, widest), default=0):
            yield f"{label.text()!r} is cut at the side"
        if label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            yield f"{label.text()!r} is cut below"


def _scrolled_sideways(window: QWidget) -> Iterator[str]:
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"scrolls sideways by {area.horizontalScrollBar().maximum()} px"


def _trapped(window: QWidget) -> Iterator[str]:
    """Tab from where work begins meets every control once and comes round; of a group of options, one."""
    start = QApplication.focusWidget()
    if start is None:
        yield "nothing has the focus"
        return
    met = [start]
    for _ in range(len(focusable(window)) + 1):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None:
            yield "Tab leads nowhere"
            return
        if now is start:
            break
        if now in met:
            yield f"Tab goes in circles at {name_of(now)!r}"
            break
        met.append(now)
    else:
        yield "Tab does not come round"
    missed = [one for one in focusable(window) if one not in met and not _is_another_option(one)]
    yield from (f"Tab does not reach {name_of(one)!r}" for one in missed)


def _is_another_option(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()
