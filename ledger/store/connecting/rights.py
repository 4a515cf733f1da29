"""What each role may write in a shared ledger, told to PostgreSQL as grants, policies and triggers.

Grants say which tables and columns (``rights.toml``). Policies say which rows: an act, a decision,
a note, a vote, a verdict and a draft are of the login that writes them, and what closes a case is a
checker's. They do not bind the owner, who can drop them. Telling it again changes nothing.
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from sqlalchemy import Connection, inspect, text

from ledger.text.patterns import lazily

_CHECKER = "pg_has_role('factledger_checker', 'USAGE')"
_OWN = "actor = session_user"
_TAKES_BACK_OWN = (
    "answer = 'undone' AND EXISTS (SELECT FROM decision AS earlier "
    "WHERE earlier.number = decision.supersedes AND earlier.actor = session_user)"
)

_ANOTHERS_ANSWER = (
    "OLD.actor <> session_user AND NOT pg_has_role('factledger_owner', 'USAGE') AND "
    "(NEW.answer, NEW.difference, NEW.reason, NEW.at) IS DISTINCT FROM "
    "(OLD.answer, OLD.difference, OLD.reason, OLD.at)"
)

_ROWS: Mapping[str, Mapping[str, str]] = {
    "entry": {"INSERT": _OWN},
    "decision": {
        "INSERT": f"{_OWN} AND (conflict_number IS NULL OR answer = 'reopened' "
        f"OR {_CHECKER} OR {_TAKES_BACK_OWN})"
    },
    "note": {"INSERT": _OWN, "UPDATE": "true"},
    "vote": {"INSERT": _OWN, "UPDATE": "true"},
    "verdict": {
        "INSERT": f"{_OWN} AND (publisher IS NOT NULL OR {_CHECKER})",
        "UPDATE": f"publisher IS NOT NULL OR {_CHECKER}",
    },
    "forecast": {
        "INSERT": f"outcome IS NULL OR {_CHECKER}",
        "UPDATE": f"outcome IS NULL OR {_CHECKER}",
    },
    "draft": {"INSERT": _OWN, "UPDATE": _OWN, "DELETE": _OWN},
}
"""Which rows may be written, by table and verb; new evidence opens a case again whoever adds it."""

_CHANGES: Mapping[str, tuple[str, str]] = {
    "conflict": (
        "NEW.state = 'decided' AND OLD.state NOT IN ('decided', 'reopened') AND NOT " + _CHECKER,
        "only a checker decides a conflict",
    ),
    "vote": (
        _ANOTHERS_ANSWER,
        "a reader''s answer is that reader''s own",
    ),
}
"""Changes that are refused, by table, where old and new have to be laid side by side."""

_FORBID = """
CREATE OR REPLACE FUNCTION factledger_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'insufficient_privilege';
END $$
"""


def give_rights(connection: Connection) -> None:
    """Tell PostgreSQL all of it, as the ledger's owner."""
    tables = inspect(connection).get_table_names()
    for sentence in (*_grants(connection, tables), *_policies(), _FORBID, *_triggers()):
        connection.execute(text(sentence))


def _grants(connection: Connection, tables: list[str]) -> Iterator[str]:
    quote = connection.dialect.identifier_preparer.quote
    for table in tables:
        yield f"GRANT SELECT ON {quote(table)} TO factledger_reader"
    for role, allowed in rights().items():
        for verb in ("insert", "delete"):
            for table in allowed.get(verb, ()):
                yield f"GRANT {verb.upper()} ON {quote(table)} TO factledger_{role}"
        for table, names in allowed["update"].items():
            columns = ", ".join(map(quote, names))
            yield f"GRANT UPDATE ({columns}) ON {quote(table)} TO factledger_{role}"


def _policies() -> Iterator[str]:
    for table, allowed in _ROWS.items():
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        for verb, rule in {"SELECT": "true", **allowed}.items():
            name = f"factledger_{verb.lower()}"
            clause = "WITH CHECK" if verb == "INSERT" else "USING"
            yield f"DROP POLICY IF EXISTS {name} ON {table}"
            yield f"CREATE POLICY {name} ON {table} FOR {verb} {clause} ({rule})"


def _triggers() -> Iterator[str]:
    for table, (when, why) in _CHANGES.items():
        name = f"{table}_is_theirs"
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({when}) "
            f"EXECUTE FUNCTION factledger_forbid('{why}')"
        )


_TABLE_TOLD = lazily(r'\btable "?(?P<table>\w+)')
_FIRST_LOOKED_AT = "alembic_version"
"""What is read before anything else; who may not has no role."""


def role_wanted(told: str) -> str | None:
    """The least role that may do what PostgreSQL refused; ``None`` when its words do not say.

    Args:
        told: how it refused: that a table, or a row of a table, may not be written.
    """
    found = _TABLE_TOLD.search(told)
    if found is None:
        return "checker" if "only a checker" in told else None
    table = found["table"]
    if table == _FIRST_LOOKED_AT:
        return "reader"
    if "row-level" in told:
        return "checker" if _CHECKER in "".join(_ROWS.get(table, {}).values()) else None
    written = ((role, (*may["insert"], *may["update"])) for role, may in rights().items())
    return next((role for role, tables in written if table in tables), None)


def rights() -> dict[str, dict[str, Any]]:
    """The tables, and of updates the columns, that each role may write beside those before it."""
    file = resources.files("ledger.store") / "data" / "rights.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
