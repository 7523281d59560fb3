"""The script for NVDA and Narrator says today's words and keys, and meets people whom the practice region has."""

import re
import tomllib
from pathlib import Path

from desktop.runtime.resources import resource
from desktop.texts.keys import KEYS

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / "packaging" / "screen_readers.md").read_text(encoding="utf-8")
ROWS = [line for line in SCRIPT.splitlines() if re.match(r"\| \d+ \|", line)]
SLIP = "191212121213"
READERS_OWN = {"knapp", "inte markerad", "markerad"}
TYPED = {"mörkt", "rundtur", "Natthimmel"}


def test_rows_are_numbered_from_one() -> None:
    assert [int(row.split("|")[1]) for row in ROWS] == list(range(1, len(ROWS) + 1))


def test_every_word_that_shall_be_heard_is_one_that_the_desk_says() -> None:
    files = [*(ROOT / "desktop").rglob("*.py"), *resource("practice").glob("*.toml")]
    source = re.sub(r'"\s*\n\s*f?"', "", "\n".join(file.read_text(encoding="utf-8") for file in files))
    quoted = {part.removesuffix(", knapp") for part in re.findall(r'"([^"]+)"', "\n".join(ROWS))}
    quoted -= READERS_OWN | TYPED
    assert len(quoted) > 20
    patterns = [(one, re.escape(one).replace("Tallbackens\\ vårdcentral", r"\{\w+\}")) for one in quoted]
    assert not [one for one, pattern in patterns if not re.search(pattern, source)]


def test_every_number_is_of_somebody_in_the_practice_region() -> None:
    people = tomllib.loads(resource("practice/people.toml").read_text(encoding="utf-8"))
    numbers = {
        re.sub(r"\D", "", str(person.get("number", ""))) for person in people.values() if isinstance(person, dict)
    }
    met = set(re.findall(r"\b\d{12}\b", SCRIPT)) - {SLIP}
    assert met
    assert met <= numbers


def test_every_key_is_one_of_the_desks() -> None:
    keys = set(re.findall(r"\bCtrl\+\S+?(?=[, ]|$)|\bF\d\b", " ".join(row.split("|")[2] for row in ROWS)))
    assert keys - {"Ctrl+A"} <= set(KEYS)
