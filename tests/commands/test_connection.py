"""`listningsluckan connection check`, as IT runs it from a prompt: against the practice region, with its reports."""

import json
import subprocess
import sys
from pathlib import Path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "desktop", "connection", *arguments]
    return subprocess.run(program, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_a_check_prints_what_it_tries_and_writes_its_reports(tmp_path: Path) -> None:
    data, page, paper = tmp_path / "report.json", tmp_path / "report.html", tmp_path / "report.pdf"
    files = ["--json", str(data), "--html", str(page), "--pdf", str(paper)]
    done = run("check", "--practice", "--register", *files)
    report = json.loads(data.read_text(encoding="utf-8"))
    printed = done.stdout.splitlines()
    assert len(printed) == len(report["trials"]) + 1
    assert done.returncode == (1 if report["results"]["failed"] else 0), done.stderr
    registered = [one for one in report["trials"] if one["step"] == "registering" and one["result"] == "ok"]
    assert [(one["region"], one["left"]) for one in registered] == [
        ("20", left) for left in ("a queue place", "nothing", "a listing", "a doctor")
    ]
    assert registered[0]["correlation_id"] in page.read_text(encoding="utf-8")
    assert paper.read_bytes().startswith(b"%PDF-")
    written = done.stdout + data.read_text(encoding="utf-8") + page.read_text(encoding="utf-8")
    assert "Likaberg" not in written
    assert "5005050546" not in written.replace("-", "")


def test_a_wrong_profile_is_told_and_nothing_is_tried(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text('environment = "moon"\n', encoding="utf-8")
    done = run("check", "--profile", str(file))
    assert done.returncode == 2
    assert "environment" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
