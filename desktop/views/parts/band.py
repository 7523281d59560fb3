"""Owns the person band: who is at the desk, at the top of every page about a person."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.look import IconView, Tone, look, scaled, spaced
from desktop.views.look.tokens import XS, L, M

from .arrangement import Flow
from .badge import Badge
from .key_button import KeyButton
from .text import Text, restyle


@dataclass(frozen=True, slots=True)
class BandFace:
    """What the band shows; when masked, the caller has already put dots where the name and number stand.

    ``facts`` are short texts (age, home region); ``badges`` are (words, tone, icon).
    """

    name: str
    number: str
    facts: tuple[str, ...] = ()
    badges: tuple[tuple[str, Tone, str], ...] = ()
    protected: bool = False
    masked: bool = False
    icon: str = "user-round"


class Band(QFrame):
    """Show a person with ``show_person(face)``; ``clear()`` forgets everything, as locking the desk requires."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(accessible_name)
        self._mark = IconView("user-round", "primary", 28)
        self._name, self._number, self._facts = Text(role="heading"), Text(role="number"), Text(role="muted")
        self._matter = Text(role="strong")
        self._badges = QWidget()
        self._badge_row = Flow(self._badges)
        self._actions = Flow()
        self._column, self._line = QVBoxLayout(), Flow(gap=L)
        spaced(self._column, gap=XS)
        self._column.addStretch(1)
        self._column.addWidget(self._name)
        self._line.addWidget(self._number)
        self._line.addWidget(self._facts)
        self._line.addWidget(self._matter)
        self._column.addLayout(self._line)
        self._column.addWidget(self._badges)
        self._column.addStretch(1)
        self._slim = False
        row = self._row = QHBoxLayout(self)
        spaced(row, gap=L)
        scaled(self, self._space)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        row.addLayout(self._actions)
        self.clear()

    def add_action(self, button: KeyButton) -> None:
        """A button at the band's right end, such as the one that masks."""
        self._actions.addWidget(button)

    def show_matter(self, matter: str) -> None:
        """What the page does with the person: said where the page has too little room to keep it in sight itself."""
        self._matter.show_text(matter)
        self._matter.setVisible(self._slim and bool(matter))

    def set_slim(self, slim: bool) -> None:
        """Name, number and matter alone, on one line if they have room there, for a page with little height."""
        if slim is not self._slim:
            self._slim = slim
            restyle(self._name, role="title" if slim else "heading")
            restyle(self._number, role="title" if slim else "number")
            if slim:
                self._column.removeWidget(self._name)
                self._line.insertWidget(0, self._name)
            else:
                self._line.removeWidget(self._name)
                self._column.insertWidget(1, self._name)
            self._mark.setVisible(not slim)
            self._facts.setVisible(not slim and bool(self._facts.text()))
            self._matter.setVisible(slim and bool(self._matter.text()))
            self._space()

    def _space(self) -> None:
        px = look().px
        down = px(XS if self._slim else M)
        self._row.setContentsMargins(px(L), down, px(L), down)

    def show_person(self, face: BandFace) -> None:
        """Show this person, or the same person masked."""
        self._name.show_text(face.name)
        self._number.show_text(face.number)
        self._facts.show_text("  ·  ".join(face.facts))
        self._facts.setVisible(not self._slim and bool(face.facts))
        self._mark.show_icon(
            "shield" if face.protected else "eye-off" if face.masked else face.icon,
            "protected" if face.protected else "primary",
        )
        self._clear_badges()
        for text, tone, icon in face.badges:
            self._badge_row.addWidget(Badge(text, tone, icon))
        self._badges.setVisible(bool(face.badges))
        restyle(self, tone="protected" if face.protected else "neutral")

    def clear(self) -> None:
        """Forget the person, in the accessibility tree too."""
        self.show_person(BandFace("", ""))
        self.show_matter("")

    def _clear_badges(self) -> None:
        while (item := self._badge_row.takeAt(0)) is not None:
            if (badge := item.widget()) is not None:
                badge.setParent(None)
                badge.deleteLater()
