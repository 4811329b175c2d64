"""Whatever the text: no exception, and spans that are true to the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.cases import article
from toolkit.quotes import find_quotes
from toolkit.read import make_article
from toolkit.types import Article, Span

WORDS = (
    "قال وقالت إن أن أنه وأضاف مضيفا بحسب وفقا الوزير سامي الوزيرة لـ ب في نقلت عن قوله "
    "لن نتراجع فلان على حد أما فرأى"
)
SIGNS = "، . : ؟ « » “ ” \" ' ‹ › .. … • - 10:20 س: ج: ( ) &quot; \u200f 6.25"
PIECES = st.sampled_from([*WORDS.split(" "), *SIGNS.split(" ")])
TEXT = st.one_of(
    st.lists(st.one_of(PIECES, st.just("\n")), max_size=60).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.text(max_size=80),
)


def check(subject: Article) -> None:
    quotes = find_quotes(subject)
    starts = [q.start for q in quotes]
    assert starts == sorted(starts)
    assert [q.id for q in quotes] == [f"q{n}" for n in range(1, len(quotes) + 1)]
    for q in quotes:
        assert 0 <= q.start < q.end <= len(subject.text)
        assert q.text == subject.text[q.start : q.end]
        assert q.source == " ".join(q.source.split())
        assert 0 < q.confidence <= 1 and q.reasons
        for value, span in ((q.speaker, q.speaker_span), (q.cue, q.cue_span)):
            assert (value is None) == (span is None)
            assert span is None or (value == span.of(subject.text) and value)


@given(TEXT)
def test_spans_are_true_to_the_text(text: str) -> None:
    check(article(text))


@given(TEXT)
def test_spans_are_true_to_a_file_with_entities(text: str) -> None:
    check(make_article("a", "خبر\n" + text))


def test_entities_are_resolved_in_the_source_only() -> None:
    text = "عنوان\nقالت لانغ : &quot;نحن   نثق &amp; ننتظر&quot; ."
    (quote,) = find_quotes(make_article("a", text))
    assert quote.text == "نحن   نثق &amp; ننتظر"
    assert quote.source == "نحن نثق & ننتظر"


def test_furniture_holds_no_quotes() -> None:
    text = "عنوان\nقال الوزير: «نعم سنبدأ».\nقال القارئ: «لا أوافق أبدا»."
    end = text.index("قال القارئ")
    subject = Article("a", text, text, range(len(text) + 1), furniture=(Span(end, len(text)),))
    assert [q.text for q in find_quotes(subject)] == ["نعم سنبدأ"]


def test_empty_marks_after_an_institution_end_its_name() -> None:
    check(article('خبر\nأكدت منظمة " " الوزير أن النفط نفد.'))
