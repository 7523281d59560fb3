"""Owns what the frozen program holds: which Qt plugins and translations, what is left out, and why.

`listningsluckan.spec` asks it for every file that PyInstaller found.
"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import PurePosixPath

PLUGINS = {
    "platforms/*qwindows.dll": "the window on Windows",
    "platforms/libqxcb.so": "the window under X11",
    "platforms/libqwayland*.so": "the window under Wayland",
    "platforms/*qoffscreen.*": "the guided tour and the connection check without a screen",
    "wayland-shell-integration/libxdg-shell.so": "Wayland windows can be placed and resized",
    "wayland-decoration-client/libbradient.so": "a title bar under Wayland desktops that draw none",
    "platforminputcontexts/lib*": "dead keys and input methods (å, ä, ö and other alphabets)",
    "platformthemes/libqxdgdesktopportal.so": "light or dark as the desktop says, and its file dialog",
    "styles/*": "the platform's own look in a contrast theme",
    "printsupport/*": "printers (CUPS; on Windows the platform plugin prints)",
    "imageformats/*qsvg.*": "icons named in style sheets",
    "iconengines/*qsvgicon.*": "icons that stay sharp at any text size",
}
"""Pattern under Qt's plugin folder -> what the desk needs it for. Every other plugin is left out."""

LEFT_OUT_PLUGINS = {
    "platforminputcontexts/libqtvirtualkeyboardplugin.so": "drags in Qt Quick; the system has its own keyboard",
}
"""Exceptions from the patterns above."""

LEFT_OUT_LIBRARIES = {
    "libQt6EglFS*": "screens without a window system, as in kiosks",
    "libQt6EglFs*": "screens without a window system, as in kiosks",
    "opengl32sw.dll": "OpenGL without a graphics card, 20 MB; widgets are painted without OpenGL",
    "libQt6Network.so*": "calls go through httpx; no other part of Qt that goes along needs it",
}
"""Qt libraries that PyInstaller collects and nothing that goes along needs -> what they are for."""

TRANSLATIONS = ("qtbase_sv.qm", "qtbase_en.qm")
"""Qt's own sentences in the desk's two languages; the other catalogues are of modules and languages not used."""

MODULES = {
    "tkinter": "another window toolkit",
    "unittest": "tests",
    "doctest": "tests",
    "pytest": "tests",
    "hypothesis": "tests",
    "pydantic.mypy": "for type checking only",
    "pydantic.v1": "the older library inside pydantic",
    "lxml.html": "web pages; the contracts are XML",
    "lxml.isoschematron": "schema checks",
    "lxml.objectify": "another way to read XML",
    "multiprocessing": "other processes are started as programs; left out, it costs no time at the start either",
    "IPython": "interactive sessions",
    "setuptools": "installation tools",
    "pkg_resources": "installation tools",
    "pip": "installation tools",
    "click": "httpx's own command line, where a developer's tools have brought what it needs",
    "pygments": "the same",
    "rich": "the same",
    "PySide6.QtNetwork": "calls go through httpx; Qt's own network code stays out of the package",
    "PySide6.QtQml": "the window is made of widgets",
    "PySide6.QtQuick": "the window is made of widgets",
    "PySide6.QtOpenGL": "widgets are painted without it",
    "sqlalchemy.dialects.mssql": "the journal is in SQLite or PostgreSQL",
    "sqlalchemy.dialects.mysql": "the journal is in SQLite or PostgreSQL",
    "sqlalchemy.dialects.oracle": "the journal is in SQLite or PostgreSQL",
}
"""Python modules that some library mentions and the desk never reaches -> why not."""

DEVELOPERS = (".look.gallery", ".look.scenes", ".__main__")
"""Our own modules that only developers start."""

REPLACEABLE = ("PySide6", "shiboken6", "psycopg", "psycopg_binary")
"""Packages under the LGPL: whoever has the program may put others in their place, so they are files beside it."""

SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def belongs(target: str, source: str, *, linux: bool) -> bool:
    """Whether a file goes into the program: `target` is its place there, `source` where it was found.

    On Linux the system's own libraries stay the system's: the package depends on them, and so they are mended
    (OpenSSL above all) by the system's updates.
    """
    if linux and source.startswith(SYSTEM_FOLDERS) and ".so" in target and "python3" not in source:
        return False
    place = PurePosixPath(target.replace("\\", "/"))
    if any(fnmatch(place.name, pattern) for pattern in LEFT_OUT_LIBRARIES):
        return False
    parts = place.parts
    if "PySide6" in parts and "translations" in parts:
        return place.name in TRANSLATIONS
    if "PySide6" in parts and "plugins" in parts:
        plugin = "/".join(parts[parts.index("plugins") + 1 :])
        wanted = any(fnmatch(plugin, pattern) for pattern in PLUGINS)
        return wanted and plugin not in LEFT_OUT_PLUGINS
    return True
