"""Every kind of act that writes, done at a ledger full of work: what tests of faults break off.

Each is a function of a desk and a folder with files for it, under the name it has in the journal,
and a word more where there are several. ``prepared`` makes the ledger they all can be done at.
"""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.desk.casework.assigning import assign, reopen
from ledger.desk.casework.deciding import attach, decide, flag, split
from ledger.desk.casework.forecasting import set_due, settle
from ledger.desk.casework.merging import merge
from ledger.desk.casework.questioning import answer
from ledger.desk.casework.tending import add_note, link, rename, set_topic, unlink
from ledger.desk.desk import Desk
from ledger.desk.drafts import discard, drafts, save
from ledger.desk.files_in.importing import import_file
from ledger.desk.house.policies import set_policy
from ledger.desk.inbox.proposals import accept, edit, propose, reject
from ledger.desk.inbox.proposing import store
from ledger.desk.index.indexing import check_index
from ledger.desk.long_work.rereading import reread
from ledger.desk.long_work.rescanning import find_near, read_archived
from ledger.desk.looking.showing import history
from ledger.desk.names.aliases import add_alias
from ledger.desk.names.naming import mark_agency, merge_names, rename_name
from ledger.desk.references import parse
from ledger.desk.statements import filing
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.extracting import Extracted, extract_file
from ledger.desk.undoing import redo, standing, undo, undo_to
from ledger.desk.verdicts.giving import give_verdict
from ledger.desk.verdicts.scales import add_scale
from tests.desk.ledgers import record, record_new, said

Act = Callable[[Desk, Path], object]

PAGE = """Marrowick raises the harbour fee
Ada Quill, the harbour master, said on Tuesday that the fee will rise by 12%.
Quill said dredging costs 430 million crowns.
The ferry company said it lost more than 20 million crowns.
"""
OTHER_PAGE = PAGE.replace("12%", "15%")
SCALE = """name = "quay"
title = "Quay"
[[ratings]]
label = "Sound"
value = 1
meaning = "it holds"
[[ratings]]
label = "Leaky"
value = 0
meaning = "it does not"
"""
FORECAST = "The ferry will carry 900 passengers by 2030."


def files(folder: Path) -> Path:
    """The files some acts read."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "quay.toml").write_text(SCALE, encoding="utf-8")
    rows = [
        said(
            f"Pier {n} cost {n + 3} million crowns.", f"Outlet {n % 3}", claim=f"What pier {n} cost"
        )
        for n in range(40)
    ]
    (folder / "piers.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    old = [
        said(f"The Tallow ferry carried {n} passengers on Sunday.", f"Radio {n}") for n in (90, 70)
    ]
    (folder / "old.jsonl").write_text("\n".join(map(json.dumps, old)), encoding="utf-8")
    return folder


def prepared(desk: Desk, folder: Path) -> None:
    """Do the work that every act in the table rests on; the last act was taken back."""
    import_file(desk, folder / "old.jsonl", match=False)
    record(desk, "The Tallow Bridge costs 40 million euros.", speaker="Ada Quill")
    record(desk, "塔洛橋耗資5500萬歐元。", "霧港財經")
    record(desk, "The Tallow Bridge may cost 90 million euros.", "The Tideline")
    record_new(desk, FORECAST, "The Tideline")
    record_new(desk, "The quay opens in May 2027.", "Sable Coast Radio")
    record(desk, "The gull tower is 30 metres high.", "Tideline", claim="How high the tower is")
    record(
        desk, "The gull tower is 45 metres high.", "Harbour Courier", claim="How high the tower is"
    )
    set_due(desk, parse("S6"), date(2025, 12, 1))
    decide(desk, parse("X1"), "a_holds", "the contract")
    link(desk, parse("C4"), parse("C5"), "same_event")
    store(desk, _page(PAGE))
    _asked(desk)
    save(desk, {"text": "Half a sentence", "outlet": "Tideline"})
    add_note(desk, parse("C3"), "ask the treasurer")
    add_note(desk, parse("C3"), "ask her again")
    undo(desk)


def _asked(desk: Desk) -> None:
    """Leave a question, however the score is calibrated."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filing, "ATTACH_AT", 1.01)
        add(desk, said("The H7 ferry is far ahead of the boats Corran can buy today."), Choice())
        add(desk, said("The H7 ferry is far ahead of any boat Corran can buy.", "The Tideline"))


