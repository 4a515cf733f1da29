"""A report with everything in it: two scripts, a decided conflict, a correction, hostile text."""

from datetime import date

import pytest

from ledger.report.view import (
    Claim,
    Conflict,
    Correction,
    Counts,
    Decision,
    Reading,
    Remark,
    ReportView,
    Side,
    Source,
    Statement,
    Topic,
)

BRIDGE = Source(
    "Harbour Post",
    "Bridge bill grows again",
    date(2025, 12, 8),
    "https://harbourpost.example/bridge?id=7&part=(2)",
    "9b74c9897bac770ffc029102a200c5de" * 2,
)
BUDGET = Source("海灣日報", "跨灣大橋造價再升", date(2025, 12, 9), "https://bay.example/橋樑/造價")
HOSTILE = Source(
    "**Shout** | [Daily](javascript:alert(1))!",
    "<script>alert(1)</script> # 1",
    None,
    "javascript:alert(document.title)",
)
FLOOD = Source("Harbour Post", None, date(2025, 12, 10), "https://harbourpost.example/flood")

MAYOR = Statement(
    "S1",
    "“The bridge will cost $2.4 billion, not a cent more,” the mayor said.",
    BRIDGE,
    "Mayor Ilse Vandermeer",
    None,
    date(2025, 12, 8),
    "en",
    (Reading("2.35–2.45 billion USD", "2027"),),
)
AUDITOR = Statement(
    "S2",
    "審計處估計,大橋造價將達31億美元。\n\n這比市長的說法高出約三成。",
    BUDGET,
    "市審計處",
    "灣區通訊社",
    date(2025, 12, 9),
    "zh-Hant",
    (Reading("3.05–3.15 billion USD", "2027"), Reading("about 27–33 %")),
    2,
)
RELAY = Statement(
    "S3",
    "City auditors put the bridge at 3.1 billion dollars.",
    FLOOD,
    "City Audit Office",
    "Bay Wire",
    date(2025, 12, 10),
    "en",
    (Reading("3.05–3.15 billion USD"),),
    2,
)
SHOUT = Statement(
    "S4",
    "# Stop\n<b>The pier</b> did *not* flood | see [here](https://x.example)\n"
    "1. \x1b[31mred\x1b[0m \u202eevil\n"
    "    ![pixel](https://x.example/p.png) &amp; `code` www.x.example [^1]\n---",
    HOSTILE,
)
PIER = Statement(
    "S5",
    "The pier flooded on Sunday, the harbour master said.",
    FLOOD,
    "harbour master of Port Ellery",
    said_on=date(2025, 12, 7),
    language="en",
    origin=2,
)
FIRST = Decision(
    date(2025, 12, 10),
    "mei",
    "X1",
    "both_stand",
    "Different years?",
    superseded=True,
    because="date",
)
SECOND = Decision(
    date(2025, 12, 11),
    "tom",
    "X1",
    "b_holds",
    "The audit is signed | final.",
    sides=("S1", "S2"),
)


@pytest.fixture
def sample() -> ReportView:
    bridge = Claim(
        "C1",
        "What the bay bridge of Port Ellery will cost",
        (MAYOR, AUDITOR, RELAY),
        (
            Remark(
                "measure_mismatch",
                "S1 counts the bridge alone, S3 the roads to it as well.",
                ("S1", "S3"),
            ),
        ),
    )
    pier = Claim("C2", "Whether the pier flooded #", (SHOUT, PIER))
    return ReportView(
        as_of=date(2025, 12, 12),
        ledger_hash="5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456",
        entries=1204,
        counts=Counts(2, 5, 4, 3, 1, 1, 1, 0, 2),
        conflicts=(
            Conflict(
                "X2",
                "C2",
                pier.wording,
                "open",
                "polarity",
                "S4 denies that the pier flooded, S5 asserts it.",
                (Side(SHOUT, 1, ((23, 38),)), Side(PIER, 1, ((9, 16),))),
            ),
            Conflict(
                "X1",
                "C1",
                bridge.wording,
                "decided",
                "numeric_disjoint",
                "S1 says $2.4 billion, S2 says 31億美元, for the same cost: they cannot both hold.",
                (Side(MAYOR, 1, ((22, 34),)), Side(AUDITOR, 1, ((12, 17),))),
                (FIRST, SECOND),
            ),
        ),
        topics=(Topic("Bridge", (bridge,)), Topic(None, (pier,))),
        decisions=(FIRST, SECOND),
        corrections=(
            Correction(date(2025, 12, 11), "tom", 1198, "X1: both stand"),
            Correction(date(2025, 12, 12), "mei", 1203, "S3 on its own, C3 | [new]"),
        ),
    )
