"""What can be done for the citizen on the overview: list, choose elsewhere, read again, ask another region."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.domain.listing import Overview, same_hsa_id
from desktop.domain.regions import County, region_name
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.overview import OverviewViewModel
from desktop.views.parts import Card, ChoiceField, KeyButton


class Choices(Card):
    """Built once, with nobody in it; what does not concern a citizen is hidden. `moving_asked`: "Flyttat?"."""

    moving_asked = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(self.tr("Vad vill invånaren?"), icon="list-plus")
        self._desk = desk
        self._connected = tuple(desk.profile.connected)
        self._asked: frozenset[str] | None = None
        self._here = self._button("", "Ctrl+L", "list-plus", desk.choosing.list_at_own_centre)
        self._name_here(registers=True)
        self._here.set_look("primary")
        other = self.tr("Välj annan mottagning")
        self._other = self._button(other, "Ctrl+B", "building-2", lambda: desk.choosing.choose_facility())
        self._again = self._button(self.tr("Hämta igen"), "F5", "refresh-cw")
        self._region = ChoiceField(self.tr("Fråga &även annan region"), settles=True)
        self._region.box.setObjectName("other-region")
        self.add(self._region)
        self._moved = self._button(self.tr("Har invånaren flyttat?"), "", "house", self.moving_asked.emit)
        self._show_regions(frozenset((desk.profile.desk.county,)))

    def ask(self, overview: OverviewViewModel) -> None:
        """What is read again, or of another region, is read for this citizen."""
        self._again.clicked.connect(overview.read_again)
        self._region.chosen.connect(lambda code: overview.ask(County(str(code))) if code else None)

    def show_state(self, state: Overview) -> None:
        """Show what concerns the citizen; nothing at all where nobody can be listed.

        What hides where somebody is listed shows no more than that.
        """
        may_act = self._desk.profile.rules.takes(state.citizen)
        own = self._desk.profile.agreement(self._desk.profile.desk.county)
        revealed = self._desk.revealed and not self._desk.masked
        centre = self._desk.profile.desk.centres[0].hsa_id
        here_already = any(same_hsa_id(one.facility.hsa_id, centre) for _, one in state.current)
        self._name_here(registers=not own.is_form_only(state.citizen))
        self.setVisible(may_act)
        self._here.setVisible(may_act and not (here_already and revealed))
        self._other.setVisible(may_act)
        self._again.setVisible(may_act)
        self._region.setVisible(may_act and revealed)
        self._moved.setVisible(may_act and revealed)
        self._show_regions(frozenset(state.regions))

    def _name_here(self, *, registers: bool) -> None:
        """Without a home region there is nothing to register: the way leads to a form."""
        said = self.tr("Lista på {centre}") if registers else self.tr("Blankett för {centre}")
        self._here.setText(said.format(centre=self._desk.profile.desk.centres[0].name))
        self._here.icon_name = "list-plus" if registers else "printer"

    @property
    def first(self) -> KeyButton | None:
        """The first thing that can be done; whoever is listed here already may want another care centre."""
        return next((one for one in (self._here, self._other) if not one.isHidden()), None)

    def _show_regions(self, asked: frozenset[str]) -> None:
        """Queue places outside the counties that the home region names are invisible: one may ask for them."""
        if asked != self._asked:
            self._asked = asked
            left = [(code, region_name(code)) for code in self._connected if code not in asked]
            self._region.set_options([("", self.tr("Välj region")), *left])

    def _button(self, text: str, key: str, icon: str, act: Callable[[], object] | None = None) -> KeyButton:
        button = KeyButton(text, key=key, icon=icon, on_click=act)
        button.setObjectName(key)
        self.add(button)
        return button
