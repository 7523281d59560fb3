"""The practice register's query language: parses SimpleQL and turns it into a parameterised condition.

Grammar (keywords and names in any case):

    query     = "FROM" "personrecord" "WHERE" any
    any       = all { "OR" all }
    all       = one { "AND" one }
    one       = "(" any ")" | node operator value
    operator  = "=" | "!=" | "<" | "<=" | ">" | ">=" | "LIKE"
    value     = "'" text "'" | '"' text '"'

In LIKE a `%` stands for any text. The order operators are for dateOfBirth only. Nodes: see `NODES`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NODES: Final[Mapping[str, str]] = {
    "personalIdentity.extension": "number",
    "personalIdentity": "number",
    "name.givenName": "find_given",
    "name.surname": "find_surname",
    "gender": "gender",
    "birth.dateOfBirth": "born",
    "birth.dateOfBirth.value": "born",
    "dateOfBirth": "born",
    "countyCode": "county",
    "populationRegistrationLocality.countyCode": "county",
    "municipalityCode": "substr(municipality, 3)",
    "populationRegistrationLocality.municipalityCode": "substr(municipality, 3)",
    "addressInformation.residentialAddress.postalAddress2": "find_street",
    "addressInformation.residentialAddress.postalCode": "postal_code",
    "addressInformation.residentialAddress.city": "find_city",
}
"""Node to column expression; the short forms are those that occur in the field."""

_COLUMNS: Final = {node.lower(): column for node, column in NODES.items()}

_TOKEN: Final = re.compile(r"\s*(?:([()])|(!=|<=|>=|=|<|>)|'([^']*)'|\"([^\"]*)\"|([A-Za-z][\w.]*))")
_DEEPEST: Final = 20


class QueryError(Exception):
    """The query does not follow the grammar; the text says where, in Swedish."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL condition over the citizen table, with its parameters."""

    sql: str
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def parse_query(query: str) -> Condition:
    """Turn a query into a condition; raises QueryError."""
    parser = _Parser(_tokens(query))
    for keyword in ("from", "personrecord", "where"):
        parser.expect_word(keyword)
    condition = parser.condition(0)
    parser.expect_end()
    return condition


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    text = query.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise QueryError(f"Ogiltigt tecken på plats {position + 1} i frågan.")
        position = match.end()
        kind = ("bracket", "operator", "value", "value", "word")[(match.lastindex or 1) - 1]
        tokens.append(_Token(kind, match.group(match.lastindex or 1)))
    return tokens


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._position = 0

    def _peek(self) -> _Token:
        return self._tokens[self._position] if self._position < len(self._tokens) else _Token("end", "")

    def _take(self, kind: str) -> str:
        token = self._peek()
        if token.kind != kind:
            raise QueryError(f"Frågan är felaktig vid '{token.text or 'slutet'}'.")
        self._position += 1
        return token.text

    def _take_word(self, word: str) -> bool:
        token = self._peek()
        if token.kind == "word" and token.text.lower() == word:
            self._position += 1
            return True
        return False

    def expect_word(self, word: str) -> None:
        if not self._take_word(word):
            raise QueryError(f"Frågan ska ha formen FROM personrecord WHERE …; {word.upper()} saknas.")

    def expect_end(self) -> None:
        self._take("end")

    def condition(self, depth: int) -> Condition:
        parts = [self._all(depth)]
        while self._take_word("or"):
            parts.append(self._all(depth))
        return _join(" OR ", parts)

    def _all(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._take_word("and"):
            parts.append(self._one(depth))
        return _join(" AND ", parts)

    def _one(self, depth: int) -> Condition:
        if self._peek() == _Token("bracket", "("):
            if depth == _DEEPEST:
                raise QueryError("Frågan har för många parenteser.")
            self._take("bracket")
            inner = self.condition(depth + 1)
            if self._take("bracket") != ")":
                raise QueryError("En parentes är inte avslutad.")
            return inner
        return self._comparison()

    def _comparison(self) -> Condition:
        node = self._take("word").lower().removeprefix("personrecord.")
        column = _COLUMNS.get(node)
        if column is None:
            raise QueryError(f"Noden '{node}' går inte att söka på.")
        operator = "LIKE" if self._take_word("like") else self._take("operator")
        value = self._take("value").casefold()
        if operator == "LIKE":
            pattern = value.replace("\\", "\\\\").replace("_", "\\_")
            return Condition(f"coalesce({column}, '') LIKE ? ESCAPE '\\'", (pattern,))
        if operator not in ("=", "!=") and column != "born":
            raise QueryError(f"Operatorn {operator} gäller bara födelsedatum.")
        return Condition(f"coalesce({column}, '') {operator} ?", (value,))


def _join(word: str, parts: list[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    sql = word.join(part.sql for part in parts)
    return Condition(f"({sql})", tuple(parameter for part in parts for parameter in part.parameters))
