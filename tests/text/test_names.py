"""The name table as data, names found in running text, and likeness of two names."""

import csv
from collections import defaultdict
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.fold import fold
from ledger.text.names import Kind, Name, NameTable, blocks, names, similarity

SAME_NAME = 0.92


def rows() -> list[dict[str, str]]:
    table = files("ledger.text").joinpath("data/names.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))


def mentioned(text: str) -> list[str]:
    return [mention.id for mention in names().mentions_in(text)]


def test_table_has_the_size_and_kinds_promised() -> None:
    kinds = {name.kind for name in names()}
    assert len(list(names())) == len(rows()) >= 320
    assert kinds == set(get_args(Kind))


def test_ids_are_unique() -> None:
    ids = [row["en"].lstrip("=^") for row in rows()]
    assert len(ids) == len(set(ids))


def test_every_form_belongs_to_one_name() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for name in names():
        for form in name.written():
            owners[fold(form)].add(name.id)
            assert names().lookup(form) is name, form
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_no_chinese_form_of_one_character() -> None:
    short = [form for name in names() for form in name.written() if len(fold(form)) == 1]
    assert short == ["X"]


def test_every_traditional_form_is_also_listed_in_simplified() -> None:
    for row in rows():
        assert bool(row["zh_hant"]) == bool(row["zh_hans"]), row


def test_every_form_for_running_text_is_found_there() -> None:
    missed = [
        (name.id, form)
        for name in names()
        for form in name.forms
        if form[0] not in "=!" and mentioned(f"“{form.lstrip('^')}”, it says") != [name.id]
    ]
    assert missed == []


def test_what_only_looks_like_a_name_names_nobody() -> None:
    traps = [form[1:] for name in names() for form in name.forms if form[0] == "!"]
    assert len(traps) > 20
    assert [trap for trap in traps if mentioned(trap)] == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("川普", "Donald Trump", id="Taiwan"),
        pytest.param("特朗普", "Donald Trump", id="mainland and Hong Kong"),
        pytest.param("trump", "Donald Trump", id="lower case"),
        pytest.param("英伟达", "Nvidia", id="mainland company name"),
        pytest.param("ＮＶＩＤＩＡ", "Nvidia", id="full width"),
        pytest.param("美聯儲", "Federal Reserve", id="mainland name in Traditional"),
        pytest.param("the Fed", "Federal Reserve", id="the does not count"),
        pytest.param("《金融時報》", "Financial Times", id="title marks do not count"),
        pytest.param("us", "United States", id="a whole name may be any case"),
        pytest.param("蘋果", "Apple", id="an ordinary word is a name when alone"),
        pytest.param("Huang Jen-hsun", "Jensen Huang", id="romanised name"),
        pytest.param("克里斯‧米勒", "Chris Miller", id="another dot"),
    ],
)
def test_lookup(written: str, expected: str) -> None:
    found = names().lookup(written)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("written", ["", "the", "米勒", "Trumps", "Nvidia said", "a"])
def test_lookup_of_nobody(written: str) -> None:
    assert names().lookup(written) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("US gets an 18-month lead", ["United States"], id="US in capitals"),
        pytest.param("tell us when", [], id="us the pronoun"),
        pytest.param("TELL US WHEN", [], id="capitals prove nothing in a text of capitals"),
        pytest.param("ＵＳ firms", ["United States"], id="full width capitals"),
        pytest.param("the U.S.-led pact", ["United States"], id="dotted abbreviation"),
        pytest.param("the Fed fed them", ["Federal Reserve"], id="Fed, not fed"),
        pytest.param("Apple's chips, not an apple", ["Apple"], id="Apple, not an apple"),
        pytest.param("APPLE falls", ["Apple"], id="a name in capitals"),
        pytest.param("蘋果很甜", [], id="the fruit"),
        pytest.param("高通膨時期高通獲利", ["Qualcomm"], id="high inflation is not Qualcomm"),
        pytest.param("发展中国家与中国", ["China"], id="developing countries are not China"),
        pytest.param("印度尼西亞與印度", ["Indonesia", "India"], id="longest first"),
        pytest.param("平台中有人", [], id="a place inside other words"),
        pytest.param(
            "長榮航招募，長榮航太也招募", ["EVA Air"], id="a short form, not a sister firm"
        ),
        pytest.param("船隻無法航行", [], id="法航 inside other words"),
        pytest.param("港澳航班照常", [], id="澳航 inside other words"),
        pytest.param("來自東南亞科技業", [], id="南亞科 inside other words"),
        pytest.param("馬里蘭州州長", [], id="蘭州 inside an American state"),
        pytest.param(
            "an indigo dress and a fiat currency", [], id="words that firms are called by"
        ),
        pytest.param("輝達(NVIDIA)", ["Nvidia", "Nvidia"], id="both scripts"),
        pytest.param("習近平與川普", ["Xi Jinping", "Donald Trump"], id="two people"),
        pytest.param("Xi visits Xi’an", ["Xi Jinping", "Xi'an"], id="a city that begins like him"),
        pytest.param("廣西安排西安", ["Guangxi", "Xi'an"], id="no city across two words"),
    ],
)
def test_names_in_running_text(text: str, expected: list[str]) -> None:
    assert mentioned(text) == expected


