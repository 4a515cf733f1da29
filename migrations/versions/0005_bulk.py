"""The rows an entry wrote are found by its number.

SQLite looks for rows that wait for an entry whenever one is written; without these indexes it read
every table through for it, and recording one statement took the longer the more there were.

Revision: 0005
Before:   0004
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    "claim",
    "outlet",
    "policy",
    "scale",
    "speaker",
    "document",
    "link",
    "note",
    "outlet_alias",
    "speaker_alias",
    "verdict",
    "wording",
    "statement",
    "conflict",
    "evidence",
    "filing",
    "forecast",
    "proposal",
    "quantity",
    "question",
    "reading",
    "assignment",
    "decision",
    "vote",
    "difference",
)


def upgrade() -> None:
    for table in TABLES:
        op.create_index(f"ix_{table}_entry", table, ["entry"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(f"ix_{table}_entry", table)
