"""Choosing a doctor: asked once, filtered here by any word, with or without diacritics."""

from collections.abc import Callable

import pytest

from desktop.domain.listing import Doctor, Pending
from desktop.domain.problems import Effect, Kind, Problem
from desktop.runtime.background import Background
from desktop.viewmodels.doctors import DoctorsViewModel
from tests.domain.samples import DALARNA, listed
from tests.viewmodels.conftest import Later

ASA = Doctor(hsa_id="SE99-1", name="Åsa Öberg", title="Specialist i allmänmedicin")
BO = Doctor(hsa_id="SE99-2", name="Bo Ek", title="Distriktssköterska")
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def doctors(later: Later, background: Background, until: Until) -> DoctorsViewModel:
    model = DoctorsViewModel(DALARNA, listed(), later, background)
    model.load()
    assert model.state.doctors is Pending.PENDING
    until(lambda: later.asked)
    return model


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("", (ASA, BO)),
        ("asa", (ASA,)),
        ("ÅSA", (ASA,)),
        ("oberg Å", (ASA,)),
        ("skot", (BO,)),
        ("sköt bo", (BO,)),
        ("a e", (ASA, BO)),
        ("sven", ()),
    ],
)
def test_every_typed_word_is_in_name_or_title(
    doctors: DoctorsViewModel, later: Later, until: Until, typed: str, rows: tuple[Doctor, ...]
) -> None:
    doctors.narrow(typed)
    assert doctors.state.rows == ()
    later.answer((ASA, BO))
    until(lambda: doctors.state.rows == (ASA, BO))
    doctors.narrow(typed)
    assert doctors.state.rows == rows
    assert len(later.asked) == 1


def test_a_region_that_does_not_answer(doctors: DoctorsViewModel, later: Later, until: Until) -> None:
    problem = Problem(Kind.NO_ANSWER, Effect.NOTHING_SENT)
    later.answer(problem)
    until(lambda: doctors.state.doctors == problem)
    doctors.narrow("ek")
    assert doctors.state.rows == ()


def test_an_answer_after_leaving(
    doctors: DoctorsViewModel, later: Later, until: Until, delivered: Callable[[], None]
) -> None:
    doctors.close()
    later.answer((ASA,))
    until(lambda: later.finished)
    delivered()
    assert doctors.state.doctors is Pending.PENDING
