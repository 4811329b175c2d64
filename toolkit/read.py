"""Read an article: bytes in, an `Article` with true offsets out.

The text is never changed. HTML entities, which Google's translations arrive with, are resolved in a second
view (`Article.content`) that remembers where each of its characters stands in the file. Lines that belong
to the page and not to the article are set apart as furniture.
"""

from __future__ import annotations

import html
import re

from toolkit.errors import ArticleError
from toolkit.files import read_bytes, shown
from toolkit.text.arabic import has_arabic
from toolkit.text.encoding import decode
from toolkit.text.furniture import find_furniture
from toolkit.types import Article, Notice, Span

MAX_BYTES = 16 * 1024 * 1024
"""The largest article that is read; a novel has about 2 MB."""

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LONG_FORM = 400
"""A comments form longer than this is mentioned, since it may be more than a form."""
_ENGLISH_WORDS = 20
"""A file without Arabic but with this many Latin words is probably the English original."""


def read_article(path: str) -> Article:
    """The article at `path` (`-` reads standard input).

    Raises `InputError` when there is no such file, or it is empty, binary or larger than `MAX_BYTES`, and
    `ArticleError` when it holds no Arabic.
    """
    name = shown(path)
    text, encoding = decode(read_bytes(path, limit=MAX_BYTES), name)
    return make_article(name, text, encoding=encoding)


def make_article(name: str, text: str, *, encoding: str = "utf-8") -> Article:
    """The article `text`, already decoded.

    Raises `ArticleError` when it holds no Arabic.

    >>> article = make_article("a.txt", "قال: &quot;نعم&quot;")
    >>> article.content
    'قال: "نعم"'
    >>> article.span(5, 10).of(article.text)
    '&quot;نعم&quot;'
    """
    if not has_arabic(text):
        english = len(re.findall(r"[A-Za-z]{2,}", text)) > _ENGLISH_WORDS
        hint = "is it the English original? That goes into --references" if english else ""
        raise ArticleError(f"{name} holds no Arabic text", hint=hint)
    content, origins, entities = resolve_entities(text)
    furniture = find_furniture(text)
    notices = _encoding_notices(text, encoding)
    if entities:
        what = "HTML entity was" if entities == 1 else "HTML entities such as &quot; were"
        notices.append(
            Notice("entities", f"{entities} {what} left in the text: a mark of machine translation")
        )
    for start, end, kind in furniture:
        if kind == "machine-translated":
            message = f"the article says it was machine translated: {text[start:end].strip()}"
            notices.append(Notice(kind, message, start, end))
        elif kind == "comments" and end - start > _LONG_FORM:
            message = f"{end - start} characters from a comments form on are not read"
            notices.append(Notice(kind, message, start, end))
    spans = tuple(Span(start, end) for start, end, _ in furniture)
    return Article(name, text, content, origins, encoding, tuple(notices), spans)


def resolve_entities(text: str) -> tuple[str, tuple[int, ...] | range, int]:
    """`text` with its HTML entities resolved, the origin of each character, and how many entities there were.

    >>> resolve_entities("a&lt;b")
    ('a<b', (0, 1, 5, 6), 1)
    """
    parts: list[str] = []
    origins: list[int] = []
    last = count = 0
    for entity in _ENTITY.finditer(text):
        plain = _unescape(entity.group())
        if plain == entity.group():
            continue
        parts += text[last : entity.start()], plain
        origins += range(last, entity.start())
        origins += [entity.start()] * len(plain)
        last = entity.end()
        count += 1
    if not count:
        return text, range(len(text) + 1), 0
    parts.append(text[last:])
    origins += range(last, len(text) + 1)
    return "".join(parts), tuple(origins), count


def _unescape(entity: str) -> str:
    """Resolve an entity that may have been escaped several times (&amp;amp;quot;)."""
    while (plain := html.unescape(entity)) != entity:
        entity = plain
    return entity


def _encoding_notices(text: str, encoding: str) -> list[Notice]:
    notices = []
    if encoding not in ("utf-8", "utf-8-sig"):
        notices.append(Notice("encoding", f"the file is not UTF-8; read as {encoding}"))
    if broken := text.count("\ufffd"):
        notices.append(Notice("encoding", f"{broken} broken characters are shown as \ufffd"))
    return notices
