"""Forms of the shipped tables, folded and cut into units before they are shipped.

Doing so for 9,000 names, terms and signals takes longer than all else a short command does. A table
``data/NAME.csv`` therefore has ``data/NAME.units`` beside it, a line to a form and a tab between
units, which ``python -m tests.text.cutting`` writes; a test holds the two together.
"""

from ledger.text.phrases import Row
from ledger.text.tables import shipped


def cut_ahead(room: str, table: str) -> list[Row]:
    """The units of every form of a room's table, in the order of the table."""
    return shipped(room, f"{table}.units").split("\n")[:-1]
