"""A row that wraps keeps what it was given, whatever stood at the same place in memory before."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.parts import Flow

MANY = 500


def test_a_row_outlives_a_layout_whose_items_lay_where_its_own_do(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt tells PySide nothing when it destroys an item: what Python saw of it stands for whatever comes there next."""
    gone, holder = QWidget(), QWidget()
    qtbot.addWidget(holder)
    column, row = QVBoxLayout(gone), Flow(holder)
    labels = [QLabel("x") for _ in range(MANY)]
    for label in labels:
        column.addWidget(label)
    assert all(column.itemAt(line) for line in range(MANY))
    for label in labels:
        label.setParent(None)
    for number in range(MANY):
        row.addWidget(QPushButton(str(number)))
    gone.deleteLater()
    qapp.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    items = [row.itemAt(place) for place in range(row.count())]
    assert [item.widget().text() for item in items if item is not None] == [str(number) for number in range(MANY)]


def test_what_leaves_the_window_leaves_the_row(qapp: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Flow(holder)
    buttons = [QPushButton(text) for text in "abcd"]
    for button in buttons:
        row.addWidget(button)
    buttons[0].setParent(None)
    buttons[1].deleteLater()
    qapp.sendPostedEvents(buttons[1], QEvent.Type.DeferredDelete)
    row.removeWidget(buttons[2])
    (left,) = (row.itemAt(place) for place in range(row.count()))
    assert left is not None
    assert left.widget() is buttons[3]
