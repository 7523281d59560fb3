"""What is wrong with the profile, in words for region IT: where, what stands there, and what should."""

from __future__ import annotations

from desktop.domain.profile_fault import Expected, ProfileFault
from desktop.runtime.language import Language
from desktop.texts.marking import QT_TRANSLATE_NOOP

_EXPECTED: dict[Expected, str] = {
    Expected.READABLE: QT_TRANSLATE_NOOP("profile", "Filen finns inte eller går inte att läsa."),
    Expected.NOT_HERE: QT_TRANSLATE_NOOP(
        "profile",
        "Den här datorn har en profil från region-IT, {bound}, och den tillåter ingen annan. Starta utan --profile.",
    ),
    Expected.TOML: QT_TRANSLATE_NOOP("profile", "Filen går inte att tyda som TOML."),
    Expected.NEWER_PROGRAM: QT_TRANSLATE_NOOP("profile", "Det krävs en nyare programversion: minst {bound}."),
    Expected.KEY: QT_TRANSLATE_NOOP("profile", "Nyckeln saknas och måste finnas."),
    Expected.NO_SUCH_KEY: QT_TRANSLATE_NOOP("profile", "Det finns ingen nyckel med det namnet."),
    Expected.TEXT: QT_TRANSLATE_NOOP("profile", "Det ska vara text."),
    Expected.SOME_TEXT: QT_TRANSLATE_NOOP("profile", "Det ska vara text som inte är tom."),
    Expected.NUMBER: QT_TRANSLATE_NOOP("profile", "Det ska vara ett tal."),
    Expected.WHOLE_NUMBER: QT_TRANSLATE_NOOP("profile", "Det ska vara ett heltal."),
    Expected.YES_NO: QT_TRANSLATE_NOOP("profile", "Det ska vara true eller false."),
    Expected.DATE: QT_TRANSLATE_NOOP("profile", "Det ska vara ett datum, som 2026-11-23."),
    Expected.LIST: QT_TRANSLATE_NOOP("profile", "Det ska vara en lista."),
    Expected.ENTRIES: QT_TRANSLATE_NOOP("profile", "Minsta antalet i listan är {bound}."),
    Expected.TABLE: QT_TRANSLATE_NOOP("profile", "Det ska vara en tabell med nycklar."),
    Expected.ONE_OF: QT_TRANSLATE_NOOP("profile", "Det ska vara ett av: {bound}."),
    Expected.AT_LEAST: QT_TRANSLATE_NOOP("profile", "Det ska vara minst {bound}."),
    Expected.AT_MOST: QT_TRANSLATE_NOOP("profile", "Det ska vara högst {bound}."),
    Expected.MORE_THAN: QT_TRANSLATE_NOOP("profile", "Det ska vara mer än {bound}."),
    Expected.COUNTY: QT_TRANSLATE_NOOP("profile", 'Det ska vara en länskod med två siffror, som "20".'),
    Expected.SHAPE: QT_TRANSLATE_NOOP("profile", "Det ska ha formen {bound}"),
    Expected.WAIT: QT_TRANSLATE_NOOP("profile", "Utanför övning ska det vara minst {bound} sekunder."),
    Expected.TEXT_PLACES: QT_TRANSLATE_NOOP("profile", "Det som fylls i där heter: {bound}."),
    Expected.OTHER_KEY: QT_TRANSLATE_NOOP("profile", "Då måste också {bound} finnas."),
    Expected.AGREEMENT: QT_TRANSLATE_NOOP("profile", "Det bryter mot en regel: {bound}."),
}


def told(language: Language, fault: ProfileFault) -> str:
    """One fault on one line, such as ``profile.toml, rad 3, desk.county: Här står "Dalarna". Det ska vara …``."""
    where = [fault.source]
    if fault.line is not None:
        where.append(language.translate("profile", "rad {line}").format(line=fault.line))
    where.extend([fault.key] if fault.key else [])
    said = [language.translate("profile", _EXPECTED[fault.expected]).format(bound=fault.bound)]
    match fault.expected:
        case Expected.READABLE | Expected.TOML:
            said.append(f"({fault.found})")
        case Expected.NEWER_PROGRAM:
            said.append(language.translate("profile", "Det här är {found}.").format(found=fault.found))
        case Expected.NO_SUCH_KEY:
            like = language.translate("profile", "Kanske menas {bound}.").format(bound=fault.bound)
            said.extend([like] if fault.bound else [])
        case _ if fault.found:
            said.insert(0, language.translate("profile", "Här står {found}.").format(found=fault.found))
    return f"{', '.join(where)}: {' '.join(said)}"
