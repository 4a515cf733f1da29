"""The kinds of difference a person can name; apart, so that a command's help loads nothing else."""

from typing import Literal, get_args

Because = Literal[
    "date",
    "scope",
    "definition",
    "measure",
    "unit",
    "rounding",
    "translation",
    "superseded",
    "misquote",
]
"""Why two statements that differ can both stand, or what was wrong with one of them."""

BECAUSE: tuple[Because, ...] = get_args(Because)
"""Each of them, in the order they are offered."""
