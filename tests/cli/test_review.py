"""review --plain and redo on the command line."""

import json

from tests.cli.program import Program


def dispute(program: Program, place: str) -> None:
    """Two outlets that cannot both be right."""
    for outlet, cost in (("Quay Post", 40), ("The Tideline", 60)):
        text = f"The bridge at {place} costs {cost} million euros."
        claim = ("--claim", "C1") if outlet == "The Tideline" else ("--new",)
        program.done("add", text, "--outlet", outlet, *claim)


def test_each_conflict_is_asked_about_line_by_line(program: Program) -> None:
    dispute(program, "Ashby")
    ended = program("review", "--plain", stdin=b"?\nk\n2: the north only\n")
    assert ended.code == 0
    assert "A  Quay Post" in ended.out
    assert "X1: both stand" in ended.out
    (found,) = json.loads(program.done("conflicts", "--json"))
    told = [(d["answer"], d["because"], d["reason"]) for d in found["decisions"]]
    assert told == [("both_stand", "scope", "the north only")]


def test_an_answer_is_taken_back_and_a_reason_asked_for(program: Program) -> None:
    dispute(program, "Ashby")
    ended = program("review", "--plain", stdin=b"a\n\nk\n\nk\n2\n")
    assert "this decision needs a reason" in ended.err
    assert "that both stand needs the kind" in ended.err
    assert "X1: both stand (scope)" in ended.out
    ended = program("undo")
    ended = program("review", "--plain", stdin=b"u\n")
    ended = program("review", "--plain", stdin=b"z\nq\n")
    assert "taken back: X1: unsure" in ended.err


def test_the_end_of_input_ends_the_review(program: Program) -> None:
    dispute(program, "Ashby")
    assert program("review", "--plain").code == 0


def test_what_was_taken_back_is_done_again(program: Program) -> None:
    program.done("add", "The wall leans.", "--outlet", "Quay Post")
    program.done("undo")
    assert program.done("redo").startswith("did entry 1 again, add: S1 under C1")
    assert program("redo").code == 2


def test_only_what_fits_is_asked_about(program: Program) -> None:
    for place in ("Ashby", "Brill"):
        for outlet, cost in (("Quay Post", 40), ("The Tideline", 60)):
            text = f"The bridge at {place} costs {cost} million euros."
            claim = ("--claim", "C1" if place == "Ashby" else "C2")
            under = claim if outlet == "The Tideline" else ("--new",)
            program.done("add", text, "--outlet", outlet, *under)
    ended = program("review", "brill", "outlet:tideline", "--plain", stdin=b"s\n")
    assert "1 left.  C2" in ended.out
    assert "Ashby" not in ended.out
    assert "no other conflict is left" in ended.err
    assert program("review", "after:someday", "--plain").code == 2
