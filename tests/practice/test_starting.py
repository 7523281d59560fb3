"""The command: ready line, help, memory between starts, plain HTTP, and the full world."""

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.practice.wire import ROOT, Caller, Process, envelope, identity

COMMAND = [sys.executable, "-m", "desktop.practice"]
TALLBACKEN = "SE9900000020-1001"
ASK = envelope(
    "GetListing", "20", ("actor", ("SELF_OWNED_CAREGIVER", "SE9900000020-1000")), ("personId", identity("191212121212"))
)


def run(*options):
    return subprocess.run([*COMMAND, *options], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def full_world(tmp_path_factory, schemas):
    process = Process(tmp_path_factory.mktemp("full"))
    caller = Caller(process.ready, schemas)
    yield caller
    caller.close()
    assert process.stop() == 0


def test_the_ready_line_names_what_a_consumer_needs(small_world):
    assert small_world["url"].startswith("https://localhost:")
    assert small_world["control"].startswith("http://127.0.0.1:")
    for name in ("ca", "client_p12", "region_p12", "nameless_p12", "directory", "people"):
        path = Path(small_world[name])
        assert path.is_absolute()
        assert path.stat().st_size > 0
    assert isinstance(small_world["pid"], int)


def test_whoever_started_it_may_be_gone_before_it_is_ready(tmp_path):
    reads, writes = os.pipe()
    os.close(reads)
    options = ["--json", "--small", "--with-parent", "--data", str(tmp_path)]
    ended = subprocess.run(
        [*COMMAND, *options],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=writes,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writes)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_help_documents_the_surface_faults_and_query_language():
    text = run("--help").stdout
    for part in ("--with-parent", "POST /clock", "timeout-after-store", "UpdateListing", "name.surname LIKE"):
        assert part in text


def test_an_unknown_fault_is_told_before_anything_starts():
    result = run("--fault", "earthquake")
    assert (result.returncode, "earthquake" in result.stderr, result.stdout) == (2, True, "")


def test_people_and_places_can_be_printed(tmp_path):
    text = run("--data", str(tmp_path), "--small", "--people").stdout
    assert "191212121212" in text
    assert "Lista på Tallbackens vårdcentral." in text
    people = json.loads(run("--data", str(tmp_path), "--small", "--people", "--json").stdout)
    assert {"adult-home", "in-queue", "newborn", "age-15"} <= {each["key"] for each in people}
    places = run("--data", str(tmp_path), "--small", "--places").stdout
    assert "SE9900000020-1003" in places
    assert "Not connected (VP004)." in places


def test_it_remembers_until_it_is_reset(tmp_path, schemas):
    def visit(*options):
        process = Process(tmp_path, "--small", *options)
        caller = Caller(process.ready, schemas)
        found = caller.where("191212121212")
        caller.create("191212121212", TALLBACKEN)
        caller.close()
        assert process.stop() == 0
        return found, Path(process.ready["client_p12"]).read_bytes()

    first, certificate = visit()
    assert first == ["SE9900000020-1002"]
    assert visit() == ([TALLBACKEN], certificate)
    assert visit("--reset")[0] == ["SE9900000020-1002"]


def other_database(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE citizen (something)")


@pytest.mark.parametrize("spoil", [other_database, lambda path: path.write_bytes(b"no database at all" * 500)])
def test_a_file_that_is_no_world_of_ours_is_made_anew(tmp_path, schemas, spoil):
    spoil(tmp_path / "state.db")
    process = Process(tmp_path, "--small")
    caller = Caller(process.ready, schemas)
    assert caller.where("191212121212") == ["SE9900000020-1002"]
    caller.close()
    assert process.stop() == 0


@pytest.mark.parametrize("options", [(), ("--with-parent",)])
def test_a_signal_stops_it_in_silence(tmp_path, options):
    process = subprocess.Popen(
        [*COMMAND, "--small", "--json", "--data", str(tmp_path), *options],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert process.communicate() == (b"", b"")


def test_plain_http_for_tools_without_mutual_tls(tmp_path):
    process = Process(tmp_path, "--small", "--http")
    url = process.ready["url"]
    assert url.startswith("http://localhost:")
    with httpx.Client() as http:
        assert http.post(url, content=ASK).status_code == 200
        update = envelope(
            "UpdateListing",
            "20",
            ("personId", identity("191212121212")),
            ("newListingCounty", ("1.2.752.129.2.2.1.18", "21")),
            ("homeCounty", ("1.2.752.129.2.2.1.18", "20")),
        )
        assert b"VP007" in http.post(url, content=update).content
        from_region = http.post(url, content=update, headers={"x-vp-sender-id": "SE9900000021-LISTNING"})
        assert from_region.status_code == 200
    assert process.stop() == 0


def test_a_port_that_is_taken_is_told(small_world, tmp_path):
    port = small_world["url"].split(":")[2].split("/")[0]
    result = run("--data", str(tmp_path), "--small", "--port", port)
    assert result.returncode == 1
    assert "cannot start" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("options", [("--port", "99999"), ("--port", "x"), ("--seed", "x"), ("--unknown",)])
def test_options_that_make_no_sense_are_told(options):
    result = run(*options)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_a_folder_that_cannot_be_used_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("--data", str(tmp_path / "file" / "folder"), "--small")
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert "cannot start" in result.stderr


def test_the_same_seed_gives_the_same_world_and_another_one_another(tmp_path):
    def directory(name, seed):
        process = Process(tmp_path / name, "--small", "--seed", seed)
        text = Path(process.ready["directory"]).read_text(encoding="utf-8")
        assert process.stop() == 0
        return text

    assert directory("a", "7") == directory("b", "7") != directory("c", "8")


def test_the_full_world(full_world):
    counts = full_world.control.get("/state").json()["counts"]
    assert {key: counts[key] for key in ("citizens", "facilities", "doctors")} == {
        "citizens": 20_000,
        "facilities": 1200,
        "doctors": 4000,
    }
    assert full_world.where("191212121212") == ["SE9900000020-1002"]


def test_the_directory_covers_every_municipality(full_world):
    with Path(full_world.ready["directory"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["municipality_code"] for row in rows}) == 290
    assert len({row["county_code"] for row in rows}) == 21
    assert len({row["hsa_id"] for row in rows}) == len(rows) == 1200
    assert all(row["name"] and row["street"] and row["phone"].startswith("031-390 06") for row in rows)
    assert {"", "tidbok|recept|fraga"} == {row["e_services"] for row in rows}


def test_every_connected_region_answers(full_world):
    for code, region in full_world.control.get("/state").json()["regions"].items():
        answer = full_world.call("GetAvailableHealthcareFacilities", code)
        if region["connected"]:
            assert len(answer.all("healthcareFacilities")) > 3
        else:
            assert "VP004" in answer.fault


def test_more_than_five_hundred_hits_are_a_fault(full_world):
    def search(where):
        query = f"FROM personrecord WHERE {where}"
        fields = (("query", query), ("queryLanguage", "SimpleQL"), ("profile", "P1"))
        return full_world.call("SearchPersonsForProfile", "SE165565594230-1000", *fields)

    assert "500" in search("gender = '1'").fault
    some = search("name.surname LIKE 'Berg%' AND countyCode = '20'")
    assert 0 < len(some.all("personRecord")) <= 500
    numbers = [each.findtext("{*}extension") for each in some.all("personalIdentity")]
    assert all(number[8:11] in ("238", "239") or "980" <= number[8:11] <= "999" for number in numbers)
    assert set(some.texts("testIndicator")) == {"true"}


def test_the_second_start_of_the_full_world_is_quick(full_world):
    folder = str(Path(full_world.ready["directory"]).parent)
    started = time.monotonic()
    assert run("--data", folder, "--people", "--json").returncode == 0
    assert time.monotonic() - started < 3, "about a second on an idle machine"
