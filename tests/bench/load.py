"""Many people at one ledger: writers and readers side by side, and what was lost (nothing).

``python -m tests.bench load``: for a minute, forty writers and two hundred readers at PostgreSQL,
then eight writers and sixteen readers at a file. Writers add statements of their own, add one that
everybody adds at that moment, decide a conflict that others decide at that moment, and write notes.

It is assumed that a person acts every three to nine seconds, and looks every ten to thirty: nobody
asks as fast as a machine can. On a desk of forty everyone has a computer; here they all share this
one with the server, a dozen processes of twenty people each, so what is waited for is mostly its
processors. Every act that was acknowledged must stand in the journal, every text once, and the
whole of it must verify.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Thread
from time import monotonic, sleep

from ledger.desk.casework.deciding import Answer, Ruling, decide_all
from ledger.desk.casework.tending import add_note
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.looking.showing import find, show
from ledger.desk.references import Reference
from ledger.desk.sitting import sit_down
from ledger.desk.statements.adding import add
from ledger.desk.texts.matching import match
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.errors import DecidedMeanwhile, LedgerError
from ledger.store.index import lookups
from tests.bench.measure import Survey
from tests.servers import server

SECONDS, QUICK_SECONDS = 60, 5
CONFLICTS = 200
"""Conflicts there are to decide when the day begins; each is decided by whoever comes first."""
WRITERS_PAUSE, READERS_PAUSE = (3, 9), (10, 30)
"""Seconds between two acts, and between two looks: people read and think."""
_PEOPLE = 20
"""Who share a process, as threads of it."""
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.bench.load", "tests.desk.warmed"])
HEADS = (
    "database",
    "writers",
    "readers",
    "seconds",
    "acts done",
    "told",
    "lost",
    "errors shown",
    "chain",
    "write wait, median (95 %), ms",
    "read wait, median (95 %), ms",
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people there are."""

    writers: int
    readers: int


AT_A_SERVER, IN_A_FILE = Crowd(40, 200), Crowd(8, 16)
QUICK_AT_A_SERVER, QUICK_IN_A_FILE = Crowd(8, 20), Crowd(4, 4)


@dataclass
class Tally:
    """What people did and saw.

    Attributes:
        texts: the statements that were acknowledged.
        entries: acts that were acknowledged and write an entry.
        told: answers that came second and were told so.
        errors: anything else a person was shown.
        writes: seconds each act took.
        reads: seconds each look took.
    """

    texts: set[str] = field(default_factory=set)
    entries: int = 0
    told: int = 0
    errors: list[str] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    reads: list[float] = field(default_factory=list)


def survey(*, quick: bool) -> Survey:
    """Five seconds and a few people when quick."""
    seconds = QUICK_SECONDS if quick else SECONDS
    with tempfile.TemporaryDirectory() as folder, _ready_server() as url:
        crowds = (QUICK_AT_A_SERVER, QUICK_IN_A_FILE) if quick else (AT_A_SERVER, IN_A_FILE)
        places = {"PostgreSQL": url, "SQLite": str(Path(folder) / "ledger.db")}
        rows = [
            _row(name, place, crowd, seconds)
            for (name, place), crowd in zip(places.items(), crowds, strict=True)
        ]
    return Survey(HEADS, rows)


@contextmanager
def _ready_server() -> Iterator[str]:
    """A server that lets so many in; as it comes it takes a hundred connections."""
    with server(max_connections=300) as running:
        running.run("CREATE DATABASE crowd")
        yield running.url("crowd")


def _row(name: str, place: str, crowd: Crowd, seconds: int) -> tuple[str, ...]:
    before = _opened(place)
    tally = _day(place, crowd, seconds)
    with sit_down(place, "mira") as desk:
        try:
            found, chain_state = verify_ledger(desk).entries, "whole"
        except LedgerError as fault:
            found, chain_state = 0, str(fault)
        with desk.reading() as session:
            texts = [row.text for row in lookups.statements(session)]
    twice = len(texts) - len(set(texts))
    lost = len(tally.texts - set(texts)) + abs(before + tally.entries - found) + twice
    return (
        name,
        str(crowd.writers),
        str(crowd.readers),
        str(seconds),
        f"{len(tally.writes):,}",
        f"{tally.told:,}",
        str(lost),
        "; ".join(sorted(set(tally.errors))[:3]) or "0",
        chain_state,
        _waits(tally.writes),
        _waits(tally.reads),
    )


def _waits(seconds: list[float]) -> str:
    worst = quantiles(seconds, n=20)[-1]
    return f"{median(seconds) * 1000:,.0f} ({worst * 1000:,.0f})"


def _opened(place: str) -> int:
    """Lay conflicts out to be decided; how many entries that took."""
    with tempfile.TemporaryDirectory() as folder, sit_down(place, "mira", create=True) as desk:
        rows = (
            {"text": f"Berth {n} cost {cost} million crowns.", "outlet": outlet, "claim": f"B{n}"}
            for n in range(CONFLICTS)
            for outlet, cost in (("Tideline", 3), ("Quay Wire", 5))
        )
        path = Path(folder) / "berths.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        assert len(import_file(desk, path).recording.conflicts) == CONFLICTS
        return verify_ledger(desk).entries


def _day(place: str, crowd: Crowd, seconds: int) -> Tally:
    """Let everybody work, in processes of some threads each."""
    running = []
    processes = -(-(crowd.writers + crowd.readers) // _PEOPLE)
    for part in range(processes):
        ours, theirs = _FORKS.Pipe()
        share = range(part, crowd.writers, processes), range(part, crowd.readers, processes)
        process = _FORKS.Process(target=_work, args=(place, *share, seconds, theirs))
        process.start()
        running.append((process, ours))
    tallies = [ours.recv() for _, ours in running]
    for process, _ in running:
        process.join()
    return _together(tallies)


def _together(tallies: list[Tally]) -> Tally:
    return Tally(
        texts=set().union(*(tally.texts for tally in tallies)),
        entries=sum(tally.entries for tally in tallies),
        told=sum(tally.told for tally in tallies),
        errors=list(chain.from_iterable(tally.errors for tally in tallies)),
        writes=list(chain.from_iterable(tally.writes for tally in tallies)),
        reads=list(chain.from_iterable(tally.reads for tally in tallies)),
    )


def _work(place: str, writers: range, readers: range, seconds: int, said: Connection) -> None:
    people: list[Callable[[Tally], None]] = [
        *(partial(_person, place, f"writer {n}", _write, n, seconds) for n in writers),
        *(partial(_person, place, f"reader {n}", _read, n, seconds) for n in readers),
    ]
    tallies = [Tally() for _ in people]
    threads = [Thread(target=p, args=(t,)) for p, t in zip(people, tallies, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    said.send(_together(tallies))


def _person(
    place: str,
    name: str,
    work: Callable[[Desk, Random, float, Tally], None],
    seed: int,
    seconds: int,
    tally: Tally,
) -> None:
    """One person at a desk of their own, acting and pausing until the day is over."""
    pause = WRITERS_PAUSE if work is _write else READERS_PAUSE
    chance = Random(seed)
    begun = monotonic()
    try:
        with sit_down(place, name) as desk:
            sleep(chance.uniform(0, min(pause[1], seconds / 2)))  # nobody comes all at once
            while (passed := monotonic() - begun) < seconds:
                _once(work, desk, chance, passed, tally)
                sleep(min(chance.uniform(*pause), seconds))
    except Exception as fault:  # noqa: BLE001 - whatever it is, a person would have seen it
        tally.errors.append(repr(fault))


def _once(
    work: Callable[[Desk, Random, float, Tally], None],
    desk: Desk,
    chance: Random,
    passed: float,
    tally: Tally,
) -> None:
    try:
        work(desk, chance, passed, tally)
    except DecidedMeanwhile:
        tally.told += 1
    except LedgerError as fault:
        tally.errors.append(str(fault))


def _write(desk: Desk, chance: Random, passed: float, tally: Tally) -> None:
    now, number = int(passed), chance.randrange(10**9)
    begun = monotonic()
    match chance.randrange(4):
        case 0:
            claim = f"What pier {number % 97} cost"
            words = f"Pier {number % 97} of {desk.actor} cost {number} crowns."
            _add(desk, words, claim, tally)
        case 1:
            _add(desk, f"The ferry carried {now} passengers by noon.", f"Ferry {now}", tally)
        case 2:
            side: Answer = "a_holds" if chance.random() < 1 / 2 else "b_holds"
            found = Reference("conflict", 1 + 2 * now % CONFLICTS)
            decide_all(desk, [Ruling(found, side, seen=0)], "the bill")
            tally.entries += 1
        case _:
            add_note(desk, Reference("claim", 1 + number % CONFLICTS), f"note {number}")
            tally.entries += 1
    tally.writes.append(monotonic() - begun)


def _add(desk: Desk, words: str, claim: str, tally: Tally) -> None:
    added = add(desk, {"text": words, "outlet": "Tideline", "claim": claim})
    tally.texts.add(words)
    tally.entries += added.added


def _read(desk: Desk, chance: Random, passed: float, tally: Tally) -> None:
    begun = monotonic()
    match chance.randrange(3):
        case 0:
            show(desk, Reference("claim", 1 + chance.randrange(CONFLICTS)))
        case 1:
            find(desk, f"berth {chance.randrange(CONFLICTS)}", 20)
        case _:
            match(desk, f"Berth {chance.randrange(CONFLICTS)} cost {passed:.0f} crowns", 5)
    tally.reads.append(monotonic() - begun)
