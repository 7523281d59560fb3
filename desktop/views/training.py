"""The practice page: exercises in order, faults to train for, the region's clock, persons and care centres."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.practice_world import Drill, Exercise, Place, World
from desktop.viewmodels.standing import TryOut
from desktop.viewmodels.training import Deed, Section, TrainingState, TrainingViewModel
from desktop.views.content import Content
from desktop.views.look.tokens import S
from desktop.views.parts import (
    Badge,
    ButtonLook,
    Card,
    Columns,
    Flow,
    KeyButton,
    Notice,
    OptionGroup,
    Page,
    Skeleton,
    Stack,
    Text,
    TextField,
)
from desktop.views.training_words import control_problem, drill_name, drill_story

_STEPS = (timedelta(minutes=5), timedelta(days=9))


class TrainingPage(Page):
    """Renders TrainingViewModel; every person is one press from the search, every fault one press from on and off."""

    def __init__(
        self, desk: DeskViewModel, model: TrainingViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Övning"),
            self.tr("Gör övningarna i ordning, eller välj fritt."),
            parent=parent,
        )
        self._desk, self._model, self._words = desk, model, words
        self._shown: TrainingState | None = None
        sections = (
            (Section.EXERCISES, self.tr("Ö&vningar")),
            (Section.DRILLS, self.tr("&Avbrott och klocka")),
            (Section.PEOPLE, self.tr("&Personer")),
            (Section.PLACES, self.tr("&Mottagningar")),
        )
        section = OptionGroup(self.tr("Visa"), sections, model.state.section)
        section.chosen.connect(self._choose_section)
        self._narrow = TextField(self.tr("&Sök i listan"), letters=30)
        self._narrow.set_text(model.state.text)
        self._narrow.edited.connect(model.narrow)
        self._said, self._content = Content(), Content()
        self._waiting = Skeleton(self.tr("Läser in övningen …"), lines=6)
        for part in (section, self._said, self._waiting, self._narrow, self._content):
            self.add(part)
        self.add_actions(
            KeyButton(self.tr("Tillbaka"), key="Esc", icon="arrow-left", on_click=desk.back),
            self._button("ask-to-reset", self.tr("Återställ övningen"), "refresh-cw", model.ask_to_reset, "quiet"),
        )
        self.first = next(one for one in section.findChildren(QAbstractButton) if one.isChecked())
        model.changed.connect(self._render)
        self._render()

    def _render(self) -> None:
        state = self._model.state
        waiting = state.doing is Deed.RESET or (state.doing is not None and state.world is None)
        if waiting is self._waiting.isHidden():
            (self._waiting.start if waiting else self._waiting.stop)()
        before, self._shown = self._shown, state
        if before is None or (before.problem, before.asks_to_reset) != (state.problem, state.asks_to_reset):
            self._show_notices(state)
        lists = state.section in (Section.PEOPLE, Section.PLACES)
        self._narrow.setVisible(lists and not waiting)
        self._content.setVisible(not waiting)
        if before is None or (before.world, before.section, before.text) != (state.world, state.section, state.text):
            self._content.show_parts(*(self._parts(state.world, state.section) if state.world else ()))

    def _show_notices(self, state: TrainingState) -> None:
        focused = QApplication.focusWidget()
        worked_here = focused is not None and self._said.isAncestorOf(focused)
        self._said.show_parts(*self._notices(state))
        keep = self._said.findChild(KeyButton, "keep")
        if keep is not None:
            keep.setFocus(Qt.FocusReason.OtherFocusReason)
        elif worked_here:
            self.focus_first()

    def _notices(self, state: TrainingState) -> Iterator[QWidget]:
        if state.problem is not None:
            heading, advice = control_problem(state.problem)
            again = KeyButton(self.tr("Försök igen"), key="F5", icon="refresh-cw", on_click=self._model.look)
            yield Notice("error", heading, advice, buttons=[again])
        if state.asks_to_reset:
            keep = KeyButton(self.tr("Behåll"), on_click=lambda: self._model.ask_to_reset(False))
            keep.setObjectName("keep")
            reset = KeyButton(self.tr("Ja, återställ"), icon="refresh-cw", look="danger", on_click=self._model.reset)
            yield Notice(
                "warning",
                self.tr("Vill du börja om från första dagen?"),
                self.tr("Alla registreringar i övningen försvinner, klockan går tillbaka och avbrottet upphör."),
                buttons=[keep, reset],
            )

    def _choose_section(self, section: object) -> None:
        if isinstance(section, Section):
            self._narrow.set_text("")
            self._model.show(section)

    def _parts(self, world: World, section: Section) -> Iterator[QWidget]:
        match section:
            case Section.EXERCISES:
                for number, exercise in enumerate(world.exercises, 1):
                    yield self._exercise(number, exercise)
            case Section.DRILLS:
                yield self._drills()
                yield self._clock(world)
            case Section.PEOPLE:
                people = self._model.people
                yield self._list(self.tr("{count} av {total} personer"), len(people), len(world.people))
                yield from (person_row(one, self._words, self._desk.look_up) for one in people)
            case Section.PLACES:
                places = self._model.places
                yield self._list(self.tr("{count} av {total} mottagningar"), len(places), len(world.places))
                yield from (self._place(one) for one in places)

    def _exercise(self, number: int, exercise: Exercise) -> Card:
        language = self._words.code
        active = self._model.active == exercise
        badge = Badge(self.tr("Avbrott på"), "warning", "cloud-off") if active else None
        card = Card(f"{number}. {exercise.titles[language]}", badge=badge)
        card.add(Text(exercise.texts[language]))
        if exercise.place is not None:
            where = self.tr("Mottagning: {place}, {region}")
            region = region_name(exercise.place.county)
            card.add(Text(where.format(place=exercise.place.name, region=region), "muted"))
        steps = Flow()
        if exercise.faults:
            fault = self.tr("Avsluta avbrottet") if active else self.tr("Slå på avbrottet")
            steps.addWidget(self._button(f"fault-{exercise.key}", fault, "cloud-off", self._toggler(exercise)))
        who = person_button(exercise.person, self._desk.look_up, "secondary")
        who.setObjectName(f"exercise-{exercise.key}")
        steps.addWidget(who)
        if exercise.clock:
            move = self.tr("Flytta klockan {step}").format(step=self._step(exercise.clock))
            steps.addWidget(self._button(f"clock-{exercise.key}", move, "clock", self._mover(exercise.clock)))
        card.add(steps)
        return card

    def _drills(self) -> Card:
        card = Card(self.tr("Öva på avbrott"), icon="cloud-off")
        card.add(Text(self.tr("Ett avbrott i taget. Det är på tills du avslutar det, här eller med F8."), "muted"))
        for drill in Drill:
            active = self._model.active == drill
            text = self.tr("Avsluta: {drill}").format(drill=drill_name(drill)) if active else drill_name(drill)
            button = self._button(
                f"drill-{drill.name}", text, "x" if active else "cloud-off", self._toggler(drill), "quiet"
            )
            told: QWidget = Text(drill_story(drill), "muted")
            if active:
                told = Stack(Badge(self.tr("Avbrott på"), "warning", "cloud-off"), told, gap=4)
            card.add(_beside(button, told))
        return card

    def _clock(self, world: World) -> Card:
        card = Card(self.tr("Regionens klocka"), icon="clock")
        card.row(self.tr("Nu i övningen"), f"{world.now:%Y-%m-%d %H:%M}")
        card.add(
            Text(self.tr("Kön rör sig och det som dröjer händer. Klockan går tillbaka när du återställer."), "muted")
        )
        steps = Flow()
        for step in _STEPS:
            move = self.tr("Flytta klockan {step}").format(step=self._step(step))
            steps.addWidget(self._button(f"clock-{step}", move, "clock", self._mover(step)))
        card.add(steps)
        return card

    def _place(self, place: Place) -> QWidget:
        named = Stack(Text(place.name, "strong"), Text(f"{region_name(place.county)}, {place.hsa_id}", "small"), gap=0)
        return Columns(named, Text(place.stories[self._words.code], "muted"), weights=(2, 3))

    def _list(self, count: str, shown: int, total: int) -> Text:
        return Text(count.format(count=shown, total=total), "small")

    def _step(self, step: timedelta) -> str:
        if step.days:
            return self.tr("{count} dagar").format(count=step.days)
        return self.tr("{count} minuter").format(count=step.seconds // 60)

    def _button(
        self, name: str, text: str, icon: str, on_click: Callable[[], object], look: ButtonLook = "secondary"
    ) -> KeyButton:
        button = KeyButton(text, look=look, icon=icon, on_click=on_click)
        button.setObjectName(name)
        return button

    def _toggler(self, chosen: Drill | Exercise) -> Callable[[], None]:
        return lambda: self._model.toggle(chosen)

    def _mover(self, step: timedelta) -> Callable[[], None]:
        return lambda: self._model.move_clock(step)


def person_button(person: TryOut, look_up: Callable[[str], object], look: ButtonLook = "quiet") -> KeyButton:
    """One press puts the person's number into the search."""
    number = f"{person.number[:8]}-{person.number[8:]}"
    button = KeyButton(f"{number}  {person.name}", look=look, icon="search", on_click=lambda: look_up(number))
    button.setObjectName(f"person-{person.number}")
    return button


def person_row(person: TryOut, words: Language, look_up: Callable[[str], object]) -> QWidget:
    """A person to practise with, beside their story."""
    return _beside(person_button(person, look_up), Text(person.stories[words.code], "muted"))


def _beside(button: KeyButton, told: QWidget) -> Columns:
    """A button and what it is about; a single line stands level with the button's own."""
    told.setMinimumHeight(button.sizeHint().height())
    return Columns(button, told, weights=(2, 3), gap=S)
