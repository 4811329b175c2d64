"""Articles and statements in short form for the tests of this folder."""

from __future__ import annotations

from toolkit.quotes import find_quotes
from toolkit.types import Article, Quote


def article(text: str) -> Article:
    """An article whose content is its text."""
    return Article("test", text, content=text, origins=range(len(text) + 1))


def found(text: str) -> list[Quote]:
    """The statements of a text."""
    return find_quotes(article(text))


def body(text: str) -> list[Quote]:
    """The statements of a text below a headline."""
    return found("عنوان الخبر\n" + text)
