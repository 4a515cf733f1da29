"""The contract of compare: shape, sentence, symmetry, and nothing that makes it raise."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from ledger.disagreement import (
    RELATIONS,
    WORTH_A_LOOK,
    Relation,
    Side,
    compare,
    compare_each,
    inconsistencies,
)


def _mirror(found: Relation) -> list[tuple[object, ...]]:
    return sorted((part.b, part.a, part.code) for part in found.parts)


def _parts(found: Relation) -> list[tuple[object, ...]]:
    return sorted((part.a, part.b, part.code) for part in found.parts)


def test_the_sentence_names_both_figures_and_what_they_measure() -> None:
    found = compare("It keeps a lead of about 18 months", "It keeps a lead of 12 months")
    assert found.explanation == (
        "A says about 18 months, B says 12 months, for the same lead: they cannot both hold."
    )


def test_the_sentence_names_the_sources() -> None:
    ours = Side("The lead is 18 months", speaker="Ines Duarte", outlet="Harbour Post")
    theirs = Side("The lead is 12 months", outlet="Tide Daily")
    assert compare(ours, theirs).explanation.startswith(
        "Ines Duarte says 18 months, Tide Daily says"
    )


def test_one_source_against_itself_is_told_apart() -> None:
    day = date(2025, 12, 8)
    ours = Side("The lead is 18 months", outlet="Tide Daily", said_on=day)
    theirs = Side("The lead is 12 months", outlet="Tide Daily", said_on=day)
    assert compare(ours, theirs).explanation.startswith(
        "Tide Daily (A) says 18 months, Tide Daily (B)"
    )


def test_spans_are_code_points_of_the_original() -> None:
    ours, theirs = "🚢 「渡輪」大火造成１４人死亡", "渡輪大火造成19人死亡"
    (part,) = compare(ours, theirs).parts
    assert ours[slice(*part.a)].startswith("１４")
    assert theirs[slice(*part.b)].startswith("19")


def test_the_same_text_agrees_with_itself() -> None:
    text = "米勒估計2026年美國及其夥伴生產超過95%的AI晶片,中國不到5%"
    assert compare(text, text).code == "same"


def test_nothing_to_compare() -> None:
    assert compare("It rained", "The bridge opened").code == "no_quantity"
    assert compare("It rained", "The bridge has 3 lanes").code == "unaligned"
    assert compare("", "").relation == "agree"


def test_every_code_has_a_relation_and_worth_a_look_opens_no_conflict() -> None:
    assert set(RELATIONS.values()) == {"agree", "disagree", "not_comparable"}
    assert {RELATIONS[code] for code in WORTH_A_LOOK} == {"not_comparable"}


PHRASES = [
    *("市占率", "接近九成", "18個月", "about 18 months", "a lead of", "，", "。"),
    *(" and ", "並未", "did not", "降息一碼", "China", "中國", "2026年"),
    *("in 2025", "$5.5bn", "55億美元", "稱", "\u200b", "(", ")"),
    *("may", "12 killed", "34人受傷", "rose", "下跌", "3.50–3.75 %", "281-24-149"),
    *("\n"),
]
sentences = st.lists(st.sampled_from(PHRASES), max_size=8).map("".join)
texts = st.one_of(sentences, st.text(max_size=60))
sides = st.builds(
    Side,
    texts,
    speaker=st.sampled_from([None, "Ines Duarte", "川普"]),
    outlet=st.sampled_from([None, "Tide Daily"]),
    said_on=st.sampled_from([None, date(2025, 12, 8), date(2025, 12, 9)]),
)


@settings(max_examples=100, deadline=None)
@given(sides, sides)
def test_the_other_way_round_is_the_mirror_image(a: Side, b: Side) -> None:
    found, mirrored = compare(a, b), compare(b, a)
    assert (found.relation, found.code) == (mirrored.relation, mirrored.code)
    assert _parts(found) == _mirror(mirrored)


@settings(max_examples=100, deadline=None)
@given(sides, sides)
def test_relation_and_parts_hang_together(a: Side, b: Side) -> None:
    found = compare(a, b)
    assert found.relation == RELATIONS[found.code]
    assert any(part.relation == "disagree" for part in found.parts) == (
        found.relation == "disagree"
    )
    for part in found.parts:
        assert 0 <= part.a.start <= part.a.end <= len(a.text)
        assert 0 <= part.b.start <= part.b.end <= len(b.text)


TO_SIMPLIFIED = OpenCC("t2s")


@settings(max_examples=100, deadline=None)
@given(sentences, sentences)
def test_script_makes_no_difference(a: str, b: str) -> None:
    converted = compare(TO_SIMPLIFIED.convert(a), TO_SIMPLIFIED.convert(b))
    assert (converted.relation, converted.code) == (compare(a, b).relation, compare(a, b).code)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(sides, sides), max_size=5))
def test_many_at_a_time_are_related_as_one_by_one(pairs: list[tuple[Side, Side]]) -> None:
    many = pairs * 12  # more than go through the stages together
    assert [*compare_each(many)] == [compare(a, b) for a, b in many]


@given(texts)
def test_a_text_agrees_with_itself_and_any_text_can_be_checked(text: str) -> None:
    assert compare(text, text).relation == "agree"
    for fault in inconsistencies(text):
        assert fault.code == "internal_arithmetic"


HOSTILE = [
    "9" * 20_000,
    "億" * 20_000,
    "(" * 20_000,
    "not " * 5_000,
    "5% " * 5_000,
    "不" * 20_000,
    '"' * 9_999,
]


@pytest.mark.parametrize(
    "text", HOSTILE, ids=["digits", "億", "brackets", "negations", "figures", "不", "quotes"]
)
def test_long_and_hostile_text(text: str) -> None:
    assert compare(text, text + "x").relation in set(RELATIONS.values())


def test_under_one_claim_two_languages_need_not_share_a_name() -> None:
    a, b = "The Tallow Bridge costs 40 million euros.", "塔洛橋的造價是六千萬歐元。"
    assert compare(a, b).relation == "not_comparable"
    assert compare(b, a).relation == "not_comparable"
    assert compare(a, b, one_claim=True).code == "numeric_disjoint"
    assert compare(b, a, one_claim=True).code == "numeric_disjoint"
