"""How far long work is: told now and then, and at the end."""

from ledger.progress import counted


def test_progress_is_told_at_the_start_now_and_then_and_at_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    items = list(counted("reading", range(130), 130, lambda *said: told.append(said)))
    assert items == list(range(130))
    assert told == [("reading", n, 130) for n in (0, 64, 128, 130)]


def test_progress_on_nothing_is_told_once() -> None:
    told: list[tuple[str, int, int]] = []
    assert list(counted("reading", [], 0, lambda *said: told.append(said))) == []
    assert told == [("reading", 0, 0)]
