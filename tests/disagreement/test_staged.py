"""Work that goes through its stages together: what comes of it, and in which order it is done."""

from ledger.disagreement.staged import Staged, together


def _work(name: str, stages: int, done: list[str]) -> Staged[str]:
    for stage in range(stages):
        done.append(f"{name}{stage}")
        yield
    return name.upper()


def test_all_go_through_a_stage_before_the_first_goes_through_the_next() -> None:
    done: list[str] = []
    assert together([_work("a", 1, done), _work("b", 3, done), _work("c", 2, done)]) == [*"ABC"]
    assert done == ["a0", "b0", "c0", "b1", "c1", "b2"]


def test_what_has_no_stages_comes_to_something_too() -> None:
    assert together([_work("a", 0, []), _work("b", 1, [])]) == ["A", "B"]
    assert together(list[Staged[str]]()) == []
