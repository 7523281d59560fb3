"""What is asked of care centres besides a text: region, type, municipality, queue and doctor choice, side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.domain.centre import Municipality
from desktop.domain.listing import ListingType, Pending
from desktop.domain.problems import Problem
from desktop.domain.regions import region_name
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.viewmodels.facilities import Facets, FacilitiesState, FacilitiesViewModel, QueueLimit
from desktop.views.look.tokens import S
from desktop.views.parts import ChoiceField, Flow


class FacetFields(QWidget):
    """Fields over a FacilitiesViewModel, once it is shown.

    The type's is there once the region has told its types, the municipality's only with a directory.
    """

    def __init__(self, words: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._model: FacilitiesViewModel
        self._types: tuple[ListingType, ...] | None = None
        self._municipalities: tuple[Municipality, ...] = ()
        self._region = ChoiceField(self.tr("&Region"), settles=True)  # Each is asked what it offers the citizen.
        self._type = ChoiceField(self.tr("&Typ av listning"))
        self._municipality = ChoiceField(self.tr("&Kommun"))
        self._queue = ChoiceField(self.tr("K&ö"), self._queues())
        everyone, choosing = self.tr("Alla"), self.tr("Med läkarval")
        self._doctor = ChoiceField(self.tr("&Läkarval"), [(False, everyone), (True, choosing)])
        flow = Flow(self, gap=S)
        for field in (self._region, self._type, self._municipality, self._queue, self._doctor):
            flow.addWidget(field)
        self._type.hide()
        self._municipality.hide()

    def show_model(self, model: FacilitiesViewModel) -> None:
        """Ask this one from now on; once."""
        self._model = model
        self._region.set_options([(county, region_name(county)) for county in model.state.counties])
        self._region.chosen.connect(model.choose_region)
        self._type.chosen.connect(self._choose_type)
        self._municipality.chosen.connect(lambda one: model.choose(replace(self._facets, municipality=one)))
        self._queue.chosen.connect(lambda limit: model.choose(replace(self._facets, queue=limit)))
        self._doctor.chosen.connect(lambda wanted: model.choose(replace(self._facets, doctor_choice=wanted)))

    def show_state(self, state: FacilitiesState) -> None:
        """Show what is chosen, and the choices where they are new."""
        self._region.choose(state.county)
        match state.offer:
            case Pending() | Problem():
                pass
            case offer if offer.listing_types != self._types:
                self._types = offer.listing_types
                self._type.set_options([(one.key, listings.type_name(self._words, one)) for one in self._types])
        self._type.setVisible(self._types is not None)
        if state.facets.listing_type is not None:
            self._type.choose(state.facets.listing_type.key)
        if state.municipalities != self._municipalities:
            self._municipalities = state.municipalities
            named = [(one, one.name) for one in state.municipalities]
            self._municipality.set_options([(None, self.tr("Alla")), *named])
            self._municipality.setVisible(bool(named))
        self._municipality.choose(state.facets.municipality)
        self._queue.choose(state.facets.queue)
        self._doctor.choose(state.facets.doctor_choice)

    def _queues(self) -> list[tuple[object, str]]:
        return [
            (QueueLimit.ANY, self.tr("Alla")),
            (QueueLimit.NONE_STATED, self.tr("Ingen redovisad")),
            (QueueLimit.FIFTY, self.tr("Högst 50 i kö")),
            (QueueLimit.THIRTY_DAYS, self.tr("Högst 30 dagar")),
            (QueueLimit.NINETY_DAYS, self.tr("Högst 90 dagar")),
        ]

    def _choose_type(self, key: object) -> None:
        chosen = next((one for one in self._types or () if one.key == key), None)
        self._model.choose(replace(self._facets, listing_type=chosen))

    @property
    def _facets(self) -> Facets:
        return self._model.state.facets
