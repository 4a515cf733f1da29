"""Media as sources of Chinese sentences: where their names stand, and whom they quote."""

import pytest

from ledger.extraction.chinese.relays import according_to, asked_by, name_of, quoted_source
from ledger.extraction.chinese.subjects import masked
from ledger.extraction.outlets import outlets


def test_according_to_a_medium() -> None:
    plain = "根据《沼地日报》12月3日报道,桥会拆。"
    (found,) = according_to(plain, masked(plain), outlets(plain))
    assert found.relay is not None
    assert plain[slice(*found.relay)] == "沼地日报"
    assert "12月3日" in plain[slice(*found.about)]


@pytest.mark.parametrize("plain", ["根据合约,桥会拆。", "据《桥》,桥会拆。", "证据显示,日报停刊。"])
def test_according_to_something_else(plain: str) -> None:
    known = [span for span in outlets(plain) if plain[slice(*span)] != "桥"]
    assert list(according_to(plain, masked(plain), known)) == []


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        pytest.param("他向沼地日报表示", "沼地日报", id="before the verb"),
        pytest.param("他告诉《沼地日报》", "沼地日报", id="behind the verb"),
        pytest.param("他看沼地日报表示", None, id="not spoken to"),
        pytest.param("他对媒体表示", None, id="nobody names it"),
    ],
)
def test_the_medium_somebody_spoke_to(plain: str, expected: str | None) -> None:
    verb_end = plain.index("表示") + 2 if "表示" in plain else 3
    found = asked_by(plain, masked(plain), (1, verb_end), outlets(plain))
    assert (plain[slice(*found)] if found is not None else None) == expected


def test_whom_a_medium_quotes() -> None:
    plain = "沼地日报引述两名知情人士报道,桥会拆。"
    found = quoted_source(plain, 4)
    assert found is not None
    assert plain[found.start : found.end] == "两名知情人士"
    assert quoted_source("沼地日报报道,他引述知情人士。", 4) is None


def test_letters_in_brackets_name_a_medium() -> None:
    plain = "群岛电视台(ITV)"
    assert plain[slice(*name_of(plain, (0, 5)))] == "ITV"
    assert name_of("群岛电视台说", (0, 5)) == (0, 5)
