"""Owns the English translation's files: gathers the Swedish sentences into .ts and compiles it to the .qm that ships.

    python3 packaging/dev.py translations            gather and compile; what is new waits in the .ts as unfinished
    python3 packaging/dev.py translations --check    change nothing; fail if that would change a file or work remains

Line numbers are left out of the .ts, so that only a changed sentence makes it stale. The .qm is committed, so that
`uv run` and wheels speak English without a compiler.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = Path("translations/listningsluckan_en.ts")
REMEDY = "Run: python3 packaging/dev.py translations, translate what is unfinished in the .ts, and run it once more."


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Bring both files up to date under `root`, or with `--check` report why they are not; returns the exit code."""
    if arguments == ["--check"]:
        problems = find_problems(root)
        print("\n".join([*problems, REMEDY]) if problems else "The translation is complete and fresh.")
        return 1 if problems else 0
    if arguments:
        print(__doc__)
        return 2
    ts = root / TS
    gather(root, ts)
    compile_translation(ts, ts.with_suffix(".qm"))
    print("\n".join(describe_unfinished(ts)) or "The translation is complete.")
    return 0


def find_problems(root: Path) -> list[str]:
    """What keeps the committed files from being what a fresh run would write, one line each."""
    ts, qm = root / TS, (root / TS).with_suffix(".qm")
    if not (ts.exists() and qm.exists()):
        return [f"{TS.as_posix()} or its .qm is missing."]
    with tempfile.TemporaryDirectory() as folder:
        fresh_ts, fresh_qm = Path(folder, ts.name), Path(folder, qm.name)
        shutil.copy(ts, fresh_ts)
        gather(root, fresh_ts)
        compile_translation(ts, fresh_qm)
        problems = describe_unfinished(ts)
        if fresh_ts.read_bytes() != ts.read_bytes():
            problems.append(f"{TS.as_posix()} is stale: the sentences in desktop/ have changed.")
        if fresh_qm.read_bytes() != qm.read_bytes():
            problems.append(f"{TS.with_suffix('.qm').as_posix()} is stale: the .ts has changed.")
    return problems


def gather(root: Path, ts: Path) -> None:
    """Merge the sentences of desktop/ into `ts`: known ones keep their translation, vanished ones go."""
    sources = sorted(path.relative_to(root).as_posix() for path in (root / "desktop").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "sources.lst")
        listing.write_text("\n".join(sources), encoding="utf-8")
        options = [
            "-silent",
            "-locations",
            "none",
            "-no-obsolete",
            "-source-language",
            "sv_SE",
            "-target-language",
            "en",
        ]
        run_tool("pyside6-lupdate", *options, f"@{listing}", "-ts", str(ts), cwd=root)


def compile_translation(ts: Path, qm: Path) -> None:
    """Write the binary catalogue that the application loads."""
    run_tool("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm), cwd=ts.parent)


def describe_unfinished(ts: Path) -> list[str]:
    """One line for each entry that is unfinished, empty, or kept though its sentence is gone."""
    lines = []
    for context in ElementTree.parse(ts).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            state = "missing" if translation is None else translation.get("type", "")
            forms = [] if translation is None else translation.findall("numerusform") or [translation]
            if not state and not all((form.text or "").strip() for form in forms):
                state = "empty"
            if state:
                lines.append(f"{state}: {context.findtext('name')}: {message.findtext('source')}")
    return lines


def run_tool(name: str, *arguments: str, cwd: Path) -> None:
    """Run a Qt tool of this environment; its own words and exit code end the program when it fails."""
    tool = shutil.which(name, path=str(Path(sys.executable).parent)) or name
    done = subprocess.run([tool, *arguments], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
