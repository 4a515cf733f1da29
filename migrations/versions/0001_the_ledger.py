"""The ledger: sources, statements, claims, conflicts, decisions, inbox, journal, index.

Revision: 0001
Before:   nothing
"""

from typing import TypeVar

import sqlalchemy as sa
from alembic import op

_T = TypeVar("_T")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NEVER_CHANGED = ("statement", "entry", "decision")
"""Tables whose rows nobody updates or deletes, not even by hand in SQL."""


def upgrade() -> None:
    _journal()
    _sources()
    _statements()
    _claims()
    _decisions()
    _inbox()
    _index()
    for table in NEVER_CHANGED:
        _guard(table)


def downgrade() -> None:
    tables = (
        "posting draft proposal decision conflict question filing claim quantity statement "
        "document speaker_alias speaker outlet_alias outlet entry"
    )
    for table in tables.split():
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION factledger_refuse()")


def _journal() -> None:
    op.create_table(
        "entry",
        _number(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("actor"),
        _text("act"),
        _text("summary"),
        _optional("undoes", sa.Integer),
        sa.Column("changes", sa.Text, nullable=False),
        _text("previous"),
        _text("hash"),
        _primary("entry", "number"),
        _foreign("entry", "undoes", "entry"),
        sa.UniqueConstraint("hash", name="uq_entry_hash"),
    )


def _sources() -> None:
    for kind in ("outlet", "speaker"):
        op.create_table(
            kind,
            _number(),
            _text("name"),
            _optional("kind", sa.String),
            *_mutable(kind),
            _primary(kind, "number"),
        )
        alias = f"{kind}_alias"
        op.create_table(
            alias,
            _number(),
            sa.Column("owner", sa.Integer, nullable=False),
            _text("alias"),
            _text("key"),
            *_mutable(alias),
            _primary(alias, "number"),
            _foreign(alias, "owner", kind),
        )
        _indexed(alias, "owner", "key")
    op.create_table(
        "document",
        _number(),
        _text("identity"),
        sa.Column("outlet_number", sa.Integer, nullable=False),
        _optional("url", sa.String),
        _optional("title", sa.String),
        _optional("published_on", sa.Date),
        _optional("language", sa.String),
        _optional("text", sa.Text),
        _optional("sha256", sa.String),
        *_written_by("document"),
        _primary("document", "number"),
        sa.UniqueConstraint("identity", name="uq_document_identity"),
        _foreign("document", "outlet_number", "outlet"),
    )


def _statements() -> None:
    op.create_table(
        "statement",
        _number(),
        _text("id"),
        sa.Column("text", sa.Text, nullable=False),
        _text("language"),
        _text("outlet"),
        _optional("speaker", sa.String),
        _optional("relayed_from", sa.String),
        _optional("said_on", sa.Date),
        _optional("published_on", sa.Date),
        _optional("url", sa.String),
        _optional("document", sa.String),
        _optional("notes", sa.Text),
        _optional("ref", sa.String),
        sa.Column("outlet_number", sa.Integer, nullable=False),
        _optional("speaker_number", sa.Integer),
        _optional("relay_number", sa.Integer),
        _optional("document_number", sa.Integer),
        _optional("start", sa.Integer),
        _optional("end", sa.Integer),
        *_written_by("statement"),
        _primary("statement", "number"),
        sa.UniqueConstraint("id", name="uq_statement_id"),
        _foreign("statement", "outlet_number", "outlet"),
        _foreign("statement", "speaker_number", "speaker"),
        _foreign("statement", "relay_number", "outlet"),
        _foreign("statement", "document_number", "document"),
    )
    _indexed("statement", "ref", "outlet_number", "speaker_number")
    op.create_table(
        "quantity",
        sa.Column("statement_number", sa.Integer, nullable=False),
        sa.Column("reader", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        _optional("value", sa.Float),
        _optional("low", sa.Float),
        _optional("high", sa.Float),
        sa.Column("low_closed", sa.Boolean, nullable=False),
        sa.Column("high_closed", sa.Boolean, nullable=False),
        _optional("unit", sa.String),
        _optional("currency", sa.String),
        _text("dimension"),
        _text("comparator"),
        _optional("comparator_text", sa.String),
        _optional("change", sa.String),
        _optional("measure", sa.String),
        _optional("period", sa.String),
        _text("role"),
        _optional("modality", sa.String),
        *_written_by("quantity"),
        _primary("quantity", "statement_number", "reader", "position"),
        _foreign("quantity", "statement_number", "statement"),
    )


def _claims() -> None:
    op.create_table(
        "claim",
        _number(),
        sa.Column("wording", sa.Text, nullable=False),
        _text("key"),
        _optional("topic", sa.String),
        *_mutable("claim"),
        _primary("claim", "number"),
    )
    _indexed("claim", "key")
    op.create_table(
        "filing",
        sa.Column("statement_number", sa.Integer, nullable=False),
        sa.Column("claim_number", sa.Integer, nullable=False),
        _text("basis"),
        _optional("score", sa.Float),
        *_mutable("filing"),
        _primary("filing", "statement_number"),
        _foreign("filing", "statement_number", "statement"),
        _foreign("filing", "claim_number", "claim"),
    )
    _indexed("filing", "claim_number")
    op.create_table(
        "question",
        _number(),
        sa.Column("statement_number", sa.Integer, nullable=False),
        sa.Column("claim_number", sa.Integer, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        _text("state"),
        *_mutable("question"),
        _primary("question", "number"),
        sa.UniqueConstraint(
            "statement_number", "claim_number", name="uq_question_statement_number_claim_number"
        ),
        _foreign("question", "statement_number", "statement"),
        _foreign("question", "claim_number", "claim"),
    )
    _indexed("question", "claim_number")


def _decisions() -> None:
    op.create_table(
        "conflict",
        _number(),
        sa.Column("claim_number", sa.Integer, nullable=False),
        sa.Column("a_number", sa.Integer, nullable=False),
        sa.Column("b_number", sa.Integer, nullable=False),
        _text("relation"),
        _text("code"),
        sa.Column("explanation", sa.Text, nullable=False),
        sa.Column("parts", sa.Text, nullable=False),
        _text("state"),
        *_mutable("conflict"),
        _primary("conflict", "number"),
        sa.UniqueConstraint("a_number", "b_number", name="uq_conflict_a_number_b_number"),
        _foreign("conflict", "claim_number", "claim"),
        _foreign("conflict", "a_number", "statement"),
        _foreign("conflict", "b_number", "statement"),
    )
    _indexed("conflict", "claim_number", "b_number", "state")
    op.create_table(
        "decision",
        _number(),
        _optional("conflict_number", sa.Integer),
        _optional("question_number", sa.Integer),
        _optional("statement_number", sa.Integer),
        _optional("claim_number", sa.Integer),
        _text("answer"),
        _optional("reason", sa.String),
        _text("actor"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _optional("supersedes", sa.Integer),
        *_written_by("decision"),
        _primary("decision", "number"),
        _foreign("decision", "conflict_number", "conflict"),
        _foreign("decision", "question_number", "question"),
        _foreign("decision", "statement_number", "statement"),
        _foreign("decision", "claim_number", "claim"),
        _foreign("decision", "supersedes", "decision"),
    )
    _indexed("decision", "conflict_number")


def _inbox() -> None:
    op.create_table(
        "proposal",
        _number(),
        sa.Column("document_number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        _optional("speaker", sa.String),
        _optional("relayed_from", sa.String),
        _optional("relay_basis", sa.String),
        _text("outlet"),
        _optional("said_on", sa.Date),
        _optional("said_on_basis", sa.String),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        _text("region"),
        _text("state"),
        _optional("statement_number", sa.Integer),
        *_mutable("proposal"),
        _primary("proposal", "number"),
        sa.UniqueConstraint(
            "document_number", "start", "end", name="uq_proposal_document_number_start_end"
        ),
        _foreign("proposal", "document_number", "document"),
        _foreign("proposal", "statement_number", "statement"),
    )
    _indexed("proposal", "state")
    op.create_table(
        "draft",
        _number(),
        _text("actor"),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _primary("draft", "number"),
    )
    _indexed("draft", "actor")


def _index() -> None:
    op.create_table(
        "posting",
        _text("token"),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("documents", sa.LargeBinary, nullable=False),
        _primary("posting", "token", "first"),
    )


def _guard(table: str) -> None:
    """Refuse UPDATE and DELETE (and TRUNCATE where it exists), whoever asks."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION factledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '% is never changed or deleted', TG_TABLE_NAME; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION factledger_refuse()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_is_not_truncated BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION factledger_refuse()"
        )
        return
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is never changed or deleted'); END"
        )


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, nullable=False, autoincrement=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _optional(name: str, kind: type[sa.types.TypeEngine[_T]]) -> sa.Column[_T]:
    return sa.Column(name, kind, nullable=True)


def _mutable(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return sa.Column("live", sa.Boolean, nullable=False), *_written_by(table)


def _written_by(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """The entry that last wrote the row; it is written last, so the check waits for the commit."""
    return (
        sa.Column("entry", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.number"],
            name=f"fk_{table}_entry_entry",
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.number"], name=f"fk_{table}_{column}_{target}"
    )


def _indexed(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
