"""On SQLite the entry of an act stands from its first row on and is completed at its end.

Rows that named an entry yet to come were counted, and while any was, SQLite looked with every row
for others that waited for it: a third of what an import's rows cost. So the guard lets an entry
without a hash be completed, which no finished act leaves behind, and the indexes that were there
for the looking alone are gone; statements are also looked for by entry.

Revision: 0008
Before:   0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
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
    "conflict",
    "evidence",
    "evidence_copy",
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
        op.drop_index(f"ix_{table}_entry", table)
    _guard(" WHEN OLD.hash <> ''")


def downgrade() -> None:
    _guard("")
    for table in TABLES:
        op.create_index(f"ix_{table}_entry", table, ["entry"])


def _guard(when: str) -> None:
    """Refuse to change an entry, whoever asks; PostgreSQL's guard stays as it is."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER entry_no_update")
        op.execute(
            f"CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry{when} "
            "BEGIN SELECT RAISE(ABORT, 'entry is never changed or deleted'); END"
        )
