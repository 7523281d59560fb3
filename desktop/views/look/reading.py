"""Owns what is read before the work begins: a verdict or a warning stays in sight when large text leaves little room.

A page begins at the control that work begins with. Where that control and what is to be read do not fit on the screen
together, the eye wins: the focus waits at the words, and the next key goes on to the control.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from .theme import look
from .tokens import FOCUS_GAP, FOCUS_RING

SHOWN_WHOLE = "shownWhole"
"""Property of a widget that is scrolled into view as a whole when the control in it has the focus."""
SHOWN_BELOW = "shownBelow"
"""Property of a field: how far below it, in look units, belongs in sight with it."""
READ_FIRST = "read-first"
"""Object name of the words that the focus waits at."""
REACH = FOCUS_GAP + FOCUS_RING
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def whole_of(target: QWidget) -> QWidget:
    """What is scrolled into view with a widget: a field with its label, a heading with its notice."""
    whole: QWidget | None = target
    while whole is not None and not whole.property(SHOWN_WHOLE):
        whole = whole.parentWidget()
        if isinstance(whole, QScrollArea):
            break
    return target if whole is None or isinstance(whole, QScrollArea) else whole


def room_below(whole: QWidget) -> int:
    """How far below it belongs in sight with it, in pixels."""
    below = whole.property(SHOWN_BELOW)
    return look().px(below) if isinstance(below, int) else 0


def bring(area: QScrollArea, widget: QWidget) -> None:
    """Scroll no more than is needed; what is higher than the page begins at the top of it, also a list, unless
    its marked row is further down.
    """
    content = area.widget()
    if content is None:
        return
    if isinstance(widget, QAbstractItemView):
        begins = widget.mapTo(content, QPoint()).y()
        for down in (min(widget.height(), area.viewport().height() - 2 * REACH), 0):
            area.ensureVisible(0, begins + down, 0, REACH)
        area.ensureWidgetVisible(widget, 2 * REACH, 2 * REACH)
        return
    for corner in (widget.rect().bottomLeft(), widget.rect().topLeft()):  # Of a field Qt would show the cursor alone.
        place = widget.mapTo(content, corner)
        area.ensureVisible(place.x(), place.y(), 2 * REACH, 2 * REACH)


def _is_meant_for_a_control(event: QKeyEvent) -> bool:
    said = event.key() in _ENTER or (bool(event.text()) and event.text().isprintable())
    return said and not event.modifiers() & _HELD and not event.isAutoRepeat()


class Reading(QObject):
    """Lives on the scroll area of a page. ``begin(place, first)`` holds until somebody does something.

    ``place`` is where what is read first stands: words, or what has some of the name READ_FIRST in it. ``first`` says
    which control the work begins with; it is asked anew, for it may become another one.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._place: QWidget | None = None
        self._first: Callable[[], QWidget | None] = lambda: None
        self._holds = self._waits = False
        self._begun_at = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._weigh)
        area.verticalScrollBar().rangeChanged.connect(self._again)
        area.verticalScrollBar().actionTriggered.connect(self.end)

    def begin(self, place: QWidget | None, first: Callable[[], QWidget | None]) -> None:
        """What stands in ``place`` is to be read now, before the work goes on."""
        self._place, self._first, self._waits = place, first, False
        self._holds = place is not None
        self._begun_at = self._area.verticalScrollBar().value()
        self._again()

    def end(self) -> None:
        """Somebody has gone on: from now on the page follows the focus alone."""
        self._holds = False

    def laid_out(self, focused: QWidget) -> None:
        """What has the focus has been scrolled into view, as after a new layout: what is read first stays so too."""
        self._show_beside(focused)
        self._again()

    def _show_beside(self, focused: QWidget) -> None:
        """Unless somebody has gone on to something else."""
        words = self._words() if self._holds else None
        if words is None or not self._goes_on_from(words, focused):
            return
        part, room = self._least(words), self._area.viewport().height()
        if not self._waits and part.height() <= room:
            self._area.ensureWidgetVisible(part, 0, 0)
        elif (content := self._area.widget()) is not None:
            self._area.verticalScrollBar().setValue(part.mapTo(content, QPoint()).y() - 2 * REACH)

    def _goes_on_from(self, words: QWidget, focused: QWidget | None) -> bool:
        """Whether nobody has gone on: the focus is at the words, which may be new ones, or still where work begins."""
        if focused is words:
            self._waits = True
        elif self._waits or focused is not self._control():
            self.end()
        return self._holds

    def _least(self, words: QWidget) -> QWidget:
        """All that belongs to the words, unless the work begins with a button among it: then from the words on."""
        whole, first = whole_of(words), self._control()
        return words if first is not None and not self._waits and whole.isAncestorOf(first) else whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._again()
        elif watched is self._control() and event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.end()
        return False

    def pass_on(self, event: QKeyEvent) -> bool:
        """A key at the words: Space reads on to their end, then what is typed or ticked reaches the control.

        A button is never pressed from here, nor is Enter: they go to the control, and act when they are pressed there.
        """
        words, first, key = self._words(), self._control(), event.key()
        if words is None or first is None or not words.hasFocus() or not _is_meant_for_a_control(event):
            return False
        self.end()
        bar = self._area.verticalScrollBar()
        if left := self._unread(whole_of(words)) if key == Qt.Key.Key_Space else 0:
            bar.setValue(bar.value() + left)
            return True
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit) and key not in _ENTER:
            first.insert(event.text())  # Not as an event: what listens for a scanner has seen this key.
        elif isinstance(first, QAbstractButton) and first.isCheckable() and key == Qt.Key.Key_Space:
            first.click()
        return True

    def _again(self) -> None:
        if self._holds:
            self._soon.start()

    def _words(self) -> QWidget | None:
        """The words to wait at, if they are there."""
        place = self._place
        if place is None or not isValid(place) or not place.isVisible():
            return None
        return place if isinstance(place, QLabel) else place.findChild(QLabel, READ_FIRST)

    def _control(self) -> QWidget | None:
        first = self._first()
        return first if first is not None and isValid(first) else None

    def _weigh(self) -> None:
        words, first, focused = self._words(), self._control(), self._area.window().focusWidget()
        if not self._holds or words is None:
            return
        if not self._goes_on_from(words, focused):
            return
        together = first is not None and self._fits(self._least(words), first)
        self._waits = not together
        target = first if together and first is not None else words
        words.setFocusPolicy(Qt.FocusPolicy.NoFocus if together else Qt.FocusPolicy.TabFocus)
        if target is not focused or not self._area.isAncestorOf(target):
            self._area.verticalScrollBar().setValue(self._begun_at)  # What a passing layout scrolled is taken back.
        if target is not focused:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        for one in (first, whole_of(words)):
            if one is not None:
                one.installEventFilter(self)
        self._show_beside(target)

    def _fits(self, read: QWidget, first: QWidget) -> bool:
        """Whether both can be seen at once; what is at the foot of the page always is."""
        content = self._area.widget()
        if content is None or not content.isAncestorOf(first):
            return True
        parts = (read, first if whole_of(first).isAncestorOf(read) else whole_of(first))
        top = min(part.mapTo(content, QPoint()).y() for part in parts)
        foot = max(part.mapTo(content, QPoint()).y() + part.height() + room_below(part) for part in parts)
        return foot - top + REACH <= self._area.viewport().height()

    def _unread(self, whole: QWidget) -> int:
        """How far the words go on below the page, up to a page of them, in pixels."""
        room = self._area.viewport().height()
        foot = whole.mapTo(self._area.viewport(), QPoint(0, whole.height())).y() + REACH
        return max(0, min(foot - room, room - 4 * REACH))
