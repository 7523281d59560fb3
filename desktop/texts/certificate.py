"""Our certificate in words: what is wrong with it, and when somebody should order a new one."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.certificate import CertificateFault, CertificateStanding, ClientCertificate
from desktop.runtime.language import Language
from desktop.texts.listings import day
from desktop.texts.marking import QT_TRANSLATE_NOOP

_FAULTS: dict[CertificateFault, str] = {
    CertificateFault.NONE_INSTALLED: QT_TRANSLATE_NOOP(
        "certificate", "Inget certifikat är installerat på den här datorn."
    ),
    CertificateFault.NOT_READABLE: QT_TRANSLATE_NOOP("certificate", "Filen med certifikatet går inte att läsa."),
    CertificateFault.LOCKED: QT_TRANSLATE_NOOP("certificate", "Lösenordet till certifikatet går inte att hämta."),
    CertificateFault.NOT_A_CERTIFICATE: QT_TRANSLATE_NOOP(
        "certificate", "Filen är inget certifikat: den är varken PKCS#12 eller PEM."
    ),
    CertificateFault.DOES_NOT_OPEN: QT_TRANSLATE_NOOP("certificate", "Lösenordet öppnar inte certifikatet."),
    CertificateFault.NO_KEY: QT_TRANSLATE_NOOP("certificate", "Certifikatet saknar sin privata nyckel."),
    CertificateFault.KEY_IN_CLEAR: QT_TRANSLATE_NOOP("certificate", "Certifikatets privata nyckel är inte krypterad."),
    CertificateFault.KEY_MISMATCH: QT_TRANSLATE_NOOP(
        "certificate", "Den privata nyckeln hör till ett annat certifikat."
    ),
    CertificateFault.NOT_FOR_CLIENTS: QT_TRANSLATE_NOOP(
        "certificate", "Certifikatet är av fel slag: det gäller inte för den som ansluter."
    ),
    CertificateFault.EXPIRED: QT_TRANSLATE_NOOP("certificate", "Certifikatet gick ut {date}."),
    CertificateFault.NOT_YET_VALID: QT_TRANSLATE_NOOP("certificate", "Certifikatet börjar gälla först {date}."),
    CertificateFault.NO_SERIAL_NUMBER: QT_TRANSLATE_NOOP(
        "certificate", "Certifikatet saknar serienummer med HSA-id, så plattformen kan avvisa det."
    ),
    CertificateFault.AUTHORITY_UNREADABLE: QT_TRANSLATE_NOOP(
        "certificate", "En fil med betrodda utfärdare går inte att läsa."
    ),
    CertificateFault.REVOCATIONS_UNREADABLE: QT_TRANSLATE_NOOP(
        "certificate", "Filen med spärrlistor går inte att läsa."
    ),
}


def what_is_wrong(language: Language, fault: CertificateFault, standing: CertificateStanding) -> str:
    """A fault in a sentence."""
    ours, date = standing.certificate, ""
    if ours is not None:
        date = day(language, (ours.not_before if fault is CertificateFault.NOT_YET_VALID else ours.not_after).date())
    return language.translate("certificate", _FAULTS[fault]).format(date=date)


def described(language: Language, ours: ClientCertificate) -> tuple[str, ...]:
    """Whose it is, who issued it and how long it holds, a line each."""
    return (
        language.translate("certificate", "Ägare: {owner}").format(owner=ours.owner_hsa_id or ours.subject),
        language.translate("certificate", "Utfärdare: {issuer}").format(issuer=ours.issuer),
        language.translate("certificate", "Gäller från {begins} till {ends}").format(
            begins=day(language, ours.not_before.date()), ends=day(language, ours.not_after.date())
        ),
    )


def to_be_mended(language: Language, standing: CertificateStanding, now: datetime) -> str:
    """What is wrong with it or soon will be, at `now` (aware); empty when nothing is to be done."""
    said = []
    if standing.fault is not None:
        said.append(what_is_wrong(language, standing.fault, standing))
    ours = standing.certificate
    if ours is not None and standing.is_soon_over(now) and ours.not_after > now:
        days, date = ours.days_left(now), day(language, ours.not_after.date())
        if days < 1:
            text = language.translate("certificate", "Certifikatet går ut inom ett dygn.")
        elif days == 1:
            text = language.translate("certificate", "Certifikatet går ut om en dag, {date}.")
        else:
            text = language.translate("certificate", "Certifikatet går ut om {days} dagar, {date}.")
        said.append(text.format(days=days, date=date))
    return " ".join(said)
