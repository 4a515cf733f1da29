"""merge, rename, topic, note and link on the command line."""

from tests.cli.program import Program


def test_claims_are_cared_for(bridge: Program) -> None:
    assert bridge.done("rename", "C1", "What the bridge costs") == "C1  What the bridge costs\n"
    assert bridge.done("topic", "C1", "Bridges") == "C1 is under Bridges\n"
    assert bridge.done("note", "C1", "ask the port\x1b[31m") == "C1 has a note more\n"
    assert bridge.done("link", "C2", "C1", "--as-a", "part-of") == "C2 and C1: part of\n"
    shown = bridge.done("show", "C1").splitlines()
    assert shown[0] == "C1  What the bridge costs  [Bridges]"
    assert shown[2] == "has as a part C2  The ferry stops at nine."
    assert shown[3].startswith("note, ")
    assert shown[4] == "  ask the port␛[31m"
    assert bridge.done("link", "C1", "C2", "--as-a", "none") == (
        "1 link between C1 and C2 taken back\n"
    )
    assert bridge.done("topic", "C1") == "C1 is under no topic\n"
    for _ in range(6):
        bridge.done("undo")
    assert "note" not in bridge.done("show", "C1")


def test_two_claims_become_one(bridge: Program) -> None:
    assert (
        bridge.done("merge", "C1", "C2", "--reason", "one day")
        == "C2 is C1 now; 1 statement moved\n"
    )
    assert bridge.refused("show", "C2").startswith("C2 was merged into C1")
    assert bridge.done("undo") == "took back entry 4, merge: C2 into C1\n"
    assert "under C2" in bridge.done("show", "S3")


def test_a_merge_that_somebody_judged_against_shows_who_and_why(bridge: Program) -> None:
    bridge.done("split", "S2", "--reason", "another bridge")
    said = bridge.refused("merge", "C1", "C3")
    assert said.startswith("C1 and C3 are not merged: mira on ")
    assert "S2: different claims (another bridge)" in said
