"""What is in the window: one page at a time as the desk opens it, with the rows around it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.runtime.language import Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.views.beside import Beside
from desktop.views.call import CallBand
from desktop.views.command_box import CommandBox
from desktop.views.failure import FailureDialog
from desktop.views.first_tour import FirstTour
from desktop.views.front import Front
from desktop.views.header import Header
from desktop.views.locked import LockedPage
from desktop.views.messages import Messages
from desktop.views.pages import page_for
from desktop.views.parts import Environment, Page
from desktop.views.ready_pages import ReadyPages
from desktop.views.scanner import Scanner
from desktop.views.search import SearchPage
from desktop.views.search_answers import SearchAnswers
from desktop.views.shell import Shell
from desktop.views.sign_in import SignInPage
from desktop.views.training_words import fault_name
from desktop.views.typed import Typed
from desktop.views.window import MainWindow, wear


class Rooms(QObject):
    """Shows the desk's open page; everything in the window is built anew when the language or the look changes."""

    def __init__(self, desk: DeskViewModel, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._ready: ReadyPages
        self._typed = Typed()
        self._model: QObject | None = None
        window.may_close = self._may_close
        desk.page_changed.connect(self._show_page)
        desk.staff.changed.connect(self._show_staff)
        desk.lock.changed.connect(self._show_lock)
        desk.language_changed.connect(self._switch_language)
        desk.own.changed.connect(self._wear)
        desk.following.count_changed.connect(self._show_count)
        self._messages = Messages(desk, window)
        Beside(desk, window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._scanner = Scanner(app, window)
            desk.lock.locked.connect(self._scanner.forget)
            self._scanner.scanned.connect(self._take_scan)
        QShortcut(QKeySequence("Ctrl+K"), window, desk.new_citizen)
        QShortcut(QKeySequence("Ctrl+M"), window, desk.drafting.park)
        QShortcut(QKeySequence("Ctrl+Shift+L"), window, lambda: desk.lock.lock())
        QShortcut(QKeySequence("Ctrl+Shift+P"), window, self._show_commands)
        desk.search.command_asked.connect(self._show_commands)
        if desk.training is not None:
            desk.training.changed.connect(self._show_training)
        window.text_size_asked.connect(desk.own.resize_text)
        front, window.front = window.front, None
        if front is not None:
            desk.search.typed = front.search.number.text()
        if front is not None and self._fits(front):
            self._take_up(front)
        else:
            self._build()

    @property
    def _shell(self) -> Shell:
        return self._window.shell

    @property
    def _words(self) -> Language:
        return self._window.language.language

    def _may_close(self) -> bool:
        """The window never closes over a registration in flight."""
        if not self._desk.locking.may_close:
            self._messages.say_sending()
            return False
        self._desk.drafting.keep_what_is_open()
        self._desk.own.choose(window=self._window.saveGeometry().toBase64().toStdString())
        return True

    def _fits(self, front: Front) -> bool:
        """Whether what was painted first is what the profile says, now that the whole of it is known."""
        desk = self._desk
        said = (front.environment, front.search.finds_names, front.header.practises)
        known = (desk.profile.environment.value, desk.search.finds_names, desk.training is not None)
        return said == known and desk.staff.is_open and not desk.staff.is_asked_for

    def _take_up(self, front: Front) -> None:
        """The same widgets go on: whoever types in them notices nothing, and no screen reader says them again."""
        self._ready = ReadyPages(self._desk, self._words, front)
        SearchAnswers(self._desk, self._words, front.search)
        self._furnish()
        front.press_what_was_pressed()

    def _build(self) -> None:
        desk = self._desk
        environment: Environment = desk.profile.environment.value
        leaves = desk.staff.staff.shown if desk.staff.is_asked_for else None
        shell = Shell(environment, Header(desk.training is not None, leaves))
        self._ready = ReadyPages(desk, self._words, shell)
        shell.open(self._page())
        self._window.show_shell(shell)
        self._furnish()

    def _furnish(self) -> None:
        """The rows around the page say what the desk knows, and lead where they say."""
        self._shell.header.lead(self._desk)
        self._shell.header.setVisible(self._desk.staff.is_open and not self._desk.lock.is_locked)
        self._messages.show_what_lasts()
        self._show_count()
        self._show_training()

    def _page(self) -> Page:
        desk, words = self._desk, self._words
        self._model = None
        if not desk.staff.is_open:
            return SignInPage(desk, words)
        if desk.lock.is_locked:
            return LockedPage(desk)
        if desk.page is not desk.search:  # Which keeps what is typed itself.
            self._model = desk.page
        if isinstance(desk.page, OverviewViewModel):
            return self._ready.overview(desk.page)
        if isinstance(desk.page, FacilitiesViewModel) and desk.overview is not None:
            page: Page = self._ready.facilities(desk.page)
        else:
            renders = page_for(desk.page)
            page = renders(desk, desk.page, words) if renders is not None else self._search_page()
        if desk.in_call:
            page.pin(CallBand(desk))
        return page

    def _search_page(self) -> SearchPage:
        page = SearchPage(self._desk.search.finds_names)
        SearchAnswers(self._desk, self._words, page)
        return page

    def _show_page(self) -> None:
        left, model = self._shell.page, self._model
        self._shell.show_page(self._page())
        if model is not None:
            self._typed.keep(model, left)
        self._give_back_what_was_typed()
        self._messages.show_what_waits()

    def _give_back_what_was_typed(self) -> None:
        if self._model is not None:
            self._typed.give_back(self._model, self._shell.page)

    def _show_staff(self) -> None:
        """Who is signed in stands in the header; with nobody signed in there is nothing but the way in."""
        if self._desk.staff.is_open or not isinstance(self._window.page, SignInPage):
            self._build()
            self._window.page.focus_first()

    def _show_lock(self) -> None:
        """A locked desk has no way out but one."""
        if self._desk.lock.is_locked is isinstance(self._window.page, LockedPage):
            self._messages.say_lock()
            return
        self._leave_dialogues()
        self._build()
        self._window.page.focus_first()

    def _leave_dialogues(self) -> None:
        """Whatever lies over the window is left as by Esc, except what must be read."""
        for dialog in self._window.findChildren(QDialog):
            if not isinstance(dialog, FailureDialog):
                dialog.reject()

    def _take_scan(self, number: str) -> None:
        """Whoever scans means the next citizen, and answers no question that lies over the window or in a list."""
        if (options := QApplication.activePopupWidget()) is not None:
            options.close()
        self._leave_dialogues()
        must_be_read = any(one.isVisible() for one in self._window.findChildren(FailureDialog))
        self._desk.scan(number, waits=must_be_read)

    def _show_count(self) -> None:
        """How many cases wait for somebody, on every page."""
        waiting = self._desk.following.waiting_cases
        self._shell.header.cases.setText(self.tr("Ärenden ({n})").format(n=waiting) if waiting else self.tr("Ärenden"))

    def _show_training(self) -> None:
        """A fault that is on stands in the strip on every page, with the key that ends it in the header."""
        training = self._desk.training
        if training is None:
            return
        active, text = training.active, self._shell.mark_text
        if active is not None:
            on = self.tr("AVBROTT PÅ: {fault}.").format(fault=fault_name(active, self._words))
            text = f"{text} {on}"
        self._shell.mark.setText(text)
        self._shell.header.end_fault.setVisible(active is not None)

    def _switch_language(self) -> None:
        """Everything is built anew; the control that had the focus has it again."""
        focused = self._window.focusWidget()
        if self._model is not None:
            self._typed.keep(self._model, self._shell.page)
        self._window.language.use(self._desk.language)
        self._build()
        self._give_back_what_was_typed()
        again = self._window.page.findChild(QWidget, focused.objectName()) if focused and focused.objectName() else None
        if again is not None:
            self._window.page.first = again
            self._window.page.focus_first()

    def offer_tour(self) -> None:
        """The first time somebody starts the desk: four short pages, once."""
        own = self._desk.own
        if not own.settings.tour_seen and self._desk.staff.is_open:
            tour = FirstTour(self._window, practises=self._desk.training is not None)
            tour.finished.connect(lambda _: own.choose(tour_seen=True))
            tour.open()

    def _show_commands(self, query: str = "") -> None:
        if self._desk.staff.is_open and not self._desk.lock.is_locked:
            CommandBox(self._desk, self._words, self._window, query).open()

    def _wear(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, self._desk.own)
