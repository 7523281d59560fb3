"""A paper to preview, print or save: form, receipt or correction; in a language and a size of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.audit import Sheet
from desktop.domain.case import Correction, FormToSign
from desktop.domain.citizen import Citizen
from desktop.domain.draft import Draft
from desktop.domain.outcome import Receipt
from desktop.domain.pile import PileSummary
from desktop.domain.registration import Choice
from desktop.runtime.background import Background, Job
from desktop.viewmodels.stateful import Stateful


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form for somebody who has not been looked up, for a relative calls: name and number are written by hand."""

    choice: Choice


Paper = FormToSign | BlankForm | Receipt | Correction | PileSummary | Draft
KeepForm = Callable[[FormToSign], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class PaperState:
    """What is printed, in which language, and whether in large print or in easier words.

    `along` are siblings' forms, printed with it. `number` is the case's, empty for a form that is not yet among the
    cases; `not_kept` when one could not be written, so that it goes out without a code. `allowed` is whether the
    citizen wants it on paper.
    """

    content: Paper
    language: str
    large: bool = False
    easy: bool = False
    number: str = ""
    not_kept: bool = False
    allowed: bool = True
    along: tuple[FormToSign, ...] = ()

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Everything that is printed together."""
        return (self.content, *self.along)

    @property
    def citizen(self) -> Citizen | None:
        """Whom it is about; nobody for a blank form."""
        if isinstance(self.content, BlankForm | PileSummary):
            return None
        return self.content.registration.citizen if isinstance(self.content, Receipt) else self.content.citizen

    def sheets(self, way: str) -> tuple[Sheet, ...]:
        """What leaves the desk by printer or as a file, for the audit trail."""
        return tuple(self._sheet(paper, way) for paper in self.papers)

    def _sheet(self, paper: Paper, way: str) -> Sheet:
        number = self.number if paper is self.content else ""
        match paper:
            case BlankForm():
                return Sheet("blank form", way)
            case Draft(citizen=citizen):
                return Sheet("letter", way, citizen.identity, number)
            case PileSummary():
                return Sheet("summary of a pile", way)
            case Receipt(registration=registration):
                return Sheet("receipt", way, registration.citizen.identity, number)
            case FormToSign(citizen=citizen):
                return Sheet("form", way, citizen.identity, number)
            case Correction(citizen=citizen):
                return Sheet("correction", way, citizen.identity, number)

    @property
    def asks_first(self) -> bool:
        """What somebody with protected data would take along is printed only when they want it."""
        takes_along = isinstance(self.content, Receipt | FormToSign)
        return takes_along and self.citizen is not None and self.citizen.is_protected


class PaperViewModel(Stateful[PaperState]):
    """The paper is laid out anew at every change. Emits `kept` when it may be printed or saved."""

    kept = Signal()

    def __init__(
        self,
        content: Paper,
        language: str,
        parent: QObject | None = None,
        number: str = "",
        keep: KeepForm | None = None,
        background: Background | None = None,
        along: tuple[FormToSign, ...] = (),
    ) -> None:
        state = PaperState(content, language, number=number, along=along)
        super().__init__(replace(state, allowed=not state.asks_first), parent)
        self.is_printing = False
        """A printer is being chosen or written to."""
        self._keep_form, self._background = keep, background
        self._job: Job | None = None

    def use_language(self, code: str) -> None:
        """The paper's language, which need not be the window's."""
        self._become(replace(self.state, language=code))

    def use_large_print(self, large: bool) -> None:
        """Large print or normal."""
        self._become(replace(self.state, large=large))

    def use_easy_words(self, easy: bool) -> None:
        """Consents in easier words, or as the region has them."""
        self._become(replace(self.state, easy=easy))

    def allow(self, allowed: bool) -> None:
        """The citizen wants it on paper, or not."""
        self._become(replace(self.state, allowed=allowed))

    def keep(self) -> None:
        """Before anything is printed: a form goes among the cases first, so that its code leads somewhere."""
        form, state = self.state.content, self.state
        if not isinstance(form, FormToSign) or state.number or state.not_kept:
            self.kept.emit()
        elif self._keep_form is not None and self._background is not None and self._job is None:
            self._job = self._background.run(_keep_each((form, *state.along), self._keep_form), self._were_kept)

    def close(self) -> None:
        """Nothing of it appears any more."""
        if self._job is not None:
            self._job.cancel()

    def _were_kept(self, numbers: tuple[str | None, ...]) -> None:
        """A form that could not be written goes out without its code, which would lead nowhere."""
        forms = [form for form in self.state.papers if isinstance(form, FormToSign)]
        first, *along = (
            form if number is not None else replace(form, code="") for form, number in zip(forms, numbers, strict=True)
        )
        state = replace(self.state, content=first, along=tuple(along), number=numbers[0] or "")
        if None in numbers:
            self._become(replace(state, not_kept=True))
            return
        self._become(state)
        self.kept.emit()


async def _keep_each(forms: tuple[FormToSign, ...], keep: KeepForm) -> tuple[str | None, ...]:
    return tuple([await keep(form) for form in forms])
