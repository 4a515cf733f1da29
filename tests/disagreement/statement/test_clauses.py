"""Sentences and clauses: cut where a reader pauses, never inside a figure or a bracket."""

import pytest

from ledger.disagreement.statement.clauses import clauses_of
from ledger.disagreement.statement.spans import Spans

CASES = [
    ("commas", "prices rose,wages fell", ["prices rose,", "wages fell"], 1),
    ("Chinese commas", "物价上涨,工资下跌", ["物价上涨,", "工资下跌"], 1),
    ("full stops", "prices rose. wages fell", ["prices rose.", " wages fell"], 2),
    ("Chinese full stops", "物价上涨。工资下跌", ["物价上涨。", "工资下跌"], 2),
    ("an initial ends no sentence", "albert s. ruddy was born", ["albert s. ruddy was born"], 1),
    ("brackets are kept whole", "nvidia (us, chips) rose", ["nvidia (us, chips) rose"], 1),
    ("while sets two things apart", "up while it fell", ["up while ", "it fell"], 1),
    ("nothing to cut", "", [""], 1),
]


@pytest.mark.parametrize(
    ("key", "pieces", "sentences"), [pytest.param(k, p, n, id=why) for why, k, p, n in CASES]
)
def test_where_a_key_is_cut(key: str, pieces: list[str], sentences: int) -> None:
    found = clauses_of(key, Spans([], len(key)))
    assert [key[clause.start : clause.end] for clause in found] == pieces
    assert len({clause.sentence for clause in found}) == sentences


def test_a_figure_is_never_cut() -> None:
    assert len(clauses_of("1,200 ships", Spans([(0, 5)], 11))) == 1


def test_an_unclosed_bracket_ends_with_its_sentence() -> None:
    assert len(clauses_of("prices (up. wages, too", Spans([], 22))) == 3
