"""Two indexes of statements cover those alone that name a speaker, or have a reference.

An archive mostly has neither, and every row paid for its place in both. From this revision on an
entry of the journal may seal many rows as one, which earlier programs do not read.

Revision: 0007
Before:   0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COLUMNS = ("ref", "speaker_number")


def upgrade() -> None:
    for column in COLUMNS:
        op.drop_index(f"ix_statement_{column}", "statement")
        named = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_statement_{column}",
            "statement",
            [column],
            sqlite_where=named,
            postgresql_where=named,
        )


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_index(f"ix_statement_{column}", "statement")
        op.create_index(f"ix_statement_{column}", "statement", [column])
