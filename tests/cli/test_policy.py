"""policy, assign and reopen on the command line, and two readers at one ledger."""

import json

from tests.cli.program import Program


def test_rules_are_listed_and_changed(bridge: Program) -> None:
    assert bridge.done("policy").startswith("second-reader             off ")
    assert bridge.done("policy", "publisher", "The Quay").startswith("publisher  The Quay")
    (rule,) = json.loads(bridge.done("policy", "publisher", "--json"))
    assert rule["value"] == "The Quay"
    assert bridge.refused("policy", "colour").startswith("there is no policy 'colour'")
    assert bridge.refused("policy", "second-reader", "no").startswith("second-reader cannot be")
    assert bridge.done("undo") == "took back entry 4, policy: publisher: The Quay\n"


def test_a_conflict_is_assigned_decided_and_reopened(bridge: Program) -> None:
    assert bridge.done("assign", "X1", "bo") == "X1 is for bo\n"
    assert bridge.done("conflicts", "--for", "bo").startswith("X1  assigned to bo")
    assert "no conflicts" in bridge("conflicts", "--for", "ada").err
    bridge.done("decide", "X1", "--both-stand", "--because", "scope", "--reason", "crane")
    assert "mira: both stand (scope): crane" in bridge.done("show", "X1")
    assert bridge.refused("reopen", "X1").startswith("this decision needs a reason")
    assert bridge.done("reopen", "X1", "--reason", "a new bill") == "X1 is open again\n"
    assert bridge.done("conflicts", "--open").startswith("X1  reopened")
    assert bridge.done("assign", "X1") == "X1 is for nobody in particular\n"


def test_two_readers_decide_and_dissent_is_shown(bridge: Program) -> None:
    bridge.done("policy", "second-reader", "on")
    holds = ("decide", "X1", "--holds", "a", "--reason", "the contract")
    assert bridge.done(*holds) == "X1: answered; it waits for a second reader\n"
    assert "holds" not in bridge.done("show", "X1") + bridge.done("history")
    assert "answered by mira, waits for a second reader" in bridge.done("show", "X1")
    assert bridge.done("decide", "X1", "--both-stand", "--because", "date", "--as", "bo") == (
        "X1: two readers disagree; it is open again\n"
    )
    assert "mira read it as a holds: the contract" in bridge.done("show", "X1")
    bridge.done(*holds)
    assert bridge.done(*holds, "--as", "bo") == "X1: a holds\n"
