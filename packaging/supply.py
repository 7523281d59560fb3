"""Owns what is known of the parts that come from others: SBOM, licences and their texts, vulnerability audit.

The parts are those of the environment that `release.py` makes from `uv.lock`, and those of `bundled.toml`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

ALLOWED = {
    "Apache-2.0",
    "Apache-2.0 OR BSD-3-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD-Attribution-HPND-disclaimer",
    "GPL-2.0-or-later WITH Bootloader-exception",
    "HPND",
    "ISC",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "License :: OSI Approved :: BSD License",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "OLDAP-2.8",
    "PostgreSQL",
    "PSF-2.0",
    "Unicode-3.0",
    "blessing",
}
"""Under these a part may be delivered inside the program. A part under another licence stops the release."""

_VALIDATE = """\
import sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text(encoding="utf-8"))
sys.exit(str(error) if error else 0)
"""

Component = dict[str, Any]
"""A component as CycloneDX 1.6 spells it in JSON."""


class SupplyError(Exception):
    """A part cannot be delivered or described; says which and why."""


def make_sbom(environment: Path, tools: Path, versions: dict[str, str], version: str, target: Path) -> list[Component]:
    """Write the program's CycloneDX SBOM, the same bytes for the same input, and return its components.

    `environment` holds the program's packages and nothing else; `versions` is the answer of probe.py.
    """
    options: list[str | Path] = [
        "--mc-type",
        "application",
        "--output-reproducible",
        "--of",
        "JSON",
        "--sv",
        "1.6",
        "-o",
        target,
    ]
    command: list[str | Path] = [
        tools / "cyclonedx-py",
        "environment",
        environment,
        "--pyproject",
        ROOT / "pyproject.toml",
        *options,
    ]
    subprocess.run(command, check=True)
    sbom = json.loads(target.read_text(encoding="utf-8"))
    sbom["metadata"]["component"]["version"] = version
    sbom["components"] += bundled_components(versions, sys.platform)
    sbom["components"].sort(key=lambda one: str(one["name"]).lower())
    target.write_text(json.dumps(sbom, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    subprocess.run([tools / "python", "-c", _VALIDATE, target], check=True)
    components: list[Component] = sbom["components"]
    return components


def bundled_components(versions: dict[str, str], platform: str) -> list[Component]:
    """The parts of bundled.toml that a program for this `sys.platform` contains."""
    parts = tomllib.loads((ROOT / "packaging" / "bundled.toml").read_text(encoding="utf-8"))["part"]
    return [_component(part, versions) for part in parts if part.get("only", platform) == platform]


def _component(part: dict[str, str], versions: dict[str, str]) -> Component:
    version = versions[part["version"]] if "version" in part else ""
    known: Component = {key: part[key].format(version=version) for key in ("purl", "cpe") if key in part}
    return {
        "type": "library",
        "bom-ref": f"bundled:{part['name']}",
        "name": part["name"],
        **({"version": version} if version else {}),
        "supplier": {"name": part["supplier"]},
        "licenses": [{"expression": part["licence"]}],
        "externalReferences": [{"type": "source-distribution", "url": part["source"]}],
        **known,
    }


def licences(component: Component) -> tuple[str, ...]:
    """Every way in which a component states its licence: expression, SPDX id or name."""
    stated = component.get("licenses", [])
    named = (one.get("expression") or one["license"].get("id") or one["license"]["name"] for one in stated)
    return tuple(dict.fromkeys(named))


def refuse_unknown_licences(components: list[Component]) -> None:
    """Raise SupplyError with every component that states no licence which is allowed here."""
    wrong = [f"{one['name']}: {', '.join(licences(one)) or 'no licence'}" for one in components if not _may_go(one)]
    if wrong:
        raise SupplyError("Not delivered under a licence that packaging/supply.py allows:\n" + "\n".join(wrong))


def _may_go(component: Component) -> bool:
    return any(licence in ALLOWED for licence in licences(component))


def write_notices(environment: Path, components: list[Component], folder: Path) -> None:
    """Fill `folder` with the notices: our explanation, the list of licences, and each part's own texts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "NOTICE.md", folder / "NOTICE.md")
    shutil.copy(ROOT / "LICENSE", folder / "listningsluckan.txt")
    shutil.copy(_python_licence(), folder / "python.txt")
    for text in (*sorted((ROOT / "LICENSES").iterdir()), *sorted((ROOT / "packaging" / "licences").iterdir())):
        shutil.copy(text, folder / text.name)
    for package in sorted(distributions(path=[str(_site(environment))]), key=lambda one: one.name.lower()):
        _copy_texts(package, folder)
    named = [" ".join(filter(None, (one["name"], one.get("version")))) for one in components]
    lines = [f"{name}: {'; '.join(licences(one))}" for name, one in zip(named, components, strict=True)]
    (folder / "list.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _site(environment: Path) -> Path:
    windows = environment / "Lib" / "site-packages"
    return windows if windows.exists() else next(environment.glob("lib/python3.*/site-packages"))


def _python_licence() -> Path:
    """The licence of the Python that runs this, which is the one that is frozen."""
    places = (Path(sys.base_prefix) / "LICENSE.txt", Path(sysconfig.get_path("stdlib")) / "LICENSE.txt")
    for place in places:
        if place.exists():
            return place
    raise SupplyError(f"Python's licence is at none of {', '.join(map(str, places))}")


def _copy_texts(package: Distribution, folder: Path) -> None:
    """The licence files that a package carries, as `name-FILE` beside each other."""
    for file in package.files or ():
        stem = file.name.upper().partition(".")[0]
        if ".dist-info" in str(file) and stem.startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS")):
            shutil.copy(str(package.locate_file(file)), folder / f"{package.name.lower()}-{file.name}")


def audit(uv: str, tools: Path, scratch: Path) -> int:
    """Look the locked packages up among known vulnerabilities; returns 1 only for one that was found.

    Without the service nothing is known, and that is said, never that all is well. The service may also answer that it
    does not know a package, which its tool does not count as a failure: such packages are named.
    """
    wanted, answer = scratch / "requirements.txt", scratch / "audit.json"
    answer.unlink(missing_ok=True)
    subprocess.run(
        [uv, "export", "-q", "--frozen", "--no-dev", "--no-emit-project", "-o", wanted], cwd=ROOT, check=True
    )
    command: list[str | Path] = [
        tools / "pip-audit",
        "--require-hashes",
        "--disable-pip",
        "-r",
        wanted,
        "-f",
        "json",
        "-o",
        answer,
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if not answer.exists():
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        print(f"AUDIT NOT DONE: the vulnerability service did not answer ({last[0].partition(':')[0]})")
        return 0
    return judge_audit(json.loads(answer.read_text(encoding="utf-8")))


def judge_audit(answer: dict[str, Any]) -> int:
    """Say what pip-audit's JSON answer tells; 1 when a package has a known vulnerability."""
    asked = answer["dependencies"]
    known = [one for one in asked if "skip_reason" not in one]
    unknown = [one["name"] for one in asked if "skip_reason" in one]
    hits = [f"{one['name']} {one['version']}: {hit['id']}" for one in known for hit in one["vulns"]]
    if not known:
        print(f"AUDIT NOT DONE: the vulnerability service knows none of the {len(asked)} packages")
        return 0
    print(f"Audited {len(known)} of {len(asked)} packages: {len(hits)} known vulnerabilities")
    if unknown:
        print(f"Not audited, unknown to the service: {', '.join(unknown)}")
    for hit in hits:
        print(hit)
    return 1 if hits else 0