def _page(text: str) -> Extracted:
    return extract_file(io.BytesIO(text.encode()), outlet="Tideline", published=date(2025, 12, 12))


def _verdict(desk: Desk, _: Path) -> object:
    return give_verdict(
        desk, parse("C3"), scale="house", rating="Correct", evidence=["S3", "S4"], reason="both"
    )


def _renewed(desk: Desk, _: Path) -> object:
    return check_index(desk, rebuild=True)


ACTS: dict[str, Act] = {
    "add": lambda desk, _: record(desk, "The Tallow Bridge costs 70 million euros.", "Sable"),
    "import": lambda desk, folder: import_file(desk, folder / "piers.jsonl"),
    "import: no match": lambda desk, folder: import_file(desk, folder / "piers.jsonl", match=False),
    "attach": lambda desk, _: attach(desk, parse("S6"), parse("C3")),
    "split": lambda desk, _: split(desk, parse("S4")),
    "decide": lambda desk, _: decide(desk, parse("X4"), "both_stand", "two years", "date"),
    "decide: different claims": lambda desk, _: decide(desk, parse("X4"), "different_claims", "no"),
    "assign": lambda desk, _: assign(desk, [parse("X4")], "jo"),
    "reopen": lambda desk, _: reopen(desk, parse("X1"), "a new bill"),
    "flag": lambda desk, _: flag(desk, parse("X2"), "it matters"),
    "answer": lambda desk, _: answer(desk, parse("Q1"), same=False),
    "answer: the same": lambda desk, _: answer(desk, parse("Q1"), same=True),
    "merge": lambda desk, _: merge(desk, parse("C3"), [parse("C5")]),
    "rename": lambda desk, _: rename(desk, parse("C3"), "The price of the Tallow Bridge"),
    "topic": lambda desk, _: set_topic(desk, [parse("C3")], "Bridges"),
    "note": lambda desk, _: add_note(desk, parse("C3"), "ask the mayor"),
    "link": lambda desk, _: link(desk, parse("C3"), parse("C4"), "part_of"),
    "unlink": lambda desk, _: unlink(desk, parse("C4"), parse("C5")),
    "verdict": _verdict,
    "due": lambda desk, _: set_due(desk, parse("S6"), date(2031, 1, 1)),
    "settle": lambda desk, _: settle(desk, parse("S6"), "did_not", "the ferry sank"),
    "extract": lambda desk, _: store(desk, _page(OTHER_PAGE)),
    "accept": lambda desk, _: accept(desk, parse("P1"), Choice(3)),
    "reject": lambda desk, _: reject(desk, parse("P1"), parse("P2")),
    "edit": lambda desk, _: edit(desk, parse("P1"), speaker="The mayor"),
    "propose": lambda desk, _: propose(desk, parse("D1"), 0, 32),
    "undo": lambda desk, _: undo(desk),
    "undo: to a point": lambda desk, _: undo_to(desk, [*standing(history(desk))][2].number),
    "redo": lambda desk, _: redo(desk),
    "alias": lambda desk, _: add_alias(desk, "speaker", "Ada Quill", "A. Quill"),
    "names: rename": lambda desk, _: rename_name(desk, "outlet", "霧港財經", "Fogport Business"),
    "names: merge": lambda desk, _: merge_names(
        desk, "outlet", "The Tideline", "Sable Coast Radio"
    ),
    "names: agency": lambda desk, _: mark_agency(desk, "The Tideline"),
    "policy": lambda desk, _: set_policy(desk, "second-reader", "on"),
    "scale": lambda desk, folder: add_scale(desk, folder / "quay.toml"),
    "draft": lambda desk, _: save(desk, {"text": "寫到一半", "outlet": "Tideline"}),
    "draft: discarded": lambda desk, _: discard(
        desk, drafts(replace(desk, actor="mira"))[0].number
    ),
    "index": _renewed,
    "reread": lambda desk, _: reread(desk),
    "rescan: the archive": lambda desk, _: read_archived(desk),
    "rescan": lambda desk, _: find_near(desk),
}
