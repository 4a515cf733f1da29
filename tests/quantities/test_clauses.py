"""Where sentences and clauses of a line begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.quantities.clauses import clauses_of_each
from ledger.text.phrases import Page


def _cut(*lines: str) -> list[list[tuple[str, str]]]:
    """The sentence and the clause around each character of each line, every pair once."""
    found = []
    for line, clauses in zip(lines, clauses_of_each(Page(lines), lines), strict=True):
        around = [(clauses.sentence(at), clauses.clause(at)) for at in range(len(line))]
        pairs = dict.fromkeys(around)
        found.append([(line[slice(*sentence)], line[slice(*clause)]) for sentence, clause in pairs])
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(
            "it rose, then fell. it closed",
            [
                ("it rose, then fell.", "it rose,"),
                ("it rose, then fell.", " then fell."),
                (" it closed", " it closed"),
            ],
            id="a comma ends a clause, a stop both",
        ),
        pytest.param(
            "船票漲價,車票不漲;公車照舊",
            [
                ("船票漲價,車票不漲;", "船票漲價,"),
                ("船票漲價,車票不漲;", "車票不漲;"),
                ("公車照舊", "公車照舊"),
            ],
            id="a semicolon ends a sentence",
        ),
        pytest.param("1,200.5 km", [("1,200.5 km",) * 2], id="nothing ends inside a number"),
        pytest.param("by a. b. lin", [("by a. b. lin",) * 2], id="initials end nothing"),
        pytest.param(
            "exports rose while imports fell",
            [
                ("exports rose while imports fell", "exports rose while "),
                ("exports rose while imports fell", "imports fell"),
            ],
            id="a word begins a clause and no sentence",
        ),
    ],
)
def test_sentence_and_clause(line: str, expected: list[tuple[str, str]]) -> None:
    assert _cut(line) == [expected]


@given(st.lists(st.text(st.sampled_from("a1 ,.。;、:-而且but"), max_size=20), unique=True))
def test_each_line_of_a_page_is_cut_as_by_itself(lines: list[str]) -> None:
    assert _cut(*lines) == [_cut(line)[0] for line in lines]
