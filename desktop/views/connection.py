"""Anslutningskontroll: what works between this desk and the regions, what does not, and who can mend it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.documents.connection_report import as_html, as_json, connection_document
from desktop.documents.page import write_pdf
from desktop.domain.connection import ConnectionReport, Result, Trial
from desktop.runtime.language import Language
from desktop.texts import connection
from desktop.viewmodels.connection import Broken, ConnectionViewModel, Tried, Trying, Untried
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.content import Content
from desktop.views.copy_report import CopyReport
from desktop.views.dialogue import ask_where_to_save
from desktop.views.look import Tone
from desktop.views.look.tokens import WIDE
from desktop.views.own_widths import keep_widths
from desktop.views.parts import Cell, ChoiceRow, ChoiceTable, KeyButton, Notice, Page, Skeleton
from desktop.views.parts.notice import NoticeKind

_FACES: dict[Result, tuple[str, Tone]] = {
    Result.OK: ("circle-check", "ok"),
    Result.CAUTION: ("triangle-alert", "warning"),
    Result.FAILED: ("circle-alert", "error"),
    Result.NOT_TRIED: ("circle-dashed", "neutral"),
}
_KINDS: dict[Result, NoticeKind] = {
    Result.OK: "ok",
    Result.CAUTION: "warning",
    Result.FAILED: "error",
    Result.NOT_TRIED: "info",
}


class ConnectionPage(Page):
    """Renders ConnectionViewModel: a row for each trial, and what the marked one means."""

    def __init__(
        self, desk: DeskViewModel, model: ConnectionViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Anslutningskontroll"),
            " ".join(
                (
                    self.tr("Provar vägen till varje region utan att ändra något och utan att visa någon invånare."),
                    *([self.tr("Att prova att registrera rör bara profilens testpersoner.")] * model.may_register),
                )
            ),
            filling=True,
            parent=parent,
            measure=WIDE,
        )
        self._model, self._words = model, words
        self._waiting = Skeleton(self.tr("Provar …"), lines=1)
        self._waiting.hide()
        self._said, self._meaning = Content(), Content()
        self.reads = self._said
        columns = (self.tr("Resultat"), self.tr("Var"), self.tr("Vad"), self.tr("Tid"))
        self.table = ChoiceTable(self.tr("Det som provats"), columns)
        keep_widths(self.table, "connection", desk.own)
        self.table.marked.connect(self._explain)
        for part in (self._said, self._waiting):
            self.add(part)
        self.add(self.table, 1)
        self.add(self._meaning)
        self._start = KeyButton(
            self.tr("Prova anslutningen"), key="F5", icon="plug", look="primary", on_click=lambda: model.start()
        )
        self._register = KeyButton(
            self.tr("Prova också att registrera"), icon="flask-conical", on_click=lambda: model.start(registers=True)
        )
        self._register.setObjectName("try-registering")
        self._stop = KeyButton(self.tr("Avbryt kontrollen"), icon="x", on_click=model.stop)
        self._stop.setObjectName("stop-trying")
        self._save = KeyButton(
            self.tr("Spara rapport"), key="Ctrl+S", icon="file-text", on_click=self._ask_where, folds_words=True
        )
        back = KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back, folds_words=True)
        self.add_actions(self._start, self._register, self._stop, self._save, CopyReport(desk.technical_report), back)
        self.first = self._start
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        self._waiting.stop()
        self._save.setVisible(isinstance(state, Tried))
        self._show_actions(going_on=isinstance(state, Trying), stops=isinstance(state, Trying) and state.stops)
        self._meaning.show_parts()
        match state:
            case Untried():
                self._show(None)
            case Trying(report=report, stops=stops):
                self._waiting.start()
                self._show(report)
                if stops:
                    text = self.tr("Det som redan har skickats får svara klart, och en köplats på prov tas tillbaka.")
                    self._said.show_parts(Notice("info", self.tr("Kontrollen avbryts."), text))
            case Tried(report=report):
                self._show(report)
                self._said.show_parts(self._summary(report))
                worst = _worst_first(report.trials)[0][0]
                self.table.mark(worst)
                self._explain(worst)
                self.first = self.table.view
                self.first.setFocus()
                self.read_now()
            case Broken():
                text = self.tr("Inget har ändrats. Prova igen, eller kopiera den tekniska rapporten till supporten.")
                self._said.show_parts(Notice("error", self.tr("Kontrollen avbröts av ett fel i programmet."), text))

    def _show_actions(self, *, going_on: bool, stops: bool) -> None:
        """What is tried can be stopped; a button that goes hands its focus on."""
        focused = any(button.hasFocus() for button in (self._start, self._register, self._stop))
        self._start.setVisible(not going_on)
        self._register.setVisible(self._model.may_register and not going_on)
        self._stop.setVisible(going_on and not stops)
        if focused and going_on:
            (self.table.view if stops else self._stop).setFocus()

    def _show(self, report: ConnectionReport | None) -> None:
        self._said.show_parts()
        trials = report.trials if report is not None else ()
        tried = sum(trial.result is not Result.NOT_TRIED for trial in trials)
        count = self.tr("Provat: {n}").format(n=tried) if trials else ""
        self.table.show_rows([self._row(number, trial) for number, trial in _worst_first(trials)], count)

    def _row(self, number: int, trial: Trial) -> ChoiceRow:
        words, (icon, tone) = self._words, _FACES[trial.result]
        cells = (
            Cell(connection.result(words, trial.result), icon, tone),
            Cell(connection.place(words, trial)),
            Cell(connection.step(words, trial)),
            Cell(connection.took(words, trial)),
        )
        return ChoiceRow(number, cells)

    def _summary(self, report: ConnectionReport) -> Notice:
        counts = ", ".join(f"{connection.result(self._words, one)}: {report.count(one)}" for one in Result)
        if report.is_well:
            return Notice("ok", self.tr("Allt som provats fungerar."), counts)
        text = self.tr("Markera en rad för att läsa vad felet betyder och vem som kan åtgärda det.")
        return Notice("error", self.tr("Något fungerar inte."), f"{counts}. {text}")

    def _explain(self, number: object) -> None:
        state = self._model.state
        if not isinstance(state, Tried) or not isinstance(number, int):
            return
        words, trial = self._words, state.report.trials[number]
        heading = f"{connection.step(words, trial)}, {connection.place(words, trial)}"
        told = (connection.meaning(words, trial), connection.facts(words, trial), connection.reference(trial))
        said = "\n".join(part for part in told if part) or connection.result(words, trial.result)
        self._meaning.show_parts(Notice(_KINDS[trial.result], heading, said))

    def save(self, path: Path) -> bool:
        """Write the report, as the file's name ends: PDF, HTML or JSON; says so, or why not."""
        state = self._model.state
        if not isinstance(state, Tried):
            return False
        report = state.report
        try:
            match path.suffix.lower():
                case ".json":
                    path.write_text(as_json(report), encoding="utf-8")
                case ".html" | ".htm":
                    path.write_text(as_html(self._words, report), encoding="utf-8")
                case _:
                    write_pdf([connection_document(self._words, report)], path, report.started.date())
        except OSError:
            text = self.tr("Välj en annan mapp.")
            self._said.show_parts(Notice("error", self.tr("Filen kunde inte sparas."), text))
            return False
        self._said.show_parts(Notice("ok", self.tr("Sparad."), path.name))
        return True

    def _ask_where(self) -> None:
        kinds = "PDF (*.pdf);;HTML (*.html);;JSON (*.json)"
        chosen = ask_where_to_save(self, self.tr("Spara rapport"), self.tr("anslutningskontroll.pdf"), kinds)
        if chosen is not None:
            self.save(chosen)


def _worst_first(trials: tuple[Trial, ...]) -> list[tuple[int, Trial]]:
    """What somebody must mend stands first; the rest in the order in which it was tried."""
    order = [Result.FAILED, Result.CAUTION, Result.OK, Result.NOT_TRIED]
    return sorted(enumerate(trials), key=lambda one: order.index(one[1].result))
