"""The counter's machinery: from the profile to contracts and journal, with the use cases bound to them.

Opened away from the first frame: httpx, cryptography and SQLAlchemy cost more to import than the whole window.
"""

from desktop.counter.counter import Counter

__all__ = ["Counter"]
