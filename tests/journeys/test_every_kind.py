"""Every kind of person that the practice region documents comes to the desk: what is seen, and what can be done."""

import tomllib
from collections.abc import Callable

import pytest

from desktop.runtime.resources import resource
from desktop.viewmodels.outcome import OutcomeViewModel
from tests.journeys.receptionist import Receptionist

Step = Callable[[Receptionist], object]
KINDS = tuple(tomllib.loads(resource("practice/people.toml").read_text(encoding="utf-8")))


def sees(*texts: str) -> Step:
    return lambda receptionist: receptionist.sees(*texts)


def does_not_see(*texts: str) -> Step:
    return lambda receptionist: receptionist.does_not_see(*texts)


def press(*keys: str) -> Step:
    return lambda receptionist: receptionist.press(*keys)


def checks(*texts: str) -> Step:
    """Ctrl+L, and what the check says."""

    def step(receptionist: Receptionist) -> None:
        receptionist.press("Ctrl+L")
        receptionist.check()
        receptionist.sees(*texts)

    return step


def registers(*texts: str, guardian: str = "") -> Step:
    """List here; a guardian's number is typed where the check asks for it."""

    def step(receptionist: Receptionist) -> None:
        receptionist.press("Ctrl+L")
        receptionist.check()
        if guardian:
            receptionist.sees("Ange vårdnadshavare")
            receptionist.write(receptionist.region.number(guardian))
            receptionist.press("Enter")
            receptionist.sees("Vi ser inget hinder")
        receptionist.register()
        receptionist.page(OutcomeViewModel)
        receptionist.sees(*texts)

    return step


def named(name: str, *others: str) -> Step:
    """Found by name and birth year, for a reason."""

    def step(receptionist: Receptionist) -> None:
        receptionist.press("F2")
        receptionist.write(name)
        receptionist.press("Enter")
        receptionist.sees("Varför söker du på namn?")
        receptionist.press("Space")
        receptionist.sees("Träffar: 1", *others)

    return step


DONE, CHILD = "Registrerad och bekräftad", "Under 18 år"
HERE, THERE = "Tallbackens vårdcentral", "Kvarnhedens vårdcentral"
NOTHING_HERE = "Region Dalarna redovisar ingen listning."

