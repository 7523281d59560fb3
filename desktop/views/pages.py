"""Which page renders which view model. A page's module is imported when it is first needed, not before the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject

from desktop.runtime.language import Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.parts import Page

Renders = Callable[[DeskViewModel, Any, Language], Page]

PAGES = {
    "AccessViewModel": ("access", "AccessPage"),
    "CallViewModel": ("call", "CallPage"),
    "FacilitiesViewModel": ("facilities", "FacilitiesPage"),
    "FacilityViewModel": ("facility", "FacilityPage"),
    "DoctorsViewModel": ("doctors", "DoctorsPage"),
    "CheckViewModel": ("check", "CheckPage"),
    "OutcomeViewModel": ("outcome", "OutcomePage"),
    "PaperViewModel": ("paper", "PaperPage"),
    "CasesViewModel": ("cases", "CasesPage"),
    "CorrectionViewModel": ("correction", "CorrectionPage"),
    "ResendingViewModel": ("resending", "ResendingPage"),
    "ConnectionViewModel": ("connection", "ConnectionPage"),
    "PileViewModel": ("pile", "PilePage"),
    "LackingViewModel": ("lacking", "LackingPage"),
    "TrainingViewModel": ("training", "TrainingPage"),
    "HelpViewModel": ("help", "help_page"),
    "SettingsViewModel": ("settings", "SettingsPage"),
}
"""By the view model's name, for it too is imported no earlier. The search and the overview are always there."""


def page_for(shown: QObject) -> Renders | None:
    """The page for a view model; None where it has none of its own here."""
    named = PAGES.get(type(shown).__name__)
    return None if named is None else _imported(*named)


def load_pages() -> Iterator[None]:
    """Import every page, one a step, so that nobody waits when one is first opened."""
    for module, name in PAGES.values():
        yield
        _imported(module, name)


def _imported(module: str, name: str) -> Renders:
    page: Renders = getattr(import_module(f"desktop.views.{module}"), name)
    return page
