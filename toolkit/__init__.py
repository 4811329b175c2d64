"""Verbatim: verify translated quotations."""

__version__ = "0.1.0"
