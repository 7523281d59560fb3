"""Which servers are believed, on real TLS servers: protocol, name, authority, time and revocation."""

import datetime
import ssl
from pathlib import Path

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from desktop.contracts.certificate import load_certificate, ssl_context
from desktop.contracts.listings import CREATE_LISTING
from desktop.contracts.transport import Transport
from desktop.domain.certificate import CertificateError, CertificateFault
from desktop.domain.problems import CallError, Effect, Kind
from tests.contracts.wire import PASSPHRASE, http, server_context

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


async def change(transport: Transport):
    return await transport.exchange(CREATE_LISTING, "20", b"<x/>", changes=True)


@pytest.fixture
def kind_of(talk, p12):
    """What becomes of a call to a server, with these authorities and revocation lists: None when it is answered."""

    def run(url: str, authorities: list[Path], revoked: Path | None = None) -> Kind | None:
        context = ssl_context(load_certificate(p12, PASSPHRASE), authorities, revoked)
        try:
            talk(change, url=url, context=context)
        except CallError as error:
            return error.problem.kind if error.problem.effect is Effect.NOTHING_SENT else Kind.UNFORESEEN
        return None

    return run


@pytest.fixture
def serve(authority, make_region):
    def run(context: ssl.SSLContext) -> str:
        region = make_region(context)
        region.script = http(b"<x/>")
        return region.url

    return run


@pytest.fixture
def issued(authority):
    """A server's certificate of the authority, with the context that shows it."""
    leaf = authority.issue_cert("localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    return x509.load_pem_x509_certificate(leaf.cert_chain_pems[0].bytes()), context


@pytest.fixture
def crl(authority, tmp_path):
    """``crl(certificate, …)`` is a file with the authority's list of these; `until` is when the next list comes."""
    signer = load_pem_private_key(authority.private_key_pem.bytes(), None)
    issuer = x509.load_pem_x509_certificate(authority.cert_pem.bytes()).subject

    def make(*revoked: x509.Certificate, until: datetime.datetime = NOW + DAY) -> Path:
        builder = x509.CertificateRevocationListBuilder(issuer, NOW - 9 * DAY, until)
        for one in revoked:
            entry = x509.RevokedCertificateBuilder(one.serial_number, NOW - DAY).build()
            builder = builder.add_revoked_certificate(entry)
        file = Path(tmp_path / "revoked.pem")
        file.write_bytes(builder.sign(signer, hashes.SHA256()).public_bytes(Encoding.PEM))
        return file

    return make


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_an_old_protocol_is_not_spoken(authority, ca_file, serve, kind_of):
    old = server_context(authority)
    old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    assert kind_of(serve(old), [ca_file]) is Kind.TLS_FAILED


def test_any_of_several_authorities_is_believed_and_no_other(authority, ca_file, tmp_path, serve, kind_of):
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    url = serve(server_context(authority))
    assert kind_of(url, [other, ca_file]) is None
    assert kind_of(url, [other]) is Kind.SERVER_NOT_TRUSTED


def test_a_server_that_is_revoked(issued, crl, ca_file, serve, kind_of):
    certificate, context = issued
    url = serve(context)
    assert kind_of(url, [ca_file], crl(certificate)) is Kind.SERVER_CERTIFICATE_REVOKED
    assert kind_of(url, [ca_file], crl()) is None


def test_without_a_present_list_nobody_is_believed(issued, crl, ca_file, serve, kind_of):
    url = serve(issued[1])
    assert kind_of(url, [ca_file], crl(until=NOW - DAY)) is Kind.REVOCATIONS_OUTDATED
    assert kind_of(url, [ca_file], ca_file) is Kind.REVOCATIONS_OUTDATED


@pytest.mark.parametrize("content", [None, b"", b"no list"])
def test_a_list_that_cannot_be_read(content, p12, ca_file, tmp_path):
    file = tmp_path / "revoked.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CertificateError) as raised:
        ssl_context(load_certificate(p12, PASSPHRASE), [ca_file], file)
    assert raised.value.fault is CertificateFault.REVOCATIONS_UNREADABLE
