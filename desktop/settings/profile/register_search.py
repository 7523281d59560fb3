"""The profile's `register_search`: how the person register wants to be searched by name."""

from __future__ import annotations

from pydantic import Field

from desktop.settings.profile.table import Table


class RegisterSearch(Table):
    """The register's query language; without it the desk does not search by name."""

    language: str = Field(description="The query language's name, as the register knows it.")
    root: str = Field(description="The root node of a query.")
    surname: str = Field(description="The node of the surname.")
    given_name: str = Field(description="The node of the given name.")
    birth_date: str = Field(description="The node of the date of birth.")
    like: str = Field("LIKE", description="The operator for text with wildcards.")
    at_least: str = Field(">=", description="The operator for at least.")
    at_most: str = Field("<=", description="The operator for at most.")
