"""Practice mode: which part of its page is open, what the practice region has been asked, and which fault is on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from desktop.runtime.background import Background, Job
from desktop.viewmodels.practice_world import Answer, ControlProblem, Controls, Drill, Exercise, Fault, Place, World
from desktop.viewmodels.standing import Told, TryOut
from desktop.viewmodels.stateful import Stateful


class Deed(Enum):
    """What the practice region was asked to do."""

    LOOK = auto()
    SET_FAULT = auto()
    CLEAR_FAULT = auto()
    MOVE_CLOCK = auto()
    RESET = auto()


class Section(Enum):
    """The parts of the page, one open at a time."""

    EXERCISES = auto()
    DRILLS = auto()
    PEOPLE = auto()
    PLACES = auto()


@dataclass(frozen=True, slots=True)
class TrainingState:
    """`world` None until it has been read; `doing` while the region is asked; `text` narrows people and places."""

    world: World | None = None
    problem: ControlProblem | None = None
    doing: Deed | None = None
    section: Section = Section.EXERCISES
    text: str = ""
    asks_to_reset: bool = False


class TrainingViewModel(Stateful[TrainingState]):
    """Lives as long as the desk, for a fault is on whatever page is open. `done` carries each Deed that succeeded."""

    done = Signal(object)

    def __init__(self, controls: Controls, county: str, background: Background, parent: QObject | None = None) -> None:
        super().__init__(TrainingState(), parent)
        self._controls, self._county, self._background = controls, county, background
        self._job: Job | None = None

    @property
    def active(self) -> Drill | Exercise | Fault | None:
        """The fault that is on: a drill, an exercise's, one that somebody else has set, or none."""
        world = self.state.world
        if world is None or not world.faults:
            return None
        present = set(world.faults)
        for drill in Drill:
            if set(drill.faults(self._county)) == present:
                return drill
        return next((one for one in world.exercises if set(one.faults) == present), world.faults[0])

    @property
    def people(self) -> tuple[TryOut, ...]:
        """The persons in whom every typed word occurs."""
        world = self.state.world
        return tuple(one for one in world.people if self._fits(one.name, one.number, one.stories)) if world else ()

    @property
    def places(self) -> tuple[Place, ...]:
        """The care centres in which every typed word occurs."""
        world = self.state.world
        return tuple(one for one in world.places if self._fits(one.name, one.hsa_id, one.stories)) if world else ()

    def look(self) -> None:
        """Read what there is, and the region's present time and faults."""
        self._do(Deed.LOOK, self._controls.read)

    def look_whether_used_up(self) -> None:
        """A fault that is on may have been used up by what was just done."""
        if self.active is not None:
            self.look()

    def toggle(self, chosen: Drill | Exercise) -> None:
        """Put a drill's or an exercise's fault on instead of any other, or take it away."""
        if chosen == self.active:
            self.clear_fault()
        else:
            faults = chosen.faults(self._county) if isinstance(chosen, Drill) else chosen.faults
            self._do(Deed.SET_FAULT, lambda: self._controls.set_faults(faults))

    def clear_fault(self) -> None:
        """The region works again."""
        self._do(Deed.CLEAR_FAULT, lambda: self._controls.set_faults(()))

    def move_clock(self, step: timedelta) -> None:
        """Move the region's clock forward; whatever is due by then happens."""
        self._do(Deed.MOVE_CLOCK, lambda: self._controls.advance(step))

    def ask_to_reset(self, asks: bool = True) -> None:
        """Ask for a confirmation before the region is made anew, or leave it as it is."""
        self._become(replace(self.state, asks_to_reset=asks))

    def reset(self) -> None:
        """Back to the first day: registrations, faults and clock."""
        self._do(Deed.RESET, self._controls.reset)

    def show(self, section: Section) -> None:
        """Open another part of the page, not narrowed."""
        self._become(replace(self.state, section=section, text="", asks_to_reset=False))

    def narrow(self, text: str) -> None:
        """Keep the people and places in which every typed word occurs."""
        self._become(replace(self.state, text=text))

    def _do(self, deed: Deed, ask: Callable[[], Awaitable[Answer]]) -> None:
        """One thing at a time, so that answers come in the order of the questions; only a look gives way."""
        if self.state.doing not in (None, Deed.LOOK) or (deed is Deed.LOOK and self.state.doing is not None):
            return
        if self._job is not None:
            self._job.cancel()
        self._become(replace(self.state, doing=deed, problem=None, asks_to_reset=False))
        self._job = self._background.run(ask(), lambda answer: self._answered(deed, answer))

    def _answered(self, deed: Deed, answer: Answer) -> None:
        if isinstance(answer, ControlProblem):
            self._become(replace(self.state, problem=answer, doing=None))
        else:
            self._become(replace(self.state, world=answer, doing=None))
            self.done.emit(deed)

    def _fits(self, name: str, number: str, stories: Told) -> bool:
        text = " ".join((name, number, f"{number[:8]}-{number[8:]}", *stories.values())).casefold()
        return all(word in text for word in self.state.text.casefold().split())
