"""Python's own `import`, put back after PySide's.

PySide replaces it to read the source of every module that is imported after it, in search of those that use its second
spelling of Qt's names (`__feature__`), which nothing here does. All those sources, kept in `linecache`, are 26 MB of
the desk's memory. A frozen program has no sources.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  it is this that replaces it


def import_plainly() -> None:
    """From now on modules are imported without being read a second time; to be called before most of them are."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
