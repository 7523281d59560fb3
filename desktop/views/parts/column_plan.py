"""Owns how the columns of a table share its width: beside one another, or folded into lines below one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column's cells stand in a folded row: from the left, in pixels, on a line."""

    column: int
    line: int
    left: int
    width: int


def fits_beside(needs: Sequence[int], room: int, slack: int, least: int) -> bool:
    """Whether columns that need so many pixels fit beside one another.

    Each may give up `slack`; when that is not enough, the widest wrap their texts, down to `least`.
    """
    return sum(needs) - len(needs) * slack <= room or _cap(needs, room) >= least


def beside(needs: Sequence[int], chosen: Mapping[int, int], room: int, slack: int) -> list[int]:
    """How wide the columns are beside one another: as chosen, or what they need with a share of what is left.

    Where a little is lacking, those that nobody chose give it up between them; where more is, the widest give it up.
    """
    wanted = [chosen.get(column, need) for column, need in enumerate(needs)]
    free = len(needs) - len(chosen)
    rest = room - sum(wanted)
    if free and rest >= -free * slack:
        return [width if column in chosen else width + rest // free for column, width in enumerate(wanted)]
    if rest >= 0:
        return wanted
    cap = _cap(wanted, room)
    return [min(width, cap) for width in wanted]


def folded(needs: Sequence[int], room: int) -> tuple[Place, ...]:
    """The columns in their order, as many on each line as it has room for; one that is wider wraps its texts."""
    places: list[Place] = []
    line = left = 0
    for column, need in enumerate(needs):
        width = min(need, room)
        if left and left + width > room:
            line, left = line + 1, 0
        places.append(Place(column, line, left, width))
        left += width
    return tuple(places)


def _cap(widths: Sequence[int], room: int) -> int:
    """How wide the widest may be for all of them to fit in the room."""
    left, narrowest = room, sorted(widths)
    for number, width in enumerate(narrowest):
        share = left // (len(narrowest) - number)
        if width > share:
            return max(0, share)
        left -= width
    return max(widths, default=0)
