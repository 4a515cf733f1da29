"""While nobody types, garbage is collected; never while somebody does."""

import gc
from weakref import ref

import pytest

from ledger.tui import rest
from ledger.tui.rest import QUIET, Rest


class _Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.mark.parametrize(
    ("seconds", "gone"),
    [pytest.param(QUIET, True, id="quiet"), pytest.param(QUIET / 2, False, id="somebody types")],
)
def test_knots_are_untied_when_nobody_types(
    monkeypatch: pytest.MonkeyPatch, *, seconds: float, gone: bool
) -> None:
    now = 100.0
    monkeypatch.setattr(rest, "monotonic", lambda: now)
    watch = Rest()
    watch.touched()
    now += seconds
    gc.disable()
    try:
        knot = ref(_Knot())
        watch.tidy()
        assert (knot() is None) is gone
        knot = ref(_Knot())
        watch.tidy()  # nothing was pressed since
        assert knot() is not None
    finally:
        gc.enable()
