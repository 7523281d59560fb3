"""Owns the labelled field: label above, help, and the error in words below, tied together for screen readers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.look import IconView, look, numerals, pixmap, scaled, spaced
from desktop.views.look.reading import SHOWN_WHOLE
from desktop.views.look.tokens import CONTROL_HEIGHT, XL, XS, S

from .announcement import announce
from .text import Text, restyle

TAKES_SCANS = "takesScans"
"""Property of a line edit that wants a scanner's digits itself."""


class Field(QWidget):
    """Any control with a label (``&`` marks the Alt key), help and an error; ``control`` is what has the focus."""

    def __init__(self, label: str, control: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._help_text = help_text
        caption = Text(label, "strong")
        caption.setBuddy(control)
        self._error_row: QWidget | None = None
        self._error = Text(tone="error", role="strong", parent=self)
        self._column = column = QVBoxLayout(self)
        spaced(column, gap=S)
        titles = QVBoxLayout()
        spaced(titles, gap=XS // 2)
        titles.addWidget(caption)
        self._help = Text(help_text, "small") if help_text else None
        if self._help is not None:
            titles.addWidget(self._help)
        column.addLayout(titles)
        column.addWidget(control)
        control.setAccessibleName(label.replace("&", ""))
        control.setAccessibleDescription(help_text)
        scaled(control, lambda: control.setMinimumHeight(look().px(CONTROL_HEIGHT)))
        self.setFocusProxy(control)
        self.setProperty(SHOWN_WHOLE, True)

    def fold_help(self, folded: bool) -> None:
        """Take the help away where the page is low; a screen reader still says it."""
        if self._help is not None:
            self._help.setVisible(not folded)

    def put_label_beside(self, beside: bool) -> None:
        """Beside the control instead of above it, where the page is low."""
        self._column.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def set_error(self, text: str) -> None:
        """Show and announce what is wrong and how to mend it; an empty text takes it away (EN 301 549 11.3.3)."""
        changed = text != self._error.text()
        if text and self._error_row is None:
            self._error_row = self._made_error_row()
        self._error.show_text(text)
        if self._error_row is not None:
            self._error_row.setVisible(bool(text))
        self.control.setAccessibleDescription(" ".join(part for part in (text, self._help_text) if part))
        restyle(self.control, invalid=bool(text))
        if text and changed:
            announce(self.control, text, assertive=True)

    def _made_error_row(self) -> QWidget:
        """Most fields never need one."""
        line = QWidget()
        row = QHBoxLayout(line)
        spaced(row, gap=XS, down=XS // 2)
        row.addWidget(IconView("circle-alert", "error", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        self._column.addWidget(line)
        return line

    @property
    def error(self) -> str:
        """The error that is shown, or an empty text."""
        return self._error.text()


class TextField(Field):
    """A line of text. ``submitted`` on Enter, ``edited`` on every change by the user.

    ``digits`` aligns numbers; ``letters`` is how many the line has room for, 0 for the whole width.
    """

    submitted = Signal(str)
    edited = Signal(str)

    def __init__(
        self,
        label: str,
        help_text: str = "",
        placeholder: str = "",
        digits: bool = False,
        letters: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(label, self.edit, help_text, parent)
        self.edit.setPlaceholderText(placeholder)
        if digits:
            self.edit.setFont(numerals(self.edit.font()))
        if letters:
            scaled(self.edit, partial(_room_for, self.edit, letters))
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(lambda: self.submitted.emit(self.edit.text()))

    def text(self) -> str:
        """What is in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Replace the content without emitting ``edited``; the same content leaves the cursor where it is."""
        if text != self.edit.text():
            self.edit.setText(text)


def _room_for(edit: QLineEdit, letters: int) -> None:
    edit.ensurePolished()
    edit.setMaximumWidth(edit.fontMetrics().horizontalAdvance("M") * letters + look().px(XL))


class ChoiceField(Field):
    """One of a few named choices; ``chosen`` carries the key. The wheel never changes it by accident.

    With ``settles`` nothing is chosen on the way to a choice: arrows and letters open the list, and Enter chooses.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[object, str]] = (),
        help_text: str = "",
        parent: QWidget | None = None,
        settles: bool = False,
    ) -> None:
        self.box = _Settling() if settles else DropDown()
        super().__init__(label, self.box, help_text, parent)
        self.set_options(options)
        self.box.activated.connect(lambda index: self.chosen.emit(self.box.itemData(index)))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Replace the choices, (key, text) each; keeps the chosen key when it is still there."""
        kept = self.key()
        self.box.clear()
        for key, text in options:
            self.box.addItem(text, key)
        self.choose(kept)

    def key(self) -> object:
        """The chosen key, or None when there are no choices."""
        return self.box.currentData()

    def choose(self, key: object) -> None:
        """Choose without emitting ``chosen``; an unknown key leaves the first choice."""
        index = next((i for i in range(self.box.count()) if self.box.itemData(i) == key), 0)
        self.box.setCurrentIndex(index)


class DropDown(QComboBox):
    """Qt's combo box with our chevron, in the theme's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setView(_Options(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().minimumSizeHint().width(), look().px(120)), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if look().native:
            return
        side = look().px(18)
        painter = QPainter(self)
        x = self.width() - side - look().px(8)
        painter.drawPixmap(
            x, (self.height() - side) // 2, pixmap("chevron-down", "text", side, self.devicePixelRatioF())
        )


class _Settling(DropDown):
    """Keys that would go through the choices one by one open the list instead."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text() if event.text().isalpha() else ""  # A scanner's digits are none.
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if held or not (event.key() in _STEPS or letter):
            super().keyPressEvent(event)
            return
        self.showPopup()
        self.view().setCurrentIndex(self.model().index(self.currentIndex(), 0))  # Not where it was left last.
        if letter:
            self.view().keyboardSearch(letter)


_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class _Options(QListView):
    """Letters find a choice by the beginning of any of its words, so that `g` is enough for `Region Gävleborg`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        pause = not self._since.isValid() or self._since.elapsed() > QApplication.keyboardInputInterval()
        self._typed = search if pause else self._typed + search
        self._since.start()
        model, start = self.model(), self.currentIndex().row()
        again = len(set(self._typed)) == 1  # The same letter goes on to the next one, as in every list.
        rows = [(start + step) % model.rowCount() for step in range(1 if again else 0, model.rowCount() + 1)]
        found = self._first(rows, self._typed[0] if again else self._typed)
        if found is not None:
            self.setCurrentIndex(model.index(found, 0))

    def _first(self, rows: list[int], typed: str) -> int | None:
        texts = {row: str(self.model().index(row, 0).data()).casefold() for row in rows}
        begins = (row for row in rows if texts[row].startswith(typed.casefold()))
        has_word = (row for row in rows if any(word.startswith(typed.casefold()) for word in texts[row].split()))
        return next(begins, next(has_word, None))
