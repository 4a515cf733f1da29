"""The numbers of a list count nothing, so that no two items contradict each other by theirs."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("1.政府推動改革\n2.反對改革者有3成", ["3成"], id="a list in Chinese"),
        pytest.param("一、政府推動改革\n二、反對改革", [], id="in Chinese numerals"),
        pytest.param("（1）調薪 3%\n（2）裁員 40 人", ["3%", "40 人"], id="in full-width brackets"),
        pytest.param("① 調薪\n② 裁員 40 人", ["40 人"], id="in circles"),
        pytest.param("  1) Taxes rise 3%\n  2) Fees stay", ["3%"], id="in English, set in"),
        pytest.param("Why:\r\n1. Taxes\r\n2. Fees of $4", ["$4"], id="lines of another system"),
        pytest.param(
            "1.5 million voted\n2.5 million did not",
            ["1.5 million", "2.5 million"],
            id="a decimal at the head of a line is a figure",
        ),
        pytest.param("12, they say\nvoted", ["12"], id="a number alone begins no list"),
        pytest.param("The vote\n3. It passed", ["3"], id="one line makes no list"),
    ],
)
def test_what_a_list_counts_by_is_no_figure(text: str, figures: list[str]) -> None:
    assert [quantity.text for quantity in read(text)] == figures
