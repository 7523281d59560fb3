"""Every sentence in texts and documents is found by lupdate and has an English one with the same named values."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def written() -> set[tuple[str, str]]:
    """Context and text of every literal sentence in the code, also where lupdate does not look (f-strings)."""
    found = set()
    for path in [*(ROOT / "desktop/texts").glob("*.py"), *(ROOT / "desktop/documents").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _marks(node.func) and all(_literal(given) for given in node.args[:2]):
                found.add(tuple(ast.literal_eval(given) for given in node.args[:2]))
    return found


def _marks(called: ast.expr) -> bool:
    return (isinstance(called, ast.Attribute) and called.attr == "translate") or (
        isinstance(called, ast.Name) and called.id == "QT_TRANSLATE_NOOP"
    )


def _literal(given: ast.expr) -> bool:
    return isinstance(given, ast.Constant) and isinstance(given.value, str)


def translated() -> dict[tuple[str, str], str]:
    """The finished English sentences by context and Swedish text."""
    tree = ElementTree.parse(ROOT / "translations/listningsluckan_en.ts")  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.iter("context")
        for message in context.iter("message")
        if message.find("translation[@type]") is None
    }


def test_every_sentence_has_an_english_one() -> None:
    sentences = written()
    assert len(sentences) > 250
    assert sorted(sentences - translated().keys()) == []


def test_named_values_are_the_same_in_english() -> None:
    def values(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    english = translated()
    assert {key: english[key] for key in written() if values(key[1]) != values(english[key])} == {}
