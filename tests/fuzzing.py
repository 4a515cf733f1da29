"""Inputs nobody meant: good ones cut, doubled, shuffled and salted with hostile pieces.

Each parser is given what a file, a field or a template might hold. It may refuse with an error of
the program's own; it may not raise anything else, take long, or say something that drives a
terminal.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from time import process_time

from ledger.desk.looking.filtering import parse_filter
from ledger.desk.texts.extracting import extract_file
from ledger.errors import LedgerError
from ledger.exchange.csv import read_csv
from ledger.exchange.jsonl import read_jsonl
from ledger.exchange.reviews import read_reviews
from ledger.quantities import read
from ledger.report.render import Layout, render
from ledger.report.view import ReportView
from ledger.text.dates import typed_date
from ledger.text.display import show_line

FIXTURES = Path(__file__).parents[1] / "fixtures"
TODAY = date(2025, 12, 15)
LONGEST = 8_000
"""Characters of an input; how cost grows with length is measured pattern by pattern."""
SLOW = 2.0
"""CPU seconds no such input may take."""

HOSTILE = (
    *("\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\r"),
    *("\ud83d", "\u0301" * 40, "\u2028", "\x85", '"', "'", "\\", "\\u0000", "\\ud800", "=1+1", "@"),
    *("[" * 300, "{" * 300, '{"a":' * 200, "(" * 300, "<" * 100, "<!--", "<![CDATA[", "&#x1b;"),
    *("9" * 400, "1e999", "-0", "NaN", "Infinity", "1" + ",000" * 90, "٣", "１２", "零" * 200),
    *("0000-00-00", "9999-12-31", "31/02/2024", "二〇二五年十三月", "民國0年", "yesterday " * 50),
    *("{{", "}}", "{%", "%}", "{{ 9**9**9 }}", "{{ ''.__class__ }}", "{% for i in range(99) %}"),
    *("{{ view }}", "{% include 'report.md.j2' %}", "$(id)", "; DROP TABLE claim; --", "\t,\n"),
)

_VIEW = ReportView(TODAY, "ab" * 32, 3)


@dataclass(frozen=True)
class Parser:
    """Something that reads what comes from outside.

    Attributes:
        seeds: good inputs.
        parse: reads one.
    """

    seeds: tuple[str, ...]
    parse: Callable[[str], object]


def _rows(reader: Callable[..., Iterator[object]], name: str) -> Callable[[str], object]:
    return lambda text: list(reader(BytesIO(_bytes(text)), name, today=TODAY))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


_NEWSROOM = (FIXTURES / "newsroom.jsonl").read_text(encoding="utf-8").splitlines()
_LINES = tuple("\n".join(_NEWSROOM[n : n + 4]) for n in range(0, 40, 4))
_TEXTS = tuple(json.loads(line)["text"] for line in _NEWSROOM)
_CSV = (
    "text,outlet,speaker,said_on,claim\n"
    'The quay opens in May 2027.,Sable Coast Radio,Hanna Oost,2025-12-09,"When, exactly"\n'
    '"碼頭""將於"" 2027年5月啟用",霧港財經,,10 Dec 2025,\n'
)
_REVIEW = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": "2025-12-09",
        "url": "https://check.example/1",
        "claimReviewed": "The quay opens in May.",
        "author": {"@type": "Organization", "name": "Quay Check"},
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "False"},
        "itemReviewed": {"@type": "Claim", "author": {"name": "Hanna Oost"}},
    }
)
_PAGES = tuple(
    path.read_text(encoding="utf-8")[:3_000]
    for path in sorted((FIXTURES / "articles").glob("*.txt"))[:6]
)
_HTML = (
    "<!doctype html><html><head><title>Quay</title></head><body><article><h1>Quay</h1>"
    "<p>Hanna Oost said on Tuesday that the quay will cost 40 million euros.</p>"
    "<p>漢娜·奧斯特說，碼頭將耗資4000萬歐元。</p></article></body></html>"
)
_DATES = (
    "2025-12-08",
    "8 Dec 2025",
    "December 8, 2025",
    "昨天",
    "2025年12月8日",
    "民國114年12月8日",
)
_FILTERS = (
    'speaker:"Ada Quill" rate cut after:2025-01-01',
    "status:open topic:碼頭 by:jo added:today",
    'before:"8 Dec 2025" outlet:Tideline chip',
)
_TEMPLATES = (
    "# {{ h('title') }}\n{% for topic in view.topics %}## {{ topic.title }}\n{% endfor %}\n",
    "{% include 'report.md.j2' %}\n{{ view.counts.statements }} | {{ lang|upper }}\n",
    "{% set x = [1, 2, 3] %}{{ x|join(', ') }}{# a comment #}{{ cite }}\n",
)

PARSERS: Mapping[str, Parser] = {
    "JSONL": Parser(_LINES, _rows(read_jsonl, "a.jsonl")),
    "CSV": Parser((_CSV,), _rows(read_csv, "a.csv")),
    "ClaimReview": Parser((_REVIEW, f"[{_REVIEW}]"), _rows(read_reviews, "a.json")),
    "article": Parser(
        (*_PAGES, _HTML),
        lambda text: extract_file(BytesIO(_bytes(text)), outlet="Tideline", published=TODAY),
    ),
    "date": Parser(_DATES, lambda text: typed_date(text, TODAY)),
    "quantity": Parser(_TEXTS, read),
    "filter box": Parser(_FILTERS, lambda text: parse_filter(text, TODAY)),
    "template": Parser(_TEMPLATES, lambda text: render(_VIEW, Layout(template=text))),
}


def mutated(seed: str, chance: Random) -> str:
    """A good input spoiled in one to five places."""
    text = seed
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 2, 8, 60)))
        match chance.randrange(6):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + text[start:end] * chance.choice((1, 3, 50)) + text[end:]
            case 2:
                text = (
                    text[:start]
                    + chr(chance.choice((*range(1, 256), 0x3000, 0x1F600)))
                    + text[end:]
                )
            case 3:
                text = text[end:] + text[:start]
            case _:
                text = text[:start] + chance.choice(HOSTILE) + text[end:]
    return text[:LONGEST]


@dataclass
class Fuzzed:
    """What a parser did with what nobody meant.

    Attributes:
        inputs: how many there were.
        refused: how many it refused in words of its own.
        slowest: CPU seconds of the slowest.
        faults: everything it should not have done, with the input.
    """

    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def fuzz(parser: Parser, inputs: int, chance: Random) -> Fuzzed:
    """Give a parser so many spoiled inputs."""
    found = Fuzzed()
    for _ in range(inputs):
        text = mutated(chance.choice(parser.seeds), chance)
        begun = process_time()
        try:
            said = str(parser.parse(text))
        except LedgerError as refusal:
            found.refused += 1
            said = str(refusal)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what we look for
            found.faults.append(f"{fault!r} for {text!r}")
            continue
        taken = process_time() - begun
        found.inputs += 1
        found.slowest = max(found.slowest, taken)
        if taken > SLOW:
            found.faults.append(f"{taken:.1f} s for {text!r}")
        if drives(show_line(said)):
            found.faults.append(f"it drives a terminal: {text!r}")
    return found


def drives(shown: str) -> bool:
    """Whether a line could move a cursor, change colours, or turn the reading direction."""
    return any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in shown)
