"""A wish to the care centre: kept with the case and printed; the contract doesn't carry it, and the card says so."""

from __future__ import annotations

from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.views.parts import Card, Text, TextField, announce

_LONGEST = 300


class WishCard(Card):
    """Stands while the outcome above it changes, so that nothing being written is lost."""

    def __init__(self, model: OutcomeViewModel) -> None:
        super().__init__()
        self._model = model
        self._field = TextField(
            self.tr("&Önskemål till mottagningen"),
            self.tr(
                "Till exempel en läkare som är full. Skickas inte till regionen, för tjänsten har ingen plats för det: "
                "det sparas i ärendet och trycks på kvittot."
            ),
        )
        self._field.edit.setObjectName("wish")
        self._field.edit.setMaxLength(_LONGEST)
        self._field.set_text(model.state.wish)
        self._field.edit.editingFinished.connect(lambda: model.wish_for(self._field.text()))
        self._kept = Text(role="small")
        self.add(self._field)
        self.add(self._kept)
        model.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        state = self._model.state
        said = self.tr("Sparat i ärendet.") if state.wish_kept else ""
        if said and said != self._kept.text():
            announce(self, said)
        self._kept.show_text(said)
        self._field.set_error(self.tr("Önskemålet kunde inte sparas.") if state.wish_refused else "")
