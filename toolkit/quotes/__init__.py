"""Statements in an Arabic article and their speakers."""

from toolkit.quotes.find import find_quotes

__all__ = ["find_quotes"]
