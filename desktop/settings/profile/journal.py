"""The profile's `journal`: where cases and the audit trail are kept, and for how long."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from desktop.settings.profile.table import Table


class JournalTerms(Table):
    """Where the journal lies, and when content is destroyed; the audit chain keeps the hash of what is."""

    folder: Path | None = Field(
        None,
        description="Folder of the journal, where all accounts of this computer may write, such as "
        "D:\\Listningsluckan; not the profile's own. None: a folder of the account's own.",
    )
    cases_days: int = Field(
        730, ge=30, description="Days after its last change when a case that waits for nobody is destroyed."
    )
    trail_years: int = Field(10, ge=5, description="Years after which the content of an audit row is destroyed.")
