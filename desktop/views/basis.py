"""Who chooses, on what evidence: the few fields that every check needs, and more about the evidence unfolded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.agreement import EvidenceKind
from desktop.domain.registration import IdentityCheck
from desktop.domain.rules import OF_AGE, Known
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import evidence, persons
from desktop.viewmodels.basis import IDENTITY_CHECKS, Basis
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Missing, Ready
from desktop.viewmodels.typed import DateFault, read_number
from desktop.views.content import Content
from desktop.views.parts import (
    TAKES_SCANS,
    Card,
    ChoiceField,
    KeyButton,
    OptionGroup,
    OptionRow,
    Text,
    TextField,
    TickRow,
)
from desktop.views.siblings import Siblings


class BasisCard(Card):
    """Renders a check's Basis. `done` when Enter in a field says that the receptionist is through with it.

    `unfolded` carries what somebody has asked to see.
    """

    done = Signal()
    unfolded = Signal(QWidget)

    def __init__(self, model: CheckViewModel, words: Language, centres: tuple[str, ...], state: Ready) -> None:
        self._age = state.overview.citizen.age(today())
        both = self.tr("Vem väljer, på vilket underlag?")
        super().__init__(both if self._age < OF_AGE else self.tr("Underlag"), icon="signature")
        self._model, self._words, self._centres = model, words, centres
        self._fields: dict[str, TextField] = {}
        self._is_open = False
        self._who = Text("", "small")
        self._siblings: Siblings | None = None
        if self._age < OF_AGE:
            self._ask_for_guardian(state)
        kinds = ((EvidenceKind.FORM, self.tr("&Blankett")), (EvidenceKind.PHONE, self.tr("Tele&fon")))
        kind = OptionGroup(self.tr("Blankett eller samtal"), kinds, state.basis.kind)
        kind.chosen.connect(self._use_kind)
        for option in kind.findChildren(OptionRow):
            option.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # A click leaves the focus where the work goes on.
        self.add(kind)
        self.add(self._text("dated", self.tr("&Datum"), self.tr("Underskriften eller samtalet. Dagen räcker: 20.")))
        self._summary = Text("", "small")
        self.add(self._summary)
        self._toggle = KeyButton("", look="quiet", on_click=self._unfold)
        self._toggle.setObjectName("more")
        self.add(self._toggle)
        self._more = Content()
        self.add(self._more)
        self._fold(open_it=bool(state.basis.representative or state.basis.language))
        model.typed_is_wanted.connect(self._flush)

    @property
    def guardian(self) -> QWidget | None:
        """Where a guardian's number is typed, for those under eighteen."""
        return self._fields["guardian"].edit if "guardian" in self._fields else None

    def show_state(self, state: Ready) -> None:
        """What the register and the dates have to say, and the defaults in one line."""
        self.setEnabled(not state.sending)
        basis = state.basis
        for name, fault in (("dated", basis.dated.fault), ("received", basis.received.fault)):
            if name in self._fields:
                self._fields[name].set_error(self._date_fault(fault))
        if "guardian" in self._fields:
            number = basis.guardian
            self._fields["guardian"].set_error(self._number_fault(number.fault))
            self._who.show_text(self._guardian(state))
            self._who.setVisible(bool(self._who.text()))
        if "number" in self._fields:
            self._fields["number"].set_error(self._number_fault(basis.representative_number.fault))
        if self._siblings is not None:
            self._siblings.setVisible(state.may_bring_siblings and basis.guardian.identity is not None)
            self._siblings.show_state(state)
        self._summary.show_text(evidence.summary(self._words, basis.evidence, basis.printed_on))

    def _flush(self) -> None:
        """Take over what is typed and not left yet."""
        for name, field in tuple(self._fields.items()):
            self._take(name, field.text())
        if self._siblings is not None:
            self._siblings.flush()

    def go_to(self, missing: Missing) -> bool:
        """Put the focus where the missing thing is typed; False where that is not here."""
        state = self._model.state
        if missing is Missing.SIBLING_NUMBER and self._siblings is not None:
            self._siblings.go_to()
            return True
        if missing is Missing.DATE and isinstance(state, Ready):
            name = "dated" if state.basis.dated.fault else "received"
        else:
            name = {Missing.GUARDIAN: "guardian", Missing.REPRESENTATIVE: "number"}.get(missing, "")
        if name in ("received", "number") and not self._is_open:
            self._fold(open_it=True)
        if name not in self._fields:
            return False
        self._fields[name].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _guardian(self, state: Ready) -> str:
        guardian = state.basis.guardian
        if guardian.identity is None:
            return ""
        recorded = Known(guardian=guardian.found, guardians=state.guardians).recorded
        return evidence.guardian(self._words, guardian.found, state.basis.identity is not None, recorded)

    def _ask_for_guardian(self, state: Ready) -> None:
        label = self.tr("&Vårdnadshavarens personnummer")
        chooses = self._age >= self._model.rules.chooses_from
        guardian = self._text("guardian", label, self.tr("Lämna tomt om den unga väljer själv.") if chooses else "")
        guardian.edit.setPlaceholderText(self.tr("ÅÅÅÅMMDD-NNNN"))
        guardian.edit.setProperty(TAKES_SCANS, True)
        self.add(guardian)
        self.add(self._who)
        self._siblings = Siblings(self._model, self._words)
        self.add(self._siblings)

    def _text(self, name: str, label: str, help_text: str = "", digits: bool = True) -> TextField:
        field = TextField(label, help_text, digits=digits)
        field.edit.setObjectName(name)
        field.set_text(self._shown(name))
        field.edit.editingFinished.connect(lambda: self._take(name, field.text()))
        field.submitted.connect(lambda text: self._through_with(name, text))
        self._fields[name] = field
        return field

    def _through_with(self, name: str, text: str) -> None:
        """Taken over before the focus goes on: a new reading builds the fields anew. What is wrong keeps the focus."""
        self._take(name, text)
        if self._fields[name].error:
            self._fields[name].edit.selectAll()  # What is wrong is typed over.
        else:
            self.done.emit()

    def _shown(self, name: str) -> str:
        basis = self._model.basis
        match name:
            case "guardian":
                return basis.guardian.text
            case "number":
                return basis.representative_number.text
            case "dated":
                return basis.dated.text
            case "received":
                return basis.received.text
            case _:
                return str(getattr(basis, name))

    def _take(self, name: str, text: str) -> None:
        basis = self._model.basis
        match name:
            case "guardian":
                self._model.rest_on(basis.of_guardian(text, today()))
                self._model.look_up_guardian()
            case "number":
                number = read_number(text, basis.representative_number, today())
                self._model.rest_on(replace(basis, representative_number=number))
            case "dated":
                self._model.rest_on(basis.signed(text, today()))
                self._fields["dated"].set_text(self._model.basis.dated.text)
            case "received":
                self._model.rest_on(basis.came_in(text, today()))
                self._fields["received"].set_text(self._model.basis.received.text)
            case _:
                self._change(**{name: text})

    def _change(self, **changes: object) -> None:
        changed: Basis = replace(self._model.basis, **changes)  # type: ignore[arg-type]  # the fields' own names
        self._model.rest_on(changed)

    def _use_kind(self, kind: object) -> None:
        if isinstance(kind, EvidenceKind):
            self._flush()
            self._model.rest_on(self._model.basis.by(kind))
            self._fold(open_it=self._is_open)

    def _unfold(self) -> None:
        self._fold()
        if self._is_open:
            self.unfolded.emit(self._more)

    def _fold(self, *, open_it: bool | None = None) -> None:
        self._is_open = not self._is_open if open_it is None else open_it
        more, less = self.tr("&Mer om underlaget"), self.tr("&Mindre om underlaget")
        self._toggle.setText(less if self._is_open else more)
        for name in ("received", "checked_by", "language", "representative", "representing_on", "number"):
            self._fields.pop(name, None)
        self._more.show_parts(*(self._details() if self._is_open else ()))

    def _details(self) -> Iterator[QWidget]:
        basis, agreement = self._model.basis, self._model.agreement()
        if basis.kind is EvidenceKind.FORM:
            yield self._text("received", self.tr("Blanketten kom &in"))
            if agreement.form_versions:
                versions = [*agreement.form_versions, ""]
                shown = [(one, one or self.tr("Annan version")) for one in versions]
                yield self._choice(
                    self.tr("Blankettens version"),
                    shown,
                    basis.form_version,
                    lambda key: self._change(form_version=key),
                )
        if len(self._centres) > 1:
            kept = [(name, name) for name in self._centres]
            yield self._choice(self.tr("Underlaget finns på"), kept, basis.centre, lambda key: self._change(centre=key))
        known = IDENTITY_CHECKS[basis.kind]
        ways: list[tuple[IdentityCheck | None, str]] = [(None, self.tr("Ej angiven"))]
        ways += [(way, evidence.identity_check(self._words, way)) for way in known]
        yield self._choice(self.tr("Le&gitimation"), ways, basis.identity, lambda key: self._change(identity=key))
        yield self._text("checked_by", self.tr("Kontrollerad av"), digits=False)
        yield self._text("language", self.tr("Samtalets språk"), self.tr("Tomt betyder svenska."), digits=False)
        interpreter = TickRow(self.tr("&Tolk var med"))
        interpreter.setChecked(basis.interpreter)
        interpreter.toggled.connect(lambda ticked: self._change(interpreter=ticked))
        yield interpreter
        if not agreement.representatives:
            yield Text(self.tr("God man eller annan företrädare: skriv ut blanketten."), "caption")
            return
        yield self._text(
            "representative", self.tr("Annan föret&rädares namn"), self.tr("God man, till exempel."), digits=False
        )
        yield self._text("representing_on", self.tr("Handling som ger rätten att välja"), digits=False)
        number = self._text("number", self.tr("Företrädarens personnummer"), self.tr("Behövs inte."))
        number.edit.setProperty(TAKES_SCANS, True)
        yield number

    def _choice(
        self, label: str, options: Sequence[tuple[object, str]], current: object, chosen: Callable[[object], None]
    ) -> ChoiceField:
        field = ChoiceField(label, options)
        field.choose(current)
        field.chosen.connect(chosen)
        return field

    def _number_fault(self, fault: object) -> str:
        return persons.number_fault(self._words, fault).heading if fault else ""  # type: ignore[arg-type]

    def _date_fault(self, fault: DateFault | None) -> str:
        match fault:
            case None:
                return ""
            case DateFault.NOT_YET:
                return self.tr("Datumet har inte varit än.")
            case DateFault.BEFORE_PRINTED:
                return self.tr("Blanketten skrevs ut senare än så. Läs datumet på blanketten.")
            case DateFault.BEFORE_SIGNATURE:
                return self.tr("Blanketten kan inte ha kommit in innan den skrevs under.")
            case DateFault.UNREADABLE:
                return self.tr("Skriv datumet som år, månad, dag: 2026-11-23. Dagen räcker.")
