"""Every page that the desk can have open, by its view model; `views/pages.py` says what renders it."""

from __future__ import annotations

from desktop.viewmodels.access import AccessViewModel
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.connection import ConnectionViewModel
from desktop.viewmodels.correction import CorrectionViewModel
from desktop.viewmodels.doctors import DoctorsViewModel
from desktop.viewmodels.facilities import FacilitiesViewModel
from desktop.viewmodels.facility import FacilityViewModel
from desktop.viewmodels.help import HelpViewModel
from desktop.viewmodels.lacking import LackingViewModel
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.viewmodels.paper import PaperViewModel
from desktop.viewmodels.pile import PileViewModel
from desktop.viewmodels.resending import ResendingViewModel
from desktop.viewmodels.search import SearchViewModel
from desktop.viewmodels.settings_page import SettingsViewModel
from desktop.viewmodels.training import TrainingViewModel

Page = (
    SearchViewModel
    | OverviewViewModel
    | FacilitiesViewModel
    | FacilityViewModel
    | DoctorsViewModel
    | CheckViewModel
    | OutcomeViewModel
    | PaperViewModel
    | CasesViewModel
    | CorrectionViewModel
    | ResendingViewModel
    | AccessViewModel
    | ConnectionViewModel
    | PileViewModel
    | LackingViewModel
    | TrainingViewModel
    | CallViewModel
    | HelpViewModel
    | SettingsViewModel
)
