"""Extraction as a whole: the contract, the threshold, cut teasers, hostile pages."""

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction import as_contract, day_published, extract

DAY = date(2025, 12, 12)
KEYS = [
    "sentence", "start", "end", "speaker", "speaker_span", "relayed_from", "relay_basis", "outlet",
    "said_on", "said_on_basis", "quantities", "score", "reasons", "region",
]  # fmt: skip


def test_a_proposal_as_the_contract_writes_it() -> None:
    (found,) = extract("市長杜景和週二（9日）表示，港務費調漲12%。", "潮聲社", DAY)
    contract = as_contract(found)
    assert list(contract) == KEYS
    assert json.loads(json.dumps(contract)) == contract
    assert (contract["speaker"], contract["speaker_span"]) == ("杜景和", [2, 5])
    assert (contract["said_on"], contract["said_on_basis"]) == ("2025-12-09", "explicit")
    assert contract["outlet"] == "潮聲社"


def test_figures_keep_their_place_in_the_sentence() -> None:
    (found,) = extract("第一行\n港務費調漲12%。", "潮聲社", DAY)
    (figure,) = found.quantities
    assert found.sentence[figure.start : figure.end] == figure.text == "12%"


def test_the_threshold_is_the_callers() -> None:
    page = "橋很美。\n港務費調漲12%。"
    assert len(extract(page, at_least=0.0)) == 2
    assert [one.sentence for one in extract(page)] == ["港務費調漲12%。"]
    assert extract(page, at_least=1.0) == []


@pytest.mark.parametrize(
    ("teaser", "figures"),
    [
        pytest.param("出口在前11個月內創下高達1兆美", 0, id="cut inside its unit"),
        pytest.param("標普500指數漲到5...", 0, id="cut inside the number"),
        pytest.param("港務費調漲12%，船東不滿，但港務局", 1, id="cut well behind it"),
        pytest.param("港務費調漲12%。", 1, id="not cut"),
    ],
)
def test_a_cut_teaser_yields_no_figure_cut_in_half(teaser: str, figures: int) -> None:
    page = f"橋通車。\n延伸閱讀\n標題\n{teaser}\n潮聲晚報 ・ 1 天前 ・ 3"
    found = [one for one in extract(page, at_least=0.0) if one.region == "teaser"]
    money = [q for one in found for q in one.quantities if q.dimension in ("percent", "currency")]
    assert len(money) == figures


def test_a_headline_hint_stands_behind_the_reasons() -> None:
    found = extract("島國將徵50%關稅\n議會決定加徵最多50%的關稅。", "潮聲社", DAY)
    assert found[0].reasons[-1].startswith("look twice: the headline says 50%")


def test_progress_ends_at_the_end() -> None:
    heard: list[tuple[str, int, int]] = []
    extract("港務費調漲12%。\n橋通車。", progress=lambda *told: heard.append(told))
    assert heard[-1] == ("reading", 14, 14)
    assert [done for _, done, _ in heard] == sorted(done for _, done, _ in heard)


def test_nobody_states_a_page_without_a_full_stop() -> None:
    assert extract("字" * 5_000, at_least=0.0) == []


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("「" * 10_000 + "他說，", id="quotes never closed"),
        pytest.param("《日報》報導" * 2_000, id="no punctuation"),
        pytest.param(("他說，" * 600 + "\n") * 5, id="a verb in every clause"),
        pytest.param("according to " * 5_000, id="an endless source"),
        pytest.param("\ud800\u202e\x00" * 2_000, id="no text at all"),
        pytest.param("潮聲社 ・ 1 天前 ・ 發起對話" * 2_000, id="teasers without end"),
    ],
)
def test_hostile_pages_are_read(page: str) -> None:
    assert all(page[one.start : one.end] == one.sentence for one in extract(page, at_least=0.0))


@given(
    st.text(
        alphabet="市長杜景和表示說，。「」\n12%年月日 said Reuters.\"'・天前相關新聞", max_size=120
    )
)
def test_every_proposal_is_verbatim_in_order_and_once(page: str) -> None:
    found = extract(page, "潮聲社", DAY, at_least=0.0)
    assert all(page[one.start : one.end] == one.sentence for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == extract(page, "潮聲社", DAY, at_least=0.0)


def test_a_teaser_was_published_on_a_day_of_its_own() -> None:
    page = "橋通車。\n延伸閱讀\n渡輪罷工\n損失2000萬元。\n潮聲晚報 ・ 1 天前 ・ 3\n另一則"
    days = [day_published(page, page.index(word), DAY) for word in ("橋", "損失", "另一則")]
    assert days == [DAY, date(2025, 12, 11), None]


def test_marks_of_markdown_stay_in_the_words_and_hide_nobody() -> None:
    page = "Dues rise **12%**, [Elke Sandor](https://x.example), the chair, said on Monday."
    (found,) = extract(page, "Gazette", DAY)
    assert (found.sentence, found.speaker) == (page, "Elke Sandor")
    assert found.said_on == date(2025, 12, 8)
