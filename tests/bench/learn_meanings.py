"""Learns ``ledger/matching/data/meanings.npy``: ``python -m tests.bench.learn_meanings``.

A sentence model tells how near two sentences are in meaning, but takes a hundredth of a second for
each, and a gigabyte. So it is asked once, about the definitions and examples of a dictionary, and
every word learns a row of numbers such that the rows of a sentence's words add up to what the model
says of it. The program adds up rows; the model is not needed to run it, nor this script.

Takes three paths: all-MiniLM-L6-v2 (Apache 2.0) as ``sentence-transformers`` loads it, which has to
be installed for this alone; the data files of WordNet 3.0 (WordNet licence); and a list of English
words, one a line, the commonest first: those of GloVe 6B (public domain) have been taken. Nothing
of a set of fact-checked claims is learned from. On two cores the model takes ten minutes; with
``--taught`` what it said is kept in a file for another run.
"""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from ledger.matching.meaning import FIRST_WORD
from ledger.matching.signs import letters
from ledger.text.tables import shipped

Numbers = NDArray[np.float32]
Places = NDArray[np.intp]

WORDS = 40_000
"""The commonest words that are learned. Of 997 queries to fact-checked claims MAP@5 is 0.796 with
20,000 of them, 0.798 with 30,000, 0.799 with 40,000 and 0.801 with 60,000; 0.780 with none."""
WIDTH = 128
"""Numbers to a word; with 64 that MAP@5 is 0.791."""
ROUNDS, TOGETHER, STEP = 3, 512, 0.001
"""How often every sentence is learned from, how many at once, and how far a number moves."""
_COMMON = 1e-3
"""A word this frequent begins with half the weight of a rare one (Arora et al. 2017)."""
_HIGHEST = 127
_DATA = Path(__file__).parents[2] / "ledger" / "matching" / "data"
_EXAMPLE = re.compile(r'"([^"]{12,})"')
_QUOTED = re.compile(r';?\s*"[^"]*"?')
_ENGLISH = re.compile("[a-z]{2,}")


def sentences(wordnet: Path) -> list[str]:
    """The definitions of WordNet, each behind the words it defines, and the examples."""
    found: dict[str, None] = {}
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{kind}").read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):  # the licence stands in front
                head, _, gloss = line.partition(" | ")
                told = _QUOTED.sub("", gloss).strip(" ;")
                found[f"{', '.join(_defined(head.split())[:3])}: {told}"] = None
                found.update(dict.fromkeys(_EXAMPLE.findall(gloss)))
    return list(found)


def _defined(fields: Sequence[str]) -> list[str]:
    count = int(fields[3], 16)
    return [word.replace("_", " ").split("(")[0] for word in fields[4 : 4 + 2 * count : 2]]


def vocabulary(listed: Path) -> list[str]:
    """The commonest words of a list, then whatever else the tables of names and terms say."""
    words = filter(_ENGLISH.fullmatch, listed.read_text(encoding="utf-8").split())
    common = dict.fromkeys([word for word, _ in zip(words, range(WORDS), strict=False)])
    for table in ("names.csv", "terms.csv"):
        for word in _words(shipped("ledger.text", table)):
            if _ENGLISH.fullmatch(word):
                common.setdefault(word)
    return list(common)


def _words(text: str) -> list[str]:
    """The words of a text as the program looks them up."""
    return letters([text]).split()


def taught(model: Path, texts: Sequence[str]) -> Numbers:
    """What the model says of each text: where it points, one row to a text."""
    from sentence_transformers import SentenceTransformer

    told: Numbers = SentenceTransformer(str(model), device="cpu").encode(
        texts, batch_size=256, normalize_embeddings=True, show_progress_bar=True
    )
    return told


