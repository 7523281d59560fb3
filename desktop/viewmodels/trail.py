"""The trail: which page is open and what lies beneath it, what holds it, and what lasts from page to page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.citizen import Citizen
from desktop.domain.staff import Role
from desktop.runtime.background import Background
from desktop.settings.profile import Profile
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.own_choices import OwnChoices
from desktop.viewmodels.pages import Page
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.repeats import Repeats
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.search import Idle, SearchViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.viewmodels.staff import StaffViewModel
from desktop.viewmodels.standing import Standing
from desktop.viewmodels.training import TrainingViewModel
from desktop.viewmodels.use_cases import UseCases
from desktop.viewmodels.visit import Visit


class Trail(QObject):
    """One page at a time. `page` is the view model of the open page; `page_changed` when another opens.

    `closing` tells, before it happens, above how many pages those that are open are let go, and whether what was begun
    on them goes on in another; `handed_on`: nothing of whoever worked here may be left. `is_locked` holds every page.
    """

    page_changed = Signal()
    closing = Signal(int, bool)
    handed_on = Signal()
    masked_changed = Signal()
    language_changed = Signal()
    standing_changed = Signal()
    scan_waits = Signal()
    message_unread = Signal(OutcomeViewModel)

    def __init__(
        self, profile: Profile, cases: UseCases, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.profile = profile
        self.masked = False
        self.revealed = True
        self.language = "sv"
        self.standing = Standing()
        self._scanned = ""
        self.own = OwnChoices(self)
        self._use, self._background = cases, background
        self.search = SearchViewModel(
            cases.find, background, self, cases.search_by_name, cases.case_by_code, cases.find_centre
        )
        self.repeats = Repeats(self)
        self.pages: list[Page] = [self.search]
        self.visit = Visit()
        self.is_locked: Callable[[], bool] = bool
        self.training: TrainingViewModel | None = None
        self.staff = StaffViewModel(profile.staff, cases.sign_in, cases.identify, cases.note_sign_out, background, self)
        self.staff.left.connect(self._staff_left)

    @property
    def page(self) -> Page:
        """The open page's view model."""
        return self.pages[-1]

    @property
    def overview(self) -> OverviewViewModel | None:
        """The open citizen's overview, whatever page is on top of it."""
        return next((page for page in self.pages if isinstance(page, OverviewViewModel)), None)

    @property
    def is_empty(self) -> bool:
        """Nobody is open, nor looked up."""
        return len(self.pages) == 1 and isinstance(self.search.state, Idle)

    @property
    def is_sending(self) -> bool:
        """A registration is in flight; neither window nor citizen may be left."""
        return isinstance(self.page, CheckViewModel | ResendingViewModel | PileViewModel) and self.page.is_sending

    @property
    def holds_protected(self) -> bool:
        """Somebody with protected data is open: nothing is copied from the desk."""
        return self.overview is not None and self.overview.state.citizen.is_protected

    @property
    def in_call(self) -> bool:
        """Somebody else calls: nobody is opened until the call has ended."""
        return any(isinstance(page, CallViewModel) for page in self.pages)

    def take_call(self) -> None:
        """F6: somebody else calls. Whoever was open is let go."""
        if not self.is_held():
            self.empty()
            self.open(CallViewModel(self))

    def is_held(self) -> bool:
        """Whether the page may not be left: nobody is at the desk, a call is in flight, or a message is unread."""
        if self.is_locked() or not self.staff.is_open:
            return True
        page = self.page
        if isinstance(page, OutcomeViewModel) and page.is_unread:
            self.message_unread.emit(page)
            return True
        return self.is_sending

    @property
    def may_register(self) -> bool:
        """Whether whoever is signed in has the role for it."""
        return self.staff.may(Role.REGISTER)

    def sign_out(self) -> None:
        """Whoever is signed in leaves; a call in flight and an unread message hold them as they hold the page."""
        if not self.is_held():
            self.staff.sign_out()

    def _staff_left(self) -> None:
        self.let_go()
        self.page_changed.emit()

    def let_go(self) -> None:
        """Nothing of somebody's work is left to the next."""
        self.handed_on.emit()
        self._scanned = ""
        self.empty()

    def empty(self) -> None:
        """Everything about the last citizen is let go, and the search is empty."""
        self.close_until(1)
        self.search.clear()

    def toggle_mask(self) -> None:
        """Hide or show who is open, from those who can see the screen."""
        self.masked = not self.masked
        self.masked_changed.emit()

    def reveal(self, reason: str) -> None:
        """Show what is hidden about the protected person whom the page is about; why goes to the audit trail."""
        citizen = self._hidden_citizen
        if citizen is None:  # Whoever it was has been left meanwhile.
            return
        self._background.run(self._use.note_reveal(citizen.identity, reason), lambda _: None)
        self.revealed = True
        self.masked_changed.emit()

    @property
    def _hidden_citizen(self) -> Citizen | None:
        if isinstance(self.page, ResendingViewModel):
            return self.page.case.citizen
        return self.overview.state.citizen if self.overview is not None else None

    def use_language(self, code: str) -> None:
        """The window's language; views are built anew."""
        self.language = code
        self.own.choose(language=code)
        self.language_changed.emit()

    def stand(self, standing: Standing) -> None:
        """Something lasting has changed."""
        self.standing = standing
        self.standing_changed.emit()

    def new_citizen(self) -> None:
        """Back to an empty search; a scan that waits is looked up."""
        if self.is_held():
            return
        self.empty()
        scanned, self._scanned = self._scanned, ""
        self.page_changed.emit()
        self.search.submit(scanned)

    def look_up(self, number: str) -> None:
        """Somebody to practise with: an empty search, then their number in it."""
        self.new_citizen()
        self.search.submit(number)

    def begin_visit(self, citizen: Citizen, visit: Visit | None = None) -> None:
        """From a case, or a step that needs them open, to the citizen, looked up anew; `visit` is what it is about."""
        self.new_citizen()
        if visit is not None:
            self.visit = visit
        self.search.look_up(citizen.identity)

    @property
    def scan_is_waiting(self) -> bool:
        """A number has been scanned over something half done, and is looked up when that is left."""
        return bool(self._scanned)

    def scan(self, number: str, waits: bool = False) -> None:
        """A scanner has typed a number. Over something half done it waits: the next citizen is asked for by key.

        It `waits` also where something that must be read first lies over the window.
        """
        if self.is_locked() or not self.staff.is_open:
            return
        if isinstance(self.page, PileViewModel):
            self.page.scan(number)
            return
        self._scanned = number
        half_done = (CheckViewModel, OutcomeViewModel, CorrectionViewModel, PaperViewModel)
        if waits or self.in_call or any(isinstance(page, half_done) for page in self.pages):
            self.scan_waits.emit()
        else:
            self.new_citizen()

    def back(self) -> None:
        """One page back; from an outcome to the overview, read anew."""
        if len(self.pages) == 1 or self.is_held():
            return
        on_another = isinstance(self.pages[-2], OutcomeViewModel)
        if isinstance(self.page, OutcomeViewModel) and self.overview is not None and not on_another:
            self.to_overview()
        elif len(self.pages) == 2 and not isinstance(self.page, HelpViewModel | SettingsViewModel):
            self.new_citizen()
        else:
            practised = self.page is self.training
            self.close_until(len(self.pages) - 1)
            self.page_changed.emit()
            if practised and isinstance(self.page, OverviewViewModel):
                self.page.read()

    def to_overview(self) -> None:
        """Back to the citizen, read anew."""
        if self.overview is None or self.is_held():
            return
        self.close_until(2)
        self.overview.forget()
        self.page_changed.emit()
        self.overview.read_when_allowed()

    @property
    def checking(self) -> CheckViewModel | None:
        """The open check, also below a paper or a list of doctors."""
        return next((page for page in reversed(self.pages) if isinstance(page, CheckViewModel)), None)

    def sure_overview(self) -> OverviewViewModel:
        """The open citizen's overview. Raises RuntimeError where nobody is open."""
        if self.overview is None:
            raise RuntimeError("no citizen is open")
        return self.overview

    def open(self, page: Page) -> None:
        """On top of the others."""
        self.pages.append(page)
        self.page_changed.emit()

    def close_until(self, length: int, *, keeps_draft: bool = False) -> None:
        """Let the pages above go."""
        self.closing.emit(length, keeps_draft)
        if length == 1:
            self.visit = Visit()
            self.repeats.forget()
        for page in self.pages[length:]:
            if not isinstance(page, SearchViewModel | TrainingViewModel):
                page.close()
                page.deleteLater()
        del self.pages[length:]
