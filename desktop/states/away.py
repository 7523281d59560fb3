"""A desk whose cases lie in a database that is away: what it says, what it keeps meanwhile, what it does not send."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desktop.app import Desk
from desktop.journal.key_codes import new_key_code
from desktop.journal.keys import new_data_key
from desktop.journal.shelter import open_shelter
from desktop.settings.account import account
from desktop.settings.profile import DatabaseTerms, JournalTerms
from desktop.settings.secrets import CERTIFICATE_PASSPHRASE, JOURNAL_DATABASE, FolderSecrets
from desktop.shared import desk_key, shelter_file
from desktop.states.walker import Walker
from desktop.training import PracticeRegion
from desktop.viewmodels.cases import CasesViewModel
from desktop.viewmodels.search import SearchViewModel


def desk_alone(region: PracticeRegion, folder: Path) -> Desk:
    """It has had the database open before, as its local file tells; now nobody listens where the profile says it is."""
    ready, secrets = region.ready(), FolderSecrets(folder / "secrets")
    secrets.store_secret(CERTIFICATE_PASSPHRASE, ready["client_passphrase"])
    secrets.store_secret(JOURNAL_DATABASE, new_key_code())
    terms = DatabaseTerms(
        host="127.0.0.1", port=_nobodys_port(), ca_file=Path(ready["ca"]), centre="tallbacken", patience=1.0
    )
    open_shelter(shelter_file(terms, folder), desk_key(secrets), account(), new_data_key()).close()
    profile = region.profile().model_copy(update={"journal": JournalTerms(database=terms)})
    return Desk(profile, region.platform, secrets, folder, region.people, region.controls())


def _nobodys_port() -> int:
    """A port of this computer that was free a moment ago."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        return int(server.getsockname()[1])


def away(walker: Walker) -> Iterator[str]:
    """The foot of the window, a check, a registration that is not sent, and the draft that waits for the database."""
    walker.press("F2")
    walker.settle()
    yield "database-away-search"
    walker.list_here("never-listed")
    yield "database-away-check"
    walker.register()
    yield "database-away-not-sent"
    walker.press("F2")
    walker.list_here("adult-home")
    walker.press("Ctrl+M")
    walker.page(SearchViewModel)
    walker.until(lambda: bool(walker.desk.model.drafting.parked.state), "waiting for the draft")
    walker.press("Ctrl+2")
    cases = walker.page(CasesViewModel)
    walker.until(lambda: bool(cases.state.cases), "waiting for the cases")
    walker.settle()
    yield "database-away-cases"
