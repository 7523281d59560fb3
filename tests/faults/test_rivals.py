"""Two desks, real processes on one journal, send the same at the same moment: the region gets each order once."""

import re
from collections import Counter as Tally

import pytest

from desktop.domain.case import State
from desktop.journal.audit import Audit, Sound
from desktop.journal.cases import Cases
from desktop.journal.records import write_about
from tests.faults.rival_desk import send_the_same
from tests.faults.test_killed import PROCESSES, workplace_at
from tests.journeys.test_cases import order
from tests.region import Region
from tests.sharing import SharedJournal, journal
from tests.world import people_of

__all__ = ["journal"]

FORMS, LOOSE = 4, 4


@pytest.mark.timeout(120)
def test_of_two_desks_one_sends_each_case(region: Region, journal: SharedJournal) -> None:
    """As many that wait as a form's case, as orders that have no case yet."""
    plain = workplace_at(region, journal.folder, read_timeout=30)
    workplaces = [journal.beside(plain, name) for name in ("one", "other")]
    people = people_of(region)[: FORMS + LOOSE]
    store = journal.open()
    cases = Cases(store, Audit(store, "berit", "Reception 1"))
    waiting = [cases.open(write_about(order(person)), State.WAITING) for person in people[:FORMS]]
    forms = list(zip(people, [*waiting, *[""] * LOOSE], strict=True))
    region.control("/free-places", {"facility": plain.wish.hsa_id, "places": 100})
    both, pipes = PROCESSES.Barrier(2), [PROCESSES.Pipe(duplex=False) for _ in range(2)]
    desks = [
        PROCESSES.Process(target=send_the_same, args=(workplace, forms, both, mouth))
        for workplace, (_, mouth) in zip(workplaces, pipes, strict=True)
    ]
    for desk in desks:
        desk.start()
    told = [[ear.recv() for _ in forms] for ear, _ in pipes]
    for desk in desks:
        desk.join()
    sent = Tally(re.search(r"\d{12}", call["body"])[0] for call in region.log() if call["contract"] == "CreateListing")
    assert sent == Tally(people)
    for (person, form), *answers in zip(forms, *told, strict=True):
        (refused,) = [answer for answer in answers if answer[1] in ("NotSent", "PictureChanged")]
        (carried_out,) = [answer for answer in answers if answer is not refused]
        assert (carried_out[0], carried_out[1]) == (person, "Confirmed")
        assert carried_out[3] == (form or carried_out[3])
    assert {case.state for case in cases.unsettled()} == set()
    assert isinstance(Audit(store, "", "").verify(), Sound)
    store.close()
