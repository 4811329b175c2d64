"""Translation: sentences, guards, the second try, and the shipped model itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.modelling.translator import CTranslate2Engine, normalise
from toolkit.translate import LONGEST_CHUNK, Hypothesis, TableEngine, problems_of, split, translate
from toolkit.types import Language


class Stubborn:
    """An engine that repeats itself until it is asked to be careful."""

    signature = "model:stubborn"

    def __init__(self, second: str) -> None:
        self.second = second
        self.asked: list[tuple[str, ...]] = []

    def translate(self, sentences: Sequence[str], *, to: Language, careful: bool = False) -> list[Hypothesis]:
        self.asked.append(tuple(sentences))
        text = self.second if careful else "we will we will we will we will"
        return [Hypothesis(text, -1.0) for _ in sentences]

    def log_probs(self, sources: Sequence[str], targets: Sequence[str], *, to: Language) -> list[float]:
        return [-1.0 for _ in sources]


def test_a_failed_sentence_is_tried_again() -> None:
    engine = Stubborn("We will not negotiate under fire.")
    done = translate(["لن نتفاوض تحت النار"], engine)[0]
    assert (done.text, done.problems) == ("We will not negotiate under fire.", ())


def test_what_fails_twice_is_marked() -> None:
    done = translate(["لن نتفاوض تحت النار"], Stubborn("we we we we we we"))[0]
    assert done.problems == ("repetition",)


def test_equal_sentences_are_translated_once() -> None:
    engine = Stubborn("We will not negotiate under fire.")
    translate(["لن نتفاوض. لن نتفاوض.", "لن نتفاوض."], engine)
    assert engine.asked[0] == ("لن نتفاوض.",)


@pytest.mark.parametrize(
    ("source", "output", "problems"),
    [
        ("لن نتفاوض تحت النار", "We will not negotiate under fire.", ()),
        ("لا، لا، لا، لا للحرب", "No, no, no, no to war", ()),
        ("قال إنه لن يذهب إلى هناك أبدا", "", ("empty",)),
        ("قال إنه لن يذهب إلى هناك أبدا", "قال إنه لن يذهب", ("copied",)),
        ("قال إنه لن يذهب إلى هناك أبدا", "He said", ("too short",)),
        (
            "لن يذهب",
            "He will not go to the place where the others of them went in the year before",
            ("too long",),
        ),
        ("لن نتفاوض تحت النار", "the fire of the fire of the fire of the fire", ("repetition",)),
        ("لن نتفاوض تحت النار", "We will not fire the monarchyardardardard", ("repetition",)),
    ],
)
def test_guards(source: str, output: str, problems: tuple[str, ...]) -> None:
    assert problems_of(source, output, "en") == problems


@given(st.text(alphabet="ابجد هوز.؟!،\n ", max_size=2000))
def test_splitting_keeps_every_letter(text: str) -> None:
    chunks = split(text, "ar")
    assert "".join("".join(chunks).split()) == "".join(text.split())
    assert all(len(chunk) <= LONGEST_CHUNK or " " not in chunk for chunk in chunks)


def test_nothing_to_translate() -> None:
    assert translate([], TableEngine({})) == []
    assert [t.text for t in translate(["", "...", "\n"], TableEngine({}))] == ["", "", ""]


def test_normalising_for_the_model() -> None:
    assert normalise("ﻻ نـــعم “ok” ‘x’") == "لا نعم \"ok\" 'x'"


def test_the_shipped_model_translates(engine: CTranslate2Engine) -> None:
    done = translate(["لا توجد مؤشرات على ذلك.", "روسيا"], engine)
    assert "no" in done[0].text.lower()
    assert "russia" in done[1].text.lower()
    assert all(t.log_prob <= 0 for t in done)


def test_the_shipped_model_prefers_a_translation_to_other_words(engine: CTranslate2Engine) -> None:
    sources = ["لا توجد مؤشرات على ذلك."] * 2
    targets = ["There are no signs of that.", "The match was played on Sunday evening."]
    right, wrong = engine.log_probs(sources, targets, to="en")
    assert right > wrong
    right, wrong = engine.log_probs(targets, sources, to="ar")
    assert right > wrong


def test_batches_do_not_change_a_score(engine: CTranslate2Engine) -> None:
    sources = ["روسيا تشتري الأسلحة.", "لا توجد مؤشرات على ذلك حتى الآن، كما قال الوزير أمس."]
    targets = ["Russia buys weapons.", "There is no sign of that so far, as the minister said yesterday."]
    together = engine.log_probs(sources, targets, to="en")
    alone = [engine.log_probs([s], [t], to="en")[0] for s, t in zip(sources, targets, strict=True)]
    assert together == pytest.approx(alone, abs=0.05)


@pytest.mark.parametrize("source", ["x" * 5000, "نعم " * 3000, "\u0651\u0640", "🙂🙂", "\x00\x07"])
def test_odd_input_gives_a_translation_or_a_mark(engine: CTranslate2Engine, source: str) -> None:
    assert len(translate([source], engine)) == 1
