"""The window's language is switched on every page: nothing goes on in the other one, except a paper in its own."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.states import WALKS, Walker
from tests.views.accessible import spoken
from tests.views.walked import OpenWalker

CATALOGUE = Path(__file__).parents[2] / "translations" / "listningsluckan_en.ts"
SHORTEST = 12
"""Letters; shorter words are names and the same in both."""


def swedish() -> set[str]:
    """Sentences that English says otherwise, and that have no place to fill in."""
    messages = etree.parse(CATALOGUE).iter("message")
    pairs = [(one.findtext("source", ""), one.findtext("translation", "")) for one in messages]
    english = {said for _, said in pairs}
    return {
        source.replace("&", "")
        for source, said in pairs
        if source != said and "{" not in source and len(source) >= SHORTEST and source not in english
    }


def switch(walker: Walker, code: str) -> None:
    """With what was in the other language gone from the window."""
    walker.desk.model.use_language(code)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    walker.settle()


def test_no_page_goes_on_in_swedish(open_walker: OpenWalker) -> None:
    walker = open_walker("pages")
    window, source, found, pages = walker.desk.window, swedish(), [], 0
    for state in WALKS["pages"](walker):
        before = {line for line in spoken(window).split("\n") if line in source}
        switch(walker, "en")
        paper = {line for one in window.findChildren(QLabel) for line in one.accessibleDescription().split("\n")}
        left = {line for line in spoken(window).split("\n") if line in source - paper}
        found += [f"{state}: {line}" for line in sorted(left)]
        pages += bool(before)
        switch(walker, "sv")
    assert pages > 8
    assert not found, "\n".join(found)
