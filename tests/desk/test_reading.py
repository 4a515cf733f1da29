"""Texts alone, read and compared, and what a question about them brings into the process."""

import subprocess
import sys
from datetime import date

import pytest

from ledger.desk.reading import quantities, relation, side_from
from ledger.errors import InvalidField


def test_two_texts_are_compared_with_spans() -> None:
    found = relation(side_from("It costs 40 million euros."), side_from("It costs 60 million."))
    assert found.relation in {"disagree", "not_comparable"}
    agreed = relation(side_from("a lead of 18 months"), side_from("a lead of a year and a half"))
    assert agreed.relation == "agree"
    (part,) = agreed.parts
    assert part["a"] == [10, 19]


def test_a_side_may_say_what_is_known_of_its_source() -> None:
    side = side_from({"text": "x", "speaker": "y", "outlet": "z", "said_on": "2025-12-01", "id": 7})
    assert (side.text, side.speaker, side.outlet) == ("x", "y", "z")
    assert side.said_on == date(2025, 12, 1)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="no text"),
        pytest.param({"text": ""}, id="empty text"),
        pytest.param({"text": "x", "said_on": "soon"}, id="no date"),
        pytest.param({"text": "x", "speaker": 7}, id="a number for a name"),
    ],
)
def test_a_side_that_is_not_well_formed_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(InvalidField):
        side_from(given)


def test_figures_are_told_for_people_and_for_programs() -> None:
    (found,) = quantities("It costs about 40 million euros.")
    assert (found.contract["value"], found.contract["currency"]) == (40e6, "EUR")
    assert "36" in found.interval
    assert quantities("No figure here.") == []


@pytest.mark.parametrize("module", ["reading", "drawing", "extracting"])
def test_a_question_about_a_text_brings_no_store(module: str) -> None:
    program = (
        f"import sys, ledger.desk.{module}\n"
        "print(*(m for m in ('sqlalchemy', 'sqlmodel', 'pydantic', 'numpy', 'rich', 'ledger.model',"
        " 'ledger.store', 'ledger.matching') if m in sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == []
