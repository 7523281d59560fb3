"""The command line: the desk itself, and one line for each command. What a command does lives in its own module."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.runtime.memory import keep_memory_private

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.domain.profile_fault import ProfileFault
    from desktop.settings.profile import MachineProfile
    from desktop.training import PracticeRegion
    from desktop.views.profile_faults import Meanwhile

_EPILOG = """\
commands:
  practice    the practice region by itself, for any client (see: listningsluckan practice --help)
  tour        the main job in the real window against the practice region, a picture of every step
  pictures    every page in every state, in both languages and three themes, as pictures for eyes
  connection  try every link to the regions and write a report (see: listningsluckan connection --help)
  journal     the workplace's journal: keys, backup, restore, verify (see: listningsluckan journal --help)
  certificate put the certificate on this computer, or show it; the passphrase on standard input
  secret      put a password or token on this computer; read from standard input
  audit       an extract of the audit trail, for the audit role (see: listningsluckan audit --help)
  staff       who may sign in at the desk, in which roles (see: listningsluckan staff --help)
  profile     check a profile file, or print the schema of profiles

Without a screen, --practice becomes the tour.
"""


COMMANDS = ("audit", "certificate", "connection", "journal", "pictures", "profile", "secret", "staff")
"""Each is a module of `desktop/commands`, imported when it is asked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the desk or one of its commands; returns the exit code."""
    keep_memory_private()
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments[:1]:
        case ["practice"]:
            from desktop.practice.command import main as practise

            return practise(arguments[1:])
        case ["tour"]:
            return _tour(arguments[1:])
        case [command] if command in COMMANDS:
            return int(import_module(f"desktop.commands.{command}").main(arguments[1:]))
    options = _parser().parse_args(arguments)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # It would look through every installed package.
    gc.disable()  # Nothing that starting makes is garbage; then `runtime/garbage.py` looks for it.
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
    parser.add_argument(
        "--language", choices=("sv", "en"), help="the window's language, instead of the one last chosen"
    )
    parser.add_argument("--theme", choices=("system", "light", "dark", "high-contrast"))
    parser.add_argument("--text-size", type=int, choices=range(100, 201), metavar="100-200")
    return parser


def _run(options: argparse.Namespace) -> int:
    from platform import node

    from platformdirs import user_data_path

    from desktop.settings.policies import policies
    from desktop.settings.profile import MachineProfile, ProfileError, machine_file, read_machine_profile
    from desktop.views.profile_faults import Meanwhile

    folder = options.data or user_data_path("listningsluckan", appauthor=False)
    while not options.practice:
        try:
            found = read_machine_profile(options.profile or machine_file(), node(), policies())
        except ProfileError as error:
            match _tell_faults(options, error.faults):
                case Meanwhile.AGAIN:
                    continue
                case Meanwhile.PRACTISE:
                    break
            return 2
        return _open_window(options, found, folder, None)

    from desktop.training import PracticeRegion

    region = PracticeRegion(folder / "practice")
    try:
        return _open_window(options, MachineProfile(region.profile()), folder, region)
    finally:
        region.stop()


def _tell_faults(options: argparse.Namespace, faults: Sequence[ProfileFault]) -> Meanwhile:
    """Say what is wrong with the profile at the prompt, and in a window where there is a screen."""
    from desktop.runtime.language import WindowLanguage
    from desktop.texts.profile_faults import told
    from desktop.views.look import Theme, apply
    from desktop.views.profile_faults import Meanwhile, ProfileDialog

    app = _application()
    words = WindowLanguage(app).use(options.language or "sv")
    print(*(told(words, fault) for fault in faults), sep="\n", file=sys.stderr)
    print("The desk needs a profile from region IT. To try it without: --practice", file=sys.stderr)
    if not _has_screen():
        return Meanwhile.CLOSE
    apply(app, Theme(options.theme or "system"), (options.text_size or 100) / 100)
    dialog = ProfileDialog(faults, words)
    dialog.exec()
    return dialog.chosen


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Listningsluckan")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("listningsluckan")
    return app


def _open_window(
    options: argparse.Namespace, found: MachineProfile, folder: Path, region: PracticeRegion | None
) -> int:
    from PySide6.QtCore import QLockFile
    from PySide6.QtWidgets import QMessageBox

    from desktop.app import Desk
    from desktop.runtime.crash import CrashWatch
    from desktop.settings.machine import WorkplaceSecrets
    from desktop.views.look import Theme

    app = _application()
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / "desk.lock"))
    if not lock.tryLock(100):
        print("The desk is already open on this folder.", file=sys.stderr)
        QMessageBox.information(None, "Listningsluckan", "Listningsluckan är redan öppen. Stäng det fönstret först.")
        return 3
    if region is not None:
        desk = Desk(found.profile, region.platform, region.secrets(), region.folder, region.people, region.controls())
    else:
        desk = Desk(found.profile, lambda: found.profile.platform, WorkplaceSecrets(), folder, faults=found.faults)
    watch = CrashWatch(desk.log.folder, desk.report)
    theme = Theme(options.theme) if options.theme else None
    desk.show(app, language=options.language, theme=theme, scale=options.text_size and options.text_size / 100)
    desk.window.offer_tour()
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
