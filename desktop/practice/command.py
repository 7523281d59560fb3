"""The command line of the practice region: `listningsluckan practice`, or `python -m desktop.practice`."""

import argparse
import json
import os
import signal
import sqlite3
import sys
import textwrap
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from platformdirs import user_data_path

from desktop.practice.certificates import CLIENT_ID, PASSPHRASE, Certificates, prepare_certificates
from desktop.practice.control import ControlServer
from desktop.practice.exports import write_directory, write_people
from desktop.practice.faults import FAULTS, FaultError, FaultRule, read_fault_option
from desktop.practice.query import NODES
from desktop.practice.realm import Realm
from desktop.practice.server import PlatformServer

_DESCRIPTION = """\
A practice region for the Swedish listing contracts (carelisting 2.1: GetListing, GetListingCounty, GetListingTypes,
GetAvailableHealthcareFacilities, GetAvailableHealthcarePersonnel, CreateListing, UpdateListing) and the person
register (GetPersonsForProfile 5, SearchPersonsForProfile 5), with the service platform in front of them.
Everything in it is invented. It listens on loopback only, remembers what is registered, and serves until stopped.
"""
_EPILOG = """\
faults (--fault NAME[:key=value,...], keys region, contract, code, seconds, times; also POST /faults):
{faults}

certificates: client_p12 is the desk's ({desk}); region_p12 is another region's and may call UpdateListing;
nameless_p12 has no SERIALNUMBER (VP002). Over plain HTTP the header x-vp-sender-id says who calls.

control surface (plain HTTP and JSON on loopback; requests from browsers are refused):
  GET  /state   GET /people   GET /places   GET /faults   GET /log[?bodies=1]
  POST /faults       {{"set": [{{"name": "delay", "seconds": 3}}]}}, {{"add": {{...}}}} or {{"clear": true}}
  POST /clock        {{"advance_days": 9}} and/or {{"advance_seconds": 300}}
  POST /free-places  {{"facility": "SE9900000020-1003", "places": 1}}
  POST /reset        back to the first day    POST /log   forget the calls

search language (SearchPersonsForProfile, queryLanguage SimpleQL):
  FROM personrecord WHERE name.surname LIKE 'And%' AND (countyCode = '20' OR countyCode = '21')
  FROM personrecord WHERE birth.dateOfBirth >= '1990-01-01' AND birth.dateOfBirth < '1991'
  operators =, !=, LIKE with % for any text, and <, <=, >, >= for dates; case does not matter; more than 500 hits
  are a fault; nodes:
{nodes}

examples:
  listningsluckan practice                          the full world over mutual TLS
  listningsluckan practice --http --port 8080       for tools that cannot do mutual TLS, such as
      curl --data-binary @request.xml -H 'Content-Type: text/xml;charset=UTF-8' http://localhost:8080/vp
  listningsluckan practice --people --places        whom to try, and where
  listningsluckan practice --fault delay:seconds=5,contract=CreateListing
"""


def main(argv: Sequence[str]) -> int:
    """Run the practice region until it is stopped; returns the exit code."""
    options = _parser().parse_args(argv)
    try:
        faults = [read_fault_option(option) for option in options.fault]
    except FaultError as error:
        print(error, file=sys.stderr)
        return 2
    folder = (options.data or user_data_path("listningsluckan", False) / "practice").resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(Realm(folder / "state.db", seed=options.seed, small=options.small, reset=options.reset)) as realm:
            return _run(realm, folder, options, faults)
    except (OSError, sqlite3.Error) as error:
        print(f"The practice region cannot start: {error}", file=sys.stderr)
        return 1


