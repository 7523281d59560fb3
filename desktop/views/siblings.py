"""Several children of one guardian: their numbers, and what the check says of each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.citizen import Unknown
from desktop.domain.listing import Pending
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.reasons import Level
from desktop.runtime.language import Language
from desktop.texts import persons, problems, verdicts
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.siblings import Sibling
from desktop.views.content import Content
from desktop.views.look import spaced
from desktop.views.look.tokens import S
from desktop.views.parts import TAKES_SCANS, KeyButton, Notice, NoticeKind, TextField

_KINDS: dict[Level, NoticeKind] = {Level.CLEAR: "ok", Level.UNCERTAIN: "warning"}


class Siblings(QWidget):
    """A field that takes one number after another, and a line for each child."""

    def __init__(self, model: CheckViewModel, words: Language) -> None:
        super().__init__()
        self._model, self._words = model, words
        self._shown: tuple[Sibling, ...] | None = None
        self._field = TextField(
            self.tr("&Syskon som listas samtidigt"), self.tr("Personnummer och Enter, ett barn i taget."), digits=True
        )
        self._field.edit.setObjectName("sibling")
        self._field.submitted.connect(self._add)
        self._field.edit.setProperty(TAKES_SCANS, True)
        self._lines = Content()
        column = QVBoxLayout(self)
        spaced(column, gap=S)
        column.addWidget(self._field)
        column.addWidget(self._lines)

    def flush(self) -> None:
        """Take over a number that is typed and not entered yet."""
        self._add(self._field.text())

    def go_to(self) -> None:
        """Put the focus where the number is typed."""
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: Ready) -> None:
        """The children and what was wrong with a typed number."""
        fault = state.sibling_fault
        self._field.set_error(persons.number_fault(self._words, fault).heading if fault else "")
        if state.siblings != self._shown:
            self._shown = state.siblings
            self._lines.show_parts(*(self._line(state, sibling) for sibling in state.siblings))

    def _add(self, text: str) -> None:
        if self._model.add_sibling(text):
            self._field.set_text("")

    def _line(self, state: Ready, sibling: Sibling) -> Notice:
        leave_out = KeyButton(
            self.tr("Ta bort"), icon="x", on_click=lambda: self._model.remove_sibling(sibling.identity)
        )
        leave_out.setObjectName(f"without-{state.siblings.index(sibling)}")
        number = sibling.identity.masked
        match sibling.answer:
            case Pending():
                return Notice("info", number, self.tr("Slås upp …"))
            case Unknown():
                said = self.tr("Personregistret har ingen person med det numret.")
                return Notice("error", number, said, buttons=[leave_out])
            case Problem() as problem:
                told = problems.explain(self._words, problem, changes=False)
                return Notice("error", number, f"{told.what_happened} {told.what_to_do}", buttons=[leave_out])
            case Prepared() as answer:
                return self._judged(sibling, answer, [leave_out])

    def _judged(self, sibling: Sibling, answer: Prepared, buttons: list[KeyButton]) -> Notice:
        name = persons.called(self._words, answer.overview.citizen)
        if sibling.is_sent:
            return Notice("info", name, self.tr("Har skickats. Se Ärenden."))
        if sibling.verdict is None:
            return Notice("info", name, self.tr("Slås upp …"))
        state = self._model.state
        kind = state.basis.kind if isinstance(state, Ready) else self._model.basis.kind
        said = verdicts.describe(
            self._words,
            sibling.verdict,
            answer.overview,
            answer.choice,
            kind,
            self._model.rules,
            to_citizen=False,
            hidden=answer.overview.citizen.is_protected,
        )
        lines = [said.heading, *(f"{reason.text} {reason.remedy}".strip() for reason in said.reasons)]
        if not sibling.verdict.may_register:
            lines.append(self.tr("Det här barnet lämnas utanför; de andra registreras."))
        return Notice(_KINDS.get(sibling.verdict.level, "error"), name, "\n".join(lines), buttons=buttons)
