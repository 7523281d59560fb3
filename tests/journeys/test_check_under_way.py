"""The check while something happens: the picture changes, a region is slow or unreadable, a person is protected."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.case import FormToSign
from desktop.domain.listing import Facility
from desktop.domain.regions import County
from desktop.viewmodels.check import CheckViewModel
from desktop.viewmodels.check_state import Preparing
from desktop.viewmodels.orders import orders_in
from desktop.viewmodels.outcome import OutcomeViewModel
from desktop.viewmodels.paper import PaperViewModel
from tests.journeys.receptionist import Receptionist, text_of
from tests.journeys.test_after_the_answer import paper_text
from tests.journeys.test_choosing import ready
from tests.journeys.test_every_outcome import tick_all
from tests.journeys.test_listing import choose
from tests.journeys.test_siblings import bring, told
from tests.region import Region


def test_a_picture_that_changed_keeps_guardian_and_siblings(receptionist: Receptionist, region: Region) -> None:
    bring(receptionist, region, "child", "newborn")
    tick_all(receptionist)
    another_desk_lists(receptionist)
    receptionist.press("Ctrl+Enter")
    receptionist.sees("Regionen visar nu något annat än nyss.", "Inget har skickats.", "Vårdis Trebarn")
    state = ready(receptionist)
    assert state.basis.guardian.text.replace("-", "") == region.number("guardian")
    assert [one.identity.number for one in state.siblings] == [region.number("newborn")]
    assert not state.ticked
    told(receptionist, 1)


def another_desk_lists(receptionist: Receptionist) -> None:
    """The same child is listed at another care centre meanwhile, by the same guardian."""
    model, state = receptionist.desk.model, ready(receptionist)
    (order, seen), *_ = orders_in(state, model.profile.agreement)
    elsewhere = replace(order.choice, facility=Facility(hsa_id="SE9900000020-1006"))
    done: list[object] = []
    model._background.run(model._use.register(replace(order, choice=elsewhere), seen), done.append)
    receptionist.until(lambda: bool(done), "the other desk")


def test_a_protected_person_is_checked_without_a_word_of_where(receptionist: Receptionist) -> None:
    receptionist.open("protected-marked")
    receptionist.press("Ctrl+L")
    receptionist.check()
    receptionist.does_not_see("Kvarnhedens vårdcentral", "Du lämnar", "byten kvar")
    receptionist.sees("Invånaren har", "Visa hemregion och mottagning")
    receptionist.press("F6")
    receptionist.sees("Varför visas uppgifterna?")
    receptionist.press("Enter")
    receptionist.sees("Kvarnhedens vårdcentral → Tallbackens vårdcentral", "”Du lämnar Kvarnhedens vårdcentral.”")


def test_a_slow_region_loses_none_of_the_three_keys(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("adult-home")
    region.control("/faults", {"set": [{"name": "delay", "seconds": 1, "contract": "GetListingTypes"}]})
    receptionist.press("Ctrl+L")
    model = receptionist.page(CheckViewModel)
    assert isinstance(model.state, Preparing)
    assert text_of(receptionist.focus) == "Kontroll före registrering", "no key presses anything by surprise"
    receptionist.press("Enter", "Space", "Ctrl+Enter")
    receptionist.settle()
    assert not receptionist.desk.model.masked
    assert receptionist.registrations == []
    state = receptionist.check()
    assert state.ticked == state.needed, "Space before the tick was there is kept"
    receptionist.press("Ctrl+Enter")
    receptionist.page(OutcomeViewModel)
    receptionist.sees("Registrerad och bekräftad")
    assert len(receptionist.registrations) == 1


def test_a_space_that_came_before_a_warning_ticks_nothing(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("cap-reached")
    region.control("/faults", {"set": [{"name": "delay", "seconds": 1, "contract": "GetListingTypes"}]})
    receptionist.press("Ctrl+L")
    assert isinstance(receptionist.page(CheckViewModel).state, Preparing)
    receptionist.press("Space")
    receptionist.check()
    receptionist.sees("Kan registreras – regionen avgör")
    assert not ready(receptionist).ticked, "the warning was not there to be read"


def test_an_unreadable_region_still_has_its_form(receptionist: Receptionist, region: Region) -> None:
    receptionist.open("adult-home")
    region.control("/faults", {"set": [{"name": "down", "region": "21"}]})
    centre = Facility(hsa_id="SE9900000021-1001", name="Strandvallens hälsocentral")
    receptionist.desk.model.choosing.list_at(County("21"), centre, None)
    receptionist.check()
    receptionist.sees("Region Gävleborg har inte svarat.", "Försök igen, eller skriv ut blanketten.", "Försök igen")
    receptionist.does_not_see("Registrera listning", "Registrera byte")
    receptionist.press("Ctrl+P")
    form = receptionist.page(PaperViewModel).state.content
    assert isinstance(form, FormToSign)
    assert form.choice.county == "21"
    shown = paper_text(receptionist)
    assert "Strandvallens hälsocentral" in shown
    assert "Region Gävleborg" in shown
    assert "Region Dalarna" in shown, "consent names home, new and present"


def test_trying_again_keeps_who_chooses(receptionist: Receptionist, region: Region) -> None:
    bring(receptionist, region, "child", "newborn")
    receptionist.press("Esc")
    receptionist.sees("Översikt")
    region.control("/faults", {"set": [{"name": "down", "region": "20"}]})
    receptionist.press("Ctrl+L")
    receptionist.sees("Region Dalarna har inte svarat.")
    region.control("/faults", {"set": []})
    receptionist.press("F5")
    receptionist.sees("Vi ser inget hinder", "Vårdis Trebarn")
    told(receptionist, 1)


def test_what_would_be_lost_is_a_line_of_its_own(receptionist: Receptionist) -> None:
    receptionist.open("in-queue")
    choose(receptionist, "kvarn")
    receptionist.check()
    lines = receptionist.screen().splitlines()
    assert "”Du lämnar Tallbackens vårdcentral.”" in lines
    assert "”Det kan räknas som ett byte.”" in lines
    assert "”Köplatsen till Silverbergets vårdcentral kan försvinna. Regionen avgör.”" in lines
