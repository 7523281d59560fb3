"""Owns the scaffold of a page: heading, lead, a body that scrolls, and actions that are always in sight."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.views.look import look, scaled, spaced
from desktop.views.look.reading import Reading, bring
from desktop.views.look.tokens import MEASURE, WIDE, XL, XS, XXL, L, M, S

from .announcement import Introduced
from .band import Band
from .key_button import KeyButton
from .key_row import KeyRow
from .text import Text

_ROOM_TO_PIN: Final = 480
_ROOM_FOR_A_SLIM_BAND: Final = 240


class Page(Introduced):
    """``page = Page("Granska", "Läs igenom innan du registrerar."); page.add(card); page.add_actions(primary, back)``.

    ``page.pin(band)`` keeps whom the page is about above what scrolls. When shown, the page announces its heading and
    puts the focus on ``first``, or on the first thing that takes it below the band, or on the heading. Where the first
    notice in ``reads`` (or the heading, if that is what it is) does not fit beside it, the focus waits there.
    ``filling=True`` is for a page whose last part (a table) takes the height that is left instead of scrolling away.
    ``measure=WIDE`` is for a page of columns or rows, which may be wider than what is read line by line.
    """

    def __init__(
        self,
        heading: str,
        lead: str = "",
        filling: bool = False,
        parent: QWidget | None = None,
        measure: int = MEASURE,
    ) -> None:
        super().__init__(parent)
        self.first: QWidget | None = None
        self.reads: QWidget | None = None
        self._band: Band | None = None
        self._heading, self._lead = Text(heading, "heading"), Text(lead, "lead")
        self.setAccessibleName(heading)
        content = QWidget()
        content.setObjectName("page-content")
        self._body = QVBoxLayout(content)
        spaced(self._body, gap=L, across=XXL, down=XL)
        titles = QVBoxLayout()
        spaced(titles, gap=XS)
        titles.addWidget(self._heading)
        titles.addWidget(self._lead)
        self._body.addLayout(titles)
        self._measure = measure
        self._body.addStretch(0 if filling else 1)  # Takes what is left where no part does.
        self._scroll = QScrollArea()
        self._scroll.setViewport(QWidget())  # One of Qt's own PySide takes milliseconds to find the class of.
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scaled(content, lambda: content.setMaximumWidth(look().px(measure + 2 * XXL)))
        self._scroll.setWidget(content)
        self._reading = Reading(self._scroll)
        self._to_reveal: QWidget | None = None
        self._revealing = QTimer(self, singleShot=True, interval=0)
        self._revealing.timeout.connect(self._reveal)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal_again)
        self._pinned, self._indent = QVBoxLayout(), 0
        self._foot = QFrame()
        self._foot.setObjectName("action-row")
        self._foot.hide()
        self._actions = KeyRow(self._foot)
        spaced(self._actions, gap=M, across=XXL, down=S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pinned)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        scaled(self, self._keep_in_the_middle)

    def wait_at_heading(self, waits: bool) -> None:
        """While there is nothing to do yet, the focus is on the heading, where no key presses anything."""
        self._heading.setFocusPolicy(Qt.FocusPolicy.TabFocus if waits else Qt.FocusPolicy.NoFocus)
        if waits:
            self.first = self._heading
        elif self.first is self._heading:
            self.first = None

    def set_heading(self, heading: str, lead: str = "") -> None:
        """Change the heading and the lead."""
        self.setAccessibleName(heading)
        self._heading.show_text(heading)
        self._lead.show_text(lead)

    def pin(self, part: Band) -> None:
        """Put the person band above what scrolls: whom it is about stays in sight."""
        self._band = part
        self._pinned.addWidget(part)
        scaled(part, lambda: part.setMaximumWidth(look().px(self._measure)))
        scaled(part, self._pin_or_not)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._line_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_the_middle()
        self._pin_or_not()

    def _keep_in_the_middle(self) -> None:
        """Pages of either width begin in the same place, so that nothing jumps from one to the next."""
        room = self.width() - self._scroll.verticalScrollBar().sizeHint().width() - look().px(WIDE + 2 * XXL)
        self._indent = max(0, room // 2)
        self._scroll.setViewportMargins(self._indent, 0, 0, 0)
        self._foot.setContentsMargins(self._indent, 0, 0, 0)

    def _pin_or_not(self) -> None:
        """On a low page or with large text the band is slim; on a very low one it scrolls with the rest."""
        if self._band is None:
            return
        focused = self.focusWidget()
        self._band.set_slim(self.height() < look().px(_ROOM_TO_PIN))
        if self.height() >= look().px(_ROOM_FOR_A_SLIM_BAND):
            if self._pinned.indexOf(self._band) < 0:
                self._pinned.addWidget(self._band)
        elif self._body.indexOf(self._band) < 0:
            self._body.insertWidget(0, self._band)
        if focused is not None and self._band.isAncestorOf(focused) and not focused.hasFocus():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line_up()

    def _line_up(self) -> None:
        """Keep what is pinned as wide as what scrolls, with and without a scroll bar."""
        bar = self._scroll.verticalScrollBar()
        px = look().px
        taken = bar.sizeHint().width() if bar.maximum() else 0
        slim = self.height() < px(_ROOM_TO_PIN)
        above, below = (px(XS if slim else M), px(XS if slim else S)) if self._pinned.count() else (0, 0)
        self._pinned.setContentsMargins(self._indent + px(XXL), above, px(XXL) + taken, below)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a part below what is there."""
        place = self._body.count() - 1
        if isinstance(part, QLayout):
            self._body.insertLayout(place, part, stretch)
        else:
            self._body.insertWidget(place, part, stretch)

    def reveal(self, part: QWidget) -> None:
        """Scroll to what has just come, as far as what has the focus stays in sight, until it has been laid out."""
        self._reading.end()
        self._to_reveal = part
        self._revealing.start()

    def read_now(self) -> None:
        """What has just come in ``reads`` is read before work goes on, unless somebody is at work elsewhere."""
        self._reading.begin(self.reads, lambda: self.first)

    def _reveal(self) -> None:
        part = self._to_reveal
        if part is None or not isValid(part) or not part.isVisible():
            self._to_reveal = None
            return
        bring(self._scroll, part)
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, look().px(S))

    def _reveal_again(self) -> None:
        """A new layout takes more turns than one."""
        if self._to_reveal is not None:
            self._revealing.start()

    def add_actions(self, *buttons: KeyButton) -> None:
        """Add buttons to the row at the foot, the primary one first."""
        for button in buttons:
            self._actions.addWidget(button)
        self._foot.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.introduce(self._heading.text())
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        wanted = self.first is not None and self.first.isVisibleTo(self)
        target = self.first if wanted else self._first_focusable()
        if target is None:
            self._heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Nothing here is begun with.
            target = self._heading
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read_now()

    def _first_focusable(self) -> QWidget | None:
        """Not by nextInFocusChain: PySide makes each widget that it returns the property of the one that was asked."""
        in_band = set() if self._band is None else set(self._band.findChildren(QWidget))
        for one in self.findChildren(QWidget):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(self) and one not in in_band:
                return one
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll from wherever the focus is, so that text without controls can be read by keyboard."""
        bar, self._to_reveal = self._scroll.verticalScrollBar(), None
        if event.key() == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        elif not self._reading.pass_on(event):
            super().keyPressEvent(event)
