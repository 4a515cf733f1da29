"""The data file: complete, and every coefficient belongs to a signal."""

import pytest

from ledger.matching.overlap import overlap
from ledger.matching.settings import Model, settings
from ledger.matching.weight import Weigher


@pytest.mark.parametrize("model", [settings().words, settings().signs, settings().across_languages])
def test_every_coefficient_has_a_signal(model: Model) -> None:
    shared = overlap("a", [("b", frozenset())], Weigher({}, 0, ()))
    assert model.coefficients.keys() <= shared.signals.keys()


@pytest.mark.parametrize("model", [settings().words, settings().signs, settings().across_languages])
def test_only_another_measure_and_great_length_speak_against_a_match(model: Model) -> None:
    against = {signal for signal, value in model.coefficients.items() if value < 0}
    assert against - {"too_long"} == {"intercept"}
    assert model.other_measure < 0


def test_near_comes_before_attach() -> None:
    assert 0 < settings().near < settings().attach < 1
