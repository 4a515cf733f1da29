"""Inputs nobody meant, by the ten thousand, for everything that reads what comes from outside.

``python -m tests.bench fuzz``: for each parser, how many it took and refused, how long the slowest
took, and what it should not have done (nothing). With it, every regular expression of the program
over the texts that hurt it most, at a length where what is not linear shows.
"""

import json
import subprocess
import sys
from random import Random

from tests.bench.measure import Survey
from tests.fuzzing import PARSERS, Fuzzed, fuzz
from tests.patterns import LEDGER

INPUTS, QUICK = 20_000, 200
LENGTH, QUICK_LENGTH = 1_000_000, 2_400
"""Characters of the longest text a pattern is given."""
HEADS = ("what", "inputs", "refused", "slowest, ms", "faults")


def survey(*, quick: bool) -> Survey:
    """Two hundred inputs for each parser when quick."""
    inputs = QUICK if quick else INPUTS
    rows = [_row(name, fuzz(parser, inputs, Random(name))) for name, parser in PARSERS.items()]
    return Survey(HEADS, [*rows, _patterns(QUICK_LENGTH if quick else LENGTH)])


def _row(name: str, found: Fuzzed) -> tuple[str, ...]:
    faults = "; ".join(found.faults[:3]) or "0"
    return (name, f"{found.inputs:,}", f"{found.refused:,}", f"{found.slowest * 1000:,.0f}", faults)


def _patterns(length: int) -> tuple[str, ...]:
    asked = [sys.executable, "-m", "tests.patterns", str(length), "10", "5000"]
    done = subprocess.run(asked, cwd=LEDGER.parent, capture_output=True, check=True)
    found = json.loads(done.stdout)
    what = f"regular expressions, {length:,} characters"
    return (what, f"{found['patterns']:,}", "", "", "; ".join(found["hurting"]) or "0")
