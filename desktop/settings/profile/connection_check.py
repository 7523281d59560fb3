"""The profile's `connection_check`: with whom and where the connection may be tried."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from desktop.domain.identity import PersonIdentity
from desktop.settings.profile.table import CountyCode, Table


class ConnectionCheck(Table):
    """Test persons and care centres for the connection check; without them less is tried."""

    test_persons: Mapping[CountyCode, str] = Field(
        {},
        description="By county code: the personal number, twelve digits, of a test person at home in that region. "
        "Contracts that need a person are tried with it.",
    )
    centres: Mapping[CountyCode, tuple[str, ...]] = Field(
        {},
        description="By county code: HSA-ids of care centres between which the test person may be moved when "
        "registering is tried. Two or more, so that it can be tried again; their doctors are chosen among too. Never "
        "used in production.",
    )
    queue_centres: Mapping[CountyCode, str] = Field(
        {},
        description="By county code: HSA-id of a full care centre whose queue the test person may join, and leaves "
        "again, when registering is tried. Never used in production.",
    )

    @field_validator("test_persons")
    @classmethod
    def _are_numbers(cls, persons: Mapping[str, str]) -> Mapping[str, str]:
        for county, number in persons.items():
            try:
                PersonIdentity(number)
            except ValueError as error:
                told = {"county": county}
                raise PydanticCustomError(
                    "test_person", "the test person of {county} has no valid number", told
                ) from error
        return persons
