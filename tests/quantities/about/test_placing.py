"""Hedges: whether a figure is fact."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The deal may bring $3 bn", "may", id="may"),
        pytest.param("The port is considering a 50 % fee", "considering", id="considering"),
        pytest.param("恐裁員500人", "恐", id="恐"),
        pytest.param("擬加徵50%關稅", "拟", id="擬, read as folded"),
        pytest.param("預計成長2.3%", "预计", id="預計"),
        pytest.param("The deal brought $3 bn", None, id="a plain statement"),
        pytest.param("On 8 May 2025 it brought $3 bn", None, id="the month of May is no hedge"),
        pytest.param("In May it brought $3 bn", None, id="nor is it without a year"),
        pytest.param("資料顯示增加5%", None, id="資料 holds no 料"),
    ],
)
def test_modality(text: str, modality: str | None) -> None:
    assert read(text)[-1].modality == modality
