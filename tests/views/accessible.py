"""Looks a window over in the process: names, roles, labels, targets, the way of Tab, clipped texts, and contrast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from desktop.texts.keys import KEYS
from desktop.views.look.tokens import MIN_TARGET
from desktop.views.parts import KeyButton

_LEAST = 4.5
"""What text needs (WCAG 1.4.3); a blocked button's words too, for they are there to be read."""
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
    """What is wrong with the window as it is shown, a line for each fault; contrast is asked for by itself."""
    return [*_unnamed(window), *_unlabelled(window), *_keyed(window), *cramped(window), *_trapped(window)]


def cramped(window: QWidget) -> list[str]:
    """What a larger text or longer words have done to the window: too small, cut off, or scrolled sideways."""
    return [*_small(window), *_clipped(window), *_scrolled_sideways(window)]


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


def _unlabelled(window: QWidget) -> Iterator[str]:
    """Every control says what it is, every field has a label beside it, and a table says what its columns are."""
    labelled = {label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None}
    for widget in focusable(window):
        role = QAccessible.queryAccessibleInterface(widget).role()
        if role in (QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Border):
            yield f"{name_of(widget)!r} does not say what it is"
        if isinstance(widget, QLineEdit | QComboBox) and widget not in labelled:
            yield f"{name_of(widget)!r} has no label that can be seen"
        if isinstance(widget, QTableView):
            model = widget.model()
            heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
            if not all(heads):
                yield f"{name_of(widget)!r} has a column without a heading"


def _keyed(window: QWidget) -> Iterator[str]:
    """No key is AltGr in disguise, a bare letter, unknown to the help page, or two controls' Alt key at once."""
    for shortcut in window.findChildren(QShortcut):
        for key in QShortcut.keys(shortcut):
            written = key.toString(QKeySequence.SequenceFormat.PortableText)
            if "Ctrl+Alt" in written or (len(written) == 1 and written.isalnum()):
                yield f"{written} is a key that people type with"
    for button in window.findChildren(KeyButton):
        if button.isVisible() and button.key and button.key not in KEYS:
            yield f"{button.key} of {name_of(button)!r} is not on the help page"
    letters = Counter(
        QKeySequence.mnemonic(one.text()).toString()
        for one in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton))
        if one.isVisible() and (not isinstance(one, QLabel) or one.buddy() is not None)
    )
    yield from (f"{letter} belongs to {count} controls" for letter, count in letters.items() if letter and count > 1)


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

    for button in window.findChildren(QAbstractButton):
        words = button.text().replace("&", "")
        if not button.isVisible() or not words or words in button.toolTip():  # The tooltip has what is folded away.
            continue
        room = QRect(0, 0, button.width(), 10_000)
        if button.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() > button.height():
            yield f"{words!r} is cut below"


def _scrolled_sideways(window: QWidget) -> Iterator[str]:
    for area in (*window.findChildren(QScrollArea), *window.findChildren(QTableView)):
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
            way = " > ".join(name_of(one) or type(one).__name__ for one in met)
            yield f"Tab goes in circles: {way} > {name_of(now)}"
            break
        met.append(now)
    else:
        yield "Tab does not come round"
    missed = [one for one in focusable(window) if one not in met and not _is_another_option(one)]
    yield from (f"Tab does not reach {name_of(one)!r}" for one in missed)


def pale(window: QWidget) -> list[str]:
    """Texts and control edges that do not stand out from what they are drawn on, told from the pixels."""
    return list(_pale(window, window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)))


def _pale(window: QWidget, picture: QImage) -> Iterator[str]:
    ratio = picture.devicePixelRatio()
    for widget in window.findChildren(QWidget):
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
        seen = widget.visibleRegion().boundingRect()
        if not text.strip() or seen.isEmpty() or not widget.isVisible():
            continue
        if isinstance(widget, QLineEdit):
            seen = seen.marginsRemoved(QMargins(6, 6, 6, 6))
        if seen.height() < widget.fontMetrics().height() or seen.width() < MIN_TARGET:
            continue  # Scrolled nearly out of sight.
        corner = widget.mapTo(window, seen.topLeft()) * ratio
        found = _contrast_in(picture.copy(QRect(corner, seen.size() * ratio)))
        if found < _LEAST:
            yield f"{text!r} has contrast {found:.1f}"


def _contrast_in(part: QImage) -> float:
    """The ground is what there is most of; the ink is what differs most from it."""
    counts = Counter(memoryview(part.constBits()).cast("I"))
    ground = counts.most_common(1)[0][0]
    return max(_contrast(ground, ink) for ink in counts)


@cache
def _contrast(one: int, other: int) -> float:
    """WCAG 2.2, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(pixel: int) -> float:
    channels = [(pixel >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _is_another_option(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()
