"""The verdict: evidence adds up, nothing lowers it, and the labels follow the thresholds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.translate import problems_of
from toolkit.types import Finding, Opinion, Pair, Scores, Translation
from toolkit.verdict import features, judge, load_weights, probability

PAIR = Pair("لن نبيع الطائرات للحكومة", "We will not sell the planes to the government")
FAITHFUL = Translation(PAIR.source, "We will not sell planes to the government", -0.4)
SCORES = Scores(70.0, 40.0, "")
OPINION = Opinion(reference=-1.0, source=-2.0, translation=-0.4)
NUMBER = Finding("number", "critical", "the article says 3 million, the original says 3 billion")


def test_no_evidence_is_faithful() -> None:
    judgement = judge(PAIR, FAITHFUL, [], SCORES, OPINION)
    assert (judgement.label, judgement.reasons, judgement.severity) == ("faithful", (), None)


def test_a_number_is_enough() -> None:
    judgement = judge(PAIR, FAITHFUL, [NUMBER], SCORES, OPINION)
    assert (judgement.label, judgement.severity) == ("mistranslated", "critical")
    assert judgement.reasons == (NUMBER.message,)


def test_a_failed_translation_is_no_accusation() -> None:
    looped = Translation(
        PAIR.source, "we we we we we we", -3.0, problems_of(PAIR.source, "we we we we we we", "en")
    )
    judgement = judge(PAIR, looped, [], Scores(2.0, 0.0, ""), Opinion(-6.0, -6.0, -3.0))
    assert judgement.label == "unreliable"
    assert "repetition" in judgement.reasons[0]


def test_without_a_finding_nobody_is_accused() -> None:
    judgement = judge(PAIR, FAITHFUL, [], Scores(0.0, 0.0, ""), Opinion(-30.0, -30.0, 0.0))
    assert judgement.label in ("check", "faithful")
    if judgement.label == "check":
        assert judgement.reasons


@pytest.mark.parametrize("partial", [True, False])
def test_weights_are_evidence(partial: bool) -> None:
    weights = load_weights(partial)
    assert all(value >= 0 for value in weights.features.values())
    assert 0 < weights.check < weights.mistranslated < 1


_FINDINGS = st.builds(
    Finding,
    kind=st.sampled_from(["number", "negation", "name", "omission"]),
    severity=st.sampled_from(["minor", "major", "critical"]),
    message=st.just("x"),
    weight=st.floats(0, 1),
)


@given(st.lists(_FINDINGS, max_size=4), _FINDINGS)
def test_one_more_finding_never_lowers_the_probability(findings: list[Finding], more: Finding) -> None:
    weights = load_weights(False)
    before = probability(features(PAIR, findings, SCORES, OPINION), weights)
    after = probability(features(PAIR, [*findings, more], SCORES, OPINION), weights)
    assert 0 <= before <= after + 1e-12 <= 1 + 1e-12
