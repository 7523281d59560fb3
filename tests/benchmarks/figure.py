"""Owns what a benchmark says: a ratio against its floor with median and spread, and the aim it is held against."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `ratios` are of pairs measured one after the other; no aim: only reported.

    `unit` names what `ratios` are when they are not ratios (ms).
    """

    what: str
    against: str
    ratios: tuple[float, ...]
    aim: float | None = None
    at_least: bool = False
    unit: str = ""

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The quartiles; the ends where there are too few to have any."""
        if len(self.ratios) < 4:
            return min(self.ratios), max(self.ratios)
        low, _, high = quantiles(self.ratios, n=4)
        return low, high

    @property
    def is_met(self) -> bool:
        """Whether the median keeps the aim."""
        if self.aim is None:
            return True
        return self.middle >= self.aim if self.at_least else self.middle <= self.aim


def paired(ours: Callable[[], float], floor: Callable[[], float], rounds: int) -> tuple[float, ...]:
    """Ratios of two timings taken in turn, so that whatever the machine does falls on both; the first pair warms up."""
    ours(), floor()
    return tuple(ours() / floor() for _ in range(rounds))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one go."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0-1) of all lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def growth(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The exponent of time over size: 1 is linear. The slope of a line through their logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(time) for time in times]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - x_mean) ** 2 for x in xs)


def print_figures(figures: Sequence[Figure]) -> int:
    """A line for each; the exit code tells whether every aim is met."""
    print(f"{'what':<44}{'against':<36}{'median':>9}{'quartiles':>17}{'aim':>9}")
    for one in figures:
        low, high = one.spread
        aim = "" if one.aim is None else f"{'>=' if one.at_least else '<='} {one.aim:g}"
        miss = "" if one.is_met else "  not met"
        print(f"{one.what:<44}{one.against:<36}{one.middle:>9.2f}{f'{low:.2f}-{high:.2f}':>17}{aim:>9}{miss}")
    return 0 if all(one.is_met for one in figures) else 1
