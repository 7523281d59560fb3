"""The profile's `confirming`: when the desk reads again what a registration led to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from desktop.settings.profile.table import Table


class Confirming(Table):
    """Seconds before each further reading.

    The desk repeats nothing by itself within five minutes after a fault (contract-rules 1, rule 22).
    """

    after_ok: tuple[float, ...] = Field(
        (1, 2, 5, 15, 60, 300, 900, 3600, 14400, 43200), description="Seconds before each further reading after an OK."
    )
    after_fault: Annotated[tuple[float, ...], Field(min_length=1)] = Field(
        (300, 900, 3600, 14400, 43200),
        description="Seconds before each further reading after a fault; at least 300 outside practice.",
    )
    resend_forms: bool = Field(
        False,
        description="Send what rests on a signed form again without asking, when every region has been read and shows "
        "that it was not registered and that nothing else has been chosen; never after a refusal.",
    )
