"""Readings of inflected words and phrases of word lists in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.phrases import Phrases, find, labels, lexicon, rows, tokens
from toolkit.text.readings import arabic_readings, english_readings

LISTS = ("negators", "modals", "quantity")


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("ارتفعت", "ارتفع"),
        ("سترتفع", "يرتفع"),
        ("نرتفع", "يرتفع"),
        ("وبالزياده", "زياده"),
        ("زيادتها", "زياده"),
        ("ولم", "لم"),
        ("بدون", "دون"),
        ("المعارضين", "معارض"),
        ("ليرفضوا", "يرفض"),
    ],
)
def test_arabic_readings(word: str, base: str) -> None:
    assert base in arabic_readings(word)


@pytest.mark.parametrize(("word", "base"), [("لاحقا", "يحق"), ("نيوترونات", "ليس")])
def test_no_arabic_reading(word: str, base: str) -> None:
    assert base not in arabic_readings(word)


@pytest.mark.parametrize(
    ("word", "base"),
    [("denies", "deny"), ("dropped", "drop"), ("closing", "close"), ("can't", "can"), ("can't", "not"),
     ("won't", "will"), ("cannot", "not"), ("we'll", "will"), ("nothing's", "nothing"), ("higher", "high")],
)  # fmt: skip
def test_english_readings(word: str, base: str) -> None:
    assert base in english_readings(word)


def test_noted_is_not_not() -> None:
    assert "not" not in english_readings("noted")


def test_hamza_tells_that_not_from_except() -> None:
    assert tokens("ألا", "ar")[0].key != tokens("إلا", "ar")[0].key


def test_gap_stays_in_its_sentence() -> None:
    gapped = Phrases([("not ... but", "swap")], "en")
    assert gapped.find(tokens("Not red but blue", "en"))
    assert not gapped.find(tokens("Not red. But blue", "en"))


def test_alternatives() -> None:
    swap = Phrases([("two/three times", "more")], "en")
    assert [len(swap.find(tokens(t, "en"))) for t in ("two times", "three times", "four times")] == [1, 1, 0]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_whole(name: str) -> None:
    for row in rows(name):
        assert len(row) == 3 and all(row), row
        assert all(phrase.strip() for phrase in row[2].split("|")), row
    assert {"ar", "en"} <= {row[0] for row in rows(name)}
    lexicon(name, "ar"), lexicon(name, "en")


def test_relations_name_labels_that_exist() -> None:
    for name, relation in (("quantity", "clash"), ("modals", "near")):
        known = {row[1].removeprefix("~") for row in rows(name) if row[0] in ("ar", "en")}
        for row in rows(name):
            if row[0] == relation:
                assert {row[1], *row[2].split("|")} <= known


def test_labels_without_their_mark() -> None:
    assert labels(find("modals", "it could", "en")) >= {"may", "can"}


@given(st.text(), st.sampled_from(LISTS))
def test_any_text(text: str, name: str) -> None:
    for mention in (*find(name, text, "ar"), *find(name, text, "en")):
        assert 0 <= mention.start < mention.end <= len(text)
