"""What each text of the tables beside these tests is read as.

A table has a subject, as its file is named; a reading is ``words: [low, high] unit comparator`` for
each quantity, ``;`` between them, and nothing where the text states none.
"""

from collections.abc import Callable

import pytest
from opencc import OpenCC

from ledger.quantities import Quantity, read
from tests.quantities.tables import entries, every_reading

_TO_SIMPLIFIED = OpenCC("t2s")


@pytest.mark.parametrize(("text", "reading"), every_reading())
def test_states(stated: Callable[[str], list[str]], text: str, reading: str) -> None:
    assert stated(text) == entries(reading)


@pytest.mark.parametrize(("text", "reading"), every_reading(in_english=False))
def test_reads_the_same_in_simplified(text: str, reading: str) -> None:
    """What is written in either script is one reading, word for word."""
    simplified = read(_TO_SIMPLIFIED.convert(text))
    assert [_unwritten(q) for q in simplified] == [_unwritten(q) for q in read(text)]
    assert len(simplified) == len(entries(reading))


def _unwritten(quantity: Quantity) -> Quantity:
    """A quantity without the words it is written in."""
    return quantity._replace(text="", comparator_text=None, modality=None)
