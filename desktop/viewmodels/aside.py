"""Pages that lie over the open one and lead back to it: help, settings, the access log and the connection check."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from desktop.domain.outcome import NotSent, Refused, Unclear
from desktop.domain.problems import Problem
from desktop.domain.staff import Role
from desktop.runtime.background import Background
from desktop.runtime.clock import today
from desktop.settings.profile import Environment
from desktop.viewmodels.access import AccessViewModel
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Unprepared
from desktop.viewmodels.connection import ConnectionViewModel
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.help import HelpState, HelpViewModel
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.viewmodels.trail import Trail
from desktop.viewmodels.training import TrainingViewModel
from desktop.viewmodels.use_cases import UseCases

_ABOUT: Final[dict[type[QObject], str]] = {
    SearchViewModel: "search",
    OverviewViewModel: "overview",
    FacilitiesViewModel: "care-centres",
    FacilityViewModel: "care-centre",
    DoctorsViewModel: "doctors",
    CheckViewModel: "check",
    OutcomeViewModel: "outcome",
    PaperViewModel: "paper",
    CasesViewModel: "cases",
    PileViewModel: "pile",
    LackingViewModel: "pile",
    ResendingViewModel: "pile",
    CorrectionViewModel: "correction",
    TrainingViewModel: "practice",
    SettingsViewModel: "settings",
    ConnectionViewModel: "connection",
    AccessViewModel: "access",
    CallViewModel: "call",
}


class Aside(QObject):
    """Opens what is looked at in between; a page that may not be left is not covered either."""

    def __init__(self, trail: Trail, use: UseCases, background: Background) -> None:
        super().__init__(trail)
        self._trail, self._use, self._background = trail, use, background

    def show_help(self, query: str = "", reading: str = "") -> None:
        """F1: help about the open page, what went wrong on it first."""
        if isinstance(self._trail.page, HelpViewModel):
            self._trail.page.search(query)
            if reading:
                self._trail.page.read(reading)
        elif not self._trail.is_held():
            state = HelpState(_ABOUT.get(type(self._trail.page), ""), codes_on(self._trail.page), query, reading)
            self._trail.open(HelpViewModel(state, self))

    def show_settings(self) -> None:
        """Ctrl+,: one's own choices."""
        if not isinstance(self._trail.page, SettingsViewModel) and not self._trail.is_held():
            self._trail.open(SettingsViewModel(self._trail.own, self._trail.profile, self))

    def show_trail(self) -> None:
        """Åtkomstlogg, for the audit role, on top of the open page."""
        trail = self._trail
        if trail.staff.may(Role.AUDIT) and not trail.is_held() and not isinstance(trail.page, AccessViewModel):
            trail.open(AccessViewModel(self._use.read_trail, today(), self._background, self))

    def show_connection(self) -> None:
        """Anslutningskontroll, on top of the open page."""
        if self._trail.is_held() or isinstance(self._trail.page, ConnectionViewModel):
            return
        may_register = self._trail.profile.environment is not Environment.PRODUCTION
        self._trail.open(ConnectionViewModel(self._use.check_connection, self._background, may_register, self))


def codes_on(page: QObject) -> tuple[str, ...]:
    """The refusal and the problems that a page shows, by name, as help pages name them."""
    match page:
        case OutcomeViewModel():
            match page.state.outcome:
                case Refused(code=code):
                    return (code.name,)
                case Unclear(problem=problem) | NotSent(problem=problem):
                    return (problem.kind.name,)
        case CheckViewModel() if isinstance(page.state, Unprepared):
            return (page.state.problem.kind.name,)
        case SearchViewModel() if isinstance(page.state, Problem):
            return (page.state.kind.name,)
        case OverviewViewModel():
            return tuple(one.kind.name for one in page.state.regions.values() if isinstance(one, Problem))
        case FacilitiesViewModel() if isinstance(page.state.offer, Problem):
            return (page.state.offer.kind.name,)
        case DoctorsViewModel() | FacilityViewModel() if isinstance(page.state.doctors, Problem):
            return (page.state.doctors.kind.name,)
    return ()
