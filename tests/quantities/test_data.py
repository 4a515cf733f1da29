"""The data files are whole: known dimensions, unique forms, and what the generator writes."""

import importlib.util
from pathlib import Path
from typing import get_args

import pytest

from ledger.quantities.lexicon import rows
from ledger.quantities.line import line
from ledger.quantities.quantity import Dimension


def test_currencies_equal_what_the_generator_writes() -> None:
    """The committed table is Babel's, not somebody's edit of it."""
    path = Path(__file__).with_name("generate_currencies.py")
    spec = importlib.util.spec_from_file_location("generate_currencies", path)
    assert spec is not None
    assert spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    assert generator.TABLE.read_text(encoding="utf-8") == generator.table()


def test_dimensions_are_known() -> None:
    """Every unit measures something the contract names."""
    assert {row["dimension"] for row in rows("units.csv")} <= set(get_args(Dimension))


FORMS = [
    ("classifiers.csv", "form"),
    ("comparators.csv", "form"),
    ("currency_forms.csv", "form"),
    ("decoys.csv", "word"),
    ("identifier_heads.csv", "word"),
    ("multiples.csv", "form"),
    ("number_words.csv", "word"),
    ("plurals.csv", "plural"),
    ("relative_periods.csv", "form"),
    ("scales.csv", "form"),
    ("signals.csv", "form"),
]
"""Tables of forms, and the column that has them."""


@pytest.mark.parametrize(("name", "column"), FORMS)
def test_forms_are_unique(name: str, column: str) -> None:
    """A form means one thing; the sides of a comparator are told apart by where they stand."""
    forms = [(row[column], row.get("side")) for row in rows(name)]
    assert sorted({form for form in forms if forms.count(form) > 1}, key=str) == []


def test_unit_forms_are_unique() -> None:
    """A name or symbol is one unit's."""
    for column in ("names", "symbols"):
        forms = [form for row in rows("units.csv") for form in row[column].split("|") if form]
        assert sorted({form for form in forms if forms.count(form) > 1}) == []


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *FORMS,
        ("counted_nouns.csv", "zh"),
        ("events.csv", "form"),
        ("homes.csv", "cues"),
        ("indices.csv", "name"),
        ("per.csv", "form"),
        ("quoted_currencies.csv", "names"),
        ("units.csv", "names"),
    ],
)
def test_forms_are_written_as_a_line_has_them(name: str, column: str) -> None:
    """No text holds any other: a line is in Simplified characters, half width and lower case."""
    forms = [form for row in rows(name) for form in row[column].split("|") if form]
    assert [form for form in forms if line(form).lower != form.strip()] == []


def test_symbols_are_written_as_a_line_has_them() -> None:
    """The same for symbols, which are told apart by case."""
    symbols = [form for row in rows("units.csv") for form in row["symbols"].split("|") if form]
    assert [form for form in symbols if line(form).key != form] == []
