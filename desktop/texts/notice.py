"""Owns the shape of a short message, and how its first letter is set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A message: `quote` is the region's own words, to be shown as a quotation; `advice` is what to do."""

    heading: str
    text: str
    quote: str = ""
    advice: str = ""


def sentence(text: str) -> str:
    """With a capital first letter, the rest untouched: for sentences that begin with a named value."""
    return text[:1].upper() + text[1:]
