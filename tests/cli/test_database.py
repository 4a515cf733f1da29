"""db check on the command line."""

import json
import sqlite3

from tests.cli.program import Program


def test_an_index_that_holds_what_the_texts_say(bridge: Program) -> None:
    told = "the search index holds what is said in 4 texts\n"
    assert bridge.done("db", "check") == told
    checked = json.loads(bridge.done("db", "check", "--json"))
    assert (checked["documents"], checked["rebuilt"]) == (4, False)


def test_an_index_that_lost_something_ends_with_one_until_it_is_built_again(
    bridge: Program,
) -> None:
    _tamper(bridge, "DELETE FROM posting WHERE token = 'bridg'")
    assert "--rebuild-index" in bridge.refused("db", "check", code=1)
    again = bridge.done("db", "check", "--rebuild-index")
    assert again == "the search index was built again from 4 texts\n"
    bridge.done("db", "check")


def test_an_older_index_is_built_again_by_whatever_opens_the_ledger(bridge: Program) -> None:
    found = bridge.done("match", "The harbour bridge costs 30 million euros", "--json")
    _tamper(bridge, "DELETE FROM posting")
    ended = bridge("match", "The harbour bridge costs 30 million euros", "--json")
    assert (ended.code, ended.out) == (0, found)
    assert ended.err == (
        "factledger: this program reads texts otherwise than the last one: "
        "building the search index again\n"
    )
    bridge.done("db", "check")


def _tamper(program: Program, sql: str) -> None:
    with sqlite3.connect(program.ledger) as connection:
        assert connection.execute(sql).rowcount > 0
    connection.close()
