"""The practice region: a faithful producer of the listing and person contracts and the platform in front of them.

It is always its own process, serves on loopback and shares no code with the rest of `desktop`, so that a mistake in the
consumer's reading of the contracts cannot cancel itself out.
"""