def test_a_key_alone_gives_only_the_forms_that_need_no_case() -> None:
    assert [m.id for m in names().mentions(fold("US and China"))] == ["China"]


def test_first_of_two_names_keeps_a_shared_form() -> None:
    table = NameTable([Name("One", "outlet", ("Both",)), Name("Two", "outlet", ("Both", "Two"))])
    found = table.lookup("both")
    assert found is not None
    assert found.id == "One"
    assert table.get("Two") == Name("Two", "outlet", ("Both", "Two"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Público", "Publico", id="accents"),
        pytest.param("President Trump", "美國總統特朗普", id="titles in two languages"),
        pytest.param("輝達CEO黃仁勳", "Jen-Hsun Huang", id="company and title"),
        pytest.param("賴清德總統", "William Lai", id="title behind a known name"),
        pytest.param("英國《金融時報》", "FT", id="country before an outlet"),
        pytest.param("江凱明(Cameron Johnson)", "Cameron Johnson", id="other script in brackets"),
        pytest.param("Rui A. Duarte", "Rui Antonio Duarte", id="initial"),
        pytest.param("Ana Lima", "Ana Maria Lima", id="missing middle name"),
        pytest.param("Lima, Ana", "Ana Lima", id="family name first"),
        pytest.param("Ana Lima, mayor of Porto Vela", "Mayor Ana Lima", id="title behind a comma"),
        pytest.param("The Harbour Gazette", "Harbour Gazette", id="article"),
        pytest.param("Vela Shipping Ltd", "Vela Shipping", id="company suffix"),
        pytest.param("港灣市市長陳小明", "陳小明", id="Chinese title before a name"),
        pytest.param("陳小明先生", "陈小明", id="honorific and the other script"),
        pytest.param("Florenzio Ruiz", "Florencio Ruiz", id="one slip in a long word"),
    ],
)
def test_nearly_surely_the_same_name(one: str, other: str) -> None:
    assert similarity(one, other) >= SAME_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ana Duarte", "Ana Duarte Lima", id="another last name"),
        pytest.param("民視", "民事", id="one Chinese character"),
        pytest.param("陳小明", "陳曉明", id="same sound, other name"),
        pytest.param("Daniel Ortiz", "Daniela Ortiz", id="a last letter is another person"),
        pytest.param("Mario Lopez", "Maria Lopez", id="so is a short word's"),
        pytest.param("President Lee", "Mayor Lee", id="titles and only a family name"),
        pytest.param("Mr Lee", "Mrs Lee", id="a couple"),
        pytest.param("Nvidia CEO", "Nvidia", id="an office is not its company"),
        pytest.param("美國總統", "美國", id="nor its country"),
        pytest.param("Mayor's office", "Governor's office", id="offices of two people"),
        pytest.param("市長辦公室", "州長辦公室", id="offices of two people in Chinese"),
        pytest.param("Daily Star", "Daily Morning Star", id="outlets have no middle names"),
        pytest.param("New Times", "New Harbour Times", id="nor initials"),
        pytest.param("Channel 4", "Channel 5", id="a figure is a name"),
        pytest.param("Reuters", "Routers", id="a short word's slip"),
        pytest.param("Harbour Gazette", "", id="nothing"),
    ],
)
def test_perhaps_another_name(one: str, other: str) -> None:
    assert similarity(one, other) < SAME_NAME


@settings(max_examples=100)
@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0.0 <= similarity(one, other) <= similarity(one, one) == 1.0


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["US", "us", "中國", "Meta", "ﬁ", " ", "。", "ß"])).map("".join))
def test_mentions_carry_offsets_of_the_key(text: str) -> None:
    key = fold(text)
    for mention in names().mentions_in(text):
        found = names().lookup(key[mention.start : mention.end])
        assert found is not None
        assert found.id == mention.id


SPELLED = st.sampled_from(
    [
        "Jen-Hsun Huang",
        "Huang Jen-hsun",
        "Jenhsun Huang",
        "Joana Duarte",
        "J. Duarte",
        "President Trump",
        "川普",
        "Donald Trump",
        "Cornelius Vandermeer",
        "Cornelius Vandermeeer",
        "Vandermeer",
        "Ana M. Lima",
        "Ana Maria Lima",
        "New York Times",
        "The NewYork Times",
        "Nvidia Corp.",
        "輝達",
        "Featherstone",
        "Fetherstone",
        "Featherstonne",
        "江凯明(Cameron Johnson)",
        "Cameron Johnson",
    ]
)


@given(SPELLED, SPELLED)
def test_names_taken_for_one_share_a_block(a: str, b: str) -> None:
    if similarity(a, b) >= 0.92:
        assert blocks(a) & blocks(b)
