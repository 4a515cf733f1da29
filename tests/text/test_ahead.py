"""Units shipped ahead are those of the tables beside them."""

from ledger.text.ahead import cut_ahead
from tests.text.cutting import PACKAGE, as_shipped, shipped


def test_units_are_those_of_the_forms() -> None:
    for file, rows in shipped().items():
        how = f"{file.name} is behind its table; python -m tests.text.cutting writes it anew"
        assert file.read_text(encoding="utf-8") == as_shipped(rows), how


def test_what_is_shipped_is_read_back() -> None:
    for file, rows in shipped().items():
        room = ".".join(("ledger", file.relative_to(PACKAGE).parts[0]))
        assert list(cut_ahead(room, file.stem)) == list(rows)
