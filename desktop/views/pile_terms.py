"""What holds for every form of a pile: care centre, how signers were identified, version, consents, day of receipt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.agreement import EvidenceKind
from desktop.domain.listing import Facility
from desktop.domain.pile import PileTerms
from desktop.domain.registration import Consent, IdentityCheck
from desktop.runtime.clock import today
from desktop.runtime.language import Language
from desktop.texts import evidence
from desktop.viewmodels.basis import IDENTITY_CHECKS
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.pile import PileViewModel, SettingUp
from desktop.viewmodels.typed import read_day
from desktop.views.parts import Card, ChoiceField, Text, TextField, TickRow


class PileTermsCard(Card):
    """Renders the terms of a PileViewModel that is being set up."""

    def __init__(self, desk: DeskViewModel, model: PileViewModel, words: Language) -> None:
        super().__init__(self.tr("Gäller hela bunten"), icon="file-text")
        self._desk, self._model = desk, model
        terms = self._terms()
        centres = desk.profile.desk.centres
        self.add(Text(self.tr("Det som skiljer sig läggs åt sidan som ärenden att komplettera."), "muted"))
        self.first: QWidget
        centre = ChoiceField(self.tr("&Mottagning"), [(one.hsa_id, one.name) for one in centres])
        centre.choose(terms.wish.hsa_id)
        centre.chosen.connect(self._choose_centre)
        self.add(centre)
        ways: list[tuple[IdentityCheck | None, str]] = [(None, self.tr("Ej angiven"))]
        ways += [(way, evidence.identity_check(words, way)) for way in IDENTITY_CHECKS[EvidenceKind.FORM]]
        way = ChoiceField(self.tr("Le&gitimation"), ways)
        way.choose(terms.identity)
        way.chosen.connect(lambda key: self._change(identity=key))
        self.add(way)
        versions = desk.profile.agreement(desk.profile.desk.county).form_versions
        if versions:
            version = ChoiceField(self.tr("Blankettens &version"), [(one, one) for one in versions])
            version.choose(terms.form_version)
            version.chosen.connect(lambda key: self._change(form_version=key))
            self.add(version)
        self._received = TextField(self.tr("Blanketterna kom &in"), self.tr("Fyra siffror räcker: 1120."), digits=True)
        self._received.set_text(terms.received.isoformat())
        self._received.edit.setObjectName("pile-received")
        self.add(self._received)
        names = {
            Consent.REGIONS_EXCHANGE: self.tr("På blanketten står samtycke till att regionerna delar uppgifter"),
            Consent.CARE_GUARANTEE_TOLD: self.tr("På blanketten står vad som gäller för vårdgarantin"),
        }
        for consent, name in names.items():
            tick = TickRow(name)
            tick.setChecked(consent in terms.consents)
            tick.toggled.connect(lambda ticked, said=consent: self._say(said, ticked))
            self.add(tick)
        self.first = centre.control

    def flush(self) -> bool:
        """Take over the day of receipt; False, with the focus there, where it cannot be read."""
        day = read_day(self._received.text(), self._terms().received, today())
        self._received.set_error("" if day.fault is None else self.tr("Skriv datumet med fyra siffror: månad och dag."))
        if day.fault is not None:
            self._received.edit.setFocus()
            return False
        self._change(received=day.value)
        return True

    def _terms(self) -> PileTerms:
        state = self._model.state
        return state.terms if isinstance(state, SettingUp) else state.pile.terms

    def _change(self, **changes: Any) -> None:
        self._model.set_up(replace(self._terms(), **changes))

    def _choose_centre(self, hsa_id: object) -> None:
        centre = next(one for one in self._desk.profile.desk.centres if one.hsa_id == hsa_id)
        wish = replace(
            self._terms().wish, hsa_id=centre.hsa_id, facility=Facility(hsa_id=centre.hsa_id, name=centre.name)
        )
        self._change(wish=wish, centre=centre.name)

    def _say(self, consent: Consent, ticked: bool) -> None:
        given = self._terms().consents - {consent}
        self._change(consents=given | {consent} if ticked else given)
