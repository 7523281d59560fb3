"""Owns the mark on a sentence in a table, by which lupdate finds it; `Language.translate` is given it later."""

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore

# PySide's stub says that it returns an object; it returns the second argument.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)
