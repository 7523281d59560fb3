"""The person band: whom the page is about, masked by one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.domain.citizen import Citizen, Deregistration
from desktop.domain.regions import region_name
from desktop.domain.rules import OF_AGE
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import persons
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.look import Tone
from desktop.views.parts import Band, BandFace, KeyButton


class PersonBand(Band):
    """Shows the open citizen, or dots in their place; nobody yet, where it is built before anybody is found."""

    def __init__(
        self, desk: DeskViewModel, words: Language, citizen: Citizen | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Invånare"), parent)
        self._desk, self._words = desk, words
        self._mask = KeyButton(self.tr("Dölj"), key="F9", icon="eye-off", look="quiet", on_click=desk.toggle_mask)
        self.add_action(self._mask)
        if citizen is not None:
            self.show_citizen(citizen)

    def show_citizen(self, citizen: Citizen) -> None:
        """Show this citizen from now on."""
        self._citizen = citizen
        self._desk.masked_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        citizen, masked = self._citizen, self._desk.masked
        self._mask.icon_name = "eye" if masked else "eye-off"
        self._mask.setText(self.tr("Visa") if masked else self.tr("Dölj"))
        self._mask.icon_name = "eye" if masked else "eye-off"
        self.show_person(
            BandFace(
                name="•••••" if masked else persons.name(self._words, citizen),
                number="••••••••-••••" if masked or not self._desk.revealed else citizen.identity.written,
                facts=() if masked else tuple(self._known()),
                badges=() if masked else self._marks(),
                protected=citizen.is_protected,
                masked=masked,
            )
        )

    def _known(self) -> Iterator[str]:
        citizen = self._citizen
        if citizen.deregistration is not Deregistration.DECEASED:
            yield persons.age(self._words, citizen, today())
        if not self._desk.revealed:
            return
        if citizen.home_county:
            yield self.tr("Hemregion: {region}").format(region=region_name(citizen.home_county))
        else:
            yield self.tr("Hemregion saknas i personregistret")

    def _marks(self) -> tuple[tuple[str, Tone, str], ...]:
        badges: list[tuple[str, Tone, str]] = []
        if self._citizen.is_protected:
            badges.append((self.tr("Skyddade personuppgifter"), "protected", "shield"))
        if self._citizen.deregistration is not None:
            badges.append((persons.deregistered(self._words, self._citizen.deregistration), "error", "circle-alert"))
        elif self._citizen.age(today()) < OF_AGE:
            badges.append((self.tr("Under 18 år"), "info", "users-round"))
        if self._citizen.is_test_person and not self._desk.profile.rules.allows_test_persons:
            badges.append((self.tr("Testperson"), "error", "flask-conical"))
        if self._citizen.number_changed:
            badges.append((self.tr("Nytt nummer"), "warning", "refresh-cw"))
        if self._citizen.identity.is_coordination_number:
            sure = self._citizen.coordination_level == "STYRKT"
            level = persons.coordination(self._words, self._citizen.coordination_level)
            badges.append((level, "info" if sure else "warning", "badge-check" if sure else "circle-help"))
        return tuple(badges)


def unnamed(citizen: Citizen) -> Citizen:
    """The same citizen without a name, for what is said while the screen is masked."""
    return replace(citizen, name=None)
