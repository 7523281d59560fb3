"""The account of the operating system that the desk runs under, and the groups that it is a member of."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterable


def account() -> str:
    """The account's name; empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def administers_computer() -> bool:
    """Whether this process may change what holds for the whole computer: root, or elevated on Windows."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


def member_of(groups: Iterable[str]) -> frozenset[str]:
    """Those of the named groups that this process's account is a member of, also by groups in groups. May block."""
    if sys.platform == "win32":
        return frozenset(group for group in groups if _is_in_token(group))
    import grp

    own: set[str] = set()
    for number in {*os.getgroups(), os.getegid()}:
        try:
            own.add(grp.getgrgid(number).gr_name)
        except KeyError:  # A group that no directory names.
            continue
    return frozenset(own.intersection(groups))


def _is_in_token(group: str) -> bool:
    r"""Whether the logged-on account's token carries the group, such as `REGION\Listning-Registrerar`."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        security = ctypes.windll.advapi32
        sid, domain = ctypes.create_string_buffer(68), ctypes.create_unicode_buffer(256)
        sid_size, domain_size = wintypes.DWORD(68), wintypes.DWORD(256)
        use, found = wintypes.DWORD(), wintypes.BOOL()
        named = security.LookupAccountNameW(
            None, group, sid, ctypes.byref(sid_size), domain, ctypes.byref(domain_size), ctypes.byref(use)
        )
        return bool(named and security.CheckTokenMembership(None, sid, ctypes.byref(found)) and found.value)
    return False
