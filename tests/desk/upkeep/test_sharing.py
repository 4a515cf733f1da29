"""Roles on PostgreSQL: the database itself holds people to what they may do, and to their name."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import Engine, delete, inspect, make_url, text
from sqlalchemy.exc import ProgrammingError

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import attach, decide
from ledger.desk.casework.tending import add_note, rename, set_topic
from ledger.desk.desk import Desk
from ledger.desk.drafts import discard, drafts, save
from ledger.desk.house.policies import set_policy
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import Reference
from ledger.desk.sitting import sit_down
from ledger.desk.texts.matching import match
from ledger.desk.undoing import redo, undo
from ledger.desk.upkeep.backing_up import back_up, restore
from ledger.desk.upkeep.sharing import Role, grant, status
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.desk.verdicts.giving import give_verdict
from ledger.store.connecting.rights import rights
from ledger.store.connecting.roles import ROLES
from ledger.store.opening import schema
from ledger.store.opening.schema import HEAD
from ledger.store.tables.ledger import Posting
from ledger.store_errors import (
    AwaitsIndex,
    AwaitsUpgrade,
    CannotShare,
    NoRoles,
    NotAllowed,
    NotYourName,
    RowKept,
    UnknownLogin,
)
from tests.desk.ledgers import record

Seats: TypeAlias = Callable[[str], Desk]
Acts: TypeAlias = dict[str, Callable[[Desk], object]]
PEOPLE: dict[str, Role] = {
    "rita": "reader",
    "ed": "editor",
    "eva": "editor",
    "cho": "checker",
    "ada": "admin",
}
pytestmark = pytest.mark.databases("postgresql")
_POSTING = Posting.metadata.tables["posting"]


@pytest.fixture(scope="session")
def shared_template(postgres: Engine) -> str:
    """The database of a shared ledger with one open conflict, to copy from; mira owns it."""
    with postgres.connect() as connection:
        for name in (*PEOPLE, "kit", "lou", "new", "nobody"):
            connection.execute(text(f"CREATE ROLE {name} LOGIN"))
        connection.execute(text("CREATE DATABASE shared"))
    place = postgres.url.set(database="shared").render_as_string(hide_password=False)
    with sit_down(place, "mira", create=True) as desk:
        for name, role in PEOPLE.items():
            grant(desk, name, role)
        record(desk, "The bridge cost 30 million euros.")
        record(desk, "The bridge cost 50 million euros.", "The Tideline")
    return "shared"


@pytest.fixture
def shared(postgres: Engine, shared_template: str) -> Iterator[str]:
    """The URL of a shared ledger with one open conflict, as its owner opens it."""
    with postgres.connect() as connection:
        connection.execute(text(f"CREATE DATABASE lent TEMPLATE {shared_template}"))
        connection.execute(text("GRANT CREATE ON DATABASE lent TO factledger_owner"))
    yield postgres.url.set(database="lent").render_as_string(hide_password=False)
    with postgres.connect() as connection:
        connection.execute(text("DROP DATABASE lent WITH (FORCE)"))


def as_(name: str, place: str) -> str:
    """The URL with which somebody opens a ledger."""
    return make_url(place).set(username=name).render_as_string(hide_password=False)


@pytest.fixture
def seats(shared: str) -> Iterator[Seats]:
    """Desks at the shared ledger, by who sits there."""
    with ExitStack() as leaving:
        taken: dict[str, Desk] = {}

        def seat(name: str) -> Desk:
            if name not in taken:
                taken[name] = leaving.enter_context(sit_down(as_(name, shared), None))
            return taken[name]

        yield seat


@pytest.fixture
def owner(shared: str) -> Iterator[Desk]:
    """The owner's desk at it."""
    with sit_down(shared, "mira") as desk:
        yield desk


X1, C1, S1 = Reference("conflict", 1), Reference("claim", 1), Reference("statement", 1)

ADDS: Acts = {
    "add": lambda desk: record(desk, "The bridge cost 70 million euros.", "Sable Coast Radio"),
    "attach": lambda desk: attach(desk, S1, C1),
    "rename": lambda desk: rename(desk, C1, "What the bridge costs"),
    "topic": lambda desk: set_topic(desk, [C1], "Bridges"),
    "note": lambda desk: add_note(desk, C1, "ask the port"),
    "draft": lambda desk: save(desk, {"text": "half a sent"}),
}
DECIDES: Acts = {
    "decide": lambda desk: decide(desk, X1, "a_holds", "the bill"),
    "assign": lambda desk: assign(desk, [X1], "cho"),
    "verdict": lambda desk: give_verdict(
        desk, C1, scale="house", rating="Wrong", evidence=["S1"], reason="the bill"
    ),
}
RULES: Acts = {
    "policy": lambda desk: set_policy(desk, "second-reader", "on"),
    "grant": lambda desk: grant(desk, "new", "reader"),
}
ACTS = {**ADDS, **DECIDES, **RULES}
LEAST = {
    **dict.fromkeys(ADDS, "editor"),
    **dict.fromkeys(DECIDES, "checker"),
    **dict.fromkeys(RULES, "admin"),
}
"""The role each of them takes at least, which a refusal names to all who may write at all."""
MAY = {"rita": set[str](), "ed": {*ADDS}, "cho": {*ADDS, *DECIDES}, "ada": {*ACTS}}
"""What each of them may do, beside looking."""


