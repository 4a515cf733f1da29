"""Nothing in a list is out of reach: no form stands twice in a row, no kind is the only one."""

from collections import defaultdict

import pytest

from ledger.text.fold import fold
from ledger.text.tables import rows

ROOM = "ledger.disagreement"


@pytest.mark.parametrize("name", ["signals", "outcomes", "cues", "siblings"])
def test_no_form_stands_twice_in_a_row_however_it_is_written(name: str) -> None:
    for row in rows(ROOM, f"{name}.csv"):
        forms = f"{row['en']}|{row['zh']}".strip("|").split("|")
        keys = [fold(form) for form in forms]
        assert sorted({*keys}) == sorted(keys), forms


def test_every_kind_has_another_beside_it() -> None:
    sides = defaultdict(set)
    for row in rows(ROOM, "siblings.csv"):
        if row["sort"] != "part":
            sides[row["group"]].add(row["side"])
    assert [group for group, told in sides.items() if len(told - {"none"}) == 1] == []
