"""Finding care centres while one types: by name, town and HSA-id, with diacritics and small mistakes forgiven."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from desktop.domain.centre import Centre
from desktop.domain.listing import same_hsa_id
from desktop.runtime.turns import in_turns

_FORGIVEN_FROM = 4
"""Letters in a typed word from which one mistake is forgiven."""
_SWEDISH = str.maketrans("åäö", "{|}")
_UNTYPED = str.maketrans("", "", ".:,;'’\"”()")
"""Signs that nobody looks for: `st olof` finds S:t Olof."""


def fold(text: str) -> str:
    """Text for comparing: without case or diacritics (å, ä and ö are found by a and o)."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def swedish_order(name: str) -> str:
    """What names are sorted by: å, ä and ö come after z, other diacritics count as none."""
    return fold(unicodedata.normalize("NFC", name.casefold()).translate(_SWEDISH))


def begins_nearly(word: str, typed: str) -> bool:
    """Whether `word` begins with `typed`, but for one letter wrong, missing, too many, or two that changed places."""
    same = 0
    for one, other in zip(word, typed, strict=False):
        if one != other:
            break
        same += 1
    rest, left = typed[same:], word[same:]
    return (
        len(rest) <= 1
        or left.startswith(rest[1:])
        or left[1:].startswith((rest, rest[1:]))
        or (left[:2] == rest[1::-1] and left[2:].startswith(rest[2:]))
    )


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The care centres that fit; `forgiven` when none fits as typed and these fit but for a mistake."""

    centres: tuple[Centre, ...]
    forgiven: bool = False


class CentreIndex:
    """Care centres in Swedish order of name, ready to be searched; built once, away from the window."""

    def __init__(self, centres: Iterable[Centre]) -> None:
        named = [(swedish_order(_name(one)), one) for one in in_turns(centres)]
        self.centres = tuple(one for _, one in sorted(named, key=itemgetter(0)))
        self.texts = tuple(_text(centre) for centre in in_turns(self.centres))
        self._words: dict[str, list[int]] = {}
        for place, text in enumerate(in_turns(self.texts)):
            for word in text.replace("-", " ").split():
                if word.isalpha():
                    self._words.setdefault(word, []).append(place)

    def find(self, hsa_id: str) -> Centre | None:
        """The care centre with this HSA-id."""
        return next((one for one in self.centres if same_hsa_id(one.facility.hsa_id, hsa_id)), None)

    def only(self, keep: Callable[[Centre], bool]) -> Selection:
        """Those that `keep` lets through."""
        return Selection(self, [place for place, centre in enumerate(self.centres) if keep(centre)])

    def near(self, typed: str) -> set[int]:
        """Where a word of letters, four or more, begins as `typed` does but for a mistake.

        Words with digits are taken as typed: the HSA-ids of neighbours differ by one sign.
        """
        if len(typed) < _FORGIVEN_FROM or not typed.isalpha():
            return set()
        return set().union(*(places for word, places in self._words.items() if begins_nearly(word, typed)))


class Selection:
    """Some of an index's care centres: of one listing type, in one municipality."""

    def __init__(self, index: CentreIndex, places: Sequence[int]) -> None:
        self._index, self._places = index, places

    def __len__(self) -> int:
        return len(self._places)

    def narrow(self, text: str) -> Narrowed:
        """Those in which every typed word stands; only where there is none is a mistake in a word forgiven."""
        words, texts = fold(text).translate(_UNTYPED).split(), self._index.texts
        found = self._places
        for word in words:
            found = [place for place in found if word in texts[place]]
        forgiven = not found and bool(words)
        if forgiven:
            found = self._places
            for word in words:
                near = self._index.near(word)
                found = [place for place in found if word in texts[place] or place in near]
        return Narrowed(tuple(self._index.centres[place] for place in found), forgiven and bool(found))


def _name(centre: Centre) -> str:
    return centre.facility.name or centre.facility.hsa_id


def _text(centre: Centre) -> str:
    town = centre.entry.town if centre.entry is not None else ""
    return fold(f"{centre.facility.name} {town} {centre.facility.hsa_id}").translate(_UNTYPED)
