import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts import (
    Band,
    BandFace,
    Card,
    Columns,
    EnvironmentMark,
    KeyButton,
    KeyRow,
    Notice,
    NoticeKind,
    OptionGroup,
    Page,
    Skeleton,
    StatusLine,
    Text,
    TickRow,
)


def test_what_others_wrote_is_never_read_as_markup(qtbot: QtBot) -> None:
    label = Text("<b>Region</b> & <img src='http://example.test/x'>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(("kind", "interrupts"), [("ok", False), ("info", False), ("error", True), ("unclear", True)])
def test_a_notice_is_said_when_it_appears(
    qtbot: QtBot, heard: list[tuple[str, bool]], kind: NoticeKind, interrupts: bool
) -> None:
    notice = Notice(kind, "Rubrik.", "Text.", ("Regionens meddelande", "Välkommen."))
    qtbot.addWidget(notice)
    notice.show()
    assert heard == [("Rubrik. Text. Regionens meddelande Välkommen.", interrupts)]


def test_a_page_says_its_heading_and_puts_the_focus_first(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    page = Page("Granska", "Läs igenom.")
    first, second = TickRow("Första"), TickRow("Andra")
    page.add(first)
    page.add(second)
    page.add_actions(KeyButton("Registrera", look="primary"))
    pages = QStackedWidget()
    pages.addWidget(Page("Sök"))
    pages.addWidget(page)
    qtbot.addWidget(pages)
    pages.show()
    pages.activateWindow()
    qtbot.waitUntil(pages.isActiveWindow)
    pages.setCurrentWidget(page)
    assert first.hasFocus()
    pages.setCurrentIndex(0)
    page.first = second
    pages.setCurrentWidget(page)
    assert second.hasFocus()
    assert heard == [(text, False) for text in ("Sök", "Granska", "Sök", "Granska")]


def test_the_actions_stay_in_sight_when_the_body_is_long(qtbot: QtBot) -> None:
    page = Page("Lång sida")
    for number in range(60):
        page.add(Text(f"Rad {number}"))
    action = KeyButton("Registrera", look="primary")
    page.add_actions(action)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    bottom = action.mapTo(page, action.rect().bottomLeft()).y()
    assert action.mapTo(page, QPoint(0, 0)).y() > 0
    assert bottom < page.height()
    action.setFocus()
    before = action.visibleRegion().boundingRect()
    qtbot.keyClick(action, Qt.Key.Key_PageDown)
    assert action.visibleRegion().boundingRect() == before


def test_the_band_grows_slim_on_a_low_page_and_scrolls_with_the_rest_on_a_very_low_one(qtbot: QtBot) -> None:
    page, band = Page("Översikt"), Band("Invånare")
    band.show_person(BandFace("Tolvan Tolvansson", "19121212-1212"))
    page.pin(band)
    qtbot.addWidget(page)
    page.resize(800, 700)
    page.show()
    area = page.findChild(QScrollArea)
    assert not area.isAncestorOf(band)
    tall = band.height()
    page.resize(800, 300)
    assert not area.isAncestorOf(band)
    qtbot.waitUntil(lambda: band.height() < tall)
    page.resize(800, 200)
    assert area.isAncestorOf(band)
    page.resize(800, 700)
    assert not area.isAncestorOf(band)


def test_a_band_that_is_cleared_remembers_nobody(qtbot: QtBot) -> None:
    band = Band("Invånare")
    qtbot.addWidget(band)
    band.show_person(BandFace("Tolvan Tolvansson", "19121212-1212", ("113 år",), (("Folkbokförd", "ok", "check"),)))
    band.show()
    assert {"Tolvan Tolvansson", "19121212-1212", "Folkbokförd"} <= {
        label.text() for label in band.findChildren(QLabel)
    }
    band.clear()
    assert {label.text() for label in band.findChildren(QLabel)} == {""}


def test_a_cards_label_names_its_value(qtbot: QtBot) -> None:
    card = Card("Primärvård")
    value = card.row("Namn & ort", "Tisken, Falun")
    qtbot.addWidget(card)
    card.show()
    relations = QAccessible.queryAccessibleInterface(value).relations(QAccessible.RelationFlag.AllRelations)
    labels = [other.text(QAccessible.Text.Name) for other, _ in relations]
    assert labels == ["Namn & ort"]


def test_the_whole_tick_row_is_pressed(qtbot: QtBot) -> None:
    tick = TickRow("Invånaren har godkänt bytet.", framed=True)
    qtbot.addWidget(tick)
    tick.resize(600, tick.heightForWidth(600))
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(580, 8))
    assert tick.isChecked()
    assert QAccessible.queryAccessibleInterface(tick).role() is QAccessible.Role.CheckBox


def test_options_start_unchosen_and_tell_the_key(qtbot: QtBot) -> None:
    group = OptionGroup("Underlag", [("form", "Blankett"), ("phone", "Telefon")])
    qtbot.addWidget(group)
    group.show()
    assert group.key() is None
    group.choose("phone")
    assert group.key() == "phone"
    seen = QAccessible.queryAccessibleInterface(group)
    assert (seen.role(), seen.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Underlag")


def test_waiting_shows_nothing_then_lines_then_words(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    skeleton = Skeleton("Regionen svarar långsamt.", quiet_ms=30, words_ms=60)
    qtbot.addWidget(skeleton)
    skeleton.start()
    assert not skeleton.isVisible()
    skeleton.show()
    assert not skeleton.drawn
    qtbot.waitUntil(lambda: skeleton.drawn)
    assert heard == []
    qtbot.waitUntil(lambda: heard == [("Regionen svarar långsamt.", False)])
    skeleton.stop()
    assert not skeleton.isVisible()


def test_practice_and_production_cannot_be_mistaken(qtbot: QtBot) -> None:
    practice, production = EnvironmentMark("practice", "ÖVNINGSREGION"), EnvironmentMark("production", "")
    qtbot.addWidget(practice)
    qtbot.addWidget(production)
    practice.resize(800, practice.heightForWidth(800))
    practice.show()
    picture = practice.grab().toImage()
    row = {picture.pixelColor(x, picture.height() // 2).name() for x in range(200)}
    assert {"#ffd75e", "#1e2329"} <= row
    assert not production.isVisibleTo(None)


def test_the_status_line_says_what_was_done(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.show_standing("Region Dalarna ansluten")
    line.say("Utkast parkerat")
    assert heard == [("Utkast parkerat", False)]


def test_a_page_says_its_heading_before_what_is_in_it(qtbot: QtBot, heard: list[tuple[str, bool]]) -> None:
    page = Page("Så gick det")
    qtbot.addWidget(page)
    page.add(Notice("error", "Regionen säger nej."))
    page.show()
    assert heard == [("Så gick det", False), ("Regionen säger nej.", True)]
    page.add(Notice("ok", "Sparad."))
    qtbot.waitUntil(lambda: heard[2:] == [("Sparad.", False)])
    page.hide()
    page.show()
    assert [text for text, _ in heard[3:]] == ["Så gick det", "Regionen säger nej.", "Sparad."]


def test_a_row_puts_keys_below_words_then_gives_up_words_before_it_takes_a_second_line(qtbot: QtBot) -> None:
    window = QWidget()
    row = KeyRow(window)
    new, settings = (
        KeyButton("Ny invånare", key="F2", icon="user-round"),
        KeyButton("Inställningar", key="Ctrl+,", icon="settings", folds_words=True),
    )
    for button in (new, settings):
        row.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    drawn = []
    for width in (600, 310, 250):
        window.resize(width, 200)
        qtbot.waitUntil(lambda: window.rect().contains(settings.geometry()))
        assert new.y() == settings.y()
        assert new.height() == settings.height()
        drawn.append((new.width() > settings.width(), settings.toolTip(), *map(key_below, (new, settings))))
    assert drawn == [(False, "", False, False), (False, "", True, True), (True, "Inställningar", True, True)]
    assert QAccessible.queryAccessibleInterface(settings).text(QAccessible.Text.Name) == "Inställningar"
    settings.set_look("primary")
    qtbot.waitUntil(lambda: not settings.toolTip())
    assert new.y() < settings.y(), "what comes next is never an icon alone"


def key_below(button: KeyButton) -> bool:
    """Something is drawn at the button's foot, well within its edge."""
    picture = button.grab().toImage()
    foot = picture.height() - 9
    return len({picture.pixelColor(x, foot).name() for x in range(12, picture.width() - 12)}) > 2


def test_a_slim_band_says_what_the_page_does_with_the_person(qtbot: QtBot) -> None:
    band = Band("Invånare")
    qtbot.addWidget(band)
    band.show_person(BandFace("Tolvan Tolvansson", "19121212-1212"))
    band.show_matter("Byte: Tallbackens vårdcentral")
    band.show()
    (matter,) = (label for label in band.findChildren(QLabel) if label.text().startswith("Byte"))
    assert not matter.isVisible()
    band.set_slim(True)
    assert matter.isVisible()
    band.show_matter("")
    assert not matter.isVisible()


def test_a_wait_that_can_be_given_up_offers_so_with_the_words(qtbot: QtBot) -> None:
    button = KeyButton("Avbryt")
    skeleton = Skeleton("Regionen svarar långsamt.", quiet_ms=1, words_ms=20, button=button)
    qtbot.addWidget(skeleton)
    skeleton.start()
    skeleton.show()
    assert not button.isVisible()
    qtbot.waitUntil(button.isVisible)
    skeleton.stop()
    assert not button.isVisible()


def test_columns_stack_when_there_is_no_room(qtbot: QtBot) -> None:
    left, right = Card("Nu gäller"), Card("Gör")
    columns = Columns(left, right, stack_below=500)
    qtbot.addWidget(columns)
    columns.resize(800, 300)
    columns.show()
    assert left.y() == right.y()
    columns.resize(400, 300)
    qtbot.waitUntil(lambda: right.y() > left.geometry().bottom())
