"""Other encodings: read as they are said to be, whole or not at all, and never guessed."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import OtherEncoding, UnknownEncoding
from ledger.exchange import encodings
from ledger.exchange.encodings import encoding_called, reading_as, recoded

TEXT = "港務處說，渡輪減為12班。\n票價不變。\n"


def read(data: bytes, encoding: str | None) -> bytes:
    with recoded(io.BytesIO(data), "in.csv", encoding) as stream:
        return stream.read()


@pytest.mark.parametrize(
    "encoding", ["big5", "cp950", "big5hkscs", "GB18030", "gbk", "utf-16", "utf-16-le", "utf-8"]
)
def test_what_is_named_is_read(encoding: str) -> None:
    written = TEXT if encoding != "gbk" else "港务处说，渡轮减为12班。\n"
    assert read(written.encode(encoding), encoding).decode() == written


@given(st.text(alphabet=st.characters(codec="gb18030")))
def test_blocks_are_cut_anywhere(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encodings, "_BLOCK", 3)
        assert read(text.encode("gb18030"), "gb18030").decode() == text


def test_nothing_named_changes_nothing() -> None:
    assert read(b"\xff\x00", None) == b"\xff\x00"


@pytest.mark.parametrize(
    ("encoding", "likely"),
    [
        pytest.param("big5", "cp950 or big5hkscs, say so: --encoding cp950", id="a wider one"),
        pytest.param("ascii", "big5 or gb18030, say so: --encoding big5", id="no wider one"),
    ],
)
def test_what_an_encoding_does_not_know_is_named_with_its_line(encoding: str, likely: str) -> None:
    data = "a\nb\n裏\n".encode("cp950")
    with pytest.raises(OtherEncoding) as refused:
        read(data, encoding)
    assert str(refused.value) == (f"in.csv: line 3 is not text in {encoding}; if it is in {likely}")


def test_half_a_character_at_the_end_is_refused() -> None:
    with pytest.raises(OtherEncoding, match="line 1"):
        read("港".encode("big5")[:1], "big5")


def test_a_lone_surrogate_is_left_to_its_line() -> None:
    assert read(rb"\ud800", "unicode_escape") == b"\xed\xa0\x80"


@pytest.mark.parametrize("name", ["big6", "hex", "rot13", "undefined", "", "a\0b", "\udcff"])
def test_what_is_no_encoding_of_texts_is_refused(name: str) -> None:
    with pytest.raises(UnknownEncoding, match="big5, cp950"):
        encoding_called(name)


def test_a_file_is_read_so(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(TEXT.encode("big5"))
    with reading_as(path, "big5") as stream:
        assert stream.read().decode() == TEXT
