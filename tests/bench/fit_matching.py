"""Fits the coefficients in ``ledger/matching/data``: ``python -m tests.bench.fit_matching``.

Learns from the stories written for the tests and, where their paths are given, from sets whose
licence is open: FEVER-symmetric (CC BY-SA 3.0: claims and the evidence about the same event) and
Cofacts (CC0: Traditional Chinese headlines and notes, so noisy that they serve one sort only).
Every query is asked twice, with the right claim in the ledger and taken away. Reports every set
with the settings as shipped, then prints what each sort learns, a fifth of its queries left out in
turn and with all of them. Signals that only the data file names are set by hand and not learned
here. Other sets may be given to be watched; nothing is learned from them.

A set is a JSON Lines file of ``{"claim": group, "text", "also": [lines]}`` for what the ledger
holds, and ``{"ask": text, "claims": [groups]}`` for what is asked.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from ledger.desk.index.nearest import SHORTLIST
from ledger.matching.features import features
from ledger.matching.overlap import Overlap, overlap
from ledger.matching.score import against, likely, probabilities, rivalled
from ledger.matching.shortlist import shortlist
from ledger.matching.tally import Documents
from ledger.matching.weight import Weigher

WRITTEN = tuple(
    Path(__file__).parents[1] / "matching" / name
    for name in ("written.jsonl", "paraphrases.jsonl", "across.jsonl")
)
FOLDS = 5
STEADY = 5.0
"""How hard coefficients are held near nought (ridge): a few hundred queries bear no freedom."""
COMPARED = 20
"""Candidates learned from for each query; the rest are far away and all alike."""
_STRANGER = (-1, "")
"""What is looked at where nothing is found: a claim that shares nothing."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """One query's candidates: their claims, what they share with it, and which are right."""

    claims: tuple[int, ...]
    shared: Overlap
    right: tuple[bool, ...]
    expected: int


class Ledger:
    """Texts by claim, in memory, with their inverted index."""

    def __init__(self, texts: Sequence[tuple[int, str]]) -> None:
        self.texts = texts
        lists: dict[str, list[int]] = defaultdict(list)
        for number, (_, text) in enumerate(texts):
            for token in features(text):
                lists[token].append(number)
        self._lists = {token: np.array(held, dtype=np.uint32) for token, held in lists.items()}

    def ask(self, text: str, right: set[int], *, without: bool) -> Asked:
        """The candidates for a text, with the right claims there or taken away."""
        tokens = features(text)
        lists = {token: self._lists[token] for token in tokens if token in self._lists}
        if without:
            gone = [n for n, (claim, _) in enumerate(self.texts) if claim in right]
            lists = {token: _without(held, gone) for token, held in lists.items()}
        found = shortlist(tokens, lists, len(self.texts), SHORTLIST)
        weigh = Weigher({t: len(held) for t, held in lists.items()}, len(self.texts), tokens)
        near = [self.texts[n] for n in found] or [_STRANGER]
        claims = tuple(claim for claim, _ in near)
        shared = overlap(text, [(told, tokens & features(told)) for _, told in near], weigh)
        return Asked(claims, shared, tuple(claim in right for claim in claims), len(right))


def _without(held: Documents, gone: Iterable[int]) -> Documents:
    kept: Documents = held[~np.isin(held, np.array(list(gone), dtype=np.uint32))]
    return kept


Pair = tuple[Asked, Asked]


def stories(path: Path) -> list[Pair]:
    """The stories written for this project: each telling is held in turn and the others ask for it.

    Look-alikes that tell something else are always held.
    """
    told = [_tellings(json.loads(line)) for line in path.open(encoding="utf-8")]
    others = [(-1 - n, other) for n, (_, apart) in enumerate(told) for other in apart]
    pairs: list[Pair] = []
    for turn in range(max(len(same) for same, _ in told)):
        held = [(n, same[turn % len(same)]) for n, (same, _) in enumerate(told)]
        ledger = Ledger(held + others)
        pairs += [
            _both(ledger, telling, {n})
            for n, (same, _) in enumerate(told)
            if turn < len(same)
            for telling in same
            if telling != same[turn]
        ]
    return pairs


