"""Faults on demand: what can be made to go wrong between a consumer and the practice region, and when."""

import threading
import time
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from desktop.practice.regions import all_regions
from desktop.practice.vocabulary import CONTRACT_NAMES, PERSON_REGISTER

FAULTS: Final = {
    "delay": "answer after `seconds`",
    "timeout": "VP009 after `seconds` (29), nothing was done",
    "timeout-after-store": "the request is carried out, then VP009 after `seconds` (29)",
    "hang-after-store": "the request is carried out, then no answer for `seconds` (60)",
    "drop-before": "the connection is dropped before anything is done",
    "drop-after": "the request is carried out, then the connection is dropped",
    "truncated": "the answer stops half-way, under a full Content-Length",
    "cut-xml": "the answer is whole HTTP but half the XML",
    "not-xml": "the answer is not XML",
    "html": "a proxy's HTML page with HTTP 503",
    "wrong-content-type": "the right answer as application/octet-stream",
    "empty": "HTTP 200 with nothing in it",
    "info": "the right answer as INFO instead of OK, with a message",
    "expired-certificate": "the server's certificate has expired (new connections)",
    "untrusted-certificate": "the server's certificate is from an unknown authority (new connections)",
    "refused-certificate": "the client's certificate is refused (new connections)",
    "vp": "the platform answers with `code` (VP001 to VP015)",
    "down": "the region does not answer: VP009 at once",
    "throttle": "one call a second and region at most, else VP012",
}
TLS_FAULTS: Final = frozenset({"expired-certificate", "untrusted-certificate", "refused-certificate"})
VP_CODES: Final = frozenset(f"VP{number:03d}" for number in range(1, 16))
_WAITS = {"delay": 3.0, "timeout": 29.0, "timeout-after-store": 29.0, "hang-after-store": 60.0}


class FaultError(ValueError):
    """A fault was asked for that does not exist."""


@dataclass(frozen=True, slots=True)
class FaultRule:
    """One fault; None in a filter means any, None in `times` means until cleared. `seconds` of wait.

    `region` is a logical address, so that the person register can be hit too.
    """

    name: str
    region: str | None = None
    contract: str | None = None
    code: str | None = None
    seconds: float = 0.0
    times: int | None = None

    def fits(self, address: str | None, contract: str | None) -> bool:
        """Whether a call is hit."""
        return self.region in (None, address) and self.contract in (None, contract)


def read_fault(values: dict[str, Any]) -> FaultRule:
    """A fault from JSON; raises FaultError with a sentence that says what is wrong."""
    unknown = set(values) - {each.name for each in fields(FaultRule)}
    name = values.get("name")
    if unknown or name not in FAULTS:
        raise FaultError(f"Unknown fault {name!r} or option {sorted(unknown)}; faults: {', '.join(FAULTS)}")
    if name == "vp" and values.get("code") not in VP_CODES:
        raise FaultError("The fault vp needs a code from VP001 to VP015")
    seconds, times = values.get("seconds", _WAITS.get(str(name), 0.0)), values.get("times")
    if not isinstance(seconds, int | float) or not 0 <= seconds <= 600:
        raise FaultError("seconds must be between 0 and 600")
    if times is not None and (not isinstance(times, int) or times < 1):
        raise FaultError("times must be a positive number")
    texts = {key: values.get(key) for key in ("region", "contract", "code")}
    if any(value is not None and not isinstance(value, str) for value in texts.values()):
        raise FaultError("region, contract and code must be texts")
    if texts["contract"] is not None and texts["contract"] not in CONTRACT_NAMES:
        raise FaultError(f"Unknown contract; contracts: {', '.join(CONTRACT_NAMES)}")
    if texts["region"] is not None and texts["region"] not in {*all_regions(), PERSON_REGISTER}:
        raise FaultError(f"region is a two-digit county code, or {PERSON_REGISTER} for the person register")
    return FaultRule(str(name), seconds=float(seconds), times=times, **texts)


def read_fault_option(option: str) -> FaultRule:
    """A fault from the command line: `name[:key=value,...]`."""
    name, _, rest = option.partition(":")
    values: dict[str, Any] = {"name": name}
    for pair in filter(None, rest.split(",")):
        key, _, value = pair.partition("=")
        try:
            values[key] = {"seconds": float, "times": int}.get(key, str)(value)
        except ValueError as error:
            raise FaultError(f"{key} must be a number") from error
    return read_fault(values)


class Faults:
    """The faults that are set; used from all threads."""

    def __init__(self) -> None:
        self._rules: list[FaultRule] = []
        self._last_call: dict[str, float] = {}
        self._lock = threading.Lock()

    def set(self, rules: list[FaultRule]) -> None:
        """Replace all faults."""
        with self._lock:
            self._rules = list(rules)
            self._last_call.clear()

    def add(self, rule: FaultRule) -> None:
        """Set one more fault."""
        with self._lock:
            self._rules.append(rule)

    def state(self) -> list[dict[str, Any]]:
        """The faults as JSON."""
        with self._lock:
            return [asdict(rule) for rule in self._rules]

    def take(self, address: str | None, contract: str | None) -> FaultRule | None:
        """The fault that hits this call, if any; one with `times` is used up."""
        with self._lock:
            for index, rule in enumerate(self._rules):
                if rule.name in TLS_FAULTS or not rule.fits(address, contract):
                    continue
                if rule.name == "throttle" and not self._too_soon(address):
                    continue
                self._use(index, rule)
                return rule
        return None

    def for_new_connection(self) -> FaultRule | None:
        """The TLS fault that hits a connection that is being made."""
        with self._lock:
            for index, rule in enumerate(self._rules):
                if rule.name in TLS_FAULTS:
                    self._use(index, rule)
                    return rule
        return None

    def unreachable(self, address: str, contract: str) -> bool:
        """Whether a region cannot be reached by another region: it is down, or the platform refuses."""
        with self._lock:
            return any(rule.name in ("down", "vp", "timeout") and rule.fits(address, contract) for rule in self._rules)

    def _use(self, index: int, rule: FaultRule) -> None:
        if rule.times == 1:
            del self._rules[index]
        elif rule.times is not None:
            self._rules[index] = replace(rule, times=rule.times - 1)

    def _too_soon(self, address: str | None) -> bool:
        now = time.monotonic()
        if now - self._last_call.get(address or "", -1.0) < 1.0:
            return True
        self._last_call[address or ""] = now
        return False
