"""Listningsluckan: the listing counter."""

__version__ = "0.1.0"
