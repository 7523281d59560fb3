"""The technical log: JSON lines that rotate, with the ids of calls and without anybody's number or an error's text."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.runtime.diagnostics import TechnicalLog, blanked, technical_report, where

NUMBERS = ("191212121212", "19121212-1212", "121212-1212", "1212121212", "121212+1212", "19121212\u20111212")
CALL = "12345678-1234-4123-8123-123456789012"
_log = logging.getLogger("desktop.tests")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[TechnicalLog]:
    log = TechnicalLog(tmp_path)
    yield log
    log.close()


def written(log: TechnicalLog) -> list[dict[str, str]]:
    return [json.loads(line) for line in (log.folder / "desk.log").read_text(encoding="utf-8").splitlines()]


def test_a_line_is_json_with_what_is_known_of_the_call(log: TechnicalLog) -> None:
    _log.info("%s to %s", "GetListing", "Jämtland", extra={"facts": {"contract": "GetListing", "correlation": CALL}})
    (line,) = written(log)
    assert line["text"] == "GetListing to Jämtland"
    assert (line["level"], line["part"], line["contract"]) == ("INFO", "desktop.tests", "GetListing")
    assert line["correlation"] == CALL
    assert log.correlation_ids == (CALL,)
    assert line["time"][10] == "T"


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_slips_in_is_blanked(log: TechnicalLog, number: str) -> None:
    _log.info("about %s and more", number, extra={"facts": {"detail": f"({number})"}})
    assert "1212" not in (log.folder / "desk.log").read_text(encoding="utf-8")
    assert written(log)[0]["text"] == "about • and more"


def test_ids_that_are_no_numbers_stay() -> None:
    for kept in (CALL, "SE9900000020-1001", "in 12345 ms", "2026-11-23T06:45:53.123"):
        assert blanked(kept) == kept


def test_of_an_error_the_kind_and_place_are_told_and_nothing_it_says(log: TechnicalLog, caplog: object) -> None:
    def fail(name: str) -> None:
        raise ValueError(name)

    with pytest.raises(ValueError, match="Åsa") as caught:
        fail("Åsa Köhler")
    _log.info("it failed", exc_info=caught.value)
    (line,) = written(log)
    assert line["raised"].startswith("ValueError at test_diagnostics.py:")
    assert "Köhler" not in where(caught.value) + json.dumps(line, ensure_ascii=False)


def test_the_file_rotates_and_no_line_is_cut(log: TechnicalLog) -> None:
    for number in range(2400):
        _log.info("%d %s", number, "x" * 1000)
    files = sorted(file.name for file in log.folder.iterdir())
    assert files == ["desk.log", "desk.log.1", "desk.log.2"]
    assert all((log.folder / name).stat().st_size <= 1024 * 1024 for name in files)
    assert written(log)[-1]["text"].startswith("2399 ")


def test_where_the_file_cannot_be_written_the_last_lines_are_kept(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    log = TechnicalLog(tmp_path)
    try:
        _log.info("still here")
        assert "still here" in technical_report({}, log)
    finally:
        log.close()


def test_the_report_has_facts_calls_and_the_last_lines(log: TechnicalLog) -> None:
    for number in range(100):
        _log.info("line %d about 19121212-1212", number, extra={"facts": {"correlation": f"call-{number}"}})
    report = technical_report({"program": "Listningsluckan 1"}, log, "Fatal Python error: Aborted")
    assert "program: Listningsluckan 1" in report
    assert "last correlation ids: call-95, call-96, call-97, call-98, call-99\n" in report
    assert "Fatal Python error: Aborted" in report
    assert "line 99 about •" in report
    assert "line 39 " not in report
    assert "1212" not in report
