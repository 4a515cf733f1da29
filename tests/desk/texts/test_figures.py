"""The figures of one text, and what a question about a text brings into the process."""

import subprocess
import sys

import pytest

from ledger.desk.texts.figures import quantities


def test_figures_are_told_for_people_and_for_programs() -> None:
    (found,) = quantities("It costs about 40 million euros.")
    assert (found.contract["value"], found.contract["currency"]) == (40e6, "EUR")
    assert "36" in found.interval
    assert quantities("No figure here.") == []


def test_a_note_names_the_measure_as_people_write_it_and_no_day_twice() -> None:
    growth, day = quantities("GDP growth of 3%, told on 12 December 2025")
    assert (growth.note, day.interval, day.note) == ("GDP growth", "2025-12-12", "")


@pytest.mark.parametrize("module", ["figures", "comparing", "drawing", "extracting"])
def test_a_question_about_a_text_brings_no_store(module: str) -> None:
    program = (
        f"import sys, ledger.desk.texts.{module}\n"
        "print(*(m for m in ('sqlalchemy', 'sqlmodel', 'pydantic', 'numpy', 'rich', 'ledger.model',"
        " 'ledger.store', 'ledger.matching') if m in sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == []
