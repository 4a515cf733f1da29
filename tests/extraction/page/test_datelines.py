"""Datelines and bylines: what stands before the words of an article."""

import pytest

from ledger.extraction.page.datelines import dateline
from ledger.extraction.spelling import one_spelling


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        pytest.param("（潮聲社記者林書宇藍灣20日電）橋會通車。", "橋會通車。", id="an agency"),
        pytest.param("【潮聲晚報/沈知遠】橋會通車。", "橋會通車。", id="a paper and a name"),
        pytest.param("[Tideline新聞] 橋會通車。", "橋會通車。", id="square brackets"),
        pytest.param("[潮聲新聞]記者林文浩橋會通車。", "橋會通車。", id="a byline without an end"),
        pytest.param(
            "本报记者林文浩藍灣報導 橋會通車。", "橋會通車。", id="a byline with its place"
        ),
        pytest.param("ELLIN, Nov 20 (Quay Wire) - The bridge opens.", "The bridge opens.", id="en"),
        pytest.param(
            "(Evening Ledger) — The bridge opens.", "The bridge opens.", id="agency first"
        ),
        pytest.param("(橋會通車)市長說。", "(橋會通車)市長說。", id="brackets of another kind"),
        pytest.param(
            "NATO said no - again.", "NATO said no - again.", id="capitals of another kind"
        ),
        pytest.param("橋會通車。", "橋會通車。", id="none"),
    ],
)
def test_what_comes_after_the_dateline(line: str, rest: str) -> None:
    found = dateline(one_spelling(line), 0, len(line))
    assert line[found.end :] == rest
    assert found.written == one_spelling(line)[: found.end]
