"""Conflicts grouped as a person meets them."""

from datetime import date

from ledger.desk.looking.disputes import disputes
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ConflictView


def statement(number: int) -> StatementView:
    return StatementView(
        ref=f"S{number}",
        text=f"text {number}",
        speaker=None,
        relayed_from=None,
        outlet="Harbour Courier",
        said_on=date(2025, 12, 8),
        published_on=None,
        url=None,
        document=None,
        language="en",
        notes=None,
        importer_ref=None,
        claim="C1",
        figures=(),
        entry=1,
    )


def conflict(number: int, a: int, b: int, *, claim: str = "C1", code: str = "x") -> ConflictView:
    return ConflictView(
        ref=f"X{number}",
        state="open",
        code=code,
        relation="disagree",
        explanation="",
        claim=claim,
        wording="",
        a=statement(a),
        b=statement(b),
        a_spans=(),
        b_spans=(),
        a_origins=1,
        b_origins=1,
        decisions=(),
    )


def told(*conflicts: ConflictView) -> list[tuple[str, list[str], list[str]]]:
    """Pivot, the statements against it and the conflicts, of every dispute."""
    return [
        (d.pivot.ref, [s.ref for s in d.against], [c.ref for c in d.conflicts])
        for d in disputes(conflicts)
    ]


def test_one_against_three_is_one_dispute() -> None:
    found = told(conflict(1, 1, 9), conflict(2, 2, 9), conflict(3, 3, 9))
    assert found == [("S9", ["S1", "S2", "S3"], ["X1", "X2", "X3"])]


def test_the_shared_statement_stays_on_one_side_so_that_its_letter_holds() -> None:
    found = told(conflict(1, 1, 5), conflict(2, 5, 8), conflict(3, 5, 9))
    assert found == [("S5", ["S8", "S9"], ["X2", "X3"]), ("S1", ["S5"], ["X1"])]


def test_two_against_two_are_two_disputes() -> None:
    found = told(conflict(1, 1, 8), conflict(2, 1, 9), conflict(3, 2, 8), conflict(4, 2, 9))
    assert found == [("S1", ["S8", "S9"], ["X1", "X2"]), ("S2", ["S8", "S9"], ["X3", "X4"])]


def test_other_claims_and_other_codes_stay_apart() -> None:
    found = told(conflict(1, 1, 9), conflict(2, 2, 9, code="y"), conflict(3, 3, 9, claim="C2"))
    assert [refs for _, _, refs in found] == [["X1"], ["X2"], ["X3"]]


def test_a_statement_against_itself_stands_alone() -> None:
    assert told(conflict(1, 4, 4), conflict(2, 4, 5)) == [
        ("S4", [], ["X1"]),
        ("S4", ["S5"], ["X2"]),
    ]
