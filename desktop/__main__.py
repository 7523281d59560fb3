"""The command line: the desk itself, and one line for each command. What a command does lives in its own module."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from desktop.domain.profile_fault import ProfileFault
    from desktop.settings.profile import Profile
    from desktop.training import PracticeRegion

_EPILOG = """\
commands:
  practice    the practice region by itself, for any client (see: listningsluckan practice --help)
  tour        the main job in the real window against the practice region, a picture of every step
  pictures    every page in every state, in both languages and three themes, as pictures for eyes
  connection  try every link to the regions and write a report (see: listningsluckan connection --help)
  profile     check a profile file, or print the schema of profiles

Without a screen, --practice becomes the tour.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the desk or one of its commands; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments[:1]:
        case ["practice"]:
            from desktop.practice.command import main as practise

            return practise(arguments[1:])
        case ["tour"]:
            return _tour(arguments[1:])
        case ["pictures"]:
            from desktop.commands.pictures import main as draw

            return draw(arguments[1:])
        case ["connection"]:
            from desktop.commands.connection import main as connect

            return connect(arguments[1:])
        case ["profile"]:
            from desktop.commands.profile import main as profile

            return profile(arguments[1:])
    options = _parser().parse_args(arguments)
    if options.practice and not _has_screen():
        return _tour([])
    return _run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="listningsluckan",
        description="The listing counter: register care-centre listings at the reception desk.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"listningsluckan {__version__}")
    parser.add_argument("--practice", action="store_true", help="with the built-in practice region, fictitious persons")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="the profile from region IT")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder for the journal")
    parser.add_argument("--language", choices=("sv", "en"), default="sv", help="the window's language")
    parser.add_argument("--theme", choices=("system", "light", "dark", "high-contrast"), default="system")
    parser.add_argument("--text-size", type=int, choices=range(100, 201), metavar="100-200", default=100)
    return parser


def _run(options: argparse.Namespace) -> int:
    from platform import node

    from platformdirs import user_data_path

    from desktop.settings.policies import policies
    from desktop.settings.profile import ProfileError, machine_file, read_machine_profile

    folder = options.data or user_data_path("listningsluckan", appauthor=False)
    if options.practice:
        from desktop.training import PracticeRegion

        region = PracticeRegion(folder / "practice")
        try:
            return _open_window(options, region.profile(), folder, region)
        finally:
            region.stop()
    file = options.profile or machine_file()
    try:
        found = read_machine_profile(file, node(), policies())
    except ProfileError as error:
        return _tell_faults(options.language, error.faults)
    return _open_window(options, found.profile, folder, None)


def _tell_faults(language: str, faults: Sequence[ProfileFault]) -> int:
    from desktop.runtime.language import Language
    from desktop.texts.profile_faults import told

    print(*(told(Language(language), fault) for fault in faults), sep="\n", file=sys.stderr)
    print("The desk needs a profile from region IT. To try it without: --practice", file=sys.stderr)
    return 2


def _open_window(options: argparse.Namespace, profile: Profile, folder: Path, region: PracticeRegion | None) -> int:
    from PySide6.QtCore import QLockFile
    from PySide6.QtWidgets import QApplication, QMessageBox

    from desktop.app import Desk
    from desktop.runtime.crash import CrashWatch
    from desktop.settings.secrets import KeyringSecrets
    from desktop.views.look import Theme

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Listningsluckan")
    app.setApplicationVersion(__version__)
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / "desk.lock"))
    if not lock.tryLock(100):
        print("The desk is already open on this folder.", file=sys.stderr)
        QMessageBox.information(None, "Listningsluckan", "Listningsluckan är redan öppen. Stäng det fönstret först.")
        return 3
    if region is not None:
        desk = Desk(profile, region.platform, region.secrets(), region.folder, region.people, region.controls())
    else:
        desk = Desk(profile, lambda: profile.platform, KeyringSecrets(), folder)
    watch = CrashWatch(desk.log.folder, desk.report)
    desk.show(app, language=options.language, theme=Theme(options.theme), scale=options.text_size / 100)
    if watch.last_run:
        desk.tell_of(watch.last_run)
    code = app.exec()
    desk.close()
    watch.close()
    return code


def _tour(arguments: Sequence[str]) -> int:
    from desktop.tour import main as tour

    return tour(arguments)


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
