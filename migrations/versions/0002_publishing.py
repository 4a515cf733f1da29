"""What happens after a flag: notes, links, assignments, votes, policies, verdicts, forecasts.

Revision: 0002
Before:   0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES: dict[str, list[sa.schema.SchemaItem]] = {
    "note": [
        sa.Column("claim_number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    ],
    "link": [
        sa.Column("a_number", sa.Integer, nullable=False),
        sa.Column("b_number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
    ],
    "wording": [
        sa.Column("claim_number", sa.Integer, nullable=False),
        sa.Column("wording", sa.Text, nullable=False),
        sa.Column("key", sa.String, nullable=False),
    ],
    "assignment": [
        sa.Column("conflict_number", sa.Integer, nullable=False),
        sa.Column("assignee", sa.String, nullable=False),
        sa.UniqueConstraint("conflict_number", name="uq_assignment_conflict_number"),
    ],
    "difference": [
        sa.Column("decision_number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.UniqueConstraint("decision_number", name="uq_difference_decision_number"),
    ],
    "vote": [
        sa.Column("conflict_number", sa.Integer, nullable=False),
        sa.Column("answer", sa.String, nullable=False),
        sa.Column("difference", sa.String, nullable=True),
        sa.Column("reason", sa.String, nullable=True),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String, nullable=False),
    ],
    "policy": [
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.UniqueConstraint("name", name="uq_policy_name"),
    ],
    "scale": [
        sa.Column("name", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    ],
    "verdict": [
        sa.Column("identity", sa.String, nullable=False),
        sa.Column("claim_number", sa.Integer, nullable=False),
        sa.Column("scale", sa.String, nullable=False),
        sa.Column("rating", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=True),
        sa.Column("best", sa.String, nullable=True),
        sa.Column("worst", sa.String, nullable=True),
        sa.Column("reason", sa.Text, nullable=True),
        sa.Column("short", sa.String, nullable=True),
        sa.Column("url", sa.String, nullable=True),
        sa.Column("publisher", sa.String, nullable=True),
        sa.Column("published_on", sa.Date, nullable=True),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    ],
    "evidence": [
        sa.Column("verdict_number", sa.Integer, nullable=False),
        sa.Column("statement_number", sa.Integer, nullable=True),
        sa.Column("document_number", sa.Integer, nullable=True),
        sa.Column("url", sa.String, nullable=True),
        sa.Column("saved_as", sa.String, nullable=True),
        sa.Column("sha256", sa.String, nullable=True),
    ],
    "forecast": [
        sa.Column("statement_number", sa.Integer, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("outcome", sa.String, nullable=True),
        sa.Column("settled_by", sa.Integer, nullable=True),
        sa.Column("reason", sa.String, nullable=True),
        sa.UniqueConstraint("statement_number", name="uq_forecast_statement_number"),
    ],
}
"""Each table's own columns; all of them have a number, a mark of being live, and an entry."""

REFERENCES = {
    "claim_number": "claim",
    "a_number": "claim",
    "b_number": "claim",
    "conflict_number": "conflict",
    "decision_number": "decision",
    "verdict_number": "verdict",
    "statement_number": "statement",
    "document_number": "document",
    "settled_by": "statement",
}
"""The table each column points at, by number."""

INDEXED = (
    ("note", "claim_number"),
    ("link", "a_number"),
    ("link", "b_number"),
    ("wording", "claim_number"),
    ("wording", "key"),
    ("vote", "conflict_number"),
    ("verdict", "identity"),
    ("verdict", "claim_number"),
    ("evidence", "verdict_number"),
    ("forecast", "due_on"),
)


def upgrade() -> None:
    for name, own in TABLES.items():
        columns = [item.name for item in own if isinstance(item, sa.Column)]
        op.create_table(
            name,
            sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
            *own,
            sa.Column("live", sa.Boolean, nullable=False),
            sa.Column("entry", sa.Integer, nullable=False),
            sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
            *(_points_at(name, column) for column in columns if column in REFERENCES),
            sa.ForeignKeyConstraint(
                ["entry"],
                ["entry.number"],
                name=f"fk_{name}_entry_entry",
                deferrable=True,
                initially="DEFERRED",
            ),
        )
    for name, column in INDEXED:
        op.create_index(f"ix_{name}_{column}", name, [column])


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)


def _points_at(table: str, column: str) -> sa.ForeignKeyConstraint:
    target = REFERENCES[column]
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.number"], name=f"fk_{table}_{column}_{target}"
    )
