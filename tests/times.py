"""The moment at which every test's clock begins."""

from datetime import UTC, datetime

MORNING = datetime(2025, 12, 15, 9, 0, tzinfo=UTC)
