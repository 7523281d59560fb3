"""What the check asks of others, as the desk has bound it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from desktop.domain.agreement import Agreement
from desktop.domain.citizen import Citizen, Unknown
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Overview
from desktop.domain.prepared import Prepared
from desktop.domain.problems import Problem
from desktop.domain.registration import Wish
from desktop.domain.rules import Rules
from desktop.usecases.prepare_sibling import GuardiansOf
from desktop.viewmodels.orders import Register


@dataclass(frozen=True, slots=True)
class Asks:
    """What the check asks of others: regions, the person register, and the profile.

    `guardians_of` is None where the profile does not permit asking whom the register records as guardians.
    """

    prepare: Callable[[Overview, Wish], Awaitable[Prepared | Problem]]
    register: Register
    look_up: Callable[[PersonIdentity], Awaitable[Citizen | Unknown | Problem]]
    prepare_sibling: Callable[[PersonIdentity, Wish], Awaitable[Prepared | Unknown | Problem]]
    agreement: Callable[[str], Agreement]
    rules: Rules
    guardians_of: GuardiansOf | None = None
