"""Owns a journal that desks of a test share: in a file that all have, or in a database, where each has a folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.journal.file_store import open_store
from desktop.journal.key_codes import new_key_code, read_key_code
from desktop.journal.store import Store
from desktop.settings.profile import DatabaseTerms, JournalTerms
from desktop.settings.secrets import JOURNAL_DATABASE, FolderSecrets
from desktop.shared import open_shared
from tests.faults.doomed_desk import Workplace
from tests.journal.places import CentrePlace, JournalDatabase
from tests.region import Region

LOCAL_PROFILE = """
environment = "practice"
connected = ["20"]
desk = { county = "20", centres = [{ hsa_id = "SE9900000020-1001", name = "Tallbackens vårdcentral" }] }
platform = { base_url = "https://vp.example/vp" }
staff = { everyone = ["read", "register", "administer"] }
"""
"""The profile of a desk whose journal is a file."""


def database_table(database: JournalDatabase, role: str) -> str:
    """What is added to `LOCAL_PROFILE` for a desk whose journal is in the database."""
    at = database.address
    return f"""
[journal.database]
host = "{at.host}"
port = {at.port}
name = "{at.name}"
ca_file = "{at.ca_file}"
centre = "SE9900000020-1001"
role = "{role}"
"""


def terms_at(place: CentrePlace, role: str, patience: float) -> DatabaseTerms:
    """What a desk's profile says of a care centre's database."""
    at = place.address
    return DatabaseTerms(
        host=at.host,
        port=at.port,
        name=at.name,
        ca_file=at.ca_file,
        centre=place.centre,
        role=role,
        patience=patience,
    )


def enrol(database: JournalDatabase, place: CentrePlace, role: str, secrets: FolderSecrets) -> None:
    """Let a desk in, with the code stored where IT puts it."""
    code = new_key_code()
    key = read_key_code(code)
    assert key is not None
    database.administration.enrol(place.centre, role, key, place.recovery)
    secrets.store_secret(JOURNAL_DATABASE, code)


@dataclass(frozen=True)
class SharedJournal:
    """`terms` are the profile's; without a database the file lies in `folder`, which is then every desk's."""

    terms: JournalTerms
    secrets: FolderSecrets
    folder: Path

    def open(self) -> Store:
        """As one more desk has it."""
        if self.terms.database is not None:
            return open_shared(self.terms.database, self.secrets)
        key = self.secrets.data_key()
        assert isinstance(key, bytes)
        return open_store(self.folder / "journal.sqlite3", key)

    def beside(self, workplace: Workplace, name: str = "beside") -> Workplace:
        """Another desk of the care centre; `name` tells its folder from others'."""
        folder = self.folder
        if self.terms.database is not None:
            folder = self.folder / name
            folder.mkdir()
        profile = workplace.profile.model_copy(update={"journal": self.terms})
        return replace(workplace, profile=profile, folder=folder)


def in_database(
    database: JournalDatabase, secrets: FolderSecrets, folder: Path, patience: float = 5.0
) -> SharedJournal:
    """A journal of a care centre of its own, where a desk has been let in."""
    place = database.centre()
    role = f"{place.role}_desk"
    enrol(database, place, role, secrets)
    return SharedJournal(JournalTerms(database=terms_at(place, role, patience)), secrets, folder)


@pytest.fixture(params=["file", "database"])
def journal(region: Region, tmp_path: Path, request: pytest.FixtureRequest) -> SharedJournal:
    """A test that takes it runs twice: with the journal in a file, and in a real PostgreSQL."""
    secrets = region.practice.secrets()
    if request.param == "file":
        return SharedJournal(JournalTerms(), secrets, tmp_path)
    return in_database(request.getfixturevalue("journal_database"), secrets, tmp_path)
