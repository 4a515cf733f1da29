"""Who is meant: one identity across scripts and spellings, and never two people made one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.desk import Desk
from ledger.desk.names.namebook import Kind, NameBook
from ledger.errors import NameTaken, UnknownName
from ledger.text.names import names
from tests.desk.ledgers import entries, outlet_names, record, rows, speaker_names


def resolved(desk: Desk, kind: Kind, written: list[str]) -> list[int]:
    """Whom each name means, in one act each, as if it came on another day."""
    numbers = []
    for name in written:
        with desk.acting("test") as act:
            numbers.append(NameBook(act, kind).resolve(name))
    return numbers


SAME = [
    pytest.param("speaker", ["川普", "特朗普", "Trump", "Donald Trump"], id="three scripts"),
    pytest.param("speaker", ["Trump", "川普", "President Trump"], id="English first"),
    pytest.param("speaker", ["美國總統川普", "特朗普"], id="with a title"),
    pytest.param("speaker", ["輝達", "英偉達", "英伟达", "NVIDIA", "Nvidia Corp."], id="a company"),
    pytest.param("speaker", ["聯準會", "美聯儲", "美联储", "Fed"], id="an institution"),
    pytest.param("speaker", ["卓薇安", "Vivian Toh", "Toh, Vivian"], id="a person of one page"),
    pytest.param("speaker", ["泰國央行", "Bank of Thailand", "泰国央行"], id="a central bank"),
    pytest.param("outlet", ["BBC", "BBC中文", "英國廣播公司", "英国广播公司"], id="the BBC"),
    pytest.param("outlet", ["Reuters", "路透社", "路透"], id="an agency"),
    pytest.param(
        "outlet", ["Harbour Courier", "HARBOUR  COURIER", "ＨＡＲＢＯＵＲ Courier"], id="width"
    ),
    pytest.param("outlet", ["The Tideline", "Tideline"], id="the article"),
    pytest.param("outlet", ["港務新聞", "港务新闻"], id="an unknown name in both scripts"),
    pytest.param("speaker", ["Cornelius Vandermeer", "Cornelius Vandermeeer"], id="one slip"),
    pytest.param("speaker", ["Ilse Vandermeer", "Vandermeer, Ilse"], id="other order"),
]
OTHER = [
    pytest.param("speaker", ["林可循", "林可尋"], id="another Chinese character"),
    pytest.param("speaker", ["王小明", "王小民", "汪小明"], id="three such people"),
    pytest.param("speaker", ["Ada Quill", "Ada Quinn"], id="another surname"),
    pytest.param("speaker", ["Donald Trump", "Melania Trump"], id="a shared surname"),
    pytest.param("speaker", ["Bank of Japan", "Bank of Thailand"], id="two central banks"),
    pytest.param("outlet", ["Quay Wire 1", "Quay Wire 2"], id="another number"),
    pytest.param("outlet", ["海灣日報", "海灣晚報"], id="morning and evening paper"),
    pytest.param("speaker", ["\u200b", "\u200c"], id="nothing but zero width"),
    pytest.param("speaker", ["\u202e", "\u2066\u2069", "\u00ad"], id="nothing but marks"),
    pytest.param("speaker", ["\u200b\u200b", "\u200b", "Ada Quill"], id="nothing beside somebody"),
    pytest.param("speaker", ["!", "?", "…", "[/]"], id="nothing but punctuation"),
    pytest.param("speaker", ["=", "^", "!"], id="the marks of the name table"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "written"), SAME)
def test_one_identity_however_it_is_written(desk: Desk, kind: Kind, written: list[str]) -> None:
    assert resolved(desk, kind, written) == [1] * len(written)
    entries(desk)


@pytest.mark.parametrize(("kind", "written"), SAME)
def test_the_order_they_come_in_does_not_matter(desk: Desk, kind: Kind, written: list[str]) -> None:
    assert set(resolved(desk, kind, written[::-1])) == {1}


@pytest.mark.parametrize(("kind", "written"), OTHER)
def test_two_identities_are_kept_apart(desk: Desk, kind: Kind, written: list[str]) -> None:
    assert resolved(desk, kind, written) == list(range(1, len(written) + 1))
    assert resolved(desk, kind, written) == list(range(1, len(written) + 1))
    entries(desk)


def test_a_known_name_is_entered_with_its_canonical_name_and_kind(desk: Desk) -> None:
    record(desk, "words", "路透社", speaker="川普")
    assert (outlet_names(desk), speaker_names(desk)) == (["Reuters"], ["Donald Trump"])
    assert rows(desk)["speaker"][0]["kind"] == "person"


def test_the_statement_keeps_the_name_as_written(desk: Desk) -> None:
    record(desk, "words", "路透社", speaker="川普", relayed_from="法新社")
    row = rows(desk)["statement"][0]
    assert (row["outlet"], row["speaker"], row["relayed_from"]) == ("路透社", "川普", "法新社")


def test_every_alias_is_a_name_people_write(desk: Desk) -> None:
    for written in ("Apple", "Trump", "Reuters", "US", "台積電"):
        resolved(desk, "speaker", [written])
    aliases = [row["alias"] for row in rows(desk)["speaker_alias"]]
    assert [alias for alias in aliases if alias[0] in "=^!"] == []


def test_a_name_known_as_a_whole_only_is_found(desk: Desk) -> None:
    assert set(resolved(desk, "speaker", ["Apple", "蘋果", "苹果"])) == {1}


def test_aliases_of_one_owner_are_written_once(desk: Desk) -> None:
    resolved(desk, "speaker", ["川普", "特朗普", "Trump", "川普", "TRUMP"])
    keys = [row["key"] for row in rows(desk)["speaker_alias"]]
    assert len(keys) == len(set(keys))


def test_outlets_and_speakers_are_two_books(desk: Desk) -> None:
    record(desk, "words", "Reuters", speaker="Reuters")
    assert (outlet_names(desk), speaker_names(desk)) == (["Reuters"], ["Reuters"])


def test_find_knows_only_who_is_there(desk: Desk) -> None:
    resolved(desk, "speaker", ["川普"])
    with desk.acting("test") as act:
        book = NameBook(act, "speaker")
        assert book.find("Donald Trump") == 1
        with pytest.raises(UnknownName, match="Ada Quill"):
            book.find("Ada Quill")


def test_an_alias_of_another_is_refused(desk: Desk) -> None:
    resolved(desk, "speaker", ["川普", "Ada Quill"])
    with desk.acting("test") as act, pytest.raises(NameTaken, match="Donald Trump"):
        NameBook(act, "speaker").add_alias(2, "特朗普")


def test_a_name_of_any_length_and_script_can_be_entered(desk: Desk) -> None:
    squared = "".join(map(chr, range(0x3300, 0x3358))) * 4  # each folds to three to six signs
    longest = [
        squared[:300],
        squared[7:307],
        "\ufdfa" * 300,
        "漢" * 300,
        "😀" * 300,
        "e\u0301" * 150,
        "ß" * 300,
    ]
    assert resolved(desk, "speaker", longest) == [1, 2, 3, 4, 5, 6, 7]
    assert resolved(desk, "speaker", longest) == [1, 2, 3, 4, 5, 6, 7]


@given(st.sampled_from([form for name in names() for form in name.written()]))
def test_every_shipped_form_is_looked_up(form: str) -> None:
    assert names().lookup(form) is not None
