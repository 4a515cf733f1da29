"""Short references people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.references import Kind, Reference, parse
from ledger.errors import BadReference

LETTERS: dict[str, Kind] = {
    "C": "claim",
    "S": "statement",
    "X": "conflict",
    "D": "document",
    "Q": "question",
}


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        *((f"{letter}12", Reference(kind, 12)) for letter, kind in LETTERS.items()),
        ("c12", Reference("claim", 12)),
        (" S7\n", Reference("statement", 7)),
        ("S-7", Reference("statement", 7)),
        ("X999999999", Reference("conflict", 999_999_999)),
    ],
)
def test_a_reference_is_read_as_people_write_it(written: str, reference: Reference) -> None:
    assert parse(written) == reference


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("12", id="no letter"),
        pytest.param("S", id="no number"),
        pytest.param("S0", id="no statement has this number"),
        pytest.param("S01", id="a leading zero"),
        pytest.param("S1234567890", id="larger than any database counts"),
        pytest.param("Z12", id="another letter"),
        pytest.param("S12 C3", id="two of them"),
        pytest.param("S１２", id="full-width figures"),
        pytest.param("Ѕ12", id="a Cyrillic letter"),
        pytest.param("S12; DROP TABLE claim", id="SQL"),
    ],
)
def test_what_is_no_reference_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(BadReference, match="C12, S48, X7 or D3"):
        parse(written)


def test_a_reference_of_another_kind_is_refused() -> None:
    with pytest.raises(BadReference, match="is a conflict; here goes one like C12 or S12"):
        parse("X7", "claim", "statement")
    assert parse("c7", "claim", "statement") == Reference("claim", 7)


@given(st.sampled_from(sorted(LETTERS.values())), st.integers(1, 999_999_999))
def test_a_reference_is_read_as_it_is_written(kind: Kind, number: int) -> None:
    assert parse(str(Reference(kind, number)), kind) == Reference(kind, number)


@given(st.text())
def test_no_text_does_any_harm(written: str) -> None:
    try:
        assert str(parse(written)) == written.strip().upper().replace("-", "")
    except BadReference as refused:
        assert written in str(refused)  # noqa: PT017 - either answer is right
