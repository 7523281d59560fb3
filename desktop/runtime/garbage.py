"""Garbage is looked for in the window's thread alone, a little at a time while somebody works.

Python looks for garbage in whichever thread happens to make the next object. What it finds may be a piece of the
window, and Qt's objects must go where they live: a timer that is destroyed from another thread ends the process.
"""

from __future__ import annotations

import gc

_WORTH_A_LOOK = 2_000
"""New objects; Python itself looks after 700."""
_YOUNG_FOR_MIDDLE = 10
_MIDDLE_FOR_ALL = 10
"""As Python itself has it."""
_AT_REST = 2.0
"""Seconds untouched. Then everything is looked through already after one middle look: it may take a few frames."""


def sweep_here_only() -> None:
    """From now on garbage is found by `sweep` and `gc.collect`, wherever the next object is made."""
    gc.disable()


def sweep(untouched: float) -> None:
    """To be called now and then in the GUI thread; `untouched` seconds since somebody last used the window."""
    new, young, middle = gc.get_count()
    if middle >= (1 if untouched >= _AT_REST else _MIDDLE_FOR_ALL):
        gc.collect()
    elif young >= _YOUNG_FOR_MIDDLE:
        gc.collect(1)
    elif new >= _WORTH_A_LOOK:
        gc.collect(0)
