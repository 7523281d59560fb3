"""The floor of start and memory: the desk's window written down as data, and built again of Qt's own widgets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def environment() -> dict[str, str]:
    """What a measured process runs in: offscreen without a screen, and with the bytecode that Python keeps."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    screen = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    return {**kept, "PYTHONPATH": str(ROOT), **screen}


def described(app: Any) -> dict[str, Any]:
    """The window as data: Qt's own class, name, text and children of every widget."""
    from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMainWindow, QWidget

    def told(widget: Any) -> dict[str, Any]:
        plain = next(kind for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6"))
        own = [child for child in widget.children() if isinstance(child, QWidget)]
        if isinstance(widget, QAbstractItemView | QComboBox):
            own = []  # Qt makes their parts itself.
        if plain.__name__ == "QScrollArea":
            own = [widget.widget()]
        layout = type(widget.layout()).__name__
        return {
            "class": plain.__name__,
            "name": widget.objectName(),
            "text": widget.text() if hasattr(widget, "text") else "",
            "across": layout in ("QHBoxLayout", "Flow"),
            "children": [told(child) for child in own if type(child).__name__ != "FocusRing"],
        }

    window = next(one for one in app.topLevelWidgets() if isinstance(one, QMainWindow))
    fonts = sorted(str(font) for font in (ROOT / "resources" / "fonts").glob("*.otf"))
    return {"sheet": app.styleSheet(), "fonts": fonts, "window": told(window)}


def show_plain(app: Any, told: dict[str, Any]) -> Any:
    """The same window of Qt's own classes, shown; imports no more than it needs, for its start is measured."""
    from PySide6 import QtGui, QtWidgets

    for font in told["fonts"]:
        QtGui.QFontDatabase.addApplicationFont(font)
    app.setFont(QtGui.QFont("Inter", 10))
    app.setStyleSheet(told["sheet"])

    def build(one: dict[str, Any]) -> Any:
        widget = getattr(QtWidgets, one["class"])()
        widget.setObjectName(one["name"])
        if one["text"]:
            widget.setText(one["text"])
        children = [build(child) for child in one["children"]]
        if one["class"] == "QMainWindow":
            widget.setCentralWidget(children[0])
        elif one["class"] == "QScrollArea":
            widget.setWidgetResizable(True)
            widget.setWidget(children[0])
        elif children:
            layout = QtWidgets.QHBoxLayout(widget) if one["across"] else QtWidgets.QVBoxLayout(widget)
            for child in children:
                layout.addWidget(child)
        return widget

    window = build(told["window"])
    window.resize(1180, 820)
    window.show()
    line = window.findChild(QtWidgets.QLineEdit)
    if line is not None:
        line.setFocus()
    return window
