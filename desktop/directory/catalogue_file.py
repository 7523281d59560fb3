"""A region's care centres as they were last fetched, kept in the data folder: one file a region, nothing personal."""

from __future__ import annotations

import logging
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from desktop.domain.listing import Facility, ListingType
from desktop.domain.regions import County

MOST_BYTES = 32_000_000
MOST_FACILITIES = 50_000
_AHEAD = timedelta(minutes=5)
"""How far a clock may have been set back before what was kept counts as not kept."""
_log = logging.getLogger("desktop.directory")


class KeptCatalogue(BaseModel):
    """What a region offers whomever asks. `source` is the platform's address; `due_at` when it is fetched anew."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    county: County
    source: str
    fetched_at: AwareDatetime
    due_at: AwareDatetime
    listing_types: Annotated[tuple[ListingType, ...], Field(max_length=1_000)]
    facilities: Annotated[tuple[Facility, ...], Field(max_length=MOST_FACILITIES)]


class CatalogueFiles:
    """The kept catalogues of one platform in `folder`; another platform's are none of its own."""

    def __init__(self, folder: Path, source: str) -> None:
        self._folder, self.source = folder, source

    def read(self, county: County, now: datetime) -> KeptCatalogue | None:
        """What is kept of a region; None where nothing is, or nothing that can be used."""
        file = self._file(county)
        try:
            with file.open("rb") as opened:
                content = opened.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise ValueError("too large")
            kept = KeptCatalogue.model_validate_json(content)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.info("the kept catalogue %s is not used: %s", file.name, _why(error))
            return None
        if (kept.county, kept.source) != (county, self.source) or kept.fetched_at > now + _AHEAD:
            return None
        return kept

    def write(self, kept: KeptCatalogue) -> None:
        """Keep a catalogue in place of the last. A disk that refuses costs only another fetch."""
        file = self._file(kept.county)
        fresh = file.with_suffix(f".{os.getpid()}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_text(kept.model_dump_json(), encoding="utf-8")
            fresh.replace(file)
        except OSError as error:
            _log.info("the catalogue %s is not kept: %s", file.name, type(error).__name__)

    def _file(self, county: County) -> Path:
        """Two digits, as the profile lets no other county through."""
        return self._folder / f"{county}.json"


def _why(error: Exception) -> str:
    """What is wrong without the content, which pydantic would quote."""
    return f"{error.error_count()} faults" if isinstance(error, ValidationError) else type(error).__name__
