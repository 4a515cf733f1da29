"""The data file: complete, and every coefficient belongs to a signal."""

from ledger.matching.overlap import overlaps
from ledger.matching.profile import profile
from ledger.matching.settings import settings
from ledger.matching.weight import Weigher


def test_every_coefficient_has_a_signal() -> None:
    signals = overlap(profile("a"), profile("b"), Weigher({}, 0, ())).signals
    made = settings()
    assert (
        made.same_language.coefficients.keys() | made.across_languages.coefficients.keys()
        == signals.keys()
    )


def test_only_another_measure_speaks_against_a_match() -> None:
    for model in (settings().same_language, settings().across_languages):
        against = {signal for signal, value in model.coefficients.items() if value < 0}
        assert against == {"intercept", "other_measure"}


def test_near_comes_before_attach() -> None:
    assert 0 < settings().near < settings().attach < 1
