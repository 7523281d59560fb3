"""Owns ticks and options with a large target: the whole row is pressed, and its text wraps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QShortcutEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGroupBox, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.look import look, spaced
from desktop.views.look.tokens import RADIUS_CONTROL, XS, M, S

from .arrangement import Flow
from .text import Text

_BOX = 20
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic


class TickRow(QCheckBox):
    """A check box whose text wraps; ``framed`` draws the frame that marks something the person must decide."""

    def __init__(self, text: str, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._framed = framed
        self.setSizePolicy(_row_policy())

    def sizeHint(self) -> QSize:
        return _hint(self, self._framed)

    def minimumSizeHint(self) -> QSize:
        return _least(self, self._framed)

    def heightForWidth(self, width: int) -> int:
        return _height(self, width, self._framed)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def event(self, event: QEvent) -> bool:
        return _pressed_by_key(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.isAutoRepeat() and event.key() == Qt.Key.Key_Space):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _draw_row(self, painter, self._framed)
        ticked = self.isChecked()
        painter.setPen(QPen(look().color("primary" if ticked else "control"), look().px(2) if ticked else 1.5))
        painter.setBrush(look().color("primary" if ticked else "surface"))
        painter.drawRoundedRect(box, look().px(4), look().px(4))
        if ticked:
            pen = QPen(look().color("on_primary"), look().px(2.5))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            side = box.width()
            marks = ((0.24, 0.54), (0.43, 0.72), (0.78, 0.32))
            painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in marks]))


class OptionRow(QRadioButton):
    """A radio button whose text wraps and whose whole row is pressed."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(_row_policy())

    def sizeHint(self) -> QSize:
        return _hint(self, framed=False)

    def minimumSizeHint(self) -> QSize:
        return _least(self, framed=False)

    def heightForWidth(self, width: int) -> int:
        return _height(self, width, framed=False)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def event(self, event: QEvent) -> bool:
        return _pressed_by_key(self, event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _draw_row(self, painter, framed=False)
        ring = look().color("primary" if self.isChecked() else "control")
        painter.setPen(QPen(ring, look().px(2) if self.isChecked() else 1.5))
        painter.setBrush(look().color("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ring)
            inset = box.width() * 0.27
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


class OptionGroup(QGroupBox):
    """One of a few options, all visible: ``OptionGroup("Underlag", [("form", "Blankett"), ("phone", "Telefon")])``.

    ``chosen`` carries the key when the user picks another option; nothing is chosen from the start unless given.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[object, str]],
        current: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in options]
        column = QVBoxLayout(self)
        spaced(column, gap=S)
        column.addWidget(Text(label, "strong"))
        flow = Flow(gap=M)
        for number, (key, text) in enumerate(options):
            option = OptionRow(text)
            self._group.addButton(option, number)
            option.setChecked(key == current)
            flow.addWidget(option)
        column.addLayout(flow)
        self._group.buttonToggled.connect(self._lead_tab)
        self._lead_tab()
        self._group.idClicked.connect(self._choose)

    def _choose(self, number: int) -> None:
        """The option has the focus before anybody hears of it: an arrow key would move it only afterwards."""
        self._group.button(number).setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self._keys[number])

    def _lead_tab(self) -> None:
        """Tab goes to the chosen option, and the arrows to the others."""
        chosen = self._group.checkedButton()
        for option in self._group.buttons():
            tabbed = option is chosen or chosen is None
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tabbed else Qt.FocusPolicy.ClickFocus)

    def key(self) -> object:
        """The chosen key, or None."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else None

    def choose(self, key: object) -> None:
        """Choose without emitting ``chosen``; raises ValueError for an unknown key."""
        self._group.button(self._keys.index(key)).setChecked(True)


def _pressed_by_key(row: QCheckBox | QRadioButton, event: QEvent) -> bool:
    """Press at once on the row's Alt key: Qt's own press takes effect after 100 ms, and moves the focus."""
    if not isinstance(event, QShortcutEvent) or event.isAmbiguous() or not row.isEnabled():
        return False
    row.click()
    return True


def _row_policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _pad(framed: bool) -> int:
    return look().px(M if framed else 2)


def _around(framed: bool) -> int:
    return look().px(_BOX + S) + 2 * _pad(framed) + 2


def _hint(row: QCheckBox | QRadioButton, framed: bool) -> QSize:
    width = _around(framed) + row.fontMetrics().horizontalAdvance(row.text().replace("&", "")) + 2
    return QSize(width, _height(row, width, framed))


def _least(row: QCheckBox | QRadioButton, framed: bool) -> QSize:
    words = row.text().replace("&", "").split() or [""]
    width = _around(framed) + max(map(row.fontMetrics().horizontalAdvance, words)) + 2
    return QSize(width, _hint(row, framed).height())


def _height(row: QCheckBox | QRadioButton, width: int, framed: bool) -> int:
    room = QRect(0, 0, max(1, width - _around(framed)), 10_000)
    text = row.fontMetrics().boundingRect(room, _WRAP, row.text()).height()
    return max(text, look().px(_BOX)) + 2 * max(_pad(framed), look().px(XS))


def _draw_row(row: QCheckBox | QRadioButton, painter: QPainter, framed: bool) -> QRectF:
    """Draw the frame and the text; the rectangle for the mark comes back."""
    if framed:
        painter.setPen(QPen(look().color("primary" if row.isChecked() else "control"), 1))
        painter.setBrush(look().color("soft_primary" if row.isChecked() else "surface"))
        painter.drawRoundedRect(
            row.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), look().px(RADIUS_CONTROL), look().px(RADIUS_CONTROL)
        )
    elif row.underMouse() and row.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("soft_primary"))
        painter.drawRoundedRect(row.rect().toRectF(), look().px(RADIUS_CONTROL), look().px(RADIUS_CONTROL))
    side, pad = look().px(_BOX), _pad(framed) + 1
    painter.setPen(look().color("text" if row.isEnabled() else "disabled"))
    painter.drawText(
        row.rect().adjusted(pad + side + look().px(S), 0, -pad, 0),
        _WRAP | Qt.AlignmentFlag.AlignVCenter,
        row.text(),
    )
    line = row.fontMetrics().height()
    single = row.height() <= line + 2 * max(_pad(framed), look().px(XS)) + side - min(side, line)
    top = (row.height() - side) / 2 if single else max(_pad(framed), look().px(XS)) + (line - side) / 2
    return QRectF(pad, max(1.0, top), side, side).adjusted(1, 1, -1, -1)
