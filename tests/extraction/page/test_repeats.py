"""Repeats: the same again, nearly the same, and what differs in a figure alone."""

import pytest

from ledger.extraction.page.repeats import Repeats

LONG = "The harbour board will raise its dues by 12 percent from January, its chairwoman said."


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        pytest.param(LONG, True, id="the same"),
        pytest.param(LONG.upper().replace(" ", "  "), True, id="case and spaces"),
        pytest.param(LONG.replace("said.", "said"), True, id="one mark less"),
        pytest.param(f"{LONG[:-1]} it.", True, id="one word more"),
        pytest.param(LONG.replace("January", "Februar"), True, id="another word"),
        pytest.param(LONG.replace("12", "18"), False, id="another figure"),
        pytest.param("Its chairwoman said no.", False, id="other words"),
        pytest.param("…", False, id="no words at all"),
    ],
)
def test_what_counts_as_the_same(again: str, *, expected: bool) -> None:
    seen = Repeats()
    assert not seen.again(LONG)
    assert seen.again(again) is expected


def test_either_script_is_the_same() -> None:
    seen = Repeats()
    assert not seen.again("臺灣的橋通車")
    assert seen.again("台湾的桥通车")
