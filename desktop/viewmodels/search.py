"""The search box: what was typed is understood, then looked up on Enter or scan, never while typing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.case import CaseFile, looks_like_code, read_code
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import NumberFault, PersonIdentity
from desktop.domain.lookup import CentreQuery, FoundCentre, Hits, NameFault, NameQuery, NoSuchCentre, understand
from desktop.domain.problems import UNFORESEEN, Problem
from desktop.runtime.background import Background, Job
from desktop.runtime.clock import today
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class Idle:
    """Waiting for a number, a name or a care centre."""


@dataclass(frozen=True, slots=True)
class Invalid:
    """What was typed cannot be looked up."""

    fault: NumberFault | NameFault


@dataclass(frozen=True, slots=True)
class NoNameSearch:
    """The profile does not know the register's query language: only numbers find persons."""


@dataclass(frozen=True, slots=True)
class AskingWhy:
    """A search by name needs a reason first: it shows persons who are not at the desk."""

    query: NameQuery


@dataclass(frozen=True, slots=True)
class Searching:
    """The person register has been asked; or regions, for a care centre."""

    asked: PersonIdentity | NameQuery | CentreQuery


@dataclass(frozen=True, slots=True)
class NoSuchCode:
    """A code from a form: mistyped, or of no case here."""

    mistyped: bool


Answered = NoSuchCode | NoSuchCentre | Unknown | Hits | Problem
SearchState = Idle | Invalid | NoNameSearch | AskingWhy | Searching | Answered
FindByCode = Callable[[str], Awaitable[CaseFile | None]]
FindCentre = Callable[[str], Awaitable[FoundCentre | NoSuchCentre]]
Find = Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]
SearchByName = Callable[[NameQuery, str], Awaitable[Hits | Problem]]


class SearchViewModel(Stateful[SearchState]):
    """`typed` is what stands in the box, also while another page lies over it.

    Emits `found` with a citizen, `centre_found`, or `centre_asked` with a text; everything else is in `state`.

    What begins with `>` is a command (`command_asked`), and with `?` a search in the help (`help_asked`).
    """

    found = Signal(object)
    centre_found = Signal(object)
    centre_asked = Signal(str)
    command_asked = Signal(str)
    help_asked = Signal(str)
    case_found = Signal(object)

    def __init__(
        self,
        find: Find,
        background: Background,
        parent: QObject | None = None,
        search_by_name: SearchByName | None = None,
        case_by_code: FindByCode | None = None,
        find_centre: FindCentre | None = None,
    ) -> None:
        super().__init__(Idle(), parent)
        self._case_by_code, self._find_centre = case_by_code, find_centre
        self._find, self._search_by_name, self._background = find, search_by_name, background
        self._job: Job | None = None
        self.typed = ""

    @property
    def finds_names(self) -> bool:
        """Whether persons can be found by name and birth date."""
        return self._search_by_name is not None

    def submit(self, text: str) -> None:
        """Enter or a scan. A look-up under way is abandoned; nothing typed changes nothing."""
        if not text.strip():
            return
        self._abandon()
        asked = {">": self.command_asked, "?": self.help_asked}.get(text.strip()[0])
        if asked is not None:
            self._become(Idle())
            asked.emit(text.strip()[1:].strip())
            return
        if self._case_by_code is not None and looks_like_code(text):
            self._find_case(read_code(text))
            return
        match understand(text, today()):
            case PersonIdentity() as identity:
                self.look_up(identity)
            case NameQuery() as query:
                self._become(AskingWhy(query) if self.finds_names else NoNameSearch())
            case CentreQuery(is_hsa_id=True) as query if self._find_centre is not None:
                self._job = self._background.run(self._find_centre(query.text), self._centre_answered, UNFORESEEN)
                self._become(Searching(query))
            case CentreQuery(text=centre):
                self._become(Idle())
                self.centre_asked.emit(centre)
            case fault:
                self._become(Invalid(fault))

    def search(self, query: NameQuery, reason: str) -> None:
        """Search by name, with the reason that is written to the audit trail."""
        self._abandon()
        if self._search_by_name is not None:
            self._become(Searching(query))
            self._job = self._background.run(self._search_by_name(query, reason), self._become, UNFORESEEN)

    def look_up(self, identity: PersonIdentity) -> None:
        """Look one person up: typed, scanned, or chosen among the hits."""
        self._abandon()
        self._job = self._background.run(self._find(identity), self._answered, UNFORESEEN)
        self._become(Searching(identity))

    def clear(self) -> None:
        """Back to an empty box."""
        self._abandon()
        self._become(Idle())

    def _become(self, state: SearchState) -> None:
        if isinstance(state, Idle):
            self.typed = ""
        super()._become(state)

    def _find_case(self, code: str | None) -> None:
        if code is None or self._case_by_code is None:
            self._become(NoSuchCode(mistyped=True))
        else:
            self._job = self._background.run(self._case_by_code(code), self._case_answered)

    def _case_answered(self, case: CaseFile | None) -> None:
        if case is None:
            self._become(NoSuchCode(mistyped=False))
        else:
            self._become(Idle())
            self.case_found.emit(case)

    def _answered(self, answer: Citizen | Unknown | Problem) -> None:
        if isinstance(answer, Citizen):
            self._state, self.typed = Idle(), ""  # The page goes; it is not painted once more for it.
            self.found.emit(answer)
        else:
            self._become(answer)

    def _centre_answered(self, answer: FoundCentre | NoSuchCentre | Problem) -> None:
        if isinstance(answer, FoundCentre):
            self._become(Idle())
            self.centre_found.emit(answer)
        else:
            self._become(answer)

    def _abandon(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
