"""Help and settings over whatever is open: what matters here first, nothing lost beneath, and kept until next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.registration import Consent
from desktop.settings.user import UserSettings, read_user, write_user
from desktop.texts.keys import KEYS
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.viewmodels.support import Failure
from desktop.views.command_box import CommandBox
from desktop.views.dialogue import HelpOver
from desktop.views.failure import FailureDialog
from desktop.views.first_tour import FirstTour
from desktop.views.licences import LicencesDialog
from desktop.views.look import Theme, look
from desktop.views.parts import Prose
from desktop.views.parts.field import DropDown
from tests.journeys.opened import OpenDesk
from tests.journeys.receptionist import Receptionist, text_of


def text(desk: Receptionist) -> str:
    """The help text that is read."""
    return desk.desk.window.page.findChild(Prose).toPlainText()


def test_f1_over_a_refusal_explains_that_refusal_and_leads_back_to_it(receptionist: Receptionist) -> None:
    receptionist.open("cap-reached")
    receptionist.press("Ctrl+L")
    receptionist.register()
    receptionist.sees("Inga byten kvar just nu")
    receptionist.press("F1")
    receptionist.page(HelpViewModel)
    assert text(receptionist).startswith("Byten kvar")
    receptionist.press("Esc")
    receptionist.sees("Så gick det", "Inga byten kvar just nu")


def test_help_over_a_check_is_searched_and_read_by_keyboard_and_the_check_is_as_it_was(
    receptionist: Receptionist,
) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("Space", "F1")
    receptionist.page(HelpViewModel)
    receptionist.write("vp007")
    assert text(receptionist).startswith("Det som inte är överenskommet")
    receptionist.press("Enter")
    assert isinstance(receptionist.focus, Prose)
    receptionist.press("Esc")
    check = receptionist.page(CheckViewModel).state
    assert isinstance(check, Ready)
    assert check.ticked == {Consent.APPROVED}


def test_a_scan_over_help_lets_go_of_nothing_half_done(receptionist: Receptionist) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.press("F1")
    receptionist.page(HelpViewModel)
    receptionist.desk.model.scan(receptionist.region.number("never-listed"))
    receptionist.sees("Ett nummer är skannat och väntar.")
    receptionist.press("Esc")
    receptionist.page(CheckViewModel)


def test_every_key_stands_on_the_help_page(receptionist: Receptionist) -> None:
    receptionist.press("F1")
    receptionist.write("tangenter")
    assert all(key in text(receptionist) for key in KEYS)
    assert "Ctrl+Alt" not in text(receptionist)


def test_language_colours_and_text_size_take_effect_at_once_and_are_kept(open_desk: OpenDesk, tmp_path: Path) -> None:
    morning = open_desk()
    morning.press("Ctrl+,")
    morning.page(SettingsViewModel)
    assert morning.focus.objectName() == "language-sv"
    morning.press("Right")
    morning.sees("Settings", "Text size", "High contrast")
    assert morning.focus.objectName() == "language-en"
    morning.reach("theme-light")
    morning.press("Right")
    assert look().theme is Theme.DARK
    morning.reach("text-size-100")
    morning.press("Right", "Right")
    assert look().scale == 1.5
    morning.press("Esc")
    morning.page(SearchViewModel)
    morning.press("Ctrl+-")
    assert look().scale == 1.25
    morning.desk.close()
    kept = read_user(tmp_path / "own.json")
    assert (kept.language, kept.theme, kept.text_size) == ("en", "dark", 125)


def test_settings_tell_what_it_has_set_and_where_to_look(receptionist: Receptionist) -> None:
    receptionist.until(lambda: receptionist.desk.model.standing.certificate is not None, "the certificate")
    receptionist.press("Ctrl+,")
    receptionist.sees("Region Dalarna", "Tallbackens vårdcentral", "Certifikat", "Gäller från", "Apache-2.0")
    receptionist.sees("Anslutningskontroll", "Version")


def test_settings_that_cannot_be_kept_say_so(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    (tmp_path / "own.json").mkdir()
    desk.press("Ctrl+,", "Right")
    desk.sees("The settings could not be saved.")


def test_the_window_comes_back_onto_a_screen_that_exists(open_desk: OpenDesk, tmp_path: Path) -> None:
    far = QWidget()
    far.setGeometry(QRect(9000, 7000, 900, 600))
    assert write_user(tmp_path / "own.json", UserSettings(window=far.saveGeometry().toBase64().toStdString()))
    desk = open_desk()
    assert desk.desk.window.width() <= 900
    assert any(one.geometry().intersects(desk.desk.window.frameGeometry()) for one in QGuiApplication.screens())


@pytest.mark.parametrize("key", ["F1", "Ctrl+,"])
def test_nothing_covers_a_message_that_must_be_read(receptionist: Receptionist, key: str) -> None:
    receptionist.open("adult-home")
    receptionist.press("Ctrl+B")
    receptionist.write("mellan")
    receptionist.until(lambda: "1 av" in receptionist.screen(), "one care centre")
    receptionist.press("Enter")
    receptionist.register()
    receptionist.press(key)
    receptionist.sees("Läs regionens meddelande först, och tryck på ”Jag har läst”.")


@pytest.mark.parametrize("key", ["F1", "Ctrl+,", "Ctrl+Shift+P"])
def test_half_a_number_is_still_there_after_a_look_aside(receptionist: Receptionist, key: str) -> None:
    receptionist.write("19850117")
    receptionist.press(key)
    receptionist.settle()
    receptionist.press("Esc")
    receptionist.page(SearchViewModel)
    receptionist.settle()
    receptionist.write("23")
    assert text_of(receptionist.focus) == "1985011723"


def test_half_a_number_is_not_left_to_the_next_citizen(receptionist: Receptionist) -> None:
    receptionist.write("19850117")
    receptionist.press("F2", "F1", "Esc")
    receptionist.page(SearchViewModel)
    assert receptionist.desk.model.search.typed == ""
    receptionist.open("adult-home")
    assert receptionist.desk.model.search.typed == ""


def test_help_and_text_size_over_a_dialogue_leave_it_as_it_was(receptionist: Receptionist) -> None:
    window = receptionist.desk.window
    receptionist.write("19850117")
    receptionist.press("Ctrl+Shift+P")
    receptionist.sees("Vad vill du göra?")
    receptionist.write("kontrast")
    small = window.findChild(CommandBox).size()
    receptionist.press("Ctrl++", "Ctrl++")
    assert look().scale == 1.5
    assert window.findChild(CommandBox).height() > small.height()
    receptionist.press("Ctrl+-")
    assert receptionist.desk.model.own.settings.text_size == 125
    receptionist.press("Ctrl+0")
    assert look().scale == 1.0
    receptionist.press("F1")
    receptionist.until(lambda: window.findChild(HelpOver) is not None, "help over the box")
    receptionist.settle()
    assert "Ctrl+Shift+P" in window.findChild(HelpOver).findChild(Prose).toPlainText()
    receptionist.write("vp007")
    assert window.findChild(HelpOver).findChild(Prose).toPlainText().startswith("Det som inte är överenskommet")
    receptionist.press("Esc")
    receptionist.until(lambda: window.findChild(HelpOver) is None, "the help to be gone")
    receptionist.settle()
    assert text_of(receptionist.focus) == "kontrast"
    receptionist.press("Esc")
    receptionist.settle()
    assert text_of(receptionist.focus) == "19850117"


def test_why_a_protected_person_is_shown_is_explained_where_it_is_asked(receptionist: Receptionist) -> None:
    receptionist.open("protected-marked")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.press("F1")
    receptionist.until(lambda: receptionist.desk.window.findChild(HelpOver) is not None, "help over the question")
    receptionist.settle()
    over = receptionist.desk.window.findChild(HelpOver)
    assert over.findChild(Prose).toPlainText().startswith("Skyddade personuppgifter")
    receptionist.press("Esc")
    receptionist.until(lambda: receptionist.desk.window.findChild(HelpOver) is None, "the help to be gone")
    receptionist.settle()
    assert receptionist.focus.objectName() == "reason-0"


def test_the_licences_are_read_in_the_program(receptionist: Receptionist) -> None:
    receptionist.press("Ctrl+,")
    receptionist.page(SettingsViewModel)
    receptionist.reach("licences")
    receptionist.press("Enter")
    receptionist.settle()
    dialogue = receptionist.desk.window.findChild(LicencesDialog)
    read = {}
    box = dialogue.findChild(DropDown)
    for place in range(box.count()):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        read[box.itemText(place)] = dialogue.findChild(Prose).toPlainText()
    assert "Apache License" in read["Listningsluckan (Apache-2.0)"]
    assert "SIL OPEN FONT LICENSE" in read["Inter (SIL OFL 1.1)"]
    assert "Permission to use, copy, modify" in read["Lucide (ISC)"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in read["Qt, PySide6, psycopg (LGPL-3.0)"]
    assert "replace them there" in read["Delar från andra"]
    receptionist.press("Esc")
    receptionist.sees("Inställningar")
    assert receptionist.focus.objectName() == "licences", "the keyboard is where it was"


def test_whatever_lay_over_the_window_leaves_the_keyboard_to_it(receptionist: Receptionist) -> None:
    window = receptionist.desk.window
    for over in (
        LicencesDialog(window.page),
        FailureDialog(Failure("", "", ended=False), window),
        FirstTour(window, practises=True),
    ):
        over.open()
        receptionist.settle()
        receptionist.press("Esc")
        receptionist.settle()
        assert window.isAncestorOf(receptionist.focus), type(over).__name__
        receptionist.press("Ctrl+Shift+P")
        receptionist.until(lambda: window.findChild(CommandBox) is not None, "the command box to be heard")
        receptionist.settle()
        receptionist.press("Esc")
        receptionist.until(lambda: window.findChild(CommandBox) is None, "the command box to be gone")


@pytest.mark.parametrize("keys", [(), ("Ctrl+B",)], ids=["overview", "care centres"])
def test_a_page_built_ahead_is_there_in_the_other_language(receptionist: Receptionist, keys: tuple[str, ...]) -> None:
    receptionist.open("in-queue")
    for key in keys:
        receptionist.press(key)
    receptionist.settle()
    receptionist.press("Ctrl+Shift+P")
    receptionist.sees("Vad vill du göra?")
    receptionist.write("english")
    receptionist.press("Enter")
    receptionist.sees("New resident", "Silverbergets vårdcentral")
