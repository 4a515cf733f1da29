"""Formulas: every dangerous cell is quoted, no harmless one is, and the way back is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.exchange.formula import neutralised, restored


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+12 %", "'+12 %", id="plus"),
        pytest.param("-5 degrees", "'-5 degrees", id="minus"),
        pytest.param("@SUM(1)", "'@SUM(1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="carriage return"),
        pytest.param("\n=1", "'\n=1", id="line feed"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("'=1", "''=1", id="already neutralised, so that the way back is exact"),
        pytest.param("''-1", "'''-1", id="twice neutralised"),
        pytest.param("'quoted' words", "'quoted' words", id="a quote before words is only a quote"),
        pytest.param("'", "'", id="a lone quote"),
        pytest.param("a=1", "a=1", id="a sign further in"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_cells_that_begin_like_formulas_are_quoted(cell: str, written: str) -> None:
    assert neutralised(cell) == written
    assert restored(written) == cell


@given(st.text("'=+-@\t\r\n＝ab") | st.text())
def test_the_way_back_is_exact(cell: str) -> None:
    assert restored(neutralised(cell)) == cell


@given(st.text("'=+-@\t\r\n＝ab"))
def test_no_written_cell_begins_like_a_formula(cell: str) -> None:
    assert not neutralised(cell).startswith(tuple("=+-@\t\r\n＝"))
