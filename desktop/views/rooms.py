"""What is in the window: one page at a time as the desk opens it, and what the line at its foot says meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.domain.outcome import Outcome
from desktop.texts.cases import settled
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.lock import Warned
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.training import Deed
from desktop.views.beside import Beside
from desktop.views.call import CallBand
from desktop.views.command_box import CommandBox
from desktop.views.failure import FailureDialog
from desktop.views.first_tour import FirstTour
from desktop.views.front import Front
from desktop.views.header import Header
from desktop.views.locked import LockedPage
from desktop.views.look import Theme, look
from desktop.views.pages import page_for
from desktop.views.parts import Environment, Page, StatusLine
from desktop.views.ready_pages import ReadyPages
from desktop.views.repeat_words import reads_by_itself, soon_again
from desktop.views.scanner import Scanner
from desktop.views.search import SearchPage
from desktop.views.search_answers import SearchAnswers
from desktop.views.shell import Shell
from desktop.views.sign_in import SignInPage
from desktop.views.standing import standing_words
from desktop.views.training_words import control_problem, deed_done, fault_name
from desktop.views.window import MainWindow


class Rooms(QObject):
    """Shows the desk's open page; everything in the window is built anew when the language or the look changes."""

    def __init__(self, desk: DeskViewModel, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._language, self._window = desk, window.language, window
        self._ready: ReadyPages
        window.may_close = self._may_close
        desk.page_changed.connect(self._show_page)
        desk.staff.changed.connect(self._show_staff)
        desk.lock.changed.connect(self._show_lock)
        desk.lock.postponed.connect(self._say_locks_later)
        desk.language_changed.connect(self._switch_language)
        desk.own.changed.connect(self._wear)
        desk.standing_changed.connect(self._show_standing)
        desk.case_changed.connect(self._say_case)
        desk.count_changed.connect(self._show_count)
        desk.scan_waits.connect(self._say_scan)
        desk.not_kept.connect(self._say_not_kept)
        desk.repeats.too_soon.connect(self._say_too_soon)
        desk.repeats.waits.connect(self._say_wait)
        desk.message_unread.connect(self._say_unread)
        Beside(desk, window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._scanner = Scanner(app, window)
            desk.lock.locked.connect(self._scanner.forget)
            self._scanner.scanned.connect(desk.scan)
        QShortcut(QKeySequence("Ctrl+K"), window, desk.new_citizen)
        QShortcut(QKeySequence("Ctrl+M"), window, desk.park)
        QShortcut(QKeySequence("Ctrl+Shift+L"), window, lambda: desk.lock.lock())
        QShortcut(QKeySequence("Ctrl+Shift+P"), window, self._show_commands)
        desk.search.command_asked.connect(self._show_commands)
        if desk.training is not None:
            desk.training.changed.connect(self._show_training)
            desk.training.done.connect(self._say_deed)
        for key, step in (("Ctrl++", 25), ("Ctrl+-", -25), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(key), window, partial(self._resize_text, step))
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
    def _status(self) -> StatusLine:
        return self._window.shell.status

    def _may_close(self) -> bool:
        """The window never closes over a registration in flight."""
        if not self._desk.may_close:
            self._status.say(self.tr("En registrering pågår. Vänta på regionens svar."), "clock", "warning")
            return False
        self._desk.keep_what_is_open()
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
        self._ready = ReadyPages(self._desk, self._language.language, front)
        SearchAnswers(self._desk, self._language.language, front.search)
        self._furnish()
        front.press_what_was_pressed()

    def _build(self) -> None:
        desk = self._desk
        environment: Environment = desk.profile.environment.value
        leaves = desk.staff.staff.shown if desk.staff.is_asked_for else None
        shell = Shell(environment, Header(desk.training is not None, leaves))
        self._ready = ReadyPages(desk, self._language.language, shell)
        shell.open(self._page())
        self._window.show_shell(shell)
        self._furnish()

    def _furnish(self) -> None:
        """The rows around the page say what the desk knows, and lead where they say."""
        self._shell.header.lead(self._desk)
        self._shell.header.setVisible(self._desk.staff.is_open and not self._desk.lock.is_locked)
        self._show_standing()
        self._show_count()
        self._show_training()

    def _page(self) -> Page:
        desk, words = self._desk, self._language.language
        if not desk.staff.is_open:
            return SignInPage(desk, words)
        if desk.lock.is_locked:
            return LockedPage(desk)
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
        SearchAnswers(self._desk, self._language.language, page)
        return page

    def _show_page(self) -> None:
        self._shell.show_page(self._page())
        if not self._desk.scan_is_waiting:
            self._status.take_back(self._scan_waits)

    def _show_staff(self) -> None:
        """Who is signed in stands in the header; with nobody signed in there is nothing but the way in."""
        if self._desk.staff.is_open or not isinstance(self._window.page, SignInPage):
            self._build()
            self._window.page.focus_first()

    def _show_lock(self) -> None:
        """A warning stands in the status line; a locked desk has no way out but one."""
        state = self._desk.lock.state
        if isinstance(state, Warned):
            text = self.tr("Luckan låses om {n} sekunder. Tryck på valfri tangent för att fortsätta.")
            self._status.say(text.format(n=state.seconds), "lock", "warning")
        elif self._desk.lock.is_locked is not isinstance(self._window.page, LockedPage):
            for dialog in self._window.findChildren(QDialog):
                if not isinstance(dialog, FailureDialog):
                    dialog.reject()
            self._build()
            self._window.page.focus_first()
        else:
            self._status.say("")

    def _say_not_kept(self) -> None:
        text = self.tr("Det som var påbörjat sparades inte, eftersom uppgifterna är skyddade. Inget har skickats.")
        self._status.say(text, "info", "warning")

    def _say_locks_later(self) -> None:
        self._status.say(self.tr("Luckan låses så snart regionen har svarat."), "lock", "warning")

    def _show_standing(self) -> None:
        standing = self._desk.standing
        self._status.show_standing(*standing_words(self._desk, self._language.language))
        left = []
        if standing.unclear_cases:
            text = self.tr("Oklart sedan programmet avbröts: {numbers}. Kontrollera vad regionen visar.")
            left.append(text.format(numbers=", ".join(standing.unclear_cases)))
        if standing.left_in_pile:
            text = self.tr(
                "Programmet avbröts mitt i en blankettbunt. "
                "Inlästa blanketter som inte har skickats ligger under Ärenden: {n} st."
            )
            left.append(text.format(n=len(standing.left_in_pile)))
        if left:
            self._status.say(" ".join(left), "circle-dashed", "warning")

    def _show_count(self) -> None:
        """How many cases wait for somebody, on every page."""
        waiting = self._desk.waiting_cases
        self._shell.header.cases.setText(self.tr("Ärenden ({n})").format(n=waiting) if waiting else self.tr("Ärenden"))

    def _show_training(self) -> None:
        """A fault that is on stands in the strip on every page, with the key that ends it in the header."""
        training = self._desk.training
        if training is None:
            return
        active, text = training.active, self._shell.mark_text
        if active is not None:
            on = self.tr("AVBROTT PÅ: {fault}.").format(fault=fault_name(active, self._language.language))
            text = f"{text} {on}"
        self._shell.mark.setText(text)
        self._shell.header.end_fault.setVisible(active is not None)
        if training.state.problem is not None and self._desk.page is not training:
            self._status.say(control_problem(training.state.problem)[0], "circle-alert", "error")

    def _say_case(self, number: str, outcome: Outcome) -> None:
        """What reading in the background has told, wherever the desk has gone since."""
        told = settled(self._language.language, outcome)
        self._status.say(self.tr("Ärende {number}: {told}").format(number=number, told=told))

    def _say_deed(self, deed: Deed) -> None:
        if said := deed_done(deed):
            self._status.say(said)

    def _switch_language(self) -> None:
        """Everything is built anew; the control that had the focus has it again."""
        focused = self._window.focusWidget()
        self._language.use(self._desk.language)
        self._build()
        again = self._window.page.findChild(QWidget, focused.objectName()) if focused and focused.objectName() else None
        if again is not None:
            self._window.page.first = again
            self._window.page.focus_first()

    def _say_unread(self, page: OutcomeViewModel) -> None:
        self._status.say(self._unread, "info", "warning")
        page.changed.connect(self._take_back_unread)

    def _take_back_unread(self) -> None:
        if not (isinstance(self._desk.page, OutcomeViewModel) and self._desk.page.is_unread):
            self._status.take_back(self._unread)

    @property
    def _unread(self) -> str:
        return self.tr("Läs regionens meddelande först, och tryck på ”Jag har läst”.")

    def _say_scan(self) -> None:
        self._status.say(self._scan_waits, "scan-barcode", "warning")

    @property
    def _scan_waits(self) -> str:
        return self.tr("Ett nummer är skannat och väntar. F2 lämnar det här och söker på det.")

    def _say_too_soon(self, seconds: int) -> None:
        self._status.say(soon_again(seconds), "clock", "warning")

    def _say_wait(self, seconds: int) -> None:
        self._status.say(reads_by_itself(seconds) if seconds else "", "clock", "neutral")

    def offer_tour(self) -> None:
        """The first time somebody starts the desk: four short pages, once."""
        own = self._desk.own
        if not own.settings.tour_seen and self._desk.staff.is_open:
            tour = FirstTour(self._window, practises=self._desk.training is not None)
            tour.finished.connect(lambda _: own.choose(tour_seen=True))
            tour.open()

    def _show_commands(self, query: str = "") -> None:
        if self._desk.staff.is_open:
            CommandBox(self._desk, self._language.language, self._window, query).open()

    def _resize_text(self, step: int) -> None:
        size = self._desk.own.settings.text_size + step
        self._desk.own.choose(text_size=min(200, max(100, size)) if step else 100)

    def _wear(self) -> None:
        """One's own colours and text size."""
        app, own = QApplication.instance(), self._desk.own.settings
        theme, scale = Theme(own.theme), own.text_size / 100
        if isinstance(app, QApplication) and (look().theme, look().scale) != (theme, scale):
            look().put_on(app, theme, scale)
