"""The help pages: what words mean, what to tell the citizen, and what each message means, in one language.

They are the Markdown files under `resources/help/`: a page is a first-level heading, a comment that says what it is for
(`key`, the window's `pages` it belongs to, the `codes` of refusals and problems that it explains, and `words` it is
found by), and text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop.runtime.language import Language
from desktop.runtime.resources import resource
from desktop.texts.keys import keys_page

_FILES: Final = ("terms", "messages", "practice")
_PAGE = re.compile(
    r"^# (?P<title>[^\n]+)\n<!-- (?P<about>[^\n]+) -->\n(?P<text>.*?)(?=^# |\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of help. `text` is Markdown without the heading."""

    key: str
    title: str
    text: str
    pages: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    words: str = ""

    def fits(self, query: str) -> int:
        """How well it answers: 3 by title or code, 2 with its search words, 1 by its text, 0 not at all."""
        asked = query.casefold().split()
        near = f"{self.title} {' '.join(self.codes)}".casefold()
        for rank, text in ((3, near), (2, f"{near} {self.words}".casefold()), (1, f"{near} {self.text}".casefold())):
            if all(word in text for word in asked):
                return rank
        return 0


@cache
def _read(code: str) -> tuple[HelpPage, ...]:
    return tuple(
        _page(match)
        for name in _FILES
        for match in _PAGE.finditer(resource(f"help/{code}/{name}.md").read_text(encoding="utf-8"))
    )


def _page(match: re.Match[str]) -> HelpPage:
    said = dict(part.strip().split(":", 1) for part in match["about"].split(";"))
    about = {name: value.strip() for name, value in said.items()}
    return HelpPage(
        about["key"],
        match["title"].strip(),
        match["text"].strip(),
        tuple(about.get("pages", "").split()),
        tuple(about.get("codes", "").split()),
        about.get("words", ""),
    )


def help_pages(language: Language, about: str = "", codes: tuple[str, ...] = ()) -> tuple[HelpPage, ...]:
    """Every page: those that explain these codes first, then those that belong to this page of the window."""
    pages = (*_read(language.code), HelpPage("keys", *keys_page(language), pages=("commands",)))
    return tuple(sorted(pages, key=lambda one: (not set(codes) & set(one.codes), about not in one.pages)))


def search_help(query: str, pages: tuple[HelpPage, ...]) -> tuple[HelpPage, ...]:
    """The pages that every word of the query occurs in, the best first; all of them where nothing is asked."""
    return tuple(sorted((one for one in pages if one.fits(query)), key=lambda one: -one.fits(query)))
