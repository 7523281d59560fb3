"""Our certificate in words: each fault its own, and a warning from sixty days before it expires."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.certificate import CertificateFault, CertificateStanding, ClientCertificate
from desktop.runtime.language import Language
from desktop.texts.certificate import to_be_mended, what_is_wrong

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def ours(left: timedelta) -> ClientCertificate:
    return ClientCertificate("SE1", "CN=x", "CN=ca", NOW - timedelta(days=300), NOW + left)


@pytest.mark.parametrize("code", ["sv", "en"])
def test_every_fault_has_words_of_its_own(code: str) -> None:
    standing = CertificateStanding(ours(timedelta(days=100)))
    said = {what_is_wrong(Language(code), fault, standing) for fault in CertificateFault}
    assert len(said) == len(CertificateFault)
    assert all(text.endswith(".") and "{" not in text for text in said)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(days=61), ""),
        (timedelta(days=60, seconds=1), ""),
        (timedelta(days=59, hours=23), "Certifikatet går ut om 59 dagar, 22 januari 2027."),
        (timedelta(days=1, hours=1), "Certifikatet går ut om en dag, 24 november 2026."),
        (timedelta(hours=20), "Certifikatet går ut inom ett dygn."),
        (timedelta(hours=-1), "Certifikatet gick ut 23 november 2026."),
    ],
)
def test_a_new_one_is_asked_for_in_time(left: timedelta, said: str) -> None:
    certificate = ours(left)
    fault = certificate.fault(NOW)
    assert to_be_mended(Language("sv"), CertificateStanding(certificate, fault), NOW) == said


def test_what_cannot_be_opened_is_told_with_what_is_in_use() -> None:
    standing = CertificateStanding(ours(timedelta(days=10)), CertificateFault.DOES_NOT_OPEN)
    assert to_be_mended(Language("en"), standing, NOW) == (
        "The passphrase does not open the certificate. The certificate expires in 10 days, on 3 December 2026."
    )
