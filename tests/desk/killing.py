"""Killing a process at a random moment of an act, and looking at what it left.

Before and after are known from an act nobody broke off: the clock stands still, so the same act
leaves the same rows.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, text
from sqlmodel import select

from ledger.desk.desk import Desk
from ledger.desk.files_out.exporting import export
from ledger.desk.report.reporting import report_markdown
from ledger.desk.sitting import sit_down
from ledger.desk.upkeep.backing_up import back_up, restore
from ledger.exchange.files import write_text
from ledger.store.connecting.engine import engine_of
from ledger.store.connecting.place import place_of
from ledger.store.index import postings
from ledger.store.opening.ledger import open_ledger
from ledger.store.opening.schema import schema_of
from ledger.store.tables.ledger import Draft
from tests.desk.acts import ACTS, Act, files, prepared
from tests.desk.ledgers import content, entries
from tests.desk.programs import Begun, Program, running
from tests.store.dumps import FOLDER as DUMPS
from tests.store.dumps import restore as fill_from_dump
from tests.times import MORNING

OLDEST = "0001"


def _at_a_desk(act: Act, place: str, folder: Path, begun: Begun) -> None:
    desk = Desk(open_ledger(place), "mira", lambda: MORNING + timedelta(hours=1))
    begun()
    act(desk, folder)
    desk.close()


def _restored(place: str, folder: Path, begun: Begun) -> None:
    begun()
    restore(place, folder / "older.zip", "mira")


def _upgraded(place: str, _: Path, begun: Begun) -> None:
    begun()
    open_ledger(place).close()


_FILES: dict[str, Act] = {
    "backup": lambda desk, folder: back_up(desk, folder / "out.db"),
    "backup: zip": lambda desk, folder: back_up(desk, folder / "out.zip"),
    "export": lambda desk, folder: export(desk, "csv", folder / "out.csv"),
    "report": lambda desk, folder: write_text(folder / "out.md", report_markdown(desk)),
}
OPERATIONS: Mapping[str, Program] = {
    **{name: partial(_at_a_desk, act) for name, act in (ACTS | _FILES).items()},
    "restore": _restored,
    "upgrade": _upgraded,
}
"""Everything that writes: each act, and the files and the schema besides."""


@dataclass(frozen=True)
class Ground:
    """A ledger full of work, to be copied for every kill.

    Attributes:
        copied: a copy of it for one kill, or of one of the oldest revision if asked.
        kept: the files acts read, and those they write, of an earlier day.
    """

    copied: Callable[[bool], AbstractContextManager[str]]
    kept: Path


def sqlite_ground(folder: Path) -> Ground:
    """Work in a file."""
    kept, busy, oldest = files(folder / "files"), folder / "busy.db", folder / "oldest.db"
    _work_at(str(busy), kept)
    fill_from_dump(str(oldest), DUMPS / f"{OLDEST}.jsonl")

    @contextmanager
    def copied(old: bool) -> Iterator[str]:  # noqa: FBT001 - one plain fact
        with TemporaryDirectory(dir=folder) as apart:
            yield str(shutil.copy(oldest if old else busy, Path(apart) / "ledger.db"))

    return Ground(copied, kept)


def postgres_ground(server: Engine, folder: Path) -> Ground:
    """Work on a server."""
    kept = files(folder / "files")
    names = {False: "busy", True: "oldest"}
    urls = {
        old: server.url.set(database=name).render_as_string(hide_password=False)
        for old, name in names.items()
    }
    _run(server, *(f"CREATE DATABASE {name}" for name in names.values()))
    _work_at(urls[False], kept)
    fill_from_dump(urls[True], DUMPS / f"{OLDEST}.jsonl")

    @contextmanager
    def copied(old: bool) -> Iterator[str]:  # noqa: FBT001 - as above
        _run(server, f"CREATE DATABASE one_kill TEMPLATE {names[old]} STRATEGY FILE_COPY")
        try:
            yield server.url.set(database="one_kill").render_as_string(hide_password=False)
        finally:
            _run(server, "DROP DATABASE one_kill WITH (FORCE)")

    return Ground(copied, kept)


def _run(server: Engine, *statements: str) -> None:
    with server.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))


def _work_at(place: str, kept: Path) -> None:
    desk = Desk(open_ledger(place, create=True), "mira", lambda: MORNING)
    back_up(desk, kept / "older.zip")
    for name in ("out.db", "out.zip"):
        back_up(desk, kept / name)
    for name in ("out.csv", "out.md"):
        (kept / name).write_text("of an earlier day")
    prepared(desk, kept)
    desk.close()


@dataclass(frozen=True)
class State:
    """What stands after an act, or after it was broken off; verified.

    Attributes:
        revision: of the schema, before anybody opened it.
        rows: every row and entry, drafts as well, and what the index holds.
        files: the files written, by name.
    """

    revision: str | None
    rows: str
    files: Mapping[str, str]


def state(place: str, folder: Path) -> State:
    """Look at everything; raises what ``verify`` raises."""
    engine = engine_of(place_of(place))
    revision = schema_of(engine, place_of(place))
    engine.dispose()
    with sit_down(place, "mira") as desk:
        entries(desk)
        with desk.reading() as session:
            drafts = [(row.number, row.content) for row in session.orm.exec(select(Draft))]
            index = postings.fingerprint(session)
        rows = f"{content(desk)} {drafts} {index}"
    written = {path.name: _sha256(path) for path in sorted(folder.glob("out*"))}
    return State(revision, hashlib.sha256(rows.encode()).hexdigest(), written)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass
class Kills:
    """What became of one operation that was killed again and again.

    Attributes:
        operation: its name.
        seconds: how long it takes when nobody kills it.
        before: how often nothing of it stood.
        after: how often all of it stood.
        faults: how often it was neither, and why.
    """

    operation: str
    seconds: float
    before: int = 0
    after: int = 0
    faults: list[str] = field(default_factory=list)


def killed(ground: Ground, operation: str, kills: int, moments: Random) -> Kills:
    """Kill an operation as ``kill -9`` does, so many times, each at a random moment of it."""
    old = operation == "upgrade"
    before = _before(ground, old)
    perform = partial(_perform, operation)
    with ground.copied(old) as place, _files(ground) as folder:
        with running(perform, place, folder) as undisturbed:
            seconds = undisturbed.finish()
        after = state(place, folder)
    found = Kills(operation, seconds)
    for _ in range(kills):
        with ground.copied(old) as place, _files(ground) as folder:
            moment = seconds * 1.05 * moments.random() ** 0.5  # more of them late, at the commit
            with running(perform, place, folder) as disturbed:
                disturbed.kill_after(moment)
            _judge(found, place, folder, before, after)
    return found


@cache
def _before(ground: Ground, old: bool) -> State:  # noqa: FBT001 - as above
    """What stands before any act."""
    with ground.copied(old) as place, _files(ground) as folder:
        return state(place, folder)


def _perform(operation: str, place: str, folder: Path, begun: Begun) -> None:
    OPERATIONS[operation](place, folder, begun)


def _judge(found: Kills, place: str, folder: Path, before: State, after: State) -> None:
    try:
        left = state(place, folder)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the kill left
        found.faults.append(repr(fault))
        return
    found.before += left == before
    found.after += left == after != before
    if left not in (before, after):
        found.faults.append(f"neither: {left} of {before} and {after}")


@contextmanager
def _files(ground: Ground) -> Iterator[Path]:
    with TemporaryDirectory(dir=ground.kept.parent) as apart:
        yield Path(shutil.copytree(ground.kept, Path(apart) / "files"))
