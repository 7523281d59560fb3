"""The files that come with a practice world: the directory of care centres and the named persons."""

import csv
import json
import time
from contextlib import suppress
from pathlib import Path

from desktop.practice.realm import Realm
from desktop.practice.regions import all_municipalities

COLUMNS = (
    "hsa_id",
    "name",
    "street",
    "postal_code",
    "city",
    "municipality_code",
    "municipality",
    "county_code",
    "phone",
    "e_services",
)


def write_directory(realm: Realm, path: Path) -> None:
    """Every care centre as a region would export it from HSA: CSV in UTF-8, `e_services` separated by `|`.

    A desk may read it at any time, so it is there whole or as it was before.
    """
    names = {each.code: each.name for each in all_municipalities()}
    rows = realm.store.all("SELECT * FROM facility ORDER BY county, name")
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow(
                (
                    row["hsa_id"],
                    row["name"],
                    row["street"],
                    row["postal_code"],
                    row["city"],
                    row["municipality"],
                    names[row["municipality"]],
                    row["county"],
                    row["phone"],
                    row["e_services"],
                )
            )
    _put_in_place(fresh, path)


def _put_in_place(fresh: Path, path: Path) -> None:
    """On Windows a file is not replaced while somebody reads it: the desk does so for a moment at a time."""
    for pause in (0.05, 0.1, 0.2, 0.5, 1.0):
        with suppress(PermissionError):
            fresh.replace(path)
            return
        time.sleep(pause)
    fresh.replace(path)


def write_people(realm: Realm, path: Path) -> None:
    """The named persons with their numbers in this world, as a JSON list."""
    path.write_text(json.dumps(realm.people(), ensure_ascii=False, indent=1), encoding="utf-8")