@pytest.mark.parametrize("name", MAY)
def test_each_may_do_what_their_role_says_and_nothing_else(seats: Seats, name: str) -> None:
    desk = seats(name)
    for act, do in ACTS.items():
        if act in MAY[name]:
            do(desk)
            continue
        before = status(desk)
        with pytest.raises(NotAllowed, match="takes the role") as refused:
            do(desk)
        assert name == "rita" or f"db grant NAME --as {LEAST[act]}'" in str(refused.value)
        assert status(desk) == before, act
    assert verify_ledger(desk).entries == 2 + len(MAY[name] - {"draft", "grant"})
    assert status(desk).role == PEOPLE[name]


def test_everybody_reads(seats: Seats) -> None:
    for desk in map(seats, PEOPLE):
        assert [one.ref for one in conflicts(desk)] == ["X1"]
        assert match(desk, "the bridge cost", 5)[0].claim == "C1"
        assert drafts(desk) == []


def test_an_act_bears_the_name_of_the_login(seats: Seats, shared: str) -> None:
    added = record(seats("ed"), "The bridge opened in May.", claim="When the bridge opened")
    assert added.statement.ref == "S3"
    with seats("rita").reading() as session:
        actors = session.connection().execute(text("SELECT actor FROM entry ORDER BY number"))
        assert list(actors.scalars()) == ["mira", "mira", "ed"]
    with pytest.raises(NotYourName, match="you are ed"), sit_down(as_("ed", shared), "mira"):
        pass


FORGED_ENTRY = (
    "INSERT INTO entry SELECT 9, at, 'cho', act, summary, NULL, changes, hash, 'x' FROM entry"
)
DECISION = "INSERT INTO decision (number, conflict_number, answer, actor, at, entry) VALUES "
BY_HAND = {
    "rita": [
        "INSERT INTO draft VALUES (1, 'rita', '{}', now())",
        "SET session_replication_role = replica",
    ],
    "ed": [
        f"{FORGED_ENTRY} WHERE number = 2",
        f"{DECISION} (9, 1, 'a_holds', 'ed', now(), 1)",
        f"{DECISION} (9, NULL, 'same_claim', 'cho', now(), 1)",
        "UPDATE conflict SET state = 'decided'",
        "UPDATE note SET actor = 'cho'",
        "DROP POLICY factledger_insert ON entry",
        "SET ROLE factledger_owner",
        "GRANT factledger_admin TO ed",
        "CREATE TABLE mine (number int)",
    ],
    "cho": [f"{DECISION} (9, 1, 'a_holds', 'ed', now(), 1)", "UPDATE policy SET value = 'off'"],
    "ada": [
        f"{FORGED_ENTRY} WHERE number = 2",
        "UPDATE statement SET text = 'x'",
        "DELETE FROM statement",
        "UPDATE document SET text = 'x'",
        "UPDATE entry SET actor = 'x'",
        "DELETE FROM entry",
        "TRUNCATE entry CASCADE",
        "DELETE FROM claim",
        "ALTER TABLE entry DISABLE TRIGGER ALL",
    ],
}
"""What people with a client of their own might try."""


@pytest.mark.parametrize("name", BY_HAND)
def test_sql_by_hand_gets_no_further(seats: Seats, name: str) -> None:
    for sql in BY_HAND[name]:
        with (
            seats(name).store.engine.connect() as connection,
            pytest.raises(ProgrammingError) as no,
        ):
            connection.execute(text(sql))
        assert type(no.value.orig).__name__ == "InsufficientPrivilege", sql


def test_a_draft_is_its_authors(seats: Seats) -> None:
    number = save(seats("ed"), {"text": "half a sent"})
    with seats("eva").store.engine.begin() as connection:
        for sql in ("UPDATE draft SET content = '{}'", "DELETE FROM draft"):
            assert connection.execute(text(sql)).rowcount == 0
    assert [draft.fields for draft in drafts(seats("ed"))] == [{"text": "half a sent"}]
    discard(seats("ed"), number)
    assert drafts(seats("ed")) == []


