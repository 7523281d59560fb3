"""Starts the practice region by itself: `python -m desktop.practice`."""

import sys

from desktop.practice.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
