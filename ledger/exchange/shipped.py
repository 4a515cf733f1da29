"""Files that travel with the program: inside the wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def fixture(name: str) -> Path:
    """A shipped fixture by its file name."""
    inside = _PACKAGE / "_fixtures" / name
    return inside if inside.exists() else _PACKAGE.parent / "fixtures" / name
