"""Words that do not fit beside the control that work begins with."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.content import Content
from desktop.views.look.reading import READ_FIRST, Reading
from desktop.views.parts import KeyButton, Notice, Page, Text, TickRow


@dataclass(frozen=True)
class Shown:
    page: Page
    said: Content
    notice: Notice
    between: QWidget
    first: QAbstractButton

    @property
    def scrolled(self) -> int:
        """How far, in pixels."""
        return self.page._scroll.verticalScrollBar().value()


def shown(qtbot: QtBot, between: int, lines: int = 1, button: KeyButton | None = None) -> Shown:
    """A page with a warning, so much room, and a tick or a button that the work begins with."""
    notice = Notice("warning", "Full enligt regionen.", "\n".join(["Undantag kan finnas."] * lines))
    room, first, other = QWidget(), button or TickRow("Invånaren har godkänt."), TickRow("Något annat.")
    room.setMinimumHeight(between)
    page = Page("Kontroll")
    said = Content()
    said.show_parts(notice)
    for part in (said, room, first, other):
        page.add(part)
    page.first = first
    page.reads = said
    page.add_actions(KeyButton("Registrera"))
    page.resize(500, 400)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return Shown(page, said, notice, room, first)


def is_at_words(on: Shown) -> bool:
    focused = on.page.focusWidget()
    return focused is not None and on.notice.isAncestorOf(focused)


def settle(qtbot: QtBot) -> None:
    """Let layouts that were asked for happen, and what waits for them."""
    for _ in range(5):
        qtbot.wait(1)


def test_what_fits_beside_the_words_has_the_focus(qtbot: QtBot) -> None:
    on = shown(qtbot, between=20)
    settle(qtbot)
    assert on.first.hasFocus()
    on.between.setMinimumHeight(1000)
    qtbot.waitUntil(lambda: is_at_words(on))
    qtbot.waitUntil(lambda: on.scrolled > 0)
    on.between.setMinimumHeight(100)
    qtbot.waitUntil(on.first.hasFocus)
    qtbot.waitUntil(lambda: on.scrolled == 0)


def test_space_reads_on_to_the_end_before_it_ticks(qtbot: QtBot) -> None:
    on = shown(qtbot, between=1000, lines=60)
    qtbot.waitUntil(lambda: is_at_words(on))
    settle(qtbot)
    spaces = 0
    while not on.first.isChecked():
        where = on.scrolled
        qtbot.keyClick(on.page.focusWidget(), Qt.Key.Key_Space)
        settle(qtbot)
        spaces += 1
        assert on.first.isChecked() or where < on.scrolled
    assert spaces > 2
    assert on.first.hasFocus()


def test_words_that_are_built_anew_are_waited_at_and_met_by_tab_as_the_old_ones_were(qtbot: QtBot) -> None:
    on = shown(qtbot, between=1000)
    qtbot.waitUntil(lambda: is_at_words(on))
    newer = Notice("warning", "Hämtat kl. 10.")
    on.said.show_parts(newer)
    on.page.read_now()
    title = newer.findChild(Text, READ_FIRST)
    on.page.findChild(Reading).laid_out(title)  # Before the page has weighed what came.
    qtbot.waitUntil(title.hasFocus)
    qtbot.waitUntil(lambda: bool(title.focusPolicy() & Qt.FocusPolicy.TabFocus))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_button_out_of_sight_is_not_pressed(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = KeyButton("Lista här", on_click=lambda: pressed.append(True))
    on = shown(qtbot, between=1000, button=button)
    qtbot.waitUntil(lambda: is_at_words(on))
    qtbot.keyClick(on.page.focusWidget(), key)
    assert button.hasFocus()
    assert not pressed
    qtbot.keyClick(button, key)
    assert pressed


def test_whoever_has_gone_on_is_not_called_back(qtbot: QtBot) -> None:
    on = shown(qtbot, between=20)
    qtbot.waitUntil(on.first.hasFocus)
    qtbot.keyClick(on.first, Qt.Key.Key_Space)
    on.between.setMinimumHeight(1000)
    settle(qtbot)
    assert on.first.isChecked()
    assert on.first.hasFocus()


def test_what_is_read_stays_in_sight_beside_the_focus(qtbot: QtBot) -> None:
    on = shown(qtbot, between=180)
    qtbot.waitUntil(on.first.hasFocus)
    qtbot.waitUntil(lambda: on.notice.visibleRegion().boundingRect().height() == on.notice.height())
    assert on.scrolled > 0, "the heading gave way"
    assert on.first.visibleRegion().boundingRect().height() == on.first.height()
