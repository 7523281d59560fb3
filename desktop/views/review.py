"""What is about to be registered, row by row, with the care centre and the type where there is another to choose."""

from __future__ import annotations

from desktop.domain.listing import Listing, ListingType, same_hsa_id
from desktop.domain.registration import Intent
from desktop.runtime.language import Language
from desktop.texts import intents, listings
from desktop.viewmodels.check_state import Ready
from desktop.viewmodels.desk import DeskViewModel
from desktop.views.parts import Card, ChoiceField


def review(desk: DeskViewModel, words: Language, state: Ready, leaving: Listing | None) -> Card:
    """The card; `leaving` is what may be said of the present listing."""
    choice = state.choice
    registers = words.translate("review", "Det här registreras")
    card = Card(words.translate("review", "Det som är valt") if state.is_stopped else registers, icon="file-text")
    card.row(words.translate("review", "Åtgärd"), intents.review(words, choice, leaving))
    card.row(words.translate("review", "Mottagning"), intents.from_to(words, choice, leaving))
    card.row(words.translate("review", "Kö enligt regionen"), listings.queue_column(words, choice.facility))
    card.row(words.translate("review", "Typ"), listings.type_name(words, choice.listing_type))
    if choice.doctor is not None:
        card.row(listings.doctor_label(words, choice.doctor), listings.doctor_name(words, choice.doctor))
    if choice.intent in (Intent.LIST, Intent.JOIN_QUEUE) and not state.sending:
        _offer_another(card, desk, words, state)
    return card


def _offer_another(card: Card, desk: DeskViewModel, words: Language, state: Ready) -> None:
    choice, centres = state.choice, desk.profile.desk.centres
    here = next((one.hsa_id for one in centres if same_hsa_id(one.hsa_id, choice.facility.hsa_id)), None)
    if here is not None and choice.county == desk.profile.desk.county and len(centres) > 1:
        other = ChoiceField(
            words.translate("review", "&En annan av era mottagningar"), [(one.hsa_id, one.name) for one in centres]
        )
        other.box.setObjectName("centre")
        other.choose(here)
        other.chosen.connect(lambda hsa_id: desk.choosing.check_instead(choice, hsa_id=str(hsa_id)))
        card.add(other)
    types = {one.key: one for one in state.types if choice.facility.offers(one)}
    if len(types | {choice.listing_type.key: choice.listing_type}) > 1:
        shown = [(key, listings.type_name(words, one)) for key, one in types.items()]
        other_type = ChoiceField(words.translate("review", "Listnings&typ"), shown)
        other_type.box.setObjectName("type")
        other_type.choose(choice.listing_type.key)
        other_type.chosen.connect(lambda key: _use_type(desk, state, types[key]))
        card.add(other_type)


def _use_type(desk: DeskViewModel, state: Ready, listing_type: ListingType) -> None:
    desk.choosing.check_instead(state.choice, listing_type=listing_type)