def test_everybody_takes_back_their_own(seats: Seats) -> None:
    for name, acts in (("ed", ADDS.keys() - {"draft"}), ("cho", DECIDES.keys())):
        desk = seats(name)
        for act in sorted(acts):
            ACTS[act](desk)
            for step in (undo, redo, undo):
                step(desk, name)
        assert verify_ledger(desk).entries >= 2 + 4 * len(acts)


def test_what_a_checker_decided_no_editor_takes_back(seats: Seats) -> None:
    for act in DECIDES:
        ACTS[act](seats("cho"))
        before = status(seats("ed"))
        with pytest.raises((NotAllowed, RowKept)):
            undo(seats("ed"))
        assert status(seats("ed")) == before
    assert undo(seats("ada")).act == "verdict"
    assert verify_ledger(seats("ed")).entries == 2 + len(DECIDES) + 1


def test_what_speaks_against_a_decision_opens_it_again_whoever_adds_it(seats: Seats) -> None:
    decide(seats("cho"), X1, "a_holds", "the bill")
    record(seats("ed"), "The bridge cost 80 million euros.", "Sable Coast Radio")
    assert [one.state for one in conflicts(seats("rita")) if one.ref == "X1"] == ["reopened"]
    undo(seats("ed"), "ed")
    assert [one.state for one in conflicts(seats("rita")) if one.ref == "X1"] == ["decided"]
    redo(seats("ed"), "ed")
    assert verify_ledger(seats("rita")).entries == 6


def test_a_second_reader_leaves_the_first_ones_answer_alone(seats: Seats) -> None:
    set_policy(seats("ada"), "second-reader", "on")
    decide(seats("cho"), X1, "a_holds", "the bill")
    with seats("ada").store.engine.connect() as connection:
        for sql in ("UPDATE vote SET answer = 'b_holds'", "UPDATE vote SET reason = 'x'"):
            with connection.begin(), pytest.raises(ProgrammingError, match="reader's own"):
                connection.execute(text(sql))
    decide(seats("cho"), X1, "b_holds", "the other bill")
    decide(seats("ada"), X1, "b_holds", "as he says")
    assert conflicts(seats("rita"))[0].state == "decided"
    assert verify_ledger(seats("rita")).entries == 6


def test_roles_change_and_end(owner: Desk, seats: Seats) -> None:
    grant(seats("ada"), "kit", "editor")
    record(seats("kit"), "The bridge is closed.")
    grant(seats("ada"), "kit", "reader")
    with pytest.raises(NotAllowed):
        record(seats("kit"), "The bridge is open.")
    grant(seats("ada"), "lou", "admin")
    set_policy(seats("lou"), "second-reader", "on")
    grant(seats("lou"), "kit", "checker")
    decide(seats("kit"), X1, "a_holds", "the bill")
    grant(owner, "lou", "none")
    with pytest.raises(NotAllowed):
        conflicts(seats("lou"))


def test_only_an_admin_gives_rights(seats: Seats) -> None:
    for name in ("rita", "ed", "cho"):
        with pytest.raises(NotAllowed, match="it takes the role admin"):
            grant(seats(name), name, "admin")


def test_only_a_login_is_given_rights(owner: Desk) -> None:
    for name in ("no such login", "factledger_editor", 'a"; DROP TABLE entry; --'):
        with pytest.raises(UnknownLogin, match="createuser"):
            grant(owner, name, "editor")


def test_a_name_is_only_a_name(owner: Desk, postgres: Engine) -> None:
    name = 'o"h :x %s; --'
    with postgres.connect() as connection:
        connection.execute(text('CREATE ROLE "o""h \\:x %s; --" LOGIN'))
    grant(owner, name, "editor")
    grant(owner, name, "none")
    with postgres.connect() as connection:
        connection.execute(text('DROP ROLE "o""h \\:x %s; --"'))


def test_a_login_without_a_role_is_told_so(seats: Seats) -> None:
    with pytest.raises(NotAllowed, match=r"takes the role reader;.*db grant NAME --as reader"):
        seats("nobody")


def test_a_file_knows_no_roles(sqlite_template: Path) -> None:
    with sit_down(str(sqlite_template), "mira") as desk:
        with pytest.raises(NoRoles, match="db copy"):
            grant(desk, "ed", "editor")
        assert status(desk).role is None


def test_every_table_is_somebodys_to_write(desk: Desk) -> None:
    with desk.store.engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    written = {table for allowed in rights().values() for table in allowed["insert"]}
    assert written == tables - {"alembic_version"}, "say in rights.toml who writes the new table"


def test_an_index_of_another_edition_waits_for_somebody_who_may_write(
    seats: Seats, shared: str
) -> None:
    with seats("ed").store.engine.begin() as connection:
        connection.execute(delete(_POSTING).where(_POSTING.c.token.startswith("#edition")))
    with (
        pytest.raises(AwaitsIndex, match="anybody who may write"),
        sit_down(as_("rita", shared), None),
    ):
        pass
    for name in ("ed", "rita"):
        with sit_down(as_(name, shared), None) as desk:
            assert match(desk, "the bridge cost", 5)[0].claim == "C1"


