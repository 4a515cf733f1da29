"""Names: two entries made one, renamed, agencies marked; all of it undone."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.looking.browsing import browse
from ledger.desk.names.aliases import Known, list_aliases
from ledger.desk.names.naming import mark_agency, merge_names, rename_name
from ledger.desk.undoing import redo, undo
from ledger.errors import InvalidField, NameTaken, OneName, UnknownName
from tests.desk.ledgers import claim, content, entries, record, rows

pytestmark = pytest.mark.databases("sqlite")


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    """Ada Quill says one thing, the harbour chair another; both are one woman."""
    record(desk, "The pier is closed.", "Harbour Courier", speaker="Ada Quill")
    record(desk, "The pier is shut.", "The Tideline", speaker="the harbour chair")
    record(desk, "The pier opens.", "Reuters", speaker="Bram Teller")
    return desk


def speakers(desk: Desk) -> dict[str, Known]:
    return {known.name: known for known in list_aliases(desk, "speaker")}


def test_two_entries_become_one_voice(peopled: Desk) -> None:
    assert claim(peopled).origins == 3
    merged = merge_names(peopled, "speaker", "Ada Quill", "the harbour chair")
    assert set(merged.aliases) == {"Ada Quill", "the harbour chair"}
    assert merged.statements == 2
    assert set(speakers(peopled)) == {"Ada Quill", "Bram Teller"}
    assert claim(peopled).origins == 2
    for name in ("quill", "harbour chair"):
        assert browse(peopled, f'speaker:"{name}"').total == 1
    record(peopled, "The pier is not open.", "Quay Wire", speaker="The Harbour Chair")
    assert speakers(peopled)["Ada Quill"].statements == 3
    entries(peopled)


def test_a_house_and_its_service_in_another_language_are_one_origin_each_as_written(
    desk: Desk,
) -> None:
    for text, outlet in (
        ("The Corran pier is closed.", "BBC"),
        ("科蘭碼頭的長堤關閉了。", "BBC中文"),
        ("克兰长堤不再开放。", "英国广播公司"),
        ("长堤周一起停止使用。", "路透中文网"),
    ):
        record(desk, text, outlet)
    assert claim(desk).origins == 2
    written = [row["outlet"] for row in rows(desk)["statement"]]
    assert written == ["BBC", "BBC中文", "英国广播公司", "路透中文网"]
    assert {known.name for known in list_aliases(desk, "outlet")} == {"BBC", "Reuters"}


@pytest.mark.databases("sqlite", "postgresql")
def test_a_merge_is_undone_and_done_again(peopled: Desk) -> None:
    before = speakers(peopled)
    merge_names(peopled, "speaker", "Ada Quill", "the harbour chair")
    after = speakers(peopled)
    undo(peopled)
    assert speakers(peopled) == before
    redo(peopled)
    assert speakers(peopled) == after
    entries(peopled)


@pytest.mark.databases("sqlite", "postgresql")
def test_a_better_name_keeps_the_former_and_those_merged_into_it(peopled: Desk) -> None:
    merge_names(peopled, "speaker", "Ada Quill", "the harbour chair")
    renamed = rename_name(peopled, "speaker", "ada quill", "Ada M. Quill")
    assert renamed.name == "Ada M. Quill"
    assert renamed.statements == 2
    assert {"Ada Quill", "Ada M. Quill"} <= set(renamed.aliases)
    undo(peopled)
    assert set(speakers(peopled)) == {"Ada Quill", "Bram Teller"}
    assert "Ada M. Quill" not in speakers(peopled)["Ada Quill"].aliases
    entries(peopled)


def test_agencies_are_marked_as_shipped_and_by_hand(peopled: Desk) -> None:
    record(peopled, "一", "新華社")
    record(peopled, "二", "中央社")
    roles = {known.name: known.role for known in list_aliases(peopled, "outlet")}
    assert roles["Reuters"] == "agency"
    assert roles["Xinhua"] == "agency"
    assert roles["Central News Agency"] == "agency"
    assert roles["The Tideline"] is None
    assert mark_agency(peopled, "The Tideline").role == "agency"
    undo(peopled)
    assert {k.name: k.role for k in list_aliases(peopled, "outlet")} == roles
    assert mark_agency(peopled, "Reuters", is_agency=False).role == "outlet"


def test_an_agency_marked_by_hand_is_the_origin_of_what_names_it(peopled: Desk) -> None:
    record(peopled, "QUAY (The Tideline) - Ferries sail again.", "Evening Gull")
    record(peopled, "QUAY (The Tideline) - No bus runs.", "Harbour Post")
    before = claim(peopled).origins
    mark_agency(peopled, "The Tideline")
    assert claim(peopled).origins == before - 1
    undo(peopled)
    assert claim(peopled).origins == before


def test_what_makes_no_sense_is_refused_and_nothing_written(peopled: Desk) -> None:
    before = content(peopled)
    with pytest.raises(OneName):
        merge_names(peopled, "speaker", "Ada Quill", "ADA QUILL")
    with pytest.raises(UnknownName):
        merge_names(peopled, "speaker", "Ada Quill", "Nobody")
    with pytest.raises(NameTaken):
        rename_name(peopled, "speaker", "Ada Quill", "Bram Teller")
    with pytest.raises(InvalidField):
        rename_name(peopled, "speaker", "Ada Quill", "  ")
    with pytest.raises(UnknownName):
        mark_agency(peopled, "Nobody")
    assert content(peopled) == before
