"""Somebody else calls: what may be said, general rules, and the form; and the band that shows that nobody is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.codes import PRIMARY_CARE
from desktop.domain.listing import Facility, ListingType
from desktop.domain.regions import County
from desktop.runtime.language import Language
from desktop.texts import calls
from desktop.viewmodels.call import CallViewModel
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.parts import Band, BandFace, Card, Columns, KeyButton, Page, Text


class CallPage(Page):
    """What is at hand while the call lasts; F6 ends it."""

    def __init__(
        self, desk: DeskViewModel, model: CallViewModel, words: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Någon annan ringer"),
            self.tr("Svara allmänt, och skicka en blankett till den som ska välja."),
            parent=parent,
        )
        self._desk = desk
        own, agreed = desk.profile.desk, desk.profile.agreement(desk.profile.desk.county)
        say = Card(self.tr("Säg till den som ringer"), icon="message-square-quote")
        for line in calls.said(words, own.centres[0].name, by_phone=agreed.register_by_phone is not None):
            say.add(Text(f"”{line}”"))
        rules = Card(self.tr("Vem får välja?"), icon="users-round")
        for line in calls.rules(words, own.child_chooses_from, representatives=agreed.representatives):
            rules.add(Text(line))
        self.add(Columns(say, rules))
        form = KeyButton(
            self.tr("Blankett till {centre}").format(centre=own.centres[0].name),
            key="Ctrl+P",
            icon="printer",
            look="primary",
            on_click=self._print_form,
        )
        other = self.tr("Blankett till en annan mottagning")
        self.add_actions(
            form,
            KeyButton(other, key="Ctrl+B", icon="building-2", on_click=lambda: desk.choosing.choose_facility()),
        )
        self.first = form

    def _print_form(self) -> None:
        own = self._desk.profile.desk
        facility = Facility(hsa_id=own.centres[0].hsa_id, name=own.centres[0].name)
        self._desk.papers.print_blank_form(County(own.county), facility, ListingType(code=PRIMARY_CARE))


class CallBand(Band):
    """Stands on every page of the call, where the person band stands otherwise."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(self.tr("Samtal pågår"))
        end = KeyButton(self.tr("Avsluta samtalet"), key="F6", icon="log-out", look="quiet", on_click=desk.new_citizen)
        end.setObjectName("end-call")
        self.add_action(end)
        nobody = self.tr("Ingen invånare är öppen, och ingen öppnas förrän samtalet är avslutat.")
        self.show_person(BandFace(self.tr("Samtal pågår: någon annan ringer"), "", (nobody,), icon="phone"))
