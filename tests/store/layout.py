"""The layout of an empty file; ``python -m tests.store.layout`` writes it after a new revision."""

from sqlalchemy import create_engine

from ledger.store.opening.schema import BETWEEN, LAYOUT, run_revisions


def laid_out() -> str:
    """Every statement that leads to the schema of the newest revision, and its number."""
    with create_engine("sqlite://").begin() as connection:
        run_revisions(connection)
        found = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        statements = [sql.strip() for sql in found.scalars()]
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    stamp = f"INSERT INTO alembic_version VALUES ('{revision}')"
    return BETWEEN.join([*statements, stamp]) + "\n"


if __name__ == "__main__":
    LAYOUT.write_text(laid_out(), encoding="utf-8")
