"""What a form lacks, as it is said to the citizen in a letter and to staff at the desk; and what has come due."""

from __future__ import annotations

from desktop.domain.draft import Lack
from desktop.domain.reminding import Due, Reminder
from desktop.runtime.language import Language
from desktop.texts import listings
from desktop.texts.marking import QT_TRANSLATE_NOOP

_ASKS: dict[Lack, str] = {
    Lack.DATE: QT_TRANSLATE_NOOP("lacking", "Skriv datum vid underskriften."),
    Lack.SIGNATURE: QT_TRANSLATE_NOOP("lacking", "Skriv under blanketten."),
    Lack.SECOND_SIGNATURE: QT_TRANSLATE_NOOP("lacking", "Den andra vårdnadshavaren behöver också skriva under."),
    Lack.VERSION: QT_TRANSLATE_NOOP("lacking", "Använd regionens nuvarande blankett, som ligger med."),
    Lack.GUARDIAN: QT_TRANSLATE_NOOP("lacking", "Skriv vårdnadshavarens namn och personnummer."),
    Lack.CONSENT: QT_TRANSLATE_NOOP("lacking", "Kryssa i om regionerna får dela dina uppgifter."),
    Lack.CARE_GUARANTEE: QT_TRANSLATE_NOOP("lacking", "Kryssa i att du har läst vad som gäller för vårdgarantin."),
    Lack.TERMS: QT_TRANSLATE_NOOP("lacking", "Kryssa i om du godkänner regionens villkor."),
    Lack.THOUGHT: QT_TRANSLATE_NOOP("lacking", "Kontakta oss. Vi behöver fråga dig om ditt val."),
    Lack.ANSWER: QT_TRANSLATE_NOOP("lacking", "Du behöver inte göra något. Vi väntar på svar från regionen."),
}
_TICKS: dict[Lack, str] = {
    Lack.DATE: QT_TRANSLATE_NOOP("lacking", "Datum vid underskriften"),
    Lack.SIGNATURE: QT_TRANSLATE_NOOP("lacking", "Underskrift"),
    Lack.SECOND_SIGNATURE: QT_TRANSLATE_NOOP("lacking", "Den andra vårdnadshavarens underskrift"),
    Lack.VERSION: QT_TRANSLATE_NOOP("lacking", "Regionens nuvarande blankett (det här är en gammal version)"),
    Lack.GUARDIAN: QT_TRANSLATE_NOOP("lacking", "Vårdnadshavarens namn och personnummer"),
    Lack.CONSENT: QT_TRANSLATE_NOOP("lacking", "Samtycke till att regionerna delar uppgifter"),
    Lack.CARE_GUARANTEE: QT_TRANSLATE_NOOP("lacking", "Kryss om vårdgarantin"),
    Lack.TERMS: QT_TRANSLATE_NOOP("lacking", "Godkännande av regionens villkor"),
}
_DUE: dict[Due, str] = {
    Due.REMIND: QT_TRANSLATE_NOOP("lacking", "påminn"),
    Due.CHOOSES_SOON: QT_TRANSLATE_NOOP("lacking", "väljer själv från {day}"),
    Due.CHOOSES: QT_TRANSLATE_NOOP("lacking", "väljer själv sedan {day}: behöver skriva under"),
    Due.OF_AGE_SOON: QT_TRANSLATE_NOOP("lacking", "fyller 18 {day}"),
    Due.OF_AGE: QT_TRANSLATE_NOOP("lacking", "fyllde 18 {day}: ingen annan väljer"),
}


def asks(language: Language, lack: Lack) -> str:
    """What the citizen is asked to do."""
    return language.translate("lacking", _ASKS[lack])


def tick(language: Language, lack: Lack) -> str:
    """What is missing, beside its box."""
    return language.translate("lacking", _TICKS[lack])


def due(language: Language, reminder: Reminder) -> str:
    """What has come due, in a few words after the state."""
    return language.translate("lacking", _DUE[reminder.due]).format(day=listings.day(language, reminder.on))