def _tellings(row: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What tells the same, and what only looks like it."""
    if "zh" in row:
        return [row["zh"], row["en"]], []
    return [row["claim"], *row["same"]] if "claim" in row else row["same"], row["other"]


def public(path: Path) -> list[Pair]:
    """A set in the form that the module's docstring gives."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    names = {row["claim"]: n for n, row in enumerate(rows) if "claim" in row}
    texts = [
        (names[row["claim"]], "\n".join([row["text"], *row.get("also", ())]))
        for row in rows
        if "claim" in row
    ]
    ledger = Ledger(texts)
    asked = [row for row in rows if "ask" in row]
    return [_both(ledger, row["ask"], {names[claim] for claim in row["claims"]}) for row in asked]


def _both(ledger: Ledger, text: str, right: set[int]) -> Pair:
    return ledger.ask(text, right, without=False), ledger.ask(text, right, without=True)


def logistic(
    signals: Numbers, right: Numbers, free: Sequence[bool], ceiling: Numbers | None = None
) -> Numbers:
    """Logistic regression of ``right`` with probability ``ceiling`` times the logistic function.

    Coefficients that are not free stay at or above nought: nothing shared speaks against a match.
    """
    highest = np.ones(len(right)) if ceiling is None else ceiling
    held = np.zeros(signals.shape[1], dtype=bool)
    while True:
        whole = np.zeros(len(held))
        whole[~held] = _fisher_scored(signals[:, ~held], right, highest)
        below = [at for at in range(len(free)) if whole[at] < 0 and not free[at]]
        if not below:
            return whole
        held[min(below, key=lambda at: whole[at])] = True


def _fisher_scored(signals: Numbers, right: Numbers, ceiling: Numbers) -> Numbers:
    found = np.zeros(signals.shape[1])
    ridge = STEADY * np.eye(len(found))
    for _ in range(100):
        share = 1 / (1 + np.exp(-np.clip(signals @ found, -30, 30)))
        likely = np.clip(ceiling * share, 1e-9, 1 - 1e-9)
        turn = ceiling * share * (1 - share)
        spread = likely * (1 - likely)
        slope = signals.T @ (turn * (likely - right) / spread) + ridge @ found
        curve = (signals.T * (turn**2 / spread)) @ signals + ridge
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-7:
            break
    return found


def learned(pairs: Sequence[Pair], sort: str) -> dict[str, float]:
    """Coefficients of the likelihood for one sort of pair."""
    names = SIGNALS[sort]
    seen = [
        (np.stack([asked.shared.signals[name] for name in names], axis=1), asked, COMPARED)
        for pair in pairs
        for asked in pair
    ]
    rows = [signals[:most][sort_of(asked.shared)[:most] == sort] for signals, asked, most in seen]
    right = [
        np.array(asked.right[:most], dtype=np.float64)[sort_of(asked.shared)[:most] == sort]
        for _, asked, most in seen
    ]
    free = [name == "intercept" for name in names]
    found = logistic(np.concatenate(rows), np.concatenate(right), free)
    return {name: round(float(value), 2) for name, value in zip(names, found, strict=True)}


def report(name: str, pairs: Sequence[Pair]) -> str:
    """MAP@5, recall among 20, and the best F1 of "known or new" with the settings as they stand."""
    precise, found, links = 0.0, 0.0, []
    for asked, without in pairs:
        order, scores = _ranked(asked)
        right = [asked.right[at] for at in order]
        precise += _average_precision(right, asked.expected)
        found += sum(right[:20]) / asked.expected
        links += [(scores[at], asked.right[at]) for at in order[:1]]
        gone, left = _ranked(without)
        links += [(left[at], False) for at in gone[:1]]
    count = len(pairs)
    best = _best_f1(links, count)
    return f"{name:12} {count:5} MAP@5 {precise / count:.3f} R@20 {found / count:.3f} F1 {best:.3f}"


def _ranked(asked: Asked) -> tuple[list[int], list[float]]:
    found = likely(asked.shared)
    scores = probabilities(asked.claims, found.odds, found.weight, found.evidence)
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], -found.odds[at], at))
    first: dict[int, int] = {}
    for at in order:
        first.setdefault(asked.claims[at], at)
    return list(first.values()), scores


