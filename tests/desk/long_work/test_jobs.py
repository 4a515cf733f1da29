"""Long work in parts: whoever does them gives the same, and a run broken off goes on."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from ledger.desk.casework.deciding import attach
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.long_work import jobs
from ledger.desk.long_work.jobs import PART, Result, Task, cut, perform, performed
from ledger.desk.long_work.rereading import reread, reread_part
from ledger.desk.long_work.rescanning import near_part, read_archived, read_part, rescan
from ledger.desk.long_work.workers import HERE, Workers
from ledger.desk.references import parse
from ledger.desk.undoing import undo
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.progress import unheard
from ledger.store.connecting.place import place_of
from ledger.store_errors import PartFailed, SchedulerUnreachable
from tests.desk.ledgers import record, rows, said
from tests.desk.newsroom import write_rows

FERRY = "The Tallow harbour ferry carried {} passengers to Port Marlow on Sunday."
RATE = "The unemployment rate of Marrowick was {} percent in November."
TOLD = [
    said(FERRY.format(900), "Radio One", speaker="Hanna Oost"),
    said(FERRY.format(700), "Radio Two", notes="The ferry and the winter timetable"),
    said("塔洛橋耗資5500萬歐元。", "霧港財經"),
    said("塔洛橋耗資4000萬歐元。", "霧港日報", speaker="卓薇安"),
    said(RATE.format("6.1"), "Radio One", claim="Unemployment"),
    said(RATE.format("7.4"), "Radio Two", claim="Unemployment"),
    said(RATE.format("9.9"), "Radio Three"),
    said("The mayor resigned.", "Radio One"),
]
PARTS = [range(1, 3), range(3, 6), range(6, 9)]


@pytest.fixture
def archive(desk: Desk, tmp_path: Path) -> Desk:
    """A ledger with an archive nobody has read."""
    import_file(desk, write_rows(tmp_path / "old.jsonl", TOLD), match=False)
    return desk


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A Dask scheduler with two workers, all in this process."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: nothing tried")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster.scheduler_address


def _given(desk: Desk, task: Task, workers: Workers) -> list[str]:
    with performed(desk, "trying", task, PARTS, workers, unheard) as results:
        return [json.dumps(results(part)) for part in PARTS]


def test_parts_are_of_one_size_and_leave_nothing_out() -> None:
    parts = cut([range(1, 2 * PART + 2), range(50_000, 50_001)])
    assert [len(part) for part in parts] == [PART, PART, 1, 1]
    assert [number for part in parts for number in part] == [*range(1, 2 * PART + 2), 50_000]


def test_a_cluster_finds_what_one_process_finds(archive: Desk, scheduler: str) -> None:
    far = Workers(scheduler=scheduler)
    read = _given(archive, read_part, HERE)
    assert _given(archive, read_part, far) == read
    assert any(json.loads(part)["related"] for part in read)
    rescan(archive)
    for task in (near_part, reread_part):
        assert _given(archive, task, far) == _given(archive, task, HERE)


@pytest.mark.databases("sqlite")
def test_two_processes_find_what_one_finds(archive: Desk) -> None:
    assert _given(archive, read_part, Workers(processes=2)) == _given(archive, read_part, HERE)


def test_a_ledger_in_many_parts_is_written_as_one_in_one_part(
    archive: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "PART", 2)
        done = rescan(archive)
        held = rows(archive)
        assert (done.statements, done.read) == (8, 8)
        assert len(held["question"]) == done.near > 1
        assert [row["number"] for row in held["question"]] == [*range(1, done.near + 1)]
        assert reread(archive) == reread(archive)
    assert rescan(archive).near == 0
    assert reread(archive).found == 0
    assert rows(archive) == held
    verify_ledger(archive)


def test_a_run_broken_off_goes_on_where_it_stopped(
    archive: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PART", 1)
    with pytest.raises(KeyboardInterrupt):
        rescan(archive, progress=_break_off)
    (folder,) = archive.store.place.scratch().iterdir()
    kept = sorted(folder.iterdir())
    assert (len(kept), folder.stat().st_mode & 0o777) == (4, 0o700)
    for file, ruin in zip(kept, (b"", b'{"read": [[1', b"[]"), strict=False):
        file.write_bytes(ruin)
    done: list[range] = []
    monkeypatch.setattr(jobs, "perform", partial(_noted, done))
    assert rescan(archive).read == len(TOLD)
    assert [part.start for part in done[: len(TOLD) - 1]] == [1, 2, 3, 5, 6, 7, 8]
    assert not archive.store.place.scratch().exists()


def _break_off(_: str, done: int, __: int) -> None:
    if done > 3:
        raise KeyboardInterrupt


def _noted(done: list[range], task: Task, address: str, anchor: str, part: range) -> bytes:
    done.append(part)
    return perform(task, address, anchor, part)


def test_what_was_kept_in_another_state_of_the_ledger_is_not_taken_up(
    archive: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PART", 2)
    with pytest.raises(KeyboardInterrupt):
        rescan(archive, progress=_break_off)
    record(archive, "The mayor came back.", claim="The mayor")
    assert rescan(archive).read == 8
    assert not archive.store.place.scratch().exists()


def test_what_somebody_moved_meanwhile_is_not_asked_about(archive: Desk) -> None:
    def move(work: str, done: int, total: int) -> None:
        if work == "matching" and done == total:
            attach(archive, parse("S2"), parse("C3"))

    read_archived(archive)
    rescan(archive, progress=move)
    assert _asked(archive) == {(4, 3), (7, 5)} | {(2, 2), (2, 3)}  # the last two by who moved it
    undo(archive)
    undo(archive)
    rescan(archive)
    assert _asked(archive) == {(2, 1), (4, 3), (7, 5)}


def _asked(desk: Desk) -> set[tuple[int, int]]:
    return {
        (row["statement_number"], row["claim_number"])
        for row in rows(desk)["question"]
        if row["live"]
    }


@pytest.mark.databases("sqlite")
def test_a_worker_that_cannot_reach_the_ledger_says_so(desk: Desk, tmp_path: Path) -> None:
    there = place_of(str(tmp_path / "elsewhere.db"))
    told = perform(near_part, there.address(secret=False), "0:" + "0" * 64, range(1, 2))
    assert b"there is no ledger" in told
    record(desk, "The mayor resigned.")
    other = perform(near_part, desk.store.place.address(secret=False), f"1:{'a' * 64}", range(1, 2))
    assert b"another ledger" in other


@pytest.mark.databases("sqlite")
def test_a_part_nobody_can_do_is_told_in_one_line(desk: Desk, scheduler: str) -> None:
    with (
        pytest.raises(PartFailed, match="ZeroDivisionError"),
        performed(desk, "trying", _fails, PARTS, Workers(scheduler=scheduler), unheard),
    ):
        pass


def _fails(_: object, __: str, numbers: range) -> Result:
    return {"never": 1 // (numbers.start - numbers.start)}


@pytest.mark.databases("sqlite")
def test_a_scheduler_that_is_not_there_is_told_in_one_line(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: nothing tried")
    monkeypatch.setattr("ledger.desk.long_work.workers._PATIENCE", 0.2)
    with (
        pytest.raises(SchedulerUnreachable, match="dask scheduler"),
        performed(desk, "t", _fails, PARTS, Workers(scheduler="tcp://127.0.0.1:9"), unheard),
    ):
        pass
