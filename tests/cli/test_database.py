"""db check on the command line."""

import json
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import make_url

from ledger.store.opening.schema import HEAD
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


def test_an_older_index_that_is_to_be_built_again_is_built_once(bridge: Program) -> None:
    _tamper(bridge, "DELETE FROM posting")
    ended = bridge("db", "check", "--rebuild-index")
    assert (ended.code, ended.err) == (0, "")
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


def test_status_says_where_and_who(bridge: Program) -> None:
    assert bridge.done("db", "status").splitlines() == [
        f"ledger    {bridge.ledger}",
        "database  sqlite",
        f"schema    {HEAD}",
        "holds     3 statements, 3 entries",
        "you are   mira",
    ]
    assert json.loads(bridge.done("db", "status", "--json"))["role"] is None
    assert bridge.done("db", "upgrade").startswith(f"the schema is {HEAD}, ")


def test_a_ledger_moves_to_a_server_and_back(bridge: Program, empty_postgres: str) -> None:
    here, there = str(bridge.ledger), empty_postgres
    told = bridge.done("db", "copy", here, there)
    assert told.startswith("copied 3 entries and ")
    assert told.endswith("and verified them\n")
    back = bridge.ledger.with_name("back.db")
    copied = json.loads(bridge.done("db", "copy", there, str(back), "--json"))
    assert copied == json.loads(bridge.done("verify", "--json"))
    exported = bridge.done("export")
    for place in (there, str(back)):
        assert bridge.done("export", "--db", place) == exported
    assert "not empty" in bridge.refused("db", "copy", here, there)
    assert "there is no ledger" in bridge.refused("db", "copy", "nowhere.db", here, code=3)


def test_a_grant_names_a_login_and_a_role(program: Program, empty_postgres: str) -> None:
    program.monkeypatch.setenv("FACTLEDGER_DB", empty_postgres)
    program.done("db", "grant", "postgres", "--as", "editor")
    assert "owner" in program.done("db", "status")
    assert program.done("db", "grant", "postgres", "--as", "none") == (
        "postgres may do nothing here any more\n"
    )
    assert "no login 'ed o''oh'" in program.refused("db", "grant", "ed o''oh", "--as", "editor")
    assert "'chief' is not one of" in program.refused("db", "grant", "ed", "--as", "chief")


def test_a_file_knows_no_roles(bridge: Program) -> None:
    assert "'factledger db copy'" in bridge.refused("db", "grant", "ed", "--as", "editor")


@pytest.mark.parametrize(
    "parts",
    [
        "mira:s3cret@127.0.0.1:1/news",
        "127.0.0.1:1/news?user=mira&password=s3cret&sslpassword=s3cret",
    ],
    ids=["before the host", "behind the question mark"],
)
def test_a_password_is_never_told(program: Program, parts: str) -> None:
    for command in (("db", "status"), ("conflicts",), ("verify",)):
        told = program.refused(*command, "--db", f"postgresql://{parts}", code=3)
        assert "127.0.0.1" in told
        assert "s3cret" not in told


def test_status_on_a_server_hides_the_password(program: Program, empty_postgres: str) -> None:
    url = make_url(empty_postgres).set(password="s3cret")  # noqa: S106 - nobody asks for it there
    told = program.done("db", "status", "--db", url.render_as_string(hide_password=False))
    assert "s3cret" not in told
    assert "postgresql" in told


def test_a_password_comes_from_a_file_or_a_service(
    program: Program, empty_postgres: str, tmp_path: Path
) -> None:
    url = make_url(empty_postgres)
    service = tmp_path / "services.conf"
    service.write_text(
        f"[desk]\nhost={url.query['host']}\ndbname={url.database}\nuser=postgres\n",
        encoding="utf-8",
    )
    program.monkeypatch.setenv("PGSERVICEFILE", str(service))
    told = program.done("db", "status", "--db", "postgresql:///?service=desk")
    assert told.splitlines()[-1] == "you are   mira"


def test_a_new_ledger_is_its_owners_alone(program: Program) -> None:
    program.done("add", "The ferry stops at nine.", "--outlet", "Sable Coast Radio")
    connection = sqlite3.connect(program.ledger)
    connection.execute("SELECT * FROM entry")
    beside = sorted(program.ledger.parent.glob("ledger.db*"))
    assert [stat.S_IMODE(path.stat().st_mode) for path in beside] == [0o600] * len(beside)
    connection.close()


def _tamper(program: Program, sql: str) -> None:
    with sqlite3.connect(program.ledger) as connection:
        assert connection.execute(sql).rowcount > 0
    connection.close()