def _average_precision(right: Sequence[bool], expected: int) -> float:
    hits = np.cumsum(right[:5])
    gained = sum(hits[at] / (at + 1) for at, is_right in enumerate(right[:5]) if is_right)
    return float(gained) / min(expected, 5)


def _best_f1(links: Sequence[tuple[float, bool]], known: int) -> float:
    ranked = sorted(links, key=lambda link: -link[0])
    hits = np.cumsum([is_right for _, is_right in ranked])
    return max(2 * float(hits[at]) / (at + 1 + known) for at in range(len(ranked)))


_SAME_LANGUAGE = (
    "intercept",
    "words_of_query",
    "shared_words",
    "letters_of_query",
    "letters_of_both",
    "letters_of_line",
    "letters_covered",
    "figures",
)
SIGNALS = {
    "words": (*_SAME_LANGUAGE, "meaning"),
    "signs": _SAME_LANGUAGE,
    "across_languages": (
        "intercept",
        "words_of_query",
        "concepts_of_query",
        "shared_concepts",
        "figures",
    ),
}
"""What is learned for each sort of pair; the data file may add signals set by hand."""
_SORTS = ("words", "signs")
NOISY_FOR = "signs"
"""The only sort that noisy sets serve: without them it has forty stories to learn from."""


def sort_of(shared: Overlap) -> NDArray[np.str_]:
    """Which of these sorts each pair is."""
    return np.where(shared.across_languages, "across_languages", _SORTS[shared.is_cjk])


def certainty(pairs: Sequence[Pair]) -> dict[str, float]:
    """Coefficients of the second step, from the first candidate of every query.

    For that one "rivalled" and "contested" are the same number; what is learned is their sum.
    """
    rows: list[tuple[float, ...]] = []
    for pair in pairs:
        for asked in pair:
            found = likely(asked.shared)
            ahead = found.odds - against(asked.claims, found.odds)
            beside = rivalled(asked.claims, found.weight)
            rows += [
                (1.0, found.odds[at], ahead[at], beside[at], found.evidence[at], asked.right[at])
                for at in _ranked(asked)[0][:1]
            ]
    table = np.array(rows, dtype=np.float64)
    learned = logistic(table[:, :4], table[:, 5], (True, False, False, True), table[:, 4])
    names = ("intercept", "likelihood", "margin", "rivalled")
    return {name: round(float(value), 2) for name, value in zip(names, learned, strict=True)}


def main() -> None:
    """Report every set with the settings as shipped, then print a new fit."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fit_matching", description=__doc__)
    parser.add_argument("--noisy", type=Path, nargs="*", default=[], help=f"for [{NOISY_FOR}] only")
    parser.add_argument("--open", type=Path, nargs="*", default=[], help="for every sort")
    parser.add_argument("--watch", type=Path, nargs="*", default=[], help="never learned from")
    given = parser.parse_args()
    show = Console(soft_wrap=True, markup=False, highlight=False).print
    clean = {path.stem: stories(path) for path in WRITTEN}
    clean |= {path.stem: public(path) for path in given.open}
    noisy = {path.stem: public(path) for path in given.noisy}
    for name, pairs in (clean | noisy).items():
        show(report(name, pairs))
    for path in given.watch:
        show(report(path.stem, public(path)))
    both = [pair for pairs in clean.values() for pair in pairs]
    every = both + [pair for pairs in noisy.values() for pair in pairs]
    for sort in SIGNALS:
        served = every if sort == NOISY_FOR else both
        for fold in range(FOLDS):
            show(f"{sort}, without fold {fold}: {learned(_but(served, fold), sort)}")
        show(f"[{sort}.coefficients]", learned(served, sort))
    show("[certainty], to compare with those set by hand:", certainty(both))


def _but(pairs: Sequence[Pair], fold: int) -> list[Pair]:
    return [pair for number, pair in enumerate(pairs) if number % FOLDS != fold]


if __name__ == "__main__":
    main()
