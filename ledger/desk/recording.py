"""Recording statements: one at a time or by the file, in one act, by one path."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ledger.desk.entering import Place, enter
from ledger.desk.filing import Cabinet, Choice, Filed
from ledger.desk.nearest import Index
from ledger.desk.progress import Progress, unheard
from ledger.desk.relating import relate_fresh, remember
from ledger.desk.reopening import reopen_decided
from ledger.model import NewStatement
from ledger.store import queries
from ledger.store.act import Act


class Recorded(NamedTuple):
    """What became of one statement.

    Attributes:
        statement: its number.
        filed: where it stands.
        added: false when the ledger held it already and nothing was written.
    """

    statement: int
    filed: Filed
    added: bool


@dataclass(frozen=True, slots=True)
class Recording:
    """What one act recorded.

    Attributes:
        rows: what became of each statement, in the order they came.
        added: how many statements were not in the ledger before; a repeated one counts once.
        conflicts: numbers of the conflicts it opened.
        worth_a_look: how many relations it noted that are not conflicts.
        reopened: numbers of the decided conflicts its statements speak against.
    """

    rows: Sequence[Recorded]
    added: int
    conflicts: tuple[int, ...] = ()
    worth_a_look: int = 0
    reopened: tuple[int, ...] = ()


def record(
    act: Act,
    statements: Sequence[NewStatement],
    *,
    choice: Choice | None = None,
    places: Mapping[str, Place] | None = None,
    progress: Progress = unheard,
) -> Recording:
    """Record statements and everything that follows from them.

    A statement the ledger holds is left as it is; one whose recording was undone is filed again.

    Args:
        act: the transaction it happens in.
        statements: what was said, already validated.
        choice: the claim a person chose for all of them; ``None`` leaves it to file and score.
        places: by statement id, where those taken from an archived document stand in it.
        progress: told how far the work is.
    """
    index = Index(act.session)
    keys = [statement.identity() for statement in statements]
    by_id = dict(zip(keys, statements, strict=True))
    held = queries.known_ids(act.session, by_id)
    standing = {
        filing.statement_number: Filed(filing.claim_number, filing.basis, filing.score)
        for filing in queries.filings(act.session, of_statements=held.values())
    }
    fresh = {key: new for key, new in by_id.items() if key not in held}
    numbers = {**held, **enter(act, fresh, progress, places)}
    to_file = {numbers[key]: new for key, new in by_id.items() if numbers[key] not in standing}
    again = to_file.keys() & set(held.values())
    cabinet = Cabinet(act, index, to_file, again)
    filed = cabinet.file(choice, progress)
    found = relate_fresh(act.session, filed, cabinet.faulty)
    opened = remember(act, found)
    reopened = reopen_decided(act, found, filed.keys())
    stands = {**standing, **filed}
    rows = [Recorded(numbers[key], stands[numbers[key]], numbers[key] in filed) for key in keys]
    added = len({row.statement for row in rows if row.added})
    noted = len(found) - len(opened)
    return Recording(tuple(rows), added, tuple(opened), noted, tuple(reopened))
