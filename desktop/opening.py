"""From the command line's choices to an open desk: the window is painted first, what stands behind it comes then.

Between the two nothing is done but importing, reading and building. What is typed meanwhile is kept.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QSysInfo, QTimer
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.domain.regions import region_name
from desktop.runtime.capture import hide_from_capture
from desktop.runtime.language import WindowLanguage
from desktop.runtime.resources import resource
from desktop.settings.account import account
from desktop.settings.layers import ProfileError, profile_file
from desktop.settings.outline import Outline, read_outline
from desktop.settings.policies import policies
from desktop.viewmodels.own_choices import OwnChoices
from desktop.views.front import Front
from desktop.views.look import Theme, application_icon, apply
from desktop.views.window import MainWindow, make_window, wear

if TYPE_CHECKING:
    import argparse

    from desktop.domain.profile_fault import ProfileFault
    from desktop.settings.profile import MachineProfile
    from desktop.training import PracticeRegion
    from desktop.views.profile_faults import Meanwhile

_BEHIND = ("pydantic", "desktop.settings.profile", "desktop.counter", "desktop.viewmodels.desk", "desktop.views.rooms")
"""In steps, so that what is typed meanwhile is seen."""


def run(options: argparse.Namespace) -> int:
    """Open the desk and stay until its window closes; returns the exit code."""
    app = application()
    folder: Path = options.data or _own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / "desk.lock"))
    if not lock.tryLock(100):
        from PySide6.QtWidgets import QMessageBox

        print("The desk is already open on this folder.", file=sys.stderr)
        QMessageBox.information(None, "Listningsluckan", "Listningsluckan är redan öppen. Stäng det fönstret först.")
        return 3
    while not options.practice:
        stated, window = policies(), None
        try:
            file = profile_file(options.profile, QSysInfo.machineHostName(), stated)
            window = _painted(app, options, folder, file, stated)
            if not _came(app, window):
                return 0
            from desktop.settings.profile import read_machine_profile

            found = read_machine_profile(file, QSysInfo.machineHostName(), stated)
        except ProfileError as error:
            from desktop.views.profile_faults import Meanwhile

            if window is not None:
                window.close()
            match _tell_faults(app, options, error.faults):
                case Meanwhile.AGAIN:
                    continue
                case Meanwhile.PRACTISE:
                    break
            return 2
        return _open_desk(app, options, window, found, folder)
    return _practise(app, options, folder / "practice")


def _practise(app: QApplication, options: argparse.Namespace, folder: Path) -> int:
    window = _painted(app, options, folder, resource("practice/profile.toml"), {}, practises=True)
    from desktop.training import PracticeRegion

    region = PracticeRegion(folder)
    try:
        if not _came(app, window):
            return 0
        from desktop.settings.profile import MachineProfile

        return _open_desk(app, options, window, MachineProfile(region.profile()), folder, region)
    finally:
        region.stop()


def _open_desk(
    app: QApplication,
    options: argparse.Namespace,
    window: MainWindow | None,
    found: MachineProfile,
    folder: Path,
    region: PracticeRegion | None = None,
) -> int:
    from desktop.app import Desk
    from desktop.runtime.crash import CrashWatch
    from desktop.settings.machine import WorkplaceSecrets

    if region is not None:
        desk = Desk(found.profile, region.platform, region.secrets(), folder, region.people, region.controls())
    else:
        desk = Desk(found.profile, lambda: found.profile.platform, WorkplaceSecrets(), folder, faults=found.faults)
    watch = CrashWatch(desk.log.folder, desk.report)
    theme = Theme(options.theme) if options.theme else None
    scale = options.text_size and options.text_size / 100
    desk.show(app, language=options.language, theme=theme, scale=scale, window=window)
    desk.rooms.offer_tour()
    _close_on_interrupt(desk.window)
    if watch.last_run:
        desk.tell_of(watch.last_run)
    code = app.exec()
    desk.close()
    watch.close()
    return code


def _close_on_interrupt(window: MainWindow) -> None:
    """Ctrl+C at the prompt asks the window to close, which it does not over a registration in flight."""
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, window, window.close))


def _painted(
    app: QApplication,
    options: argparse.Namespace,
    folder: Path,
    file: Path,
    stated: Mapping[str, Any],
    practises: bool = False,
) -> MainWindow | None:
    """The window, as soon as it is painted; none where only the whole profile tells what is to be in it."""
    outline = read_outline(file, QSysInfo.machineHostName(), stated)
    if outline is None:
        return None
    given = {"language": options.language, "theme": options.theme, "text_size": options.text_size}
    own = OwnChoices()
    own.keep_in(folder / "own.json")
    own.begin(**{name: value for name, value in given.items() if value is not None})
    return paint(app, own, outline, practises)


def paint(app: QApplication, own: OwnChoices, outline: Outline, practises: bool) -> MainWindow:
    """Show the window with its front, and return once it has been painted."""
    window = make_window(app, own)
    place = ", ".join(filter(None, (outline.centre, region_name(outline.county), account())))
    window.show_front(Front(outline.environment, place, outline.finds_names, practises))
    if outline.hides:
        hide_from_capture(int(window.winId()))
    window.show_painted()
    return window


def _came(app: QApplication, window: MainWindow | None) -> bool:
    """Import what stands behind the window; False where the window has been closed meanwhile."""
    for module in _BEHIND:
        import_module(module)
        app.processEvents()
    return window is None or window.isVisible()


def _tell_faults(app: QApplication, options: argparse.Namespace, faults: Sequence[ProfileFault]) -> Meanwhile:
    """Say what is wrong with the profile at the prompt, and in a window where there is a screen."""
    from desktop.texts.profile_faults import told
    from desktop.views.profile_faults import Meanwhile, ProfileDialog

    words = WindowLanguage(app).use(options.language or "sv")
    print(*(told(words, fault) for fault in faults), sep="\n", file=sys.stderr)
    print("The desk needs a profile from region IT. To try it without: --practice", file=sys.stderr)
    if not has_screen():
        return Meanwhile.CLOSE
    own = OwnChoices()
    own.begin(theme=options.theme or "system", text_size=options.text_size or 100)
    apply(app, Theme(own.settings.theme), own.settings.text_size / 100)
    app.setWindowIcon(application_icon())
    dialog = ProfileDialog(faults, words)
    dialog.text_size_asked.connect(own.resize_text)
    own.changed.connect(lambda: wear(app, own))
    dialog.exec()
    return dialog.chosen


def application() -> QApplication:
    """The application, named."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        if sys.platform == "linux":  # Qt's other plugins learn of dark colours only once they change.
            os.environ.setdefault("QT_QPA_PLATFORMTHEME", "xdgdesktopportal")
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Listningsluckan")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("listningsluckan")
    return app


def has_screen() -> bool:
    """Whether there is a screen to open a window on."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("listningsluckan", appauthor=False)