def learned(
    said: Numbers, texts: Sequence[str], words: Sequence[str], of_words: Numbers
) -> Numbers:
    """A row for every word, so that the rows of a text's words point where the model does.

    Args:
        said: what the model says of each text.
        texts: the texts.
        words: the words, the commonest first.
        of_words: what the model says of each word alone, from where its row sets out.
    """
    axes = np.linalg.svd((said - said.mean(axis=0))[::4], full_matrices=False)[2][:WIDTH].T
    wanted = _pointing((said - said.mean(axis=0)) @ axes)
    rows = _pointing((of_words - of_words.mean(axis=0)) @ axes) * _weights(len(words))
    number = {word: at for at, word in enumerate(words)}
    held = [sorted({number[word] for word in _words(text) if word in number}) for text in texts]
    return _fitted(rows, held, wanted)


def _fitted(rows: Numbers, held: Sequence[Sequence[int]], wanted: Numbers) -> Numbers:
    """The rows moved, text by text, until they add up to what is wanted; by Adam (Kingma 2015)."""
    telling = np.array([at for at, row in enumerate(held) if len(row) > 1])
    order = np.random.default_rng(0)
    mean, spread, step = np.zeros_like(rows), np.zeros_like(rows), 0
    for _ in track(range(ROUNDS), "Learning"):
        shuffled = order.permutation(telling)
        for first in range(0, len(shuffled), TOGETHER):
            some = shuffled[first : first + TOGETHER]
            slope = _slope(rows, [held[at] for at in some], wanted[some])
            step += 1
            mean = 0.9 * mean + 0.1 * slope
            spread = 0.999 * spread + 0.001 * slope**2
            pace = STEP * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            rows -= pace * mean / (np.sqrt(spread) + 1e-8)
    return rows


def _weights(many: int) -> Numbers:
    """How much each word weighs at first, by Zipf's law from its place in the list."""
    frequency = 1 / np.arange(3, many + 3, dtype=np.float32)
    share: Numbers = _COMMON / (_COMMON + frequency / frequency.sum())
    return share[:, None]


def _slope(rows: Numbers, held: Sequence[Sequence[int]], wanted: Numbers) -> Numbers:
    """How the angle between what texts add up to and what is wanted turns with each row."""
    token = np.concatenate([np.array(row) for row in held])
    text = np.repeat(np.arange(len(held)), [len(row) for row in held])
    added = np.add.reduceat(rows[token], np.flatnonzero(np.diff(text, prepend=-1)))
    length = np.linalg.norm(added, axis=1, keepdims=True) + 1e-9
    points = added / length
    along = (points * wanted).sum(axis=1, keepdims=True)
    turn = (along * points - wanted) / length / len(held)
    slope: Numbers = np.zeros_like(rows)
    np.add.at(slope, token, turn[text])
    return slope


def _pointing(rows: Numbers) -> Numbers:
    pointing: Numbers = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    return pointing.astype(np.float32)


def main() -> None:
    """Learn the rows anew and write them beside the words they belong to."""
    parser = argparse.ArgumentParser("python -m tests.bench.learn_meanings", description=__doc__)
    parser.add_argument("model", type=Path, help="folder of the sentence model")
    parser.add_argument("wordnet", type=Path, help="folder with data.noun and its like")
    parser.add_argument("words", type=Path, help="English words, the commonest first")
    parser.add_argument("--taught", type=Path, help="keep what the model says here (.npy)")
    given = parser.parse_args()
    texts, words = sentences(given.wordnet), vocabulary(given.words)
    if given.taught and given.taught.exists():
        said = np.load(given.taught)
    else:
        said = taught(given.model, [*texts, *words])
        if given.taught:
            np.save(given.taught, said)
    rows = learned(said[: len(texts)], texts, words, said[len(texts) :])
    rows *= _HIGHEST / np.abs(rows).max()
    noughts = np.zeros((FIRST_WORD, WIDTH), dtype=np.int8)
    np.save(_DATA / "meanings.npy", np.concatenate((noughts, np.round(rows).astype(np.int8))))
    (_DATA / "meanings.txt").write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