NEXT_REVISION = f"""
import sqlalchemy as sa
from alembic import op
revision = "later"
down_revision = "{HEAD}"

def upgrade():
    op.create_table("story", sa.Column("number", sa.Integer, primary_key=True))
"""


def test_an_older_schema_waits_for_an_admin_and_new_tables_get_their_grants(
    shared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(schema.migrations_folder(), folder, ignore=shutil.ignore_patterns("*.pyc"))
    (folder / "versions" / "later_stories.py").write_text(NEXT_REVISION, encoding="utf-8")
    monkeypatch.setattr(schema, "HEAD", "later")
    monkeypatch.setattr(schema, "migrations_folder", lambda: folder)
    for name in ("rita", "ed", "cho"):
        with pytest.raises(AwaitsUpgrade, match="db upgrade"), sit_down(as_(name, shared), None):
            pass
    for name in ("ada", "rita"):
        with sit_down(as_(name, shared), None) as desk, desk.reading() as session:
            assert session.connection().execute(text("SELECT * FROM story")).all() == []
            owned = text("SELECT tableowner FROM pg_tables WHERE tablename = 'story'")
            assert session.connection().execute(owned).scalar() == "factledger_owner"


OURS = tuple(f"factledger_{role}" for role in (*ROLES, "owner"))


def test_a_restored_ledger_is_shared_as_it_was(seats: Seats, shared: str, tmp_path: Path) -> None:
    """An admin may bring a backup back; nobody else's rights grow or go."""
    backup = back_up(seats("cho"), tmp_path / "quay.zip").file
    with pytest.raises(NotAllowed, match=r"at postgresql://ed:.* takes the role admin;"):
        restore(as_("ed", shared), backup, None)
    assert restore(as_("ada", shared), backup, None).aside is not None
    record(seats("ed"), "The quay cost 9 million euros.")
    with pytest.raises(NotAllowed):
        record(seats("rita"), "The quay cost 7 million euros.")
    with pytest.raises(NotAllowed):
        decide(seats("ed"), X1, "unsure", None)
    decide(seats("cho"), X1, "unsure", None)


@pytest.fixture
def server_without_roles(postgres: Engine, shared_template: str) -> Iterator[Engine]:
    """The server as it was before any ledger on it was shared; its roles go by other names."""
    assert shared_template
    with postgres.connect() as connection:
        for role in OURS:
            connection.execute(text(f"ALTER ROLE {role} RENAME TO away_{role}"))
        yield postgres
        connection.execute(text("DROP DATABASE IF EXISTS of_boss WITH (FORCE)"))
        for role in (*OURS, "boss"):
            connection.execute(text(f"DROP ROLE IF EXISTS {role}"))
        for role in OURS:
            connection.execute(text(f"ALTER ROLE away_{role} RENAME TO {role}"))


def test_an_owner_who_is_no_superuser_shares_a_ledger(server_without_roles: Engine) -> None:
    with server_without_roles.connect() as connection:
        connection.execute(text("CREATE ROLE boss LOGIN CREATEROLE"))
        connection.execute(text("CREATE DATABASE of_boss OWNER boss"))
    place = server_without_roles.url.set(database="of_boss").render_as_string(hide_password=False)
    with sit_down(as_("boss", place), None, create=True) as desk:
        record(desk, "The bridge cost 30 million euros.")
        for name, role in PEOPLE.items():
            grant(desk, name, role)
        assert status(desk).role == "owner"
        record(desk, "The bridge cost 50 million euros.", "The Tideline")
    with sit_down(as_("ada", place), None) as desk:
        grant(desk, "new", "editor")
        grant(desk, "new", "none")
    with sit_down(as_("ed", place), None) as desk:
        record(desk, "The bridge cost 70 million euros.", "Sable Coast Radio")
        with pytest.raises(NotAllowed):
            decide(desk, X1, "a_holds", "the bill")
        assert verify_ledger(desk).entries == 3


def test_a_login_that_may_make_no_roles_is_told_what_it_takes(
    server_without_roles: Engine,
) -> None:
    with server_without_roles.connect() as connection:
        connection.execute(text("CREATE ROLE boss LOGIN"))
        connection.execute(text("CREATE DATABASE of_boss OWNER boss"))
    place = server_without_roles.url.set(database="of_boss").render_as_string(hide_password=False)
    with sit_down(as_("boss", place), None, create=True) as desk:
        with pytest.raises(CannotShare, match="CREATEROLE"):
            grant(desk, "new", "editor")
        assert status(desk).role is None
