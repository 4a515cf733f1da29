"""Rating scales as files: the shipped ones are whole, those of a house are checked."""

from pathlib import Path

import pytest

from ledger.errors import UnreadableFile
from ledger.exchange.scales import read_scale, shipped_scales

GOOD = """
name = "quay"
title = "The Quay's own"
[[ratings]]
label = "Holds water"
value = 2
[[ratings]]
label = "Leaks"
value = 1
[[ratings]]
label = "Adrift"
"""


@pytest.mark.parametrize(
    ("name", "labels", "best", "unplaced"),
    [
        ("averitec", 4, "Supported", {"Not Enough Evidence"}),
        ("house", 6, "Correct", {"Unproven"}),
        ("politifact", 6, "True", set()),
        ("snopes", 9, "True", {"Unproven", "Unfounded", "Outdated", "Research In Progress"}),
        ("taiwan", 4, "正確", {"事實釐清"}),
    ],
)
def test_the_shipped_scales_are_whole(
    name: str, labels: int, best: str, unplaced: set[str]
) -> None:
    scale = shipped_scales()[name]
    assert len(scale.ratings) == labels
    assert [r.label for r in scale.ratings if r.value == scale.best] == [best]
    assert scale.worst == 1
    assert {r.label for r in scale.ratings if r.value is None} == unplaced
    assert all(rating.meaning for rating in scale.ratings)


def test_a_scale_of_a_house_is_read(tmp_path: Path) -> None:
    path = tmp_path / "quay.toml"
    path.write_text(GOOD, encoding="utf-8")
    scale = read_scale(path)
    assert (scale.name, scale.best, scale.worst) == ("quay", 2, 1)
    assert [rating.label for rating in scale.ratings] == ["Holds water", "Leaks", "Adrift"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "title is missing|name is missing"),
        (b"name = ", "is not TOML"),
        (b"\xff", "is not text in UTF-8 \\(byte 1\\)"),
        (GOOD.replace("Leaks", "HOLDS WATER").encode(), "ratings holds the label holds water"),
        (GOOD.replace("value = 1", 'value = "one"').encode(), "ratings.1.value"),
        (b'name = "q"\ntitle = "Q"\nratings = []', "ratings"),
        (GOOD.encode() + b"colour = 'red'", "ratings.2.colour"),
        (b"a = " + b"[" * 100_000, "is not TOML|holds no rating scale"),
        (b"# " + b"x" * 300_000, "is larger than"),
    ],
    ids=["empty", "cut", "bytes", "twice", "no number", "no labels", "more", "deep", "large"],
)
def test_what_is_no_scale_is_refused_in_one_line(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    path = tmp_path / "quay.toml"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=fault) as refused:
        read_scale(path)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="nowhere"):
        read_scale(tmp_path / "nowhere.toml")
