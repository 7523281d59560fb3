"""Guardianship: stated by the guardian, or, where the profile permits profile P4, what the register records."""

from __future__ import annotations

from lxml import etree

from tests.journeys.receptionist import Receptionist
from tests.journeys.test_choosing import list_here
from tests.region import Region


def name_guardian(receptionist: Receptionist, region: Region, child: str, guardian: str) -> None:
    list_here(receptionist, child)
    receptionist.write(region.number(guardian))
    receptionist.press("Enter")


def profiles_asked(region: Region, number: str) -> list[str]:
    """With which profiles somebody has been asked about."""
    calls = [call["body"] for call in region.log() if call["contract"] == "GetPersonsForProfile"]
    bodies = [etree.fromstring(body.encode()) for body in calls if number in body]
    return [str(body.findtext(".//{*}profile")) for body in bodies]


def permit(receptionist: Receptionist, *, asking: bool) -> None:
    model = receptionist.desk.model
    own = model.profile.desk.model_copy(update={"guardians_from_register": asking})
    model.profile = model.profile.model_copy(update={"desk": own})
    if not asking:
        object.__setattr__(model._use, "guardians_of", None)


def test_a_recorded_guardian_is_said_to_be_one(receptionist: Receptionist, region: Region) -> None:
    name_guardian(receptionist, region, "child", "guardian")
    receptionist.sees("Vårdis Trebarn. Vårdnadshavare enligt personregistret.", "Vi ser inget hinder")
    assert profiles_asked(region, region.number("child")) == ["P1", "P4"]
    assert profiles_asked(region, region.number("guardian")) == ["P1"]


def test_enter_after_a_wrong_number_stays_there_to_have_it_typed_over(
    receptionist: Receptionist, region: Region
) -> None:
    list_here(receptionist, "child")
    receptionist.write("199504242390")
    receptionist.press("Enter")
    receptionist.sees("Kontrollsiffran stämmer inte.")
    assert receptionist.focus.objectName() == "guardian"
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Vårdis Trebarn. Vårdnadshavare enligt personregistret.")


def test_somebody_else_recorded_is_said_and_the_region_decides(receptionist: Receptionist, region: Region) -> None:
    name_guardian(receptionist, region, "child", "adult-home")
    receptionist.sees("Personregistret anger någon annan som vårdnadshavare", "Vårdnadshavare: uppgiven.")
    receptionist.sees("Kan registreras – regionen avgör")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Regionen sa nej", "Aktören är inte vårdnadshavare för invånaren.", "Säg till den som väljer")
    assert len(receptionist.registrations) == 1


def test_without_the_profiles_word_nobodys_relations_are_asked_for(receptionist: Receptionist, region: Region) -> None:
    permit(receptionist, asking=False)
    name_guardian(receptionist, region, "child", "adult-home")
    receptionist.sees("Vårdnadshavare: uppgiven.", "Vi ser inget hinder")
    assert profiles_asked(region, region.number("child")) == ["P1"]


def test_a_register_that_does_not_answer_about_guardians_holds_nothing_up(
    receptionist: Receptionist, region: Region
) -> None:
    list_here(receptionist, "child")
    fault = {"name": "vp", "code": "VP009", "contract": "GetPersonsForProfile"}
    region.control("/faults", {"set": [fault]})
    receptionist.write(region.number("guardian"))
    receptionist.press("Enter")
    receptionist.sees("Personregistret svarade inte om vårdnadshavaren.")
    receptionist.press("Space", "Ctrl+Enter")
    receptionist.sees("Registrerad och bekräftad")
