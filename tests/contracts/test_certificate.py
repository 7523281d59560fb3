"""Certificates: what a PKCS#12 file says, how it is refused, and that its key lies readable nowhere."""

import datetime
import ssl
import tempfile
import traceback
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID

from desktop.contracts.certificate import load_certificate, sealed_again, ssl_context
from desktop.contracts.listings import GET_LISTING
from desktop.domain.certificate import CertificateError, CertificateFault
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
    assert fault_of(lambda: load_certificate(p12[:length], PASSPHRASE)) is CertificateFault.NOT_A_CERTIFICATE
    assert fault_of(lambda: load_certificate(b"PK" * length, PASSPHRASE)) is CertificateFault.NOT_A_CERTIFICATE


def pem(p12: bytes, encryption: KeySerializationEncryption, key: Any = None) -> bytes:
    """The same as PEM, the authority's certificate first, as some tools order it; `key` is another key."""
    bundle = pkcs12.load_pkcs12(p12, PASSPHRASE.encode())
    chain = [*(one.certificate for one in bundle.additional_certs), bundle.cert.certificate]
    private = (key or bundle.key).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
    return b"Bag Attributes\n" + b"".join(one.public_bytes(Encoding.PEM) for one in chain) + private


SEALED = BestAvailableEncryption(PASSPHRASE.encode())


def test_pem_with_an_encrypted_key(p12, ca_file):
    loaded = load_certificate(pem(p12, SEALED), PASSPHRASE)
    assert loaded.certificate == load_certificate(p12, PASSPHRASE).certificate
    assert ssl_context(loaded, [ca_file])


@pytest.mark.parametrize("passphrase", [PASSPHRASE, ""])
def test_a_key_in_clear_is_refused(p12, passphrase):
    clear = pem(p12, NoEncryption())
    assert fault_of(lambda: load_certificate(clear, passphrase)) is CertificateFault.KEY_IN_CLEAR


@pytest.mark.parametrize("passphrase", ["", "fel"])
def test_a_wrong_passphrase_of_pem(p12, passphrase):
    assert fault_of(lambda: load_certificate(pem(p12, SEALED), passphrase)) is CertificateFault.DOES_NOT_OPEN


def test_pem_without_a_key_and_without_a_certificate(p12):
    whole = pem(p12, SEALED)
    certificates, _, key = whole.partition(b"-----BEGIN ENCRYPTED")
    assert fault_of(lambda: load_certificate(certificates, PASSPHRASE)) is CertificateFault.NO_KEY
    alone = b"-----BEGIN ENCRYPTED" + key
    assert fault_of(lambda: load_certificate(alone, PASSPHRASE)) is CertificateFault.NOT_A_CERTIFICATE
    assert fault_of(lambda: load_certificate(b"-----BEGIN x", PASSPHRASE)) is CertificateFault.NOT_A_CERTIFICATE


def test_a_key_of_another_certificate(p12):
    other = ec.generate_private_key(ec.SECP256R1())
    mixed = pem(p12, SEALED, other)
    assert fault_of(lambda: load_certificate(mixed, PASSPHRASE)) is CertificateFault.KEY_MISMATCH
    own = pkcs12.load_pkcs12(p12, PASSPHRASE.encode()).cert.certificate
    mixed = pkcs12.serialize_key_and_certificates(None, other, None, [own], SEALED)
    assert fault_of(lambda: load_certificate(mixed, PASSPHRASE)) is CertificateFault.KEY_MISMATCH


def test_a_servers_or_an_authoritys_certificate_is_none_for_clients(authority, ca_file):
    server = load_certificate(client_p12(authority, usages=[ExtendedKeyUsageOID.SERVER_AUTH]), PASSPHRASE)
    assert server.certificate.fault(NOW) is CertificateFault.NOT_FOR_CLIENTS
    assert fault_of(lambda: ssl_context(server, [ca_file])) is CertificateFault.NOT_FOR_CLIENTS
    both = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    assert load_certificate(client_p12(authority, usages=both), PASSPHRASE).certificate.fault(NOW) is None
    signer = load_pem_private_key(authority.private_key_pem.bytes(), None)
    own = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    whole = pkcs12.serialize_key_and_certificates(None, signer, own, None, SEALED)
    assert load_certificate(whole, PASSPHRASE).certificate.fault(NOW) is CertificateFault.NOT_FOR_CLIENTS


def test_no_secret_is_in_what_a_failure_says(p12):
    wrong = PASSPHRASE[::-1]
    for data in (p12, pem(p12, SEALED), pem(p12, NoEncryption())):
        with pytest.raises(CertificateError) as raised:
            load_certificate(data, wrong)
        told = "".join(traceback.format_exception(raised.value))
        assert wrong not in told
        assert "PRIVATE" not in told


def test_it_is_sealed_anew_under_another_passphrase(p12):
    again = sealed_again(load_certificate(p12, PASSPHRASE), "en-annan")
    assert b"BEGIN PRIVATE KEY" not in again
    assert load_certificate(again, "en-annan").certificate == load_certificate(p12, PASSPHRASE).certificate
    assert fault_of(lambda: load_certificate(again, PASSPHRASE)) is CertificateFault.DOES_NOT_OPEN


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
