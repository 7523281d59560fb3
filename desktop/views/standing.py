"""What the line at the window's foot says of the desk: where it is, and what keeps it from registering."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.regions import region_name
from desktop.runtime.clock import now
from desktop.runtime.language import Language
from desktop.texts import hindrances
from desktop.texts.certificate import to_be_mended
from desktop.texts.profile_faults import told
from desktop.viewmodels.desk import DeskViewModel
from desktop.viewmodels.standing import Standing
from desktop.views.look import Tone


def standing_words(desk: DeskViewModel, language: Language) -> tuple[str, str, Tone]:
    """The text, its icon and its tone; a warning as soon as something is to be mended."""
    profile, standing = desk.profile, desk.standing
    warnings = []
    if standing.may_register is False:
        text = QCoreApplication.translate("standing", "Det går att läsa, men inte att registrera. {why}")
        why = _why(language, standing)
        warnings.append(text.format(why=why).strip())
    if standing.misses_rows:
        warnings.append(
            QCoreApplication.translate(
                "standing", "Loggen på den här datorn är inte hel. Arbeta som vanligt, och säg till IT-supporten."
            )
        )
    if standing.profile_faults:
        text = QCoreApplication.translate(
            "standing", "Profilen har fel: det går att läsa, men inte att registrera. Kontakta IT-supporten. {fault}"
        )
        warnings.append(text.format(fault=told(language, standing.profile_faults[0])))
    if standing.certificate is not None and (wrong := to_be_mended(language, standing.certificate, now())):
        ask = QCoreApplication.translate("standing", "Meddela {support}.")
        warnings.append(f"{wrong} {ask.format(support=_support(desk))}")
    shown = desk.staff.staff.shown
    place = ", ".join(filter(None, (profile.desk.centres[0].name, region_name(profile.desk.county), shown)))
    if warnings:
        return f"{place}. {' '.join(warnings)}", "triangle-alert", "warning"
    if desk.staff.is_open and not desk.may_register:
        reads = QCoreApplication.translate("standing", "Din roll läser och skriver ut, men registrerar inte.")
        return f"{place}. {reads}", "eye", "neutral"
    return place, "hospital", "neutral"


def _why(language: Language, standing: Standing) -> str:
    if standing.hindrance is None:
        return ""
    why = hindrances.told(language, standing.hindrance)
    if standing.is_sheltered:
        return f"{why} {hindrances.meanwhile(language)}"
    return f"{why} {hindrances.next_start(language)}" if standing.opens_at_start and standing.hindrance.passes else why


def _support(desk: DeskViewModel) -> str:
    """Whom to tell, as the profile names them."""
    support = desk.profile.support
    name = support.name or QCoreApplication.translate("standing", "IT-supporten")
    return ", ".join(filter(None, (name, support.phone, support.email)))
