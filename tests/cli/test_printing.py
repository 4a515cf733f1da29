"""How claims, matches and conflicts look as plain text."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.cli import printing
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ClaimView, ConflictView
from ledger.desk.texts.bridging import Apart
from ledger.desk.texts.matching import ClaimMatch
from ledger.text.display import cells
from tests.cli.program import assert_golden


def statement(number: int, text: str, **known: str) -> StatementView:
    """A statement of Tidewater Courier's, with what else is known of it."""
    fields = dict.fromkeys(StatementView.__dataclass_fields__) | {
        "ref": f"S{number}",
        "text": text,
        "outlet": "Tidewater Courier",
        "said_on": date(2025, 12, 8),
        "language": "en",
        "claim": "C1",
        "figures": (),
        "entry": 1,
    }
    return StatementView(**fields | known)  # type: ignore[arg-type]


def conflict(number: int, claim: str) -> ConflictView:
    """An open conflict under a claim."""
    return ConflictView(
        ref=f"X{number}",
        state="open",
        code="numeric_disjoint",
        relation="disagree",
        explanation="One says 12, the other 20.",
        claim=claim,
        wording="How many berths the quay has",
        a=statement(1, "The quay has 12 berths.\nAll are taken."),
        b=statement(2, "碼頭有20個泊位。", speaker="沈望洋", relayed_from="Sable Coast Radio"),
        a_spans=((13, 15),),
        b_spans=((3, 5),),
        a_origins=1,
        b_origins=2,
        decisions=(),
    )


def test_matches_name_what_is_shared_and_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    near = ClaimMatch(
        claim="C12",
        wording="How many berths the quay has",
        statement=statement(2, "碼頭有20個泊位。"),
        score=0.931,
        reasons=("same terms: quay, berth",),
        differs="One says 12, the other 20.",
        code="numeric_disjoint",
        relation="disagree",
    )
    alone = ClaimMatch("C7", "碼頭多長", None, 0.1, ("same terms: quay",), None, None, "agree")
    long = ClaimMatch(
        claim="C103",
        wording="港務局長在星期一的記者會上表示，新碼頭全部完工以後一共會有20個泊位，比原來的計畫多出8個",
        statement=statement(3, "The harbour master said the finished quay will have 20 berths."),
        score=0.5,
        reasons=("same terms: quay, berth", "same figures: 20"),
        differs="A has 12 berths (泊位), B has 20: they cannot both be right for one quay.",
        code="numeric_disjoint",
        relation="disagree",
    )
    printing.print_matches([near, long, alone])
    printed = capsys.readouterr().out
    assert max(map(cells, printed.splitlines())) <= 80
    assert_golden("matches", printed)


def test_the_conflicts_of_a_claim_follow_its_first(capsys: pytest.CaptureFixture[str]) -> None:
    printing.print_conflicts_by_claim([conflict(1, "C1"), conflict(2, "C2"), conflict(3, "C1")])
    assert_golden("conflicts by claim", capsys.readouterr().out)


def look(number: int, one: int, other: int) -> ConflictView:
    """What is only worth a look, between two statements."""
    return replace(
        conflict(number, "C1"),
        state="noted",
        code="measure_mismatch",
        a=statement(one, "A share."),
        b=statement(other, "Another."),
    )


@pytest.mark.parametrize(
    ("conflicts", "lines"),
    [
        ([], []),
        ([conflict(1, "C1")], ["X1  open  S1 and S2: One says 12, the other 20."]),
        (
            [look(1, 5, 6), conflict(2, "C1"), look(3, 5, 7)],
            [
                "X2  open  S1 and S2: One says 12, the other 20.",
                "X1, X3  worth a look  S5 and S6, S7: One says 12, the other 20.",
            ],
        ),
        (
            [look(number, 2 * number, 2 * number + 1) for number in range(1, 9)],
            [
                *(
                    f"X{n}  worth a look  S{2 * n} and S{2 * n + 1}: One says 12, the other 20."
                    for n in range(1, 6)
                ),
                "and 3 more worth a look: X6, X7, X8",
            ],
        ),
    ],
    ids=["nothing", "one conflict", "one statement against two, conflicts first", "many"],
)
def test_a_claim_tells_its_differences_one_dispute_a_line(
    conflicts: list[ConflictView], lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    printing.print_claim(ClaimView("C1", "How many berths", None, (), 1, tuple(conflicts)))
    told = capsys.readouterr().out.splitlines()[2:]
    assert told == (["", *lines] if lines else [])


@pytest.mark.parametrize(
    ("known", "phrase"),
    [
        ({}, "Tidewater Courier, 8 Dec 2025"),
        ({"speaker": "Hanna Oost"}, "Hanna Oost, in Tidewater Courier, 8 Dec 2025"),
        ({"relayed_from": "Radio"}, "Tidewater Courier, relaying Radio, 8 Dec 2025"),
        (
            {"speaker": "Hanna Oost", "relayed_from": "Radio"},
            "Hanna Oost, in Tidewater Courier, relaying Radio, 8 Dec 2025",
        ),
    ],
    ids=["the outlet's own voice", "a speaker", "a relay", "a whole chain"],
)
def test_a_source_is_its_chain_and_day(known: dict[str, str], phrase: str) -> None:
    assert printing.source(statement(1, "The quay has 12 berths.", **known)) == phrase


def test_a_source_without_a_day_is_undated() -> None:
    assert printing.day(None) == "undated"


@pytest.mark.parametrize(("number", "phrase"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims")])
def test_things_are_counted_as_people_say_it(number: int, phrase: str) -> None:
    assert printing.count(number, "claim") == phrase


def test_claims_judged_different_are_named_with_who_and_when(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printing.print_apart([Apart("C12", "C13", "rosa", date(2025, 12, 8))])
    assert capsys.readouterr().out == (
        "It stands between C12 and C13, which rosa judged different on 8 Dec 2025.\n"
    )
