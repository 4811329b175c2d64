"""Reading: encodings, entities, offsets, furniture, and what is refused."""

from __future__ import annotations

import html
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ArticleError, InputError
from toolkit.read import MAX_BYTES, make_article, read_article, resolve_entities

TEXT = "وقال الوزير، الثلاثاء: «لا توجد مؤشرات على ذلك حتى الآن»، مضيفا أن الحكومة تتابع الأمر.\n"


@pytest.mark.parametrize(
    ("codec", "expected"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf_16_le"),
        ("utf-16-be", "utf_16_be"),
        ("utf-32", "utf-32"),
        ("cp1256", "cp1256"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, codec: str, expected: str) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(TEXT.encode(codec))
    article = read_article(str(file))
    assert (article.text, article.encoding) == (TEXT, expected)
    noticed = [notice.kind for notice in article.notices]
    assert noticed == ([] if expected.startswith("utf-8") else ["encoding"])


def test_a_few_broken_bytes_do_not_lose_the_article(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(TEXT.encode() * 20 + b"\xd9" + TEXT.encode())
    article = read_article(str(file))
    assert article.encoding == "utf-8"
    assert article.text.count("\ufffd") == 1
    assert [notice.kind for notice in article.notices] == ["encoding"]


def test_line_ends_are_kept_so_that_offsets_are_true_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode() * 2)
    assert read_article(str(file)).text.count("\r\n") == 2


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال: &quot;نعم&quot;", 'قال: "نعم"'),
        ("قال: &#34;نعم&#x22;", 'قال: "نعم"'),
        ("قال: &amp;quot;نعم&amp;quot;", 'قال: "نعم"'),
        ("قال: &laquo;نعم&raquo;", "قال: «نعم»"),
        ("ربح A&B و&unknown; وQ&A; كذلك", "ربح A&B و&unknown; وQ&A; كذلك"),
    ],
)
def test_entities(text: str, content: str) -> None:
    article = make_article("a", text)
    assert article.content == content
    start = content.index("نعم") if "نعم" in content else 0
    assert article.span(start, start + 3).of(text) == content[start : start + 3]
    assert [n.kind for n in article.notices] == (["entities"] if content != text else [])


@given(
    st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["&quot;", "&amp;", "&lt;", "&amp;#39;", "&"])))
)
def test_origins_lead_back_to_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    content, origins, _ = resolve_entities(text)
    assert len(origins) == len(content) + 1
    assert list(origins) == sorted(origins)
    assert (origins[0], origins[-1]) == (0 if content else origins[0], len(text))
    for i, character in enumerate(content):
        raw = text[origins[i] : origins[i + 1]]
        assert raw == character or html.unescape(html.unescape(raw)) == character or raw == ""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("تمت ترجمة هذا الخبر باستخدام ادوات الترجمة الفورية من Google", "machine-translated"),
        ("* ترجمة آلية بواسطة غوغل", "machine-translated"),
        ("هذا النص مترجم آلياً وقد يحتوي على أخطاء", "machine-translated"),
        ("This article was translated automatically.", "machine-translated"),
        ("اترك تعليقاً", "comments"),
        ("اقرأ أيضاً: أسعار النفط تتراجع", "link"),
        ("تمت ترجمة الكتاب إلى ثلاثين لغة", None),
        ("قال إن الترجمة الفورية في المؤتمر كانت سيئة", None),
        ("وأضاف أن غوغل ستحسن الترجمة", None),
    ],
)
def test_furniture(line: str, kind: str | None) -> None:
    article = make_article("a", f"{TEXT}{line}\nسطر أخير")
    spans = [span.of(article.text) for span in article.furniture]
    expected = {None: [], "comments": [f"{line}\nسطر أخير"]}.get(kind, [line])
    assert spans == expected
    assert ("machine-translated" in {n.kind for n in article.notices}) == (kind == "machine-translated")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"PK\x03\x04...", "ZIP archive"),
        (bytes(range(256)) * 40, "looks binary"),
        (b"plain English words only", "holds no Arabic"),
        (b"\xff\xfea", "not valid utf-16"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(data)
    with pytest.raises(InputError, match=message):
        read_article(str(file))


def test_an_english_article_is_recognised() -> None:
    with pytest.raises(ArticleError) as caught:
        make_article("a", "The spokesman told reporters that there is certainly no sign of it. " * 3)
    assert "--references" in caught.value.hint


def test_missing_folder_and_giant(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_article(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="is a folder"):
        read_article(str(tmp_path))
    giant = tmp_path / "giant.txt"
    with giant.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 16 MB"):
        read_article(str(giant))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read_article("-").name == "standard input"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    from toolkit.text.encoding import decode

    try:
        text, _ = decode(data, "x")
    except InputError:
        return
    assert isinstance(text, str)
