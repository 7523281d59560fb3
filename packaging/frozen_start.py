"""Runs first in the frozen program: the programs that it starts get the user's own library path back.

PyInstaller's starter points it at the program's libraries, which are found by then; a gateway's token command, a
browser or a printing program would otherwise load our Qt instead of the system's.
"""

import os

if "LD_LIBRARY_PATH" in os.environ:
    given = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if given:
        os.environ["LD_LIBRARY_PATH"] = given
    else:
        del os.environ["LD_LIBRARY_PATH"]
