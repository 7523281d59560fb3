"""Certificates: what a PKCS#12 file says, how it is refused, and that its key lies readable nowhere."""

import datetime
import ssl
import tempfile

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_pem_private_key, pkcs12

from desktop.contracts.certificate import CertificateError, CertificateFault, load_certificate, ssl_context
from desktop.contracts.listings import GET_LISTING
from desktop.domain.problems import CallError, Kind
from tests.contracts.wire import OWNER, PASSPHRASE, client_p12

NOW = datetime.datetime.now(datetime.UTC)


def fault_of(work) -> CertificateFault:
    with pytest.raises(CertificateError) as raised:
        work()
    return raised.value.fault


def test_it_says_whose_it_is_and_how_long_it_holds(p12):
    certificate = load_certificate(p12, PASSPHRASE).certificate
    assert certificate.owner_hsa_id == OWNER
    assert "Listningsluckan" in certificate.subject
    assert certificate.issuer
    assert certificate.not_before < NOW < certificate.not_after
    assert certificate.not_after.tzinfo is datetime.UTC
    assert certificate.fault(NOW) is None


@pytest.mark.parametrize("passphrase", ["", "fel", PASSPHRASE.upper()])
def test_a_wrong_passphrase(p12, passphrase):
    assert fault_of(lambda: load_certificate(p12, passphrase)) is CertificateFault.DOES_NOT_OPEN


@pytest.mark.parametrize("length", [0, 1, 200])
def test_no_pkcs12_file(p12, length):
    assert fault_of(lambda: load_certificate(p12[:length], PASSPHRASE)) is CertificateFault.NOT_PKCS12
    assert fault_of(lambda: load_certificate(b"PK" * length, PASSPHRASE)) is CertificateFault.NOT_PKCS12


def test_a_file_without_a_key(p12):
    bundle = pkcs12.load_pkcs12(p12, PASSPHRASE.encode())
    keyless = pkcs12.serialize_key_and_certificates(
        None, None, bundle.cert.certificate, None, BestAvailableEncryption(PASSPHRASE.encode())
    )
    assert fault_of(lambda: load_certificate(keyless, PASSPHRASE)) is CertificateFault.NO_KEY


@pytest.mark.parametrize(
    ("owner", "days", "fault"),
    [
        (OWNER, (-10, -1), CertificateFault.EXPIRED),
        (OWNER, (1, 10), CertificateFault.NOT_YET_VALID),
        ("", (-1, 1), CertificateFault.NO_SERIAL_NUMBER),
    ],
)
def test_what_is_wrong_with_it(authority, ca_file, owner, days, fault):
    loaded = load_certificate(client_p12(authority, owner=owner, days=days), PASSPHRASE)
    assert loaded.certificate.fault(NOW) is fault
    if fault is CertificateFault.NO_SERIAL_NUMBER:
        assert loaded.certificate.owner_hsa_id == ""
        assert ssl_context(loaded, [ca_file])
    else:
        assert fault_of(lambda: ssl_context(loaded, [ca_file])) is fault


def test_an_authority_that_cannot_be_read(p12, tmp_path):
    loaded = load_certificate(p12, PASSPHRASE)
    assert fault_of(lambda: ssl_context(loaded, [tmp_path / "none.pem"])) is CertificateFault.AUTHORITY_UNREADABLE
    (tmp_path / "empty.pem").write_text("")
    assert fault_of(lambda: ssl_context(loaded, [tmp_path / "empty.pem"])) is CertificateFault.AUTHORITY_UNREADABLE


def test_the_context_is_strict_and_trusts_only_the_file(p12, ca_file):
    context = ssl_context(load_certificate(p12, PASSPHRASE), [ca_file])
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert len(context.get_ca_certs()) == 1


def test_the_key_is_encrypted_wherever_it_is_and_no_file_stays(p12, ca_file, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    loaded = load_certificate(p12, PASSPHRASE)
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in loaded.pem
    with pytest.raises(TypeError):
        load_pem_private_key(loaded.pem, None)
    assert loaded.password not in repr(loaded)
    for system in ("linux", "win32"):
        monkeypatch.setattr("sys.platform", system)
        ssl_context(loaded, [ca_file])
        assert list(tmp_path.iterdir()) == []


def test_the_machines_store_does_not_trust_the_exercise(p12, talk):
    """Without a file of our own the operating system decides, and it has never heard of this authority."""
    context = ssl_context(load_certificate(p12, PASSPHRASE))
    with pytest.raises(CallError) as raised:
        talk(lambda transport: transport.exchange(GET_LISTING, "20", b"<x/>", changes=False), context=context)
    assert raised.value.problem.kind is Kind.SERVER_NOT_TRUSTED


def test_the_machines_store_is_used(p12, region, talk, ca_file, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    context = ssl_context(load_certificate(p12, PASSPHRASE))
    with pytest.raises(CallError) as raised:
        talk(lambda transport: transport.exchange(GET_LISTING, "20", b"<x/>", changes=False), context=context)
    assert raised.value.problem.kind is Kind.CONNECTION_LOST
    assert len(region.received) == 1
