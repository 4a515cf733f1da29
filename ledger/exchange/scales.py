"""Rating scales as files: those that ship with the program, and those of a house."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from ledger.errors import InvalidField, UnreadableFile
from ledger.exchange.files import read_text
from ledger.model import RatingScale

MAX_BYTES = 200_000
"""Largest scale file: a few thousand labels."""


@cache
def shipped_scales() -> dict[str, RatingScale]:
    """The scales that ship with the program, by name."""
    folder = files("ledger.exchange") / "data" / "scales"
    texts = sorted(file.read_text("utf-8") for file in folder.iterdir())
    scales = (RatingScale.checked(tomllib.loads(text)) for text in texts)
    return {scale.name: scale for scale in sorted(scales, key=lambda scale: scale.name)}


def read_scale(path: Path) -> RatingScale:
    """Read a scale of a house from a file in TOML, formed like the shipped ones.

    Raises:
        UnreadableFile: when it is missing, not TOML, or does not hold a scale; names the field.
    """
    text = read_text(path, MAX_BYTES)
    try:
        return RatingScale.checked(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise UnreadableFile(path, f"is not TOML: {str(fault).lower()}") from fault
    except (InvalidField, RecursionError) as fault:
        raise UnreadableFile(path, f"holds no rating scale: {fault}") from fault
