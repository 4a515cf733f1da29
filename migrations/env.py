"""Runs the revisions on the connection the store hands over, inside its transaction.

Called by hand (``alembic revision``), it uses an empty database in memory: revisions are written by
hand, and nothing but the store upgrades a ledger.
"""

from alembic import context
from sqlalchemy import Connection, create_engine

from ledger.store.tables.ledger import Entry


def run(connection: Connection) -> None:
    """Run what is missing; batch mode, because SQLite alters tables by rebuilding them."""
    context.configure(
        connection=connection,
        target_metadata=Entry.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with create_engine("sqlite://").begin() as scratch:
        run(scratch)
