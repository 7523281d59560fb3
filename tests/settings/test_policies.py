"""The registry is walked as Windows lays it out; the test's registry has winreg's functions over nested tables."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from desktop.settings.policies import policies, values_of
from desktop.settings.policy_values import tables_of

ROOT = r"Software\Policies\Listningsluckan"


class Registry:
    """What is used of winreg: a key is a pair of values by name and keys by name."""

    HKEY_LOCAL_MACHINE = "HKLM"
    KEY_READ, KEY_WOW64_64KEY = 0x20019, 0x100

    def __init__(self, policies: Any) -> None:
        self._policies = policies

    def OpenKey(self, key: Any, name: str, access: int = KEY_READ) -> AbstractContextManager[Any]:  # noqa: N802
        if key != self.HKEY_LOCAL_MACHINE:
            return nullcontext(key[1][name])
        assert name == ROOT
        assert access & self.KEY_WOW64_64KEY
        if self._policies is None:
            raise FileNotFoundError
        return nullcontext(self._policies)

    def QueryInfoKey(self, key: Any) -> tuple[int, int, int]:  # noqa: N802
        return len(key[1]), len(key[0]), 0

    def EnumValue(self, key: Any, at: int) -> tuple[str, Any, int]:  # noqa: N802
        name = list(key[0])[at]
        return name, key[0][name], 1

    def EnumKey(self, key: Any, at: int) -> str:  # noqa: N802
        return str(list(key[1])[at])


def test_every_value_of_every_key_is_read() -> None:
    proxy = ({"url": "http://proxy.example:8080"}, {})
    registry = Registry(
        ({"environment": "qa"}, {"platform": ({"read_timeout": "40"}, {"proxy": proxy}), "desk": ({}, {})})
    )
    assert tables_of(values_of(registry)) == {
        "environment": "qa",
        "platform": {"read_timeout": "40", "proxy": {"url": "http://proxy.example:8080"}},
    }


def test_a_computer_without_policies_has_none() -> None:
    assert values_of(Registry(None)) == {}
    assert tables_of({}) == {}


def test_other_systems_have_none() -> None:
    assert policies() == {}
