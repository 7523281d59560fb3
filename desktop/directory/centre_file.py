"""The directory file: a CSV from region IT with addresses, municipalities, phones and e-services by HSA-id.

    hsa_id,name,street,postal_code,city,municipality_code,municipality,phone,e_services
    SE9900000020-1001,Tallbackens vårdcentral,Storgatan 1,791 30,Falun,2080,Falun,0200-00 00 00,tidbok|recept

UTF-8, with comma, semicolon or tab between the columns, which come in any order. `hsa_id` is required; a column that
is left out, or that is not named here, is nothing to the desk. `e_services` are separated by `|`.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop.directory.municipalities import municipalities
from desktop.domain.centre import Entry, Municipality

MOST_BYTES = 16_000_000
MOST_ROWS = 50_000
MOST_LETTERS = 200
_MOST_FAULTS = 10
_SIGNS = ",;\t"

Directory = Mapping[str, Entry]
"""Entries by HSA-id as `directory_key` writes it."""


class DirectoryError(Exception):
    """The file cannot be used; one line for each fault, with the line in the file."""


def directory_key(hsa_id: str) -> str:
    """HSA-ids compare without regard to case or surrounding blanks (TKB-L)."""
    return hsa_id.strip().casefold()


def read_directory(file: Path) -> dict[str, Entry]:
    """Every entry of a directory file. Raises DirectoryError; a file with a fault is not used in part."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise DirectoryError(f"{file.name}: cannot be read ({type(error).__name__})") from error
    if len(content) > MOST_BYTES:
        raise DirectoryError(f"{file.name}: is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DirectoryError(f"{file.name}: is not UTF-8; save it as CSV UTF-8") from error
    reader = _Reader(file.name)
    try:
        entries = reader.read(text)
    except csv.Error as error:
        raise DirectoryError(f"{file.name}: {error}") from error
    if reader.faults:
        raise DirectoryError("\n".join(reader.faults))
    return entries


class _Reader:
    """Reads rows and gathers what is wrong with them, up to a screenful."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.faults: list[str] = []

    def read(self, text: str) -> dict[str, Entry]:
        header = text.split("\n", 1)[0]
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SIGNS, key=header.count), strict=True)
        columns = [column.strip().casefold() for column in next(rows, [])]
        if "hsa_id" not in columns or len(set(columns)) != len(columns):
            self._fault(1, "the first line must name the columns once each, hsa_id among them")
            return {}
        entries: dict[str, Entry] = {}
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                self._fault(rows.line_num, f"more than {MOST_ROWS} care centres")
            if len(self.faults) >= _MOST_FAULTS:
                break
            if row:
                self._take(entries, rows.line_num, columns, row)
        return entries

    def _take(self, entries: dict[str, Entry], line: int, columns: list[str], row: list[str]) -> None:
        if len(row) != len(columns):
            self._fault(line, f"{len(row)} columns, where the first line has {len(columns)}")
            return
        values = {column: value.strip() for column, value in zip(columns, row, strict=True)}
        key = directory_key(values["hsa_id"])
        if not key:
            self._fault(line, "hsa_id is empty")
        elif key in entries:
            self._fault(line, f"hsa_id {key.upper()!r:.40} has been before")
        elif bad := next((column for column, value in values.items() if not _is_plain(value)), None):
            self._fault(line, f"{bad:.40}: over {MOST_LETTERS} letters, or signs that are no text")
        else:
            municipality = self._municipality(line, values.get("municipality_code", ""), values.get("municipality", ""))
            entries[key] = _entry(values, municipality)

    def _municipality(self, line: int, code: str, name: str) -> Municipality | None:
        if not code:
            return None
        known = municipalities().get(code)
        if known is None and not (len(code) == 4 and code.isascii() and code.isdigit() and name):
            self._fault(line, f"municipality_code {code!r:.40} is unknown; a new one has four digits and a name")
        return known or Municipality(code, name)

    def _fault(self, line: int, what: str) -> None:
        self.faults.append(f"{self._name}, line {line}: {what}")


def _entry(values: Mapping[str, str], municipality: Municipality | None) -> Entry:
    return Entry(
        name=values.get("name", ""),
        street=values.get("street", ""),
        postal_code=values.get("postal_code", ""),
        town=values.get("city", ""),
        municipality=municipality,
        phone=values.get("phone", ""),
        e_services=tuple(_parts(values.get("e_services", "").split("|"))),
    )


def _parts(parts: Iterable[str]) -> Iterable[str]:
    return (part for each in parts if (part := each.strip()))


def _is_plain(value: str) -> bool:
    """Short, and nothing that steers a screen: control, format and surrogate signs are the C categories."""
    return len(value) <= MOST_LETTERS and not any(unicodedata.category(sign).startswith("C") for sign in value)
