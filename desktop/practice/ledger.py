"""What the regions know: citizens, centres, listings, queues and changes, read from and written to the store."""

import json
from datetime import datetime, timedelta
from typing import Any

from desktop.practice.clock import Clock, stamp
from desktop.practice.numbers import age_on
from desktop.practice.records import (
    Citizen,
    Doctor,
    Facility,
    Listing,
    QueuePlace,
    read_citizen,
    read_doctor,
    read_facility,
    read_listing,
    read_queue_place,
)
from desktop.practice.store import Store, read_json

CHANGES_WITHIN = timedelta(days=365)
"""The change cap counts over rolling twelve months."""


class Ledger:
    """The regions' registers; callers hold a transaction around what belongs together."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @property
    def now(self) -> datetime:
        """The region's time."""
        return self._clock.now()

    def age(self, citizen: Citizen) -> int:
        """Whole years today."""
        return age_on(citizen.born, self.now.date())

    # Citizens

    def citizen(self, number: str) -> Citizen | None:
        """The citizen with a number."""
        row = self._store.one("SELECT * FROM citizen WHERE number = ?", number)
        return None if row is None else read_citizen(row)

    def guardians(self, child: str) -> set[str]:
        """The personal numbers of a child's guardians."""
        return {row["guardian"] for row in self._store.all("SELECT guardian FROM guardian WHERE child = ?", child)}

    def consenting(self, child: str, facility: str, care: str) -> set[str]:
        """The guardians who have approved that the child is listed at a centre."""
        rows = self._store.all(
            "SELECT guardian FROM consent WHERE child = ? AND facility IN (?, '*') AND care IN (?, '*')",
            child,
            facility,
            care,
        )
        return {row["guardian"] for row in rows}

    def add_consent(self, child: str, guardian: str, facility: str, care: str) -> None:
        """Remember a guardian's approval; it holds for this centre only, consents are never transferred (IS-L)."""
        self._store.run("INSERT OR IGNORE INTO consent VALUES (?, ?, ?, ?)", child, guardian, facility, care)

    # Centres and doctors

    def facility(self, hsa_id: str, county: str) -> Facility | None:
        """A region's centre by HSA-id, in upper or lower case."""
        row = self._store.one("SELECT * FROM facility_now WHERE hsa_id = ? AND county = ?", hsa_id, county)
        return None if row is None else read_facility(row)

    def facilities(self, county: str) -> list[Facility]:
        """All of a region's centres by name."""
        rows = self._store.all("SELECT * FROM facility_now WHERE county = ? ORDER BY name", county)
        return [read_facility(row) for row in rows]

    def connected_counties(self) -> set[str]:
        """The regions that have any centre in this world."""
        return {row["county"] for row in self._store.all("SELECT DISTINCT county FROM facility")}

    def doctor(self, hsa_id: str) -> Doctor | None:
        """A doctor by HSA-id."""
        row = self._store.one("SELECT * FROM doctor WHERE hsa_id = ?", hsa_id)
        return None if row is None else read_doctor(row)

    def doctors(self, facility: str, age: int) -> list[Doctor]:
        """The doctors at a centre whom a citizen of an age can choose (IS-L 5.2)."""
        rows = self._store.all(
            "SELECT * FROM doctor WHERE facility = ? AND ? BETWEEN least_age AND most_age ORDER BY name", facility, age
        )
        return [read_doctor(row) for row in rows]

    # Listings

    def listing(self, person: str, care: str, county: str) -> Listing | None:
        """The lasting listing in a region, visible yet or not."""
        row = self._store.one(
            "SELECT * FROM listing WHERE person = ? AND care = ? AND county = ? AND until IS NULL ORDER BY id DESC",
            person,
            care,
            county,
        )
        return None if row is None else read_listing(row)

    def listing_by_id(self, listing: int) -> Listing | None:
        """A lasting listing by its id."""
        row = self._store.one("SELECT * FROM listing WHERE id = ? AND until IS NULL", listing)
        return None if row is None else read_listing(row)

    def visible_listings(self, person: str, county: str) -> list[Listing]:
        """What a region shows now."""
        now = stamp(self.now)
        rows = self._store.all(
            "SELECT * FROM listing WHERE person = ? AND county = ? AND shown_from <= ?"
            " AND (until IS NULL OR until > ?) ORDER BY care = 'primary' DESC, id",
            person,
            county,
            now,
            now,
        )
        return [read_listing(row) for row in rows]

    def known_counties(self, person: str) -> list[str]:
        """The regions where a home region knows its citizen to be listed."""
        rows = self._store.all("SELECT DISTINCT county FROM known WHERE person = ? ORDER BY county", person)
        return [row["county"] for row in rows]

    def known_county(self, person: str, care: str) -> str | None:
        """The region where a home region knows its citizen to be listed for a kind of care."""
        row = self._store.one("SELECT county FROM known WHERE person = ? AND care = ?", person, care)
        return None if row is None else str(row["county"])

    def learn_county(self, person: str, care: str, county: str) -> None:
        """Let the home region know where its citizen is listed."""
        self._store.run("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", person, care, county)

    def add_listing(self, person: str, facility: Facility, care: str, doctor: str | None, delay: timedelta) -> int:
        """List a citizen and take a place; it shows after `delay`. Returns the listing's id."""
        shown = stamp(self.now + delay)
        self._store.run("UPDATE facility SET free = free - 1 WHERE hsa_id = ?", facility.hsa_id)
        return self._store.run(
            "INSERT INTO listing (person, facility, county, care, doctor, since, shown_from)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            person,
            facility.hsa_id,
            facility.county,
            care,
            doctor,
            stamp(self.now),
            shown,
        )

    def end_listing(self, listing: Listing, delay: timedelta) -> None:
        """End a listing and give its place back; it stays visible for `delay`."""
        self._store.run("UPDATE listing SET until = ? WHERE id = ?", stamp(self.now + delay), listing.id)
        self._store.run("UPDATE facility SET free = free + 1 WHERE hsa_id = ?", listing.facility)

    def choose_doctor(self, listing: Listing, doctor: str) -> None:
        """Set the doctor of a listing."""
        self._store.run("UPDATE listing SET doctor = ? WHERE id = ?", doctor, listing.id)

    # Queues

    def queue_places(self, person: str, county: str) -> list[QueuePlace]:
        """A citizen's visible queue places in a region."""
        rows = self._store.all(
            "SELECT * FROM queue_now WHERE person = ? AND county = ? AND shown_from <= ? ORDER BY id",
            person,
            county,
            stamp(self.now),
        )
        return [read_queue_place(row) for row in rows]

    def queue_place(self, person: str, facility: str, care: str) -> QueuePlace | None:
        """A citizen's place in one queue, visible or not."""
        row = self._store.one(
            "SELECT * FROM queue_now WHERE person = ? AND facility = ? AND care = ?", person, facility, care
        )
        return None if row is None else read_queue_place(row)

    def join_queue(self, person: str, facility: Facility, care: str, delay: timedelta) -> None:
        """Put a citizen last in line; the centre's clock for free places starts with its first in line."""
        self._store.run(
            "INSERT INTO queue (person, facility, county, care, joined, shown_from) VALUES (?, ?, ?, ?, ?, ?)",
            person,
            facility.hsa_id,
            facility.county,
            care,
            stamp(self.now),
            stamp(self.now + delay),
        )
        self._store.run(
            "UPDATE facility SET next_free = coalesce(next_free, ?) WHERE hsa_id = ?",
            stamp(self.now + timedelta(days=facility.pace_days)),
            facility.hsa_id,
        )

    def leave_queue(self, place: int) -> None:
        """Take somebody out of a queue."""
        self._store.run("DELETE FROM queue WHERE id = ?", place)

    def drop_queues(self, person: str, county: str, care: str) -> None:
        """Take a citizen out of all of a region's queues for a kind of care."""
        self._store.run("DELETE FROM queue WHERE person = ? AND county = ? AND care = ?", person, county, care)

    def first_in_line(self, facility: str) -> tuple[int, str | None, str] | None:
        """Id, person (None: a stranger) and care of the first in a queue."""
        row = self._store.one("SELECT * FROM queue WHERE facility = ? ORDER BY id LIMIT 1", facility)
        return None if row is None else (row["id"], row["person"], row["care"])

    def change_free(self, facility: str, places: int) -> None:
        """Add or take free places."""
        self._store.run("UPDATE facility SET free = free + ? WHERE hsa_id = ?", places, facility)

    # Changes

    def add_change(self, person: str, care: str) -> None:
        """Count a change of centre."""
        self._store.run("INSERT INTO change VALUES (?, ?, ?)", person, care, stamp(self.now))

    def changes(self, person: str, care: str) -> int:
        """Changes in the last twelve months."""
        return self._store.number(
            "SELECT count(*) FROM change WHERE person = ? AND care = ? AND made > ?",
            person,
            care,
            stamp(self.now - CHANGES_WITHIN),
        )

    # Events

    def plan(self, delay: timedelta, kind: str, payload: dict[str, Any]) -> None:
        """Let something happen when the clock has moved so far."""
        self._store.run(
            "INSERT INTO event (due, kind, payload) VALUES (?, ?, ?)",
            stamp(self.now + delay),
            kind,
            json.dumps(payload),
        )

    def due_event(self) -> tuple[str, dict[str, Any]] | None:
        """Take the earliest event that is due."""
        row = self._store.one("SELECT * FROM event WHERE due <= ? ORDER BY due, id LIMIT 1", stamp(self.now))
        if row is None:
            return None
        self._store.run("DELETE FROM event WHERE id = ?", row["id"])
        return str(row["kind"]), read_json(row, "payload")

    def due_facility(self) -> str | None:
        """A centre with people in line where a place frees by itself; plans the next one."""
        row = self._store.one(
            "SELECT hsa_id, next_free, pace_days FROM facility WHERE next_free <= ? ORDER BY next_free LIMIT 1",
            stamp(self.now),
        )
        if row is None:
            return None
        empty = self.first_in_line(row["hsa_id"]) is None
        following = datetime.fromisoformat(row["next_free"]) + timedelta(days=row["pace_days"])
        self._store.run(
            "UPDATE facility SET next_free = ? WHERE hsa_id = ?", None if empty else stamp(following), row["hsa_id"]
        )
        return str(row["hsa_id"])