def _run(realm: Realm, folder: Path, options: argparse.Namespace, faults: list[FaultRule]) -> int:
    if options.people:
        _print_people(realm, options.json)
    if options.places:
        _print_places(realm, options.json)
    if options.people or options.places:
        return 0
    return _serve(realm, folder, options, faults)


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<22}{text}" for name, text in FAULTS.items())
    nodes = textwrap.fill(", ".join(NODES), 110, initial_indent="    ", subsequent_indent="    ")
    parser = argparse.ArgumentParser(
        prog="listningsluckan practice",
        description=_DESCRIPTION,
        epilog=_EPILOG.format(faults=listed, nodes=nodes, desk=CLIENT_ID),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder for state and certificates")
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="port of the platform (0: any free one)")
    parser.add_argument("--control-port", type=_port, default=0, metavar="N", help="port of the control surface")
    parser.add_argument("--http", action="store_true", help="plain HTTP instead of mutual TLS")
    parser.add_argument("--json", action="store_true", help="print one JSON line when ready, and nothing else")
    parser.add_argument("--with-parent", action="store_true", help="stop when standard input ends")
    parser.add_argument("--reset", action="store_true", help="begin from the first day again")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed gives another world")
    parser.add_argument("--small", action="store_true", help="3 regions, 60 centres, 200 citizens, all named persons")
    parser.add_argument("--people", action="store_true", help="print the named persons and exit")
    parser.add_argument("--places", action="store_true", help="print the named centres and the regions' exceptions")
    parser.add_argument("--fault", action="append", default=[], metavar="FAULT", help="a fault from the start")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _serve(realm: Realm, folder: Path, options: argparse.Namespace, faults: list[FaultRule]) -> int:
    def export() -> None:
        write_directory(realm, folder / "directory.csv")
        write_people(realm, folder / "people.json")

    certificates = prepare_certificates(folder)
    platform = PlatformServer(realm, options.port, None if options.http else certificates)
    control = ControlServer(platform, options.control_port, export)
    platform.set_faults(faults)
    export()
    stop = threading.Event()
    for server in (platform, control):
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    if options.with_parent:
        threading.Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()
    _wait_until_stopped(stop, _ready_text(platform, control, certificates, options.json))
    platform.stopping.set()
    for server in (platform, control):
        server.shutdown()
        server.server_close()
    return 0


def _wait_until_stopped(stop: threading.Event, ready: str) -> None:
    """Say that all is ready, and wait for Ctrl+C, SIGTERM or the parent's end.

    The signals raise rather than set the event: a handler that sets an event on which its own thread waits can lock up.
    """
    stopping = (signal.SIGINT, signal.SIGTERM)
    with suppress(KeyboardInterrupt):
        for number in stopping:
            signal.signal(number, signal.default_int_handler)
        if _is_heard(ready):
            while not stop.wait(0.5):
                pass
    for number in stopping:
        signal.signal(number, signal.SIG_IGN)


def _is_heard(text: str) -> bool:
    """Print; False where whoever started the region is gone, so that there is nobody to be ready for."""
    try:
        print(text, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # What is left in the buffer goes nowhere.
        return False
    return True


def _wait_for_end_of_input(stop: threading.Event) -> None:
    """Read without Python's buffer, whose lock a reading thread would hold when the interpreter ends."""
    while os.read(0, 4096):
        pass
    stop.set()


def _ready_text(platform: PlatformServer, control: ControlServer, certificates: Certificates, as_json: bool) -> str:
    ready = {
        "url": platform.url,
        "control": control.url,
        "ca": str(certificates.ca),
        "client_p12": str(certificates.client),
        "client_passphrase": PASSPHRASE,
        "region_p12": str(certificates.region),
        "nameless_p12": str(certificates.nameless),
        "directory": str(certificates.folder / "directory.csv"),
        "people": str(certificates.folder / "people.json"),
        "pid": os.getpid(),
    }
    if as_json:
        return json.dumps(ready, ensure_ascii=False)
    lines = [f"  {name:<18}{value}" for name, value in ready.items()]
    return "\n".join(["The practice region is ready (everything in it is invented):", *lines, "Stop with Ctrl+C."])


def _print_people(realm: Realm, as_json: bool) -> None:
    if as_json:
        print(json.dumps(realm.people(), ensure_ascii=False))
        return
    for person in realm.people():
        print(f"{person['key']:<26}{person['number']}  {person['name']}")
        print(f"{'':<26}{person['sv']} {person['try_sv']}")
        print(f"{'':<26}{person['en']} {person['try_en']}")


def _print_places(realm: Realm, as_json: bool) -> None:
    regions = realm.state()["regions"]
    if as_json:
        print(json.dumps({"places": realm.places(), "regions": regions}, ensure_ascii=False))
        return
    for place in realm.places():
        print(f"{place['key']:<22}{place['hsa_id']}  {place['name']}")
        print(f"{'':<22}{place['sv']}")
        print(f"{'':<22}{place['en']}")
    for code, region in regions.items():
        print(f"{code} {region['name']:<30}{region['note']}")
