"""The coefficients of the score, read from ``data/score.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from ledger.text.tables import shipped


@dataclass(frozen=True, slots=True)
class Model:
    """How one sort of pair is scored.

    Attributes:
        enough: the shared weight from which on likeness is evidence.
        little: the share of ``enough`` below which evidence grows in proportion to what is shared,
            from there on with its square.
        doubt: the evidence that can never be had where two texts have nothing in common; of that as
            much as is not in common where they have something.
        other_measure: added to the likelihood when both sides say what their figures measure, and
            they measure nothing in common.
        coefficients: by the name of the signal; see ``ledger.matching.overlap``.
    """

    enough: float
    little: float
    doubt: float
    other_measure: float
    coefficients: dict[str, float]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the score is made with; the data file says what each number means and comes from."""

    prior_documents: int
    concept_share: float
    bigram_share: float
    sign_share: float
    repeat_proves: float
    repeat_steepness: float
    near: float
    attach: float
    certainty: dict[str, float]
    words: Model
    signs: Model
    across_languages: Model


@cache
def settings() -> Settings:
    """The shipped settings."""
    text = shipped("ledger.matching", "score.toml")
    table: dict[str, Any] = tomllib.loads(text)
    return Settings(
        **table["weight"],
        **{f"repeat_{name}": value for name, value in table["repeat"].items()},
        **table["thresholds"],
        certainty=table["certainty"],
        words=Model(**table["words"]),
        signs=Model(**table["signs"]),
        across_languages=Model(**table["across_languages"]),
    )
