"""Our clients against the practice region, which reads and writes by code of its own: every consumer contract once."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.contracts.catalogue import Catalogue
from desktop.contracts.certificate import load_certificate, ssl_context
from desktop.contracts.listings import Listings
from desktop.contracts.persons import PersonRegister
from desktop.contracts.transport import Limits, Transport
from desktop.domain.agreement import ActorType, EvidenceKind, RegisterAgreement, organisation
from desktop.domain.citizen import Deregistration, Protection
from desktop.domain.codes import LISTING_TYPE
from desktop.domain.identity import PersonIdentity
from desktop.domain.listing import Doctor, ListingType, RegionListings
from desktop.domain.outcome import RefusalCode
from desktop.domain.problems import CallError, Effect, Kind
from desktop.domain.regions import County
from desktop.domain.registration import Choice, Chooser, Evidence, Intent, Registration, needed_consents

ROOT = Path(__file__).parents[2]
HOME = County("20")
DESK = organisation(ActorType.SELF_OWNED_CAREGIVER, "SE9900000020-1000")
ADULT = PersonIdentity("191212121212")
IN_QUEUE = PersonIdentity("199006022397")
PRIMARY_CARE = ListingType(code="PV")
TALLBACKEN, FULL_WITH_QUEUE = "SE9900000020-1001", "SE9900000020-1003"


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A practice region of its own for each test, with state and certificates in a folder of its own."""
    command = [sys.executable, "-m", "desktop.practice", "--small", "--json", "--with-parent", "--data", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield json.loads(process.stdout.readline())
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.fixture
def at(practice):
    """``at(work)`` runs ``await work(transport)`` with the certificate that the practice region has made."""

    def run(work, p12: str = "client_p12", owner: str = "SE9900000020-DESK"):
        loaded = load_certificate(Path(practice[p12]).read_bytes(), practice["client_passphrase"])
        assert loaded.certificate.owner_hsa_id == owner
        context = ssl_context(loaded, [Path(practice["ca"])])

        async def open_and_close():
            transport = Transport(practice["url"], {}, context, Limits(read=10.0))
            try:
                return await work(transport)
            finally:
                await transport.close()

        return asyncio.run(open_and_close())

    return run


async def order(
    transport: Transport, identity: PersonIdentity, intent: Intent, hsa_id: str, doctor: Doctor | None = None
):
    """Register for a person at home in Dalarna, and read what the region shows afterwards."""
    citizen = await PersonRegister(transport).get(identity)
    (facility,) = await Catalogue(transport).facilities(HOME, only=[hsa_id.lower()])
    registration = Registration(
        citizen=citizen,
        choice=Choice(intent, HOME, facility, PRIMARY_CARE, doctor),
        chooser=Chooser(),
        evidence=Evidence(EvidenceKind.FORM, date(2026, 11, 23)),
        consents=needed_consents(citizen.home_county, HOME, frozenset()),
        agreement=RegisterAgreement("Övningsavtal", date(2026, 1, 1)),
        present_counties=frozenset(),
    )
    reply = await Listings(transport).create_listing(registration)
    answer = await Listings(transport).get_listing(HOME, DESK, identity)
    return reply, RegionListings(answer.listings, read_at=answer.listings[0].valid_from)


def test_persons(at):
    async def work(transport: Transport):
        register = PersonRegister(transport)
        keys = {
            "adult": ADULT,
            "old": PersonIdentity("195005050512"),
            "marked": PersonIdentity("198101079294"),
            "protected": PersonIdentity("197907179191"),
            "deceased": PersonIdentity("193805028432"),
            "emigrated": PersonIdentity("195711212893"),
            "coordination": PersonIdentity("198505612393"),
            "no county": PersonIdentity("199003722395"),
            "nobody": PersonIdentity("190001042399"),
        }
        found = await register.get_many(list(keys.values()))
        assert await register.get(keys["nobody"]) is None
        named = await register.search("FROM personrecord WHERE name.surname = 'Tallberg'", "SimpleQL")
        return {key: found.get(identity) for key, identity in keys.items()}, named

    found, named = at(work)
    adult = found["adult"]
    assert (adult.name.spoken, adult.born, adult.home_county) == ("Tolvan Tallberg", date(1912, 12, 12), HOME)
    assert (adult.protection, adult.deregistration, adult.is_test_person) == (Protection.NONE, None, True)
    assert found["marked"].protection is Protection.MARKED
    assert found["protected"].protection is Protection.PROTECTED_REGISTRATION
    assert found["deceased"].deregistration is Deregistration.DECEASED
    assert found["emigrated"].deregistration is Deregistration.EMIGRATED
    assert found["coordination"].coordination_level == "STYRKT"
    assert found["no county"].home_county is None
    assert found["nobody"] is None
    old, new = found["old"], PersonIdentity("195005050520")
    assert new in (old.identity, old.replaced_by)
    assert adult.identity in [citizen.identity for citizen in named]


def test_the_catalogue(at):
    async def work(transport: Transport):
        catalogue = Catalogue(transport)
        return (
            await catalogue.listing_types(HOME, ADULT, HOME),
            await catalogue.listing_types(HOME),
            await catalogue.facilities(HOME, [PRIMARY_CARE]),
            await catalogue.personnel(HOME, ADULT, TALLBACKEN, [PRIMARY_CARE]),
        )

    own_types, all_types, facilities, doctors = at(work)
    assert {kind.key for kind in own_types} <= {kind.key for kind in all_types}
    assert PRIMARY_CARE.key in {kind.key for kind in own_types}
    assert LISTING_TYPE in {kind.code_system for kind in all_types}
    by_id = {facility.hsa_id: facility for facility in facilities}
    assert by_id[TALLBACKEN].name == "Tallbackens vårdcentral"
    assert by_id[TALLBACKEN].supports_doctor_choice
    assert by_id[FULL_WITH_QUEUE].has_queue
    assert by_id[FULL_WITH_QUEUE].queue_length
    assert all(facility.name for facility in facilities)
    assert doctors
    assert all(doctor.hsa_id and doctor.name for doctor in doctors)


def test_reading_a_listing_and_a_queue_place(at):
    async def work(transport: Transport):
        listings = Listings(transport)
        return (
            await listings.get_listing_counties(HOME, DESK, IN_QUEUE),
            await listings.get_listing(HOME, DESK, IN_QUEUE),
        )

    counties, answer = at(work)
    assert counties == (HOME,)
    (listed,) = [item for item in answer.listings if not item.in_queue]
    (place,) = [item for item in answer.listings if item.in_queue]
    assert listed.is_at(TALLBACKEN)
    assert listed.doctor.name
    assert listed.valid_from
    assert listed.remaining_changes is not None
    assert place.is_at(FULL_WITH_QUEUE)
    assert (place.queue_position, place.facility.has_queue) == (4, True)
    assert place.estimated_wait


def test_moving_and_choosing_a_doctor(at):
    async def work(transport: Transport):
        (doctor, *_) = await Catalogue(transport).personnel(HOME, ADULT, TALLBACKEN)
        moved = await order(transport, ADULT, Intent.LIST, TALLBACKEN)
        chosen = await order(transport, ADULT, Intent.CHANGE_DOCTOR, TALLBACKEN, doctor)
        return doctor, moved, chosen

    doctor, (moved, after_move), (chosen, after_choice) = at(work)
    assert moved.is_done
    assert moved.correlation_id
    assert after_move.listed_at(TALLBACKEN, PRIMARY_CARE)
    assert chosen.is_done
    assert after_choice.listed_at(TALLBACKEN, PRIMARY_CARE).doctor.hsa_id == doctor.hsa_id


def test_a_full_centre_joining_its_queue_and_leaving_it(at):
    async def work(transport: Transport):
        refused = await order(transport, ADULT, Intent.LIST, FULL_WITH_QUEUE)
        joined = await order(transport, ADULT, Intent.JOIN_QUEUE, FULL_WITH_QUEUE)
        left = await order(transport, ADULT, Intent.LEAVE_QUEUE, FULL_WITH_QUEUE)
        return refused, joined, left

    (refused, _), (joined, queuing), (left, gone) = at(work)
    assert refused.refusal is RefusalCode.FULL
    assert joined.is_done
    assert queuing.queued_at(FULL_WITH_QUEUE, PRIMARY_CARE).queue_position
    assert left.is_done
    assert not gone.queue_places


def test_a_region_that_is_not_connected(at):
    with pytest.raises(CallError) as raised:
        at(lambda transport: Listings(transport).get_listing(County("09"), DESK, ADULT))
    problem = raised.value.problem
    assert (problem.kind, problem.effect, problem.code) == (Kind.NOT_CONNECTED, Effect.REFUSED, "VP004")
    assert (problem.county, bool(problem.correlation_id)) == ("09", True)


def test_a_certificate_without_the_owners_number(at):
    with pytest.raises(CallError) as raised:
        at(lambda transport: Listings(transport).get_listing(HOME, DESK, ADULT), p12="nameless_p12", owner="")
    assert (raised.value.problem.kind, raised.value.problem.code) == (Kind.CERTIFICATE_REFUSED, "VP002")
