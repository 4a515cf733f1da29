"""Which statements were loaded unread, and which were read later.

Revision: 0004
Before:   0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reading",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("reader", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reading"),
        sa.ForeignKeyConstraint(["first"], ["statement.number"], name="fk_reading_first_statement"),
        sa.ForeignKeyConstraint(["last"], ["statement.number"], name="fk_reading_last_statement"),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.number"],
            name="fk_reading_entry_entry",
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def downgrade() -> None:
    op.drop_table("reading")
