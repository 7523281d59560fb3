"""Owns the focus ring: a gap and a ring drawn outside whatever has the keyboard, in every theme."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFocusFrame, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from .reading import REACH, Reading, bring, room_below, whole_of
from .theme import look
from .tokens import FOCUS_GAP, FOCUS_RING, RADIUS_CONTROL

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
}


class FocusRing(QFocusFrame):
    """The ring lies in the nearest scroll viewport, so that it never covers what is outside of it.

    It is a QFocusFrame only because Qt leaves that class out of the accessibility tree.
    """

    def __init__(self, target: QWidget) -> None:
        ground = _ground(target)
        super().__init__(ground)
        self._target: QWidget | None = target
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)
        self._in_view, self._scrolled = True, False
        self._bar = _bar_of(ground)
        self._before = self._left_at = self._bar.value() if self._bar is not None else 0
        if self._bar is not None:
            self._bar.rangeChanged.connect(self._note_range)
        for widget in _chain(target, ground):
            widget.installEventFilter(self)
        self._relaid = QTimer(self, singleShot=True, interval=0)
        self._relaid.timeout.connect(self._return_to_view)
        look().changed.connect(self._relaid.start)
        self._relaid.start()
        self._place()

    def leave(self) -> None:
        """Take the ring away for good."""
        self._target = None
        self.hide()
        self.deleteLater()

    @staticmethod
    def follow(app: QApplication) -> None:
        """Draw a ring wherever the application's focus goes; a second call does nothing."""
        if app.property("focusRing") is None:
            keeper = _Keeper(app)
            app.setProperty("focusRing", keeper)
            app.focusChanged.connect(keeper.focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        row_may_have_moved = event.type() is QEvent.Type.Paint and watched is self.parentWidget()
        if event.type() in _MOVES or row_may_have_moved:
            self._soon.start()
        if event.type() is QEvent.Type.Move and isinstance(watched, QWidget):
            # Scrolling moves the content as a whole; anything else that moves is a page that was laid out anew.
            if watched.parentWidget() is self.parentWidget():
                self._scrolled = True
            elif self._in_view:
                self._relaid.start()
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget() and self._in_view:
            self._relaid.start()  # The viewport has less room, as when something is pinned above it.
        return False

    def _return_to_view(self) -> None:
        """After a new layout the target lies elsewhere; it is followed unless the user had scrolled away from it.

        What a passing layout had scrolled is taken back: no more is out of sight than the target needs.
        """
        if self._target is not None and isValid(self._target):
            bar = self._bar if self._bar is not None and isValid(self._bar) else None
            if bar is not None and bar.value() == self._left_at:
                bar.setValue(self._before)
            _scroll_into_view(self._target)
            self._left_at = bar.value() if bar is not None else 0
            self._scrolled = False

    def _note_range(self, _: int, most: int) -> None:
        """A page that has become shorter is scrolled less, by nobody."""
        self._left_at = min(self._left_at, most)

    def _place(self) -> None:
        target, ground = self._target, self.parentWidget()
        if target is None or ground is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        frame = _frame(target, ground)
        if frame.isEmpty():
            self.hide()
            return
        if self._scrolled:
            self._in_view = ground.rect().intersects(frame)
            self._scrolled = False
        if self.geometry() != frame:
            self.setGeometry(frame)
        if not self.isVisible():
            self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._stroke(painter, look().color("focus"), FOCUS_RING, 0)
        self._stroke(painter, look().color("focus_gap"), FOCUS_GAP, FOCUS_RING)

    def _stroke(self, painter: QPainter, color: QColor, width: int, inset: int) -> None:
        painter.setPen(QPen(color, width))
        edge = inset + width / 2
        radius = RADIUS_CONTROL + REACH - edge
        painter.drawRoundedRect(self.rect().toRectF().adjusted(edge, edge, -edge, -edge), radius, radius)


class _Keeper(QObject):
    """Has one ring at a time; a ring may also have gone away with the page that it was drawn on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: FocusRing | None = None

    def focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None if new is None else FocusRing(new)


def _ground(target: QWidget) -> QWidget:
    """Where the ring lies: a list's own viewport, else the nearest scroll viewport, else the window."""
    if isinstance(target, QAbstractItemView):
        return target.viewport()
    step = target
    while (parent := step.parentWidget()) is not None and not step.isWindow():
        if isinstance(parent, QScrollArea) and parent.viewport() is step:
            return step
        step = parent
    return step


def _bar_of(ground: QWidget) -> QScrollBar | None:
    """What scrolls the page that the ring lies on; a list scrolls by itself."""
    area = ground.parentWidget()
    return area.verticalScrollBar() if isinstance(area, QScrollArea) else None


def _chain(target: QWidget, ground: QWidget) -> list[QWidget]:
    """Every widget whose move or resize moves the ring, or what it lies on."""
    if isinstance(target, QAbstractItemView):
        return [target, ground, *_moved_by_a_layout(target)]
    chain, step = [target], target
    while step is not ground and (parent := step.parentWidget()) is not None:
        chain.append(parent)
        step = parent
    return chain


def _moved_by_a_layout(target: QWidget) -> Iterator[QWidget]:
    """What a list stands in, up to a page's content, which moves when somebody scrolls."""
    step = target.parentWidget()
    while step is not None and not step.isWindow() and (ground := step.parentWidget()) is not None:
        if isinstance(ground.parentWidget(), QScrollArea):
            return
        yield step
        step = ground


def _frame(target: QWidget, ground: QWidget) -> QRect:
    """The ring's outer edge in the ground's coordinates; around the current row in a list, else around the control."""
    if not isinstance(target, QAbstractItemView):
        corner = target.mapTo(ground, target.rect().topLeft())
        return QRect(corner, target.size()).adjusted(-REACH, -REACH, REACH, REACH)
    current = target.currentIndex()
    if not current.isValid():
        return ground.rect()
    row = target.visualRect(current)
    if target.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
        row.setLeft(0)
        row.setRight(ground.width() - 1)
    return row


def _scroll_into_view(target: QWidget) -> None:
    """A field comes with its label, and a button with the notice that it belongs to, where there is room for both.

    What a page has to be read for first is never scrolled away by it.
    """
    labelled, step = whole_of(target), target.parentWidget()
    below = room_below(labelled)
    while step is not None and not step.isWindow():
        if isinstance(step, QScrollArea):
            if below and (content := step.widget()) is not None:
                foot = labelled.mapTo(content, labelled.rect().bottomLeft())
                step.ensureVisible(foot.x(), foot.y() + below, 0, 0)
            reading = step.findChild(Reading, options=Qt.FindChildOption.FindDirectChildrenOnly)
            bring(step, labelled)
            bring(step, target)
            if reading is not None:
                reading.laid_out(target)
        step = step.parentWidget()
