"""What is two things in Swedish is two things in English, on one page."""

from collections import defaultdict
from pathlib import Path

from lxml import etree

TRANSLATION = Path(__file__).parents[2] / "translations" / "listningsluckan_en.ts"


def plain(text: str) -> str:
    """As it is heard: without Alt letter, case and the sign at its end."""
    return text.replace("&", "").rstrip("?.:… ").casefold()


def test_words_that_differ_in_swedish_differ_in_english() -> None:
    alike = []
    for context in etree.parse(TRANSLATION).getroot().iter("context"):
        said = defaultdict(set)
        for message in context.iter("message"):
            said[plain(message.findtext("translation", ""))].add(plain(message.findtext("source", "")))
        alike += [(context.findtext("name"), swedish) for swedish in said.values() if len(swedish) > 1]
    assert not alike
