"""Undo: every act can be taken back, and the journal still vouches for all of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.casework.merging import merge
from ledger.desk.casework.tending import add_note, link, rename, set_topic
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.house.policies import set_policy
from ledger.desk.looking.showing import conflicts, find, history, show
from ledger.desk.names.aliases import add_alias, list_aliases
from ledger.desk.references import Reference, parse
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.undoing import redo, undo, undo_batch, undo_to
from ledger.desk.verdicts.giving import give_verdict
from ledger.errors import BuiltUpon, NoImportToUndo, NotFound, NothingToRedo, NothingToUndo
from tests.desk.ledgers import (
    COST,
    content,
    entries,
    filed,
    record,
    record_new,
    rows,
    said,
    standing,
)
from tests.desk.newsroom import write_rows

FORTY = "The Tallow Bridge costs 40 million euros."
SIXTY = "The Tallow Bridge costs 60 million euros."
COSTS = [said(f"It costs {n}0 million.", claim=COST) for n in range(1, 9)]

Do = Callable[[Desk, Path], object]


@pytest.fixture
def disputed(desk: Desk) -> Desk:
    """A ledger with two claims, three statements and one open conflict, X1."""
    record(desk, FORTY, speaker="Ada Quill")
    record(desk, SIXTY, "The Tideline")
    record_new(desk, "The ferry sails at noon.", "The Tideline")
    return desk


ACTS: dict[str, Do] = {
    "add": lambda desk, _: record(desk, SIXTY, url="https://example.org/2"),
    "import": lambda desk, folder: import_file(desk, write_rows(folder / "in.jsonl", COSTS)),
    "decide": lambda desk, _: decide(desk, parse("X1"), "a_holds", "seen the bill"),
    "decide apart": lambda desk, _: decide(desk, parse("X1"), "different_claims", None),
    "decide unsure": lambda desk, _: decide(desk, parse("X1"), "unsure", None),
    "decide typed": lambda desk, _: decide(desk, parse("X1"), "both_stand", None, "scope"),
    "assign": lambda desk, _: assign(desk, [parse("X1")], "bo"),
    "attach": lambda desk, _: attach(desk, parse("S3"), parse("C1")),
    "attach away": lambda desk, _: attach(desk, parse("S2"), parse("C2")),
    "split": lambda desk, _: split(desk, parse("S2")),
    "alias": lambda desk, _: add_alias(desk, "speaker", "Ada Quill", "A. Quill"),
    "verdict": lambda desk, _: give_verdict(
        desk, parse("C1"), scale="house", rating="Wrong", evidence=["S1"], reason="the bill"
    ),
    "policy": lambda desk, _: set_policy(desk, "second-reader", "on"),
    "merge": lambda desk, _: merge(desk, parse("C1"), [parse("C2")], "one ferry"),
    "rename": lambda desk, _: rename(desk, parse("C1"), "The bridge's price"),
    "topic": lambda desk, _: set_topic(desk, [parse("C1")], "Bridges"),
    "note": lambda desk, _: add_note(desk, parse("C1"), "ask the port"),
    "link": lambda desk, _: link(desk, parse("C1"), parse("C2"), "part_of"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_puts_back_what_stood_before(disputed: Desk, tmp_path: Path, act: Do) -> None:
    before, length = standing(disputed), entries(disputed)
    act(disputed, tmp_path)
    assert standing(disputed) != before or length < entries(disputed)
    undone = undo(disputed)
    assert undone.entry == length + 1
    assert standing(disputed) == before
    assert entries(disputed) == length + 2


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_then_the_same_again_leads_to_the_same(
    disputed: Desk, tmp_path: Path, act: Do
) -> None:
    act(disputed, tmp_path)
    once = _seen(disputed)
    undo(disputed)
    act(disputed, tmp_path)
    assert _seen(disputed) == once
    entries(disputed)


def test_every_act_can_be_taken_back_one_after_another(disputed: Desk, tmp_path: Path) -> None:
    stood = [standing(disputed)]
    for name, act in ACTS.items():
        if name not in {"decide apart", "attach away", "merge"}:
            act(disputed, tmp_path)
            stood.append(standing(disputed))
            entries(disputed)
    while len(stood) > 1:
        stood.pop()
        undo(disputed)
        assert standing(disputed) == stood[-1]
        entries(disputed)


def test_undo_goes_back_to_an_empty_ledger_and_no_further(disputed: Desk) -> None:
    for _ in range(3):
        undo(disputed)
        entries(disputed)
    assert filed(disputed) == {}
    before = content(disputed)
    with pytest.raises(NothingToUndo):
        undo(disputed)
    assert content(disputed) == before


def test_where_no_import_stands_that_is_said(desk: Desk) -> None:
    record(desk, "The wall leans.")
    with pytest.raises(NoImportToUndo, match="no import is left"):
        undo_batch(desk)


def test_there_is_nothing_to_undo_in_a_new_ledger(desk: Desk) -> None:
    with pytest.raises(NothingToUndo):
        undo(desk)
    assert entries(desk) == 0


def test_undo_after_undo_and_a_new_act_takes_back_the_new_act_first(desk: Desk) -> None:
    record(desk, FORTY)
    record(desk, SIXTY, "The Tideline")
    undo(desk)
    record_new(desk, "The ferry sails at noon.")
    assert undo(desk).entry == 4
    assert undo(desk).entry == 1
    assert filed(desk) == {}
    assert entries(desk) == 6


def test_an_import_is_one_step(desk: Desk, tmp_path: Path) -> None:
    lines = [said(f"Pier {n} is open.", claim=f"Pier {n}") for n in range(20)]
    import_file(desk, write_rows(tmp_path / "in.jsonl", lines))
    undo(desk)
    assert filed(desk) == {}
    assert conflicts(desk, noted=True) == []


def test_a_withdrawn_statement_stays_on_record_and_out_of_sight(desk: Desk) -> None:
    record(desk, FORTY)
    undo(desk)
    assert rows(desk)["statement"][0]["text"] == FORTY
    assert find(desk, "Tallow Bridge", 10) == []
    with pytest.raises(NotFound):
        show(desk, Reference("claim", 1))


def test_a_withdrawn_statement_recorded_again_keeps_its_number(desk: Desk) -> None:
    record(desk, FORTY)
    record(desk, SIXTY, "The Tideline")
    undo(desk)
    again = record(desk, SIXTY, "The Tideline")
    assert again.added
    assert (again.statement.ref, again.statement.claim) == ("S2", "C1")
    assert [conflict.ref for conflict in again.conflicts] == ["X1"]
    assert len(rows(desk)["statement"]) == 2
    assert entries(desk) == 4


def test_a_withdrawn_statement_is_found_again_once_it_is_back(desk: Desk) -> None:
    record_new(desk, "The ferry sails at noon from the Tallow quay.")
    undo(desk)
    record_new(desk, "The ferry sails at noon from the Tallow quay.")
    assert [claim.ref for claim in find(desk, "Tallow ferry", 10)] == ["C2"]


def test_a_question_asked_again_is_open_again(desk: Desk) -> None:
    add(desk, said("The Marrowick ferry carried 900 passengers across the Tallow on Sunday."))
    near = said("The Marrowick ferry lost 12 passengers in a storm.", "The Tideline")
    add(desk, near)
    asked = _asked(desk)
    undo(desk)
    assert _asked(desk) == {}
    add(desk, near)
    assert _asked(desk) == asked
    assert entries(desk) == 4


def test_a_split_taken_back_is_not_held_against_the_claim(desk: Desk) -> None:
    words = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."
    add(desk, said(words))
    add(desk, said(words, "The Tideline"))
    split(desk, Reference("statement", 2))
    undo(desk)
    undo(desk)
    assert add(desk, said(words, "The Tideline")).statement.claim == "C1"


def test_a_decision_taken_back_is_superseded_and_kept(disputed: Desk) -> None:
    decide(disputed, parse("X1"), "a_holds", "seen the bill")
    undo(disputed)
    (conflict,) = conflicts(disputed, open_only=True)
    taken = [(d.answer, d.reason, d.superseded) for d in conflict.decisions]
    assert taken == [("a_holds", "seen the bill", True), ("undone", None, False)]


def test_an_alias_taken_back_is_free_again(disputed: Desk) -> None:
    record(disputed, "Bram Teller spoke.", speaker="Bram Teller")
    add_alias(disputed, "speaker", "Ada Quill", "Chair of the Port")
    undo(disputed)
    assert all("Chair of the Port" not in k.aliases for k in list_aliases(disputed, "speaker"))
    known = add_alias(disputed, "speaker", "Bram Teller", "Chair of the Port")
    assert known.name == "Bram Teller"
    assert entries(disputed) == 7


def test_names_that_came_with_an_undone_statement_are_still_known(desk: Desk) -> None:
    record(desk, FORTY, speaker="Ada Quill")
    undo(desk)
    record(desk, FORTY, speaker="ADA QUILL")
    assert [known.name for known in list_aliases(desk, "speaker")] == ["Ada Quill"]


def test_history_tells_what_was_taken_back(disputed: Desk) -> None:
    split(disputed, Reference("statement", 2))
    undo(disputed)
    newest = history(disputed)[0]
    assert (newest.act, newest.undoes, newest.actor) == ("undo", 4, "mira")
    assert [entry.number for entry in history(disputed, Reference("statement", 2))] == [5, 4, 2]


def test_choosing_a_withdrawn_claim_is_refused(desk: Desk) -> None:
    record_new(desk, FORTY)
    undo(desk)
    with pytest.raises(NotFound, match="C1"):
        add(desk, said(SIXTY), Choice(1))
    with pytest.raises(NotFound, match="C1"):
        attach(desk, Reference("statement", 1), Reference("claim", 1))


def _seen(desk: Desk) -> object:
    """Where statements stand and what is open, by words: what people see, without numbers."""
    stood = rows(desk)
    worded = {row["number"]: row["wording"] for row in stood["claim"]}
    texts = {row["number"]: row["text"] for row in stood["statement"]}
    where = {texts[s]: worded[c] for s, c in filed(desk).items()}
    return where, [(c.state, c.code, c.wording) for c in conflicts(desk)]


def _asked(desk: Desk) -> dict[tuple[int, int], str]:
    """The state of each live question, by statement and claim."""
    questions = standing(desk).get("question", [])
    return {(q["statement_number"], q["claim_number"]): q["state"] for q in questions}


def test_a_persons_undo_leaves_a_colleagues_act_alone(disputed: Desk) -> None:
    jo = Desk(disputed.store, "jo", disputed.clock)
    record_new(jo, "The heron has left the greenhouse.")
    before = filed(disputed)
    record_new(disputed, "A dredger arrives on Monday.")
    record_new(jo, "The crane was sold.")
    undo(disputed, "mira")
    assert filed(disputed).keys() - before.keys() == {max(filed(disputed))}


def test_who_did_nothing_has_nothing_to_undo(disputed: Desk) -> None:
    with pytest.raises(NothingToUndo):
        undo(disputed, "jo")


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(
            lambda desk: decide(desk, parse("X1"), "a_holds", "saw it"), id="decided again"
        ),
        pytest.param(lambda desk: attach(desk, parse("S2"), parse("C2")), id="moved it"),
    ],
)
def test_what_a_colleague_built_upon_is_not_pulled_away(
    disputed: Desk, later: Callable[[Desk], object]
) -> None:
    split(disputed, parse("S2"))
    attach(disputed, parse("S2"), parse("C1"))
    decide(disputed, parse("X1"), "both_stand", None, "scope")
    later(Desk(disputed.store, "jo", disputed.clock))
    if later is not None and filed(disputed)[2] != 1:
        undo(disputed, "mira")
    before = content(disputed)
    with pytest.raises(BuiltUpon, match="by jo rests on it"):
        undo(disputed, "mira")
    assert content(disputed) == before


def test_undo_to_a_point_takes_back_all_since_in_one_act(disputed: Desk) -> None:
    """Whoever did it; and doing it again is one act too, however often."""
    before = standing(disputed)
    first = entries(disputed) + 1
    decide(disputed, parse("X1"), "both_stand", None, "scope")
    decide(disputed, parse("X1"), "a_holds", "saw it")
    split(disputed, parse("S2"))
    undo(disputed)
    attach(disputed, parse("S2"), parse("C2"))
    record_new(Desk(disputed.store, "jo", disputed.clock), "The crane was sold.")
    after = standing(disputed)
    for _ in range(2):
        made = entries(disputed)
        assert len(undo_to(disputed, first)) == 4
        assert entries(disputed) == made + 1
        assert standing(disputed) == before
        redo(disputed)
        assert standing(disputed) == after
    undo_to(disputed, first)
    with pytest.raises(NothingToUndo):
        undo_to(disputed, first)


def test_undo_to_a_point_leaves_what_was_taken_back_since(disputed: Desk) -> None:
    before = standing(disputed)
    split(disputed, parse("S2"))
    point = entries(disputed) + 1
    record_new(Desk(disputed.store, "jo", disputed.clock), "The crane was sold.")
    undo(disputed, "mira")
    undo_to(disputed, point)
    assert standing(disputed) == before


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda desk: decide(desk, parse("X1"), "a_holds", "saw it"), id="decide"),
        pytest.param(lambda desk: split(desk, parse("S2")), id="split"),
        pytest.param(lambda desk: record_new(desk, "The crane was sold."), id="add"),
        pytest.param(lambda desk: add_alias(desk, "speaker", "Ada Quill", "A. Q."), id="alias"),
    ],
)
def test_what_was_taken_back_can_be_done_again_and_taken_back_again(
    disputed: Desk, act: Callable[[Desk], object]
) -> None:
    before = standing(disputed)
    act(disputed)
    after = standing(disputed)
    for _ in range(2):
        undo(disputed)
        assert standing(disputed) == before
        redo(disputed)
        assert standing(disputed) == after
    entries(disputed)


def test_several_undos_are_done_again_in_the_order_of_the_acts(disputed: Desk) -> None:
    whole = standing(disputed)
    undo(disputed)
    shorter = standing(disputed)
    undo(disputed)
    redo(disputed)
    assert standing(disputed) == shorter
    redo(disputed)
    assert standing(disputed) == whole
    with pytest.raises(NothingToRedo):
        redo(disputed)


def test_a_decision_done_again_stands_with_its_reason(disputed: Desk) -> None:
    decide(disputed, parse("X1"), "a_holds", "saw the bill")
    undo(disputed)
    redo(disputed)
    (found,) = conflicts(disputed)
    last = found.decisions[-1]
    assert (last.answer, last.reason, last.superseded) == ("a_holds", "saw the bill", False)
    assert found.state == "decided"


def test_nothing_is_done_again_once_something_new_was_done(disputed: Desk) -> None:
    undo(disputed)
    record_new(disputed, "The crane was sold.")
    with pytest.raises(NothingToRedo):
        redo(disputed)


def test_a_colleagues_undo_is_not_done_again_by_accident(disputed: Desk) -> None:
    jo = Desk(disputed.store, "jo", disputed.clock)
    record_new(jo, "The crane was sold.")
    undo(jo, "jo")
    with pytest.raises(NothingToRedo):
        redo(disputed, "mira")


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(lambda bo: add_note(bo, parse("C2"), "ask the port"), id="note"),
        pytest.param(lambda bo: link(bo, parse("C1"), parse("C2"), "part_of"), id="link"),
        pytest.param(
            lambda bo: give_verdict(
                bo, parse("C2"), scale="house", rating="Wrong", evidence=["S3"], reason="the bill"
            ),
            id="verdict",
        ),
        pytest.param(
            lambda bo: give_verdict(
                bo, parse("C1"), scale="house", rating="Wrong", evidence=["S3"], reason="the bill"
            ),
            id="evidence",
        ),
    ],
)
def test_what_a_colleague_built_on_is_not_taken_away(
    disputed: Desk, build: Callable[[Desk], object]
) -> None:
    build(Desk(disputed.store, "bo", disputed.clock))
    before = content(disputed)
    with pytest.raises(BuiltUpon, match="by bo rests on it"):
        undo(disputed, "mira")
    assert content(disputed) == before


def test_what_is_done_again_is_told_whole(disputed: Desk) -> None:
    split(disputed, parse("S2"))
    record_new(disputed, "The crane was sold.")
    undo_to(disputed, entries(disputed) - 1)
    assert redo(disputed).summary.endswith(" and the 1 after it")
    assert " and the 1 after it again: S2 " in history(disputed)[0].summary
    undo(disputed)
    assert " after it" not in redo(disputed).summary


def test_whoever_did_nothing_is_told_where_others_acts_are_taken_back(disputed: Desk) -> None:
    with pytest.raises(NothingToUndo, match=r"jo has nothing left to undo; .*undo --to N"):
        undo(disputed, "jo")


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_whatever_a_colleague_did_meanwhile_stays(disputed: Desk, tmp_path: Path, act: Do) -> None:
    record_new(disputed, "A dredger arrives on Monday.")
    act(Desk(disputed.store, "jo", disputed.clock), tmp_path)
    assert undo(disputed, "mira").summary == "S4 under C3"
    assert history(disputed)[1].actor == "jo"
    entries(disputed)
