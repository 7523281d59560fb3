"""What keeps cases from being written here, and how it is mended, for staff and whoever they call."""

from __future__ import annotations

from desktop.domain.hindrance import Hindrance
from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP

_TOLD: dict[Hindrance, str] = {
    Hindrance.KEYRING_LOCKED: QT_TRANSLATE_NOOP(
        "hindrances", "Kontots nyckelring är låst. Lås upp den och starta Listningsluckan igen."
    ),
    Hindrance.NO_KEYRING: QT_TRANSLATE_NOOP(
        "hindrances", "Kontot har ingen nyckelring. IT-supporten kan slå på den; starta sedan Listningsluckan igen."
    ),
    Hindrance.KEYRING_FAILING: QT_TRANSLATE_NOOP(
        "hindrances", "Kontots nyckelring fungerar inte. Starta om datorn. Hjälper det inte, kontakta IT-supporten."
    ),
    Hindrance.KEY_DAMAGED: QT_TRANSLATE_NOOP(
        "hindrances", "Kontots nyckel till ärendena är skadad. IT-supporten kan ge kontot en ny."
    ),
    Hindrance.NOT_ENROLLED: QT_TRANSLATE_NOOP(
        "hindrances",
        "Kontot har ingen nyckel till arbetsplatsens ärenden. "
        "IT-supporten ger det en med: listningsluckan journal key enrol",
    ),
    Hindrance.FULL: QT_TRANSLATE_NOOP(
        "hindrances", "Disken är full. Frigör utrymme och starta Listningsluckan igen, eller kontakta IT-supporten."
    ),
    Hindrance.READ_ONLY: QT_TRANSLATE_NOOP(
        "hindrances", "Mappen för ärenden går inte att skriva i. Kontakta IT-supporten: kontot behöver skrivrätt där."
    ),
    Hindrance.IN_USE: QT_TRANSLATE_NOOP(
        "hindrances", "Ett annat program håller ärendena låsta. Vänta en stund och starta Listningsluckan igen."
    ),
    Hindrance.NEWER: QT_TRANSLATE_NOOP(
        "hindrances",
        "Ärendena är skrivna av en nyare version. Kontakta IT-supporten: den här datorn behöver uppdateras.",
    ),
    Hindrance.UNREADABLE: QT_TRANSLATE_NOOP(
        "hindrances", "Nyckeln till ärendena går inte att läsa. Kontakta IT-supporten; inget har skrivits över."
    ),
    Hindrance.FAILING: QT_TRANSLATE_NOOP(
        "hindrances", "Disken går inte att läsa eller skriva. Kontakta IT-supporten; inget har ändrats."
    ),
    Hindrance.DATABASE_AWAY: QT_TRANSLATE_NOOP(
        "hindrances", "Databasen med vårdcentralens ärenden svarar inte. Varar det, kontakta IT-supporten."
    ),
    Hindrance.DATABASE_SLOW: QT_TRANSLATE_NOOP(
        "hindrances", "Databasen med vårdcentralens ärenden svarar för långsamt. Varar det, kontakta IT-supporten."
    ),
    Hindrance.DATABASE_READ_ONLY: QT_TRANSLATE_NOOP(
        "hindrances",
        "Databasen med vårdcentralens ärenden går bara att läsa just nu. Varar det, kontakta IT-supporten.",
    ),
    Hindrance.DATABASE_FULL: QT_TRANSLATE_NOOP(
        "hindrances", "Databasen med vårdcentralens ärenden är full. Kontakta IT-supporten."
    ),
    Hindrance.DATABASE_REFUSED: QT_TRANSLATE_NOOP(
        "hindrances",
        "Databasen med vårdcentralens ärenden släpper inte in den här datorn. Kontakta IT-supporten, "
        "som för in den med: listningsluckan journal desk enrol",
    ),
    Hindrance.DATABASE_UNTRUSTED: QT_TRANSLATE_NOOP(
        "hindrances",
        "Databasen med vårdcentralens ärenden visar fel certifikat, och inget har skickats dit. Kontakta IT-supporten.",
    ),
    Hindrance.DATABASE_OLDER: QT_TRANSLATE_NOOP(
        "hindrances",
        "Databasen med vårdcentralens ärenden är äldre än den här versionen. Kontakta IT-supporten, "
        "som för upp den med: listningsluckan journal migrate",
    ),
}


_MEANWHILE = QT_TRANSLATE_NOOP(
    "hindrances", "Det som påbörjas sparas på den här datorn så länge, och lämnas över när databasen är tillbaka."
)
_NEXT_START = QT_TRANSLATE_NOOP("hindrances", "Starta Listningsluckan igen när felet är borta.")


def told(language: Language, hindrance: Hindrance) -> str:
    """What is wrong and what to do, in a few sentences."""
    return language.translate("hindrances", _TOLD[hindrance])


def meanwhile(language: Language) -> str:
    """What becomes of what is begun while the database is away."""
    return language.translate("hindrances", _MEANWHILE)


def next_start(language: Language) -> str:
    """What else to do once it is mended, where the desk does not find that out by itself."""
    return language.translate("hindrances", _NEXT_START)