STORIES: dict[str, tuple[Step, ...]] = {
    "adult-home": (sees(THERE, "Listad", "2 byten kvar enligt Region Dalarna"), registers(DONE, HERE)),
    "in-queue": (sees(HERE, "Silverbergets vårdcentral", "Plats 4, ca 36 dagar"), does_not_see("Lista på")),
    "in-two-queues": (sees("Plats 1, ca 9 dagar", "Åsbrinkens vårdcentral", "Plats 2, ca 42 dagar"),),
    "listed-elsewhere": (
        sees("Strandvallens hälsocentral", NOTHING_HERE),
        checks("Samtycke till att regionerna delar uppgifter", "Region Dalarna och Region Gävleborg"),
    ),
    "home-elsewhere": (sees("Hemregion: Region Gävleborg", HERE), does_not_see("Lista på")),
    "home-elsewhere-third": (
        sees("Fjällgårdens hälsocentral"),
        checks("Region Gävleborg, Region Dalarna och Region Jämtland"),
    ),
    "never-listed": (sees(NOTHING_HERE), registers(DONE, HERE)),
    "protected-marked": (
        sees("Skyddade personuppgifter", "Hemregion och mottagning är dolda", "••••••••-••••"),
        does_not_see(THERE, "Hemregion: "),
        press("F6"),
        sees("Varför visas uppgifterna?"),
        press("Enter"),
        sees(THERE, "Hemregion: Region Dalarna"),
    ),
    "protected-registration": (
        sees("Skyddade personuppgifter"),
        press("F6"),
        sees("Varför visas"),
        press("Enter"),
        sees(NOTHING_HERE),
    ),
    "deceased": (sees("Avliden", "Ingen listning kan registreras."), does_not_see("år  ·")),
    "emigrated": (sees("Utvandrad", "Ingen listning kan registreras"), does_not_see("Lista på")),
    "changed-number": (sees("Nytt nummer", "Personregistret använder nu 19500505-0520."), registers(DONE)),
    "changed-number-new": (sees(THERE, "19500505-0520"), does_not_see("Nytt nummer"), checks("Vi ser inget hinder")),
    "coordination-number": (sees("Samordningsnummer, styrkt", THERE), checks("Vi ser inget hinder")),
    "coordination-unknown-day": (sees("Samordningsnummer, sannolik", "19790660-2383", "år i år"),),
    "coordination-unknown-month": (sees("Samordningsnummer, osäker", "19820060-2384", "fyller"),),
    "coordination-no-county": (
        sees("Hemregion saknas i personregistret", "Skriv ut blanketten och lämna den till regionen."),
        checks("Kan inte registreras härifrån"),
        press("Ctrl+P"),
        sees("Blankett att skriva under"),
    ),
    "newborn": (sees("Trebarn, namn saknas", "under 1 år", CHILD), registers(DONE, guardian="guardian")),
    "age-15": (sees("15 år", CHILD), checks("Under 16 år väljer vårdnadshavaren.")),
    "age-16": (sees("16 år", CHILD), checks("Vi ser inget hinder")),
    "age-17": (sees("17 år", CHILD), checks("Vi ser inget hinder")),
    "age-18": (sees("18 år"), does_not_see(CHILD), checks("Vi ser inget hinder")),
    "guardian": (sees(HERE, "Byt läkarkontakt", "Karin Hagdin"), does_not_see("Lista på")),
    "guardian-other": (
        sees(HERE, "Välj läkarkontakt", "Regionen anger ingen"),
        does_not_see("Lista på"),
    ),
    "child": (sees("4 år", CHILD), registers(DONE, guardian="guardian")),
    "consent-child": (sees("8 år", CHILD), registers("Båda vårdnadshavarna behöver godkänna", guardian="guardian")),
    "moved": (
        sees("Hemregion: Region Dalarna", "Strandvallens hälsocentral"),
        lambda receptionist: receptionist.walk("Har invånaren flyttat?"),
        press("Space"),
        sees("En listning i den gamla regionen kan finnas kvar"),
    ),
    "dental-home": (sees("Hyttgårdens tandvård", "Tandvårdslistning", "Strandvallens hälsocentral"),),
    "same-name-1": (sees("Anna Likaberg", "76 år"), named("Anna Likaberg 1950", "Anna Likaberg | 1950")),
    "same-name-2": (sees("Anna Likaberg", "38 år"), named("Anna Likaberg 1988", "Anna Likaberg | 1988")),
    "cap-reached": (
        sees("Inga byten kvar enligt Region Dalarna"),
        registers("Inget har ändrats"),
    ),
    "cap-elsewhere": (sees("Inga byten kvar enligt Region Gävleborg"), checks("Kan registreras – regionen avgör")),
    "slow-to-show": (sees(THERE), registers("Mottagen")),
    "refused-later": (sees("Inga byten kvar enligt Region Dalarna", THERE),),
    "withheld": (sees(NOTHING_HERE, "Regionen visar bara listningar hos oss."), does_not_see("olistad")),
    "actor-refused": (sees("Region Stockholm svarade med ett fel.", "Fråga Region Stockholm igen", NOTHING_HERE),),
    "listed-not-connected": (sees("Region Gotland går inte att fråga härifrån", NOTHING_HERE),),
    "home-not-connected": (sees("Hemregion: Region Gotland"), checks("Kan inte registreras härifrån")),
    "own-code": (
        sees("Rapsfältets vårdcentral", "Listning på husläkarmottagning", "2 byten kvar enligt Region Skåne"),
        checks("Vi ser inget hinder"),
    ),
    "listed-slow": (sees("Blåbärsmyrens hälsocentral", "Hemregion: Region Västerbotten"),),
}


def test_every_documented_kind_has_its_story() -> None:
    assert set(STORIES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_of_every_kind_comes_to_the_desk(receptionist: Receptionist, kind: str) -> None:
    receptionist.open(kind)
    for step in STORIES[kind]:
        step(receptionist)
