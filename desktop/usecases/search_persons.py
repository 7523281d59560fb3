"""Search for persons by name and birth date, with a query built from a fixed template of the profile's node names.

The register's query language is described in fragments only (contract-rules 5), so its words come from the profile,
and without them there is no name search.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.citizen import Citizen
from desktop.domain.lookup import Hits, NameQuery
from desktop.domain.problems import CallError, Problem
from desktop.domain.rules import Rules

if TYPE_CHECKING:
    from desktop.contracts.persons import PersonRegister


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The register's dialect: language, root node, node names, and the operators for beginnings and intervals."""

    language: str
    root: str
    surname: str
    given_name: str
    birth_date: str
    like: str = "LIKE"
    at_least: str = ">="
    at_most: str = "<="


async def search_persons(register: PersonRegister, words: QueryWords, query: NameQuery, rules: Rules) -> Hits | Problem:
    """SearchPersonsForProfile, profile P1, without test persons in production (TKB-P 6.1) and protected ones anywhere.

    More than 500 hits is the Problem TOO_MANY_HITS.
    """
    try:
        found = await register.search(written(words, query), words.language)
    except CallError as error:
        return error.problem
    shown = (one for one in found if not one.is_protected and not rules.discards(one))
    return Hits(tuple(sorted(shown, key=_by_name)))


def written(words: QueryWords, query: NameQuery) -> str:
    """The query in the register's dialect. A name holds letters, blanks and hyphens only, so it cannot end a value."""
    conditions = []
    if query.surname:
        conditions.append(f"{words.surname} {words.like} '{query.surname}%'")
    if query.given:
        conditions.append(f"{words.given_name} {words.like} '{query.given}%'")
    if query.born_from == query.born_to:
        conditions.append(f"{words.birth_date} = '{query.born_from.isoformat()}'")
    else:
        conditions.append(f"{words.birth_date} {words.at_least} '{query.born_from.isoformat()}'")
        conditions.append(f"{words.birth_date} {words.at_most} '{query.born_to.isoformat()}'")
    return f"FROM {words.root} WHERE {' AND '.join(conditions)}"


def _by_name(citizen: Citizen) -> tuple[str, str, str]:
    name = citizen.name
    return (name.surname.casefold(), name.given.casefold(), citizen.identity.number) if name else ("", "", "")
