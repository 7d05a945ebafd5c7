"""Draws over the index: the same twice, moved by nothing that doesn't concern them, and refused plainly."""

import json

import pytest

from dokpamo.draws import connect, independence
from dokpamo.errors import DokpamoError


def test_same_input_same_bytes() -> None:
    once, again = (json.dumps(independence("2026-01-15", draws=2000, seed=7).to_dict()) for _ in range(2))
    assert once == again
    assert once != json.dumps(independence("2026-01-15", draws=2000, seed=8).to_dict())


def test_shares_of_a_pair_never_exceed_one() -> None:
    result = independence("2026-01-15", draws=2000)
    rows = result.matrix("r1")
    assert all(rows[a][b] + rows[b][a] <= 1 for a in rows for b in rows[a])


def test_evidence_of_another_model_moves_no_figure() -> None:
    before = {(i.model_id, i.axis): i for i in independence("2026-01-15", draws=2000).intervals}
    dropped = independence("2026-01-15", draws=2000, drop=["evidence:ev-sk-telecom-w1-core-weights-01"])
    for interval in dropped.intervals:
        assert interval == before[interval.model_id, interval.axis] or interval.model_id == "a-x-k1"


def test_own_weights_and_dropped_speakers_go_together() -> None:
    result = independence(weights={"provenance": 0.5, "control": 0.5}, drop=["speaker:government"], draws=100)
    assert result.scheme_id == "own"
    assert {i.axis for i in result.intervals} == {"independence"}
    assert all(i.gate != "not-met" for i in result.intervals)


def test_what_if_serves_the_same_views() -> None:
    con = connect("2026-01-15", drop=["speaker:team"])
    rows = con.execute("SELECT DISTINCT basis FROM independence_gate").fetchall()
    assert rows == [("ruling",)]


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"weights": {"design": -1}}, "the weight of design is -1: write 0 or more"),
        ({"weights": {"design": 0, "data": 0}}, "all weights are zero"),
        ({"weights": {}}, "all weights are zero"),
        ({"weights": {"desing": 1}}, "there is no dimension or indicator 'desing' (did you mean 'design'"),
        ({"scheme": "editor"}, "there is no scheme 'editor' (did you mean 'editors'"),
        ({"drop": ["speaker:goverment"]}, "there is no speaker 'goverment' (did you mean 'government'"),
        ({"drop": ["everything"]}, "there is no thing to drop 'everything'"),
        ({"as_of": "2025-06-01"}, "no scored model with the scheme 'editors' is on record on 2025-06-01"),
        ({"draws": 0}, "0 draws with seed 1"),
    ],
)
def test_bad_choices_are_refused_in_a_sentence(choice: dict[str, object], sentence: str) -> None:
    with pytest.raises(DokpamoError) as error:
        independence(**choice)  # type: ignore[arg-type]
    assert sentence in str(error.value)
