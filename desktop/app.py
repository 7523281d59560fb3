"""The composition root: builds the desk in order, and closes it in reverse."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.counter import Counter
from desktop.domain.certificate import CertificateStanding
from desktop.domain.hindrance import Hindrance
from desktop.domain.profile_fault import ProfileFault
from desktop.keeping import Keeping
from desktop.runtime.background import Background
from desktop.runtime.capture import hide_from_capture
from desktop.runtime.clipboard import ClipboardWatch
from desktop.runtime.diagnostics import TechnicalLog, where
from desktop.runtime.garbage import sweep, sweep_here_only
from desktop.runtime.idle import IdleWatch
from desktop.runtime.language import WindowLanguage
from desktop.runtime.session import session_of
from desktop.settings.profile import Platform, Profile
from desktop.settings.secrets import Secrets
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.lock import Cause
from desktop.viewmodels.practice_world import Controls
from desktop.viewmodels.standing import Standing, TryOut
from desktop.viewmodels.support import Failure, Support
from desktop.viewmodels.use_cases import UseCases
from desktop.views.failure import FailureDialog
from desktop.views.look import Theme, application_icon
from desktop.views.pages import load_pages
from desktop.views.rooms import Rooms
from desktop.views.window import MainWindow, make_window

_LONGEST_EXCHANGE = 120.0
_log = logging.getLogger("desktop.app")


class Desk:
    """The running desk: window, view models, background loop and counter."""

    def __init__(
        self,
        profile: Profile,
        platform: Callable[[], Platform],
        secrets: Secrets,
        folder: Path,
        people: Callable[[], Mapping[str, TryOut]] = dict,
        practice_region: Controls | None = None,
        faults: Sequence[ProfileFault] = (),
    ) -> None:
        sweep_here_only()
        self.errors: list[BaseException] = []
        self.log = TechnicalLog(folder)
        self.support = Support(profile, self.log)
        self._failure: FailureDialog | None = None
        self.background = Background(self.report)
        self.counter = Counter(profile, platform, secrets, folder)
        self.model = DeskViewModel(profile, _use_cases(self.counter, profile), self.background)
        self.model.technical_report = self.support.report
        if practice_region is not None:
            self.model.use_practice_region(practice_region)
        self.model.own.keep_in(folder / "own.json")
        self._people, self._faults = people, tuple(faults)
        self._closed = False
        self.language: WindowLanguage
        self.window: MainWindow
        self.rooms: Rooms

    def show(
        self,
        app: QApplication,
        *,
        language: str | None = None,
        theme: Theme | None = None,
        scale: float | None = None,
        window: MainWindow | None = None,
    ) -> None:
        """Open the window, or furnish the one that is painted already. What is given wins over one's own choices."""
        size = None if scale is None else round(scale * 100)
        given = {"language": language, "theme": theme, "text_size": size}
        self.model.own.begin(**{name: value for name, value in given.items() if value is not None})
        self.window = window or make_window(app, self.model.own)
        self.language = self.window.language
        self.model.language = self.model.own.settings.language
        self.rooms = Rooms(self.model, self.window)
        self.window.show()
        app.setWindowIcon(application_icon())
        self._watch()
        QTimer.singleShot(0, self._open)

    def _watch(self) -> None:
        """Keep persons from those who can see the desk: idle time, the session's lock, clipboard, pictures of it."""
        privacy, lock = self.model.profile.privacy, self.model.lock
        self.idle = IdleWatch(self.model)
        self.idle.ticked.connect(lock.tick)
        self.idle.ticked.connect(sweep)
        self.clipboard = ClipboardWatch(privacy.clipboard_after, lambda: self.model.holds_protected, self.model)
        lock.locked.connect(self.clipboard.clear)
        if privacy.hide_from_capture and not hide_from_capture(int(self.window.winId())):
            _log.warning("the window cannot be left out of screenshots here")

    def _join_session(self) -> None:
        """Asked for after the first frame: who keeps the session may take a moment to answer."""
        self.session = session_of(int(self.window.winId()), self.model)
        self.session.locked.connect(lambda: self.model.lock.lock(Cause.SESSION))
        self.model.locking.lock_session = self.session.lock

    def close(self) -> None:
        """Close in reverse, once: the window first, then calls and journal, the loop last."""
        if self._closed:
            return
        self._closed = True
        self.idle.stop()
        self.clipboard.stop()
        self.window.close()
        self.model.staff.close()
        try:
            self.background.wait(self.counter.close(), _LONGEST_EXCHANGE)
        finally:
            self.background.close()
            self.log.close()

    def _open(self) -> None:
        self._load_page(load_pages())
        self.background.run(self.counter.open(), self._opened)
        self._join_session()

    def _load_page(self, left: Iterator[None]) -> None:
        """A page a turn of the loop, between the keys that somebody types already."""
        if not self._closed and next(left, self) is None:
            QTimer.singleShot(0, lambda: self._load_page(left))

    def _opened(self, keeping: Keeping) -> None:
        people = tuple(self._people().values())
        if self._closed:  # What opened while the desk was closing has nobody to tell.
            return
        gc.freeze()  # What is here now stays: looking through it for garbage would stop the window for 0.1 s.
        self.model.following.follow_cases()
        book = keeping.book
        self.model.stand(
            Standing(
                book.is_open and keeping.hindrance is None,
                book.unclear,
                book.left_in_pile,
                people,
                self._faults,
                keeping.hindrance,
                keeping.misses_rows,
                is_sheltered=keeping.shelter is not None,
                opens_at_start=keeping.parts is None,
            )
        )
        self.background.follow(self.counter.hindrances(), self._hindered)
        self.background.follow(self.counter.certificates(), self._certificate)

    def _hindered(self, hindrance: Hindrance | None) -> None:
        self.model.stand(replace(self.model.standing, may_register=hindrance is None, hindrance=hindrance))

    def _certificate(self, certificate: CertificateStanding | None) -> None:
        self.model.stand(replace(self.model.standing, certificate=certificate))

    def report(self, error: BaseException) -> None:
        """Something that nobody foresaw: it is logged without personal data, and said."""
        _log.error("unforeseen: %s", where(error))
        self.errors.append(error)
        self._say(self.support.failed())

    def tell_of(self, last_run: str) -> None:
        """An earlier run ended in the middle of itself."""
        _log.error("the last run ended unexpectedly")
        self._say(self.support.ended(last_run))

    def _say(self, failure: Failure) -> None:
        """One dialogue at a time: of what fails behind it the log tells."""
        if self._closed or self._failure is not None:
            return
        self._failure = FailureDialog(failure, getattr(self, "window", None))
        self._failure.finished.connect(self._was_read)
        self._failure.open()

    def _was_read(self) -> None:
        self._failure = None


