"""How long a key takes from press to repainted list of care centres, beside Qt's proxy filter on its own item model.

    python -m tests.benchmarks.narrowing [--rounds 5]

Every key of some searches is pressed in the real page, then taken back key by key; the time ends when the table has
been painted. Qt's side is a QTableView of the same size over QSortFilterProxyModel and QStandardItemModel, with the
same cells, filtered by a fixed string over all columns, without regard to case. It forgives neither diacritics nor
mistakes. A frame is 16.7 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import fields
from statistics import median

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

from desktop.directory.centre_index import CentreIndex
from desktop.directory.municipalities import municipalities
from desktop.domain.centre import Centre, Entry
from desktop.domain.codes import PRIMARY_CARE
from desktop.domain.listing import Facility, ListingType
from desktop.domain.regions import County
from desktop.runtime.background import Background
from desktop.runtime.clock import now
from desktop.runtime.resources import resource
from desktop.settings.profile import read_profile
from desktop.usecases.offer_choices import Offer
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.use_cases import UseCases
from desktop.views.facilities import FacilitiesPage
from desktop.views.look import Theme, apply
from desktop.views.rooms import Rooms
from desktop.views.window import make_window
from tests.benchmarks.figure import Figure, growth, percentile, print_figures

FRAME_MS = 16.7
ROWS = 1300
SEARCHES = ("tallbacken", "falu v", "vardc", "SE9900000020-12", "mora vårdcentral")
_FIRST = ("Tall", "Gran", "Björk", "Kvarn", "Sten", "Ek", "Ask", "Lind", "Ås", "Sjö", "Berg", "Ängs", "Hag", "Strand")
_LAST = ("backens", "hedens", "kullens", "lundens", "dalens", "brinkens", "gårdens", "vikens", "uddens")


def invent(rows: int) -> list[Centre]:
    """Care centres as a directory and a region describe them; every fifth has a queue."""
    towns = list(municipalities().values())
    centres = []
    for number in range(rows):
        town = towns[number * 7 % len(towns)]
        name = f"{_FIRST[number % len(_FIRST)]}{_LAST[number * 5 % len(_LAST)]} vårdcentral {town.name}"
        queued = number % 5 == 0
        facility = Facility(
            hsa_id=f"SE99000000{town.code[:2]}-{1000 + number}",
            name=name,
            has_queue=queued,
            supports_doctor_choice=(True, False, None)[number % 3],
            queue_length=number % 200 if queued else None,
            estimated_wait=number % 180 if queued else None,
        )
        entry = Entry(name, f"Storgatan {number % 90 + 1}", f"{10000 + number}", town.name, town)
        centres.append(Centre(facility, entry))
    return centres


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  the name that Qt calls
        self.times += event.type() is QEvent.Type.Paint
        return False


def press(line: QLineEdit, painted: Painted, key: Qt.Key, letter: str) -> float:
    """Milliseconds from a key until nothing waits to be laid out or painted; Qt's table paints nothing in vain."""
    start = time.perf_counter()
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
    before = -1
    while before != painted.times:
        before = painted.times
        QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def measure(line: QLineEdit, view: QTableView, searches: tuple[str, ...], rounds: int) -> list[float]:
    """The times of all keys, there and back again; the first round warms up."""
    painted = Painted(view.viewport())
    times: list[float] = []
    for round_ in range(rounds + 1):
        for search in searches:
            keys = [(Qt.Key.Key_unknown, letter) for letter in search] + [(Qt.Key.Key_Backspace, "")] * len(search)
            taken = [press(line, painted, key, letter) for key, letter in keys]
            if round_:
                times += taken
    return times


@contextmanager
def our_page(app: QApplication, centres: list[Centre]) -> Iterator[tuple[QLineEdit, QTableView]]:
    """The window with its page of care centres, nobody open."""
    index = CentreIndex(centres)

    async def offer(county: County, citizen: object, again: bool) -> AsyncIterator[Offer]:
        yield Offer(county, (ListingType(code=PRIMARY_CARE),), index, now(), for_citizen=True)

    async def nothing() -> tuple[()]:
        return ()

    background = Background(lambda error: print(repr(error), file=sys.stderr))
    cases = UseCases(**{one.name: None for one in fields(UseCases)} | {"offer": offer, "drafts": nothing})
    desk = DeskViewModel(read_profile(resource("practice/profile.toml")), cases, background)
    window = make_window(app, desk.own)
    Rooms(desk, window)
    window.show()
    desk.choosing.choose_facility()
    page = window.page
    assert isinstance(page, FacilitiesPage)
    table = page.table
    while not table.view.model().rowCount():
        app.processEvents()
    assert table.filter is not None
    yield table.filter.edit, table.view
    window.close()
    background.close()
    window.deleteLater()


@contextmanager
def qt_table(app: QApplication, centres: list[Centre]) -> Iterator[tuple[QLineEdit, QTableView]]:
    """Qt's own way with the same cells."""
    items = QStandardItemModel(0, 4)
    for one in centres:
        facility, entry = one.facility, one.entry
        cells = (facility.name, entry.address if entry else "", str(facility.queue_length or ""), facility.hsa_id)
        items.appendRow([QStandardItem(cell) for cell in cells])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(items)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.sort(0)
    window = QWidget()
    line, view = QLineEdit(), QTableView()
    view.setModel(proxy)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.verticalHeader().hide()
    for column in range(4):
        view.setColumnWidth(column, 260)
    line.textEdited.connect(proxy.setFilterFixedString)
    column_ = QVBoxLayout(window)
    column_.addWidget(line)
    column_.addWidget(view)
    window.resize(1180, 400)
    window.show()
    app.processEvents()
    yield line, view
    window.close()
    window.deleteLater()


def measure_figures(rounds: int = 5) -> list[Figure]:
    """Milliseconds of the 95th percentile beside a frame, over Qt's own, and the exponent over 1x, 4x and 16x rows."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, Theme.LIGHT, 1.0)
    times: dict[int, float] = {}
    figures: list[Figure] = []
    for rows in (ROWS, 4 * ROWS, 16 * ROWS):
        centres = invent(rows)
        with our_page(app, centres) as (line, view):
            ours = measure(line, view, SEARCHES, rounds)
        with qt_table(app, centres) as (line, view):
            theirs = measure(line, view, SEARCHES, rounds)
        times[rows] = median(ours)
        level, other = percentile(ours, 0.95), percentile(theirs, 0.95)
        aim = FRAME_MS if rows == ROWS else None
        figures += [
            Figure(f"key to repainted list, {rows:,} rows, p95", "a frame (16.7 ms)", (level,), aim, unit="ms"),
            Figure(f"the same, {rows:,} rows", "Qt's proxy filter", (level / other,)),
        ]
    exponent = growth(list(times), list(times.values()))
    return [*figures, Figure("filtering grows with the exponent", "1x, 4x, 16x rows", (exponent,), unit="exponent")]


def main() -> int:
    """Print the figures; the exit code tells whether 1,300 rows keep within a frame."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    return print_figures(measure_figures(parser.parse_args().rounds))


if __name__ == "__main__":
    sys.exit(main())
