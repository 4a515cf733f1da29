"""Lines: cut at the line feed alone, decoded one by one, never of unbounded length."""

import io

import pytest

from ledger.errors import UnreadableFile
from ledger.exchange.lines import MAX_LINE, WHAT_HELPS, lines


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines(io.BytesIO(data), "in.jsonl")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", [], id="an empty file has no line"),
        pytest.param(b"a\nb", ["a\n", "b"], id="the last line needs no end"),
        pytest.param(b"\xef\xbb\xbfa\n", ["a\n"], id="byte order mark is no text"),
        pytest.param("a\u2028b\u0085c\rd\n".encode(), ["a\u2028b\u0085c\rd\n"], id="only LF cuts"),
        pytest.param("\ufeffa\n\ufeffb".encode(), ["a\n", "\ufeffb"], id="one mark, at the start"),
    ],
)
def test_lines_are_cut_at_line_feeds(data: bytes, expected: list[str]) -> None:
    assert texts(data) == expected


def test_an_undecodable_line_spoils_no_other() -> None:
    good, bad, last = lines(io.BytesIO(b"a\nb\xe9c\n\xe6\xb8\xaf"), "in.jsonl")
    assert (good.fault, last.text, last.fault) == (None, "港", None)
    assert bad.fault == "is not text in UTF-8 (byte 2 is 0xe9); " + WHAT_HELPS
    assert bad.text == "b\\xe9c\n"


def test_a_line_at_the_limit_is_read_and_one_over_it_is_passed_over() -> None:
    limit, over = b"x" * (MAX_LINE - 1) + b"\n", b"y" * (3 * MAX_LINE) + b"\n"
    first, second, third = lines(io.BytesIO(limit + over + b"z"), "in.jsonl")
    assert first.fault is None
    assert second.fault == "is longer than 1,000,000 bytes"
    assert len(second.text) < MAX_LINE
    assert (third.number, third.text, third.fault) == (3, "z", None)


def test_an_overlong_last_line_ends_the_file() -> None:
    assert len(texts(b"y" * (MAX_LINE + 1))) == 1


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_another_encoding_is_named(encoding: str) -> None:
    with pytest.raises(UnreadableFile, match=r"in\.csv: is written in UTF-16"):
        next(lines(io.BytesIO("\ufefftext".encode(encoding)), "in.csv"))


class _Failing(io.BytesIO):
    def readline(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002 - the signature is io's
        raise OSError(5, "Input/output error")


def test_a_device_that_fails_is_an_unreadable_file() -> None:
    with pytest.raises(UnreadableFile, match="input/output error"):
        next(lines(_Failing(), "disk"))
