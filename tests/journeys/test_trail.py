"""Whatever is read about somebody is in the audit trail, with how each region answered; read again by key, too."""

from pathlib import Path

from desktop.domain.audit import Action
from desktop.domain.identity import PersonIdentity
from desktop.journal.audit import Audit
from desktop.journal.file_store import open_store
from tests.journeys.receptionist import Receptionist
from tests.journeys.test_printing import key_of
from tests.region import Region


def test_every_reading_is_in_the_trail_with_what_each_region_answered(
    receptionist: Receptionist, region: Region, tmp_path: Path
) -> None:
    receptionist.open("listed-elsewhere")
    region.control("/faults", {"set": [{"name": "down", "region": "20", "contract": "GetListing"}]})
    receptionist.press("F5")
    receptionist.sees("Tjänsteplattformen fick inget svar från Region Dalarna.")
    receptionist.desk.close()
    store = open_store(tmp_path / "journal.sqlite3", key_of(receptionist))
    rows = Audit(store, "test", "test").of_citizen(PersonIdentity(receptionist.region.number("listed-elsewhere")))
    store.close()
    looked_up, first, again = rows
    assert looked_up.entry.action is Action.LOOKED_UP
    assert first.entry.action is again.entry.action is Action.READ
    assert len(first.entry.answer) >= 2
    assert all("listings or queue places" in told for told in first.entry.answer.values())
    assert "REGION_UNREACHABLE VP009" in again.entry.answer["20"]
