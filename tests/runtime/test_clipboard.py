"""What is copied from the desk is marked for histories, and goes after its time; what others copied stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.runtime.clipboard import ClipboardWatch, technical

HISTORY = 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'


@pytest.fixture
def watch(qtbot: QtBot, qapp: QApplication) -> Iterator[ClipboardWatch]:
    qapp.clipboard().clear()
    watch = ClipboardWatch(1)
    yield watch
    watch.deleteLater()
    qapp.clipboard().clear()


def copied(qtbot: QtBot, text: str) -> None:
    """Somebody marks what is in a field and copies it."""
    field = QLineEdit(text)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()


def test_a_number_copied_from_a_field_is_kept_out_of_histories_and_goes_after_its_time(
    watch: ClipboardWatch, qtbot: QtBot, qapp: QApplication
) -> None:
    copied(qtbot, "19121212-1212")
    held = qapp.clipboard().mimeData()
    assert held.text() == "19121212-1212"
    assert bytes(held.data(HISTORY).data()) == b"\0\0\0\0"
    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"
    qtbot.waitUntil(lambda: qapp.clipboard().text() == "", timeout=3000)


def test_at_a_lock_it_goes_at_once(watch: ClipboardWatch, qtbot: QtBot, qapp: QApplication) -> None:
    copied(qtbot, "19121212-1212")
    watch.clear()
    assert qapp.clipboard().text() == ""


def test_a_technical_report_stays_and_so_does_a_picture(watch: ClipboardWatch, qapp: QApplication) -> None:
    qapp.clipboard().setMimeData(technical("program: 1"))
    watch.clear()
    assert qapp.clipboard().text() == "program: 1"
    data = QMimeData()
    data.setData("image/png", b"picture")
    qapp.clipboard().setMimeData(data)
    watch.clear()
    assert qapp.clipboard().mimeData().hasFormat("image/png")
