"""The coefficients of the score, read from ``data/score.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """What the score is made with; the data file says what each number means and comes from."""

    prior_documents: int
    unknown_share: float
    concept_share: float
    enough: float
    near: float
    attach: float
    same_language: dict[str, float]
    across_languages: dict[str, float]


@cache
def settings() -> Settings:
    """The shipped settings."""
    text = files("ledger.matching").joinpath("data/score.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    return Settings(
        **table["weight"],
        **table["evidence"],
        **table["thresholds"],
        same_language=table["same_language"],
        across_languages=table["across_languages"],
    )
