"""Leaving a window out of screenshots and screen sharing, where the operating system can: Windows 10 2004 and later."""

from __future__ import annotations

import ctypes
import sys

_EXCLUDED = 0x11  # WDA_EXCLUDEFROMCAPTURE


def hide_from_capture(window: int) -> bool:
    """Leave a native window out; False where that cannot be done."""
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window), _EXCLUDED))
    return False
