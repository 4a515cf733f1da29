"""The copies that links in evidence were archived as, kept in the ledger itself.

Revision: 0006
Before:   0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evidence_copy",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_evidence_copy"),
        sa.UniqueConstraint("sha256", name="uq_evidence_copy_sha256"),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.number"],
            name="fk_evidence_copy_entry_entry",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_evidence_copy_entry", "evidence_copy", ["entry"])


def downgrade() -> None:
    op.drop_table("evidence_copy")
