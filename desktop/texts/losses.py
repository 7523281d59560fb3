"""What the citizen would lose, as it is said aloud: to the citizen as "you", or of somebody by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.domain.listing import Listing, Overview
from desktop.domain.reasons import Loss
from desktop.domain.regions import region_name
from desktop.domain.verdict import Verdict
from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.texts.notice import sentence

_MAY_COUNT = QT_TRANSLATE_NOOP("verdicts", "Det kan räknas som ett byte.")
_QUEUE_MAY_GO = QT_TRANSLATE_NOOP("verdicts", "Köplatsen till {queues} kan försvinna. Regionen avgör.")

_TO_YOU: dict[Loss, str] = {
    Loss.LEAVES_LISTING: QT_TRANSLATE_NOOP("verdicts", "Du lämnar {current}."),
    Loss.MAY_COUNT_AS_CHANGE: _MAY_COUNT,
    Loss.MAY_LIST_AT_ONCE: QT_TRANSLATE_NOOP("verdicts", "Finns det plats blir du listad direkt."),
    Loss.QUEUE_PLACE_MAY_GO: _QUEUE_MAY_GO,
    Loss.QUEUE_PLACE_GOES: QT_TRANSLATE_NOOP(
        "verdicts", "Du lämnar köplatsen till {centre}. Ångrar du dig får du ställa dig i kö på nytt."
    ),
}
_AT_ONCE_TO_YOU = QT_TRANSLATE_NOOP("verdicts", "Finns det plats blir du listad direkt och lämnar {current}.")
_TWO_QUEUES_TO_YOU = QT_TRANSLATE_NOOP(
    "verdicts", "Står du i två köer flyttas du automatiskt när du får plats; den senaste tilldelningen gäller."
)

_OF_THEM: dict[Loss, str] = {
    Loss.LEAVES_LISTING: QT_TRANSLATE_NOOP("verdicts", "{name} lämnar {current}."),
    Loss.MAY_COUNT_AS_CHANGE: _MAY_COUNT,
    Loss.MAY_LIST_AT_ONCE: QT_TRANSLATE_NOOP("verdicts", "Finns det plats blir {name} listad direkt."),
    Loss.QUEUE_PLACE_MAY_GO: _QUEUE_MAY_GO,
    Loss.QUEUE_PLACE_GOES: QT_TRANSLATE_NOOP(
        "verdicts", "{name} lämnar köplatsen till {centre}. Den som ångrar sig får ställa sig i kö på nytt."
    ),
}
_AT_ONCE_OF_THEM = QT_TRANSLATE_NOOP("verdicts", "Finns det plats blir {name} listad direkt och lämnar {current}.")
_TWO_QUEUES_OF_THEM = QT_TRANSLATE_NOOP(
    "verdicts", "Den som står i två köer flyttas automatiskt vid plats; den senaste tilldelningen gäller."
)

_TELLS_WHERE = frozenset({Loss.LEAVES_LISTING, Loss.QUEUE_PLACE_MAY_GO})


def said(
    language: Language,
    verdict: Verdict,
    overview: Overview,
    values: Mapping[str, str],
    *,
    to_citizen: bool,
    hidden: bool,
) -> tuple[str, ...]:
    """A line or two for each loss; `values` are the names of what is concerned. `hidden` leaves out where."""
    told = (loss for loss in verdict.losses if not (hidden and loss in _TELLS_WHERE))
    leaving = None if hidden else verdict.leaving
    return tuple(line for loss in told for line in _loss(language, loss, leaving, overview, to_citizen, values))


def _loss(
    language: Language,
    loss: Loss,
    leaving: Listing | None,
    overview: Overview,
    to_citizen: bool,
    values: Mapping[str, str],
) -> Iterator[str]:
    if loss is Loss.CARE_GUARANTEE:
        return  # Told, and ticked, where the consents are.
    line = (_TO_YOU if to_citizen else _OF_THEM)[loss]
    if loss is Loss.MAY_LIST_AT_ONCE and leaving is not None:
        line = _AT_ONCE_TO_YOU if to_citizen else _AT_ONCE_OF_THEM
    yield sentence(language.translate("verdicts", line).format(**values))
    if loss is Loss.MAY_COUNT_AS_CHANGE and leaving is not None:
        yield _changes_left(language, leaving, overview, to_citizen, values["name"])
    if loss is Loss.MAY_LIST_AT_ONCE and values["queues"]:
        yield language.translate("verdicts", _TWO_QUEUES_TO_YOU if to_citizen else _TWO_QUEUES_OF_THEM)


def _changes_left(language: Language, leaving: Listing, overview: Overview, to_citizen: bool, name: str) -> str:
    """A region's number for the listing that is left, as it states it; never counted here."""
    stating, left = overview.shown_by(leaving), leaving.remaining_changes
    if left is None or stating is None:
        to_you = language.translate("verdicts", "Regionen uppger inte hur många byten du har kvar.")
        of_them = language.translate("verdicts", "Regionen uppger inte hur många byten {name} har kvar.")
    elif left == 0:
        to_you = language.translate("verdicts", "{region} anger att du inte har några byten kvar.")
        of_them = language.translate("verdicts", "{region} anger att {name} inte har några byten kvar.")
    elif left == 1:
        to_you = language.translate("verdicts", "{region} anger att du har 1 byte kvar.")
        of_them = language.translate("verdicts", "{region} anger att {name} har 1 byte kvar.")
    else:
        to_you = language.translate("verdicts", "{region} anger att du har {n} byten kvar.")
        of_them = language.translate("verdicts", "{region} anger att {name} har {n} byten kvar.")
    values = {"region": region_name(stating) if stating else "", "n": left, "name": name}
    return sentence((to_you if to_citizen else of_them).format(**values))
