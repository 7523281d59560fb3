"""The profile's `journal`: where cases and the audit trail are kept, and for how long."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from desktop.settings.profile.table import Table


class DatabaseTerms(Table):
    """A PostgreSQL database in which desks share their care centre's journal. The way there is always TLS."""

    host: str = Field(min_length=1, description="Name of the database server, as its certificate has it.")
    port: int = Field(5432, gt=0, lt=65536, description="Its port.")
    name: str = Field("listningsluckan", min_length=1, description="Name of the database.")
    ca_file: Path = Field(description="PEM file with the authorities that the server's certificate is held against.")
    centre: str = Field(min_length=1, description="The care centre whose journal it is, as IT named it there.")
    role: str | None = Field(
        None, min_length=1, description="The desk's own role at the database. None: the computer's name in lower case."
    )
    patience: float = Field(
        5.0, ge=1, le=60, description="Seconds to wait for the database before the desk goes on without it."
    )


class JournalTerms(Table):
    """Where the journal lies, and when content is destroyed; the audit chain keeps the hash of what is."""

    folder: Path | None = Field(
        None,
        description="Folder of the journal, where all accounts of this computer may write, such as "
        "D:\\Listningsluckan; not the profile's own. None: a folder of the account's own.",
    )
    database: DatabaseTerms | None = Field(
        None, description="The database that the care centre's desks share. None: the journal is a file."
    )
    cases_days: int = Field(
        730, ge=30, description="Days after its last change when a case that waits for nobody is destroyed."
    )
    trail_years: int = Field(10, ge=5, description="Years after which the content of an audit row is destroyed.")
