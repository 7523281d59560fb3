"""The translation check refuses what is unfinished, stale or empty, and nothing else; with the real Qt tools."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"
SOURCE = """from PySide6.QtCore import QObject


class Greeting(QObject):
    def text(self) -> str:
        return self.tr("Välkommen")
"""


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_under_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def finished(translations: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one sentence, gathered, translated and compiled."""
    root = tmp_path_factory.mktemp("finished")
    (root / "desktop").mkdir()
    (root / "translations").mkdir()
    (root / "desktop" / "greeting.py").write_text(SOURCE, encoding="utf-8")
    translations.main([], root)
    ts = root / translations.TS
    unfinished = '<translation type="unfinished"></translation>'
    assert unfinished in ts.read_text(encoding="utf-8")
    ts.write_text(
        ts.read_text(encoding="utf-8").replace(unfinished, "<translation>Welcome</translation>"), encoding="utf-8"
    )
    translations.main([], root)
    return root


@pytest.fixture
def project(finished: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(finished, tmp_path / "project"))


def test_a_finished_and_fresh_translation_passes_wherever_the_sentence_stands(
    translations: ModuleType, project: Path
) -> None:
    source = project / "desktop" / "greeting.py"
    source.write_text("# A line more, so that the sentence moves.\n" + SOURCE, encoding="utf-8")
    assert translations.find_problems(project) == []


def test_a_new_sentence_is_refused_until_it_is_translated(translations: ModuleType, project: Path) -> None:
    source = project / "desktop" / "greeting.py"
    source.write_text(SOURCE.replace("Välkommen", "Hej då"), encoding="utf-8")
    assert any("is stale" in line for line in translations.find_problems(project))
    translations.main([], project)
    assert translations.find_problems(project) == ["unfinished: Greeting: Hej då"]
    assert "Välkommen" not in (project / translations.TS).read_text(encoding="utf-8")


def test_an_empty_translation_is_refused(translations: ModuleType, project: Path) -> None:
    ts = project / translations.TS
    ts.write_text(ts.read_text(encoding="utf-8").replace("Welcome", " "), encoding="utf-8")
    assert "empty: Greeting: Välkommen" in translations.find_problems(project)


def test_a_changed_translation_is_refused_until_it_is_compiled(
    translations: ModuleType, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ts = project / translations.TS
    ts.write_text(ts.read_text(encoding="utf-8").replace("Welcome", "Good morning"), encoding="utf-8")
    assert translations.main(["--check"], project) == 1
    said = capsys.readouterr().out.splitlines()
    assert said == ["translations/listningsluckan_en.qm is stale: the .ts has changed.", translations.REMEDY]
    translations.compile_translation(ts, ts.with_suffix(".qm"))
    assert translations.main(["--check"], project) == 0