def _use_cases(counter: Counter, profile: Profile) -> UseCases:
    return UseCases(
        find=counter.find,
        search_by_name=counter.search_by_name if profile.register_search else None,
        open_citizen=counter.open_citizen,
        read_region=counter.read_region,
        read_counties=counter.read_counties,
        offer=counter.offer,
        find_centre=counter.find_centre,
        offer_doctors=counter.offer_doctors,
        prepare=counter.prepare,
        register=counter.register,
        look_up=counter.look_up,
        prepare_sibling=counter.prepare_sibling,
        guardians_of=counter.guardians_of if profile.desk.guardians_from_register else None,
        check_again=counter.check_again,
        list_cases=counter.cases,
        count_waiting=counter.count_waiting,
        check_case=counter.check_case,
        some_cases=counter.some_cases,
        find_cases=counter.find_cases,
        cases_of=counter.cases_of,
        case_by_code=counter.case_by_code,
        case_changes=counter.case_changes,
        notices=counter.notices,
        claim_case=counter.claim,
        release_cases=counter.release,
        note_reveal=counter.note_reveal,
        note_opening=counter.note_opening,
        keep_form=counter.keep_form,
        keep_correction=counter.keep_correction,
        look_before_resending=counter.look_before_resending,
        resend=counter.resend,
        open_pile=counter.open_pile,
        keep_draft=counter.keep_draft,
        drafts=counter.drafts,
        drop_draft=counter.drop_draft,
        end_case=counter.end_case,
        note_wish=counter.note_wish,
        check_connection=counter.check_connection,
        forget=counter.forget,
        note_sheets=counter.note_sheets,
        read_trail=counter.read_trail,
        sign_in=counter.sign_in,
        identify=counter.identify,
        note_sign_out=counter.note_sign_out,
    )
