"""Keeping what the process holds in memory to itself: no core dump, no report with memory, no reading by others."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4
_FAIL_CRITICAL_ERRORS, _NO_FAULT_BOX = 0x1, 0x2
_NO_HEAP = 0x1


def keep_memory_private() -> None:
    """Called first of all in a process that will hold personal data or keys; its children inherit what can be."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_FAIL_CRITICAL_ERRORS | _NO_FAULT_BOX)
        kernel.WerSetFlags(_NO_HEAP)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            # The limit does not hold where the kernel pipes dumps to a program, such as systemd-coredump; this does.
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
