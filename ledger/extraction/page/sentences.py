"""Where sentences begin and end, in English and Chinese, at the code points of the text itself.

Nothing is rewritten and nothing but white space falls between two sentences. A line break always
ends one: article text carries a paragraph per line. A short quotation stays whole, together with
the remark on who said it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.extraction.page.abbreviations import abbreviations
from ledger.extraction.page.quotations import Quotations, is_remark, quotations

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""One line, by every character that Unicode calls the end of one."""
_CJK = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u9fff\uf900-\ufaff]")
# A run of marks and what may close after it; straight quotes open as well, and are weighed.
_MARKS = re.compile(r"""([.!?。！？｡…]+)([」』”’）〕】》〉〞)\]"']*)""")
_FULL = frozenset("。！？｡")
_ELLIPSIS = frozenset(".…")
_GOES_ON = frozenset(",;:，、；：—–-")
_NEXT_WORD = re.compile(r"""\s+[\s"'“‘「『（(\[《]*([^\W_]+)?""")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]\.)[^\W\d_]+(?:\.[^\W\d_]+)*$")
_NUMBERING = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])")
# How far to look, in characters, so that no text makes one look long.
_LONGEST_ABBREVIATION = 12
_LONGEST_NUMBERING = 8
_NEAR = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place: ``text[start:end]``, in code points, white space around it left out."""

    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order, every character that is not white space in one of them."""
    found = []
    for line in LINE.finditer(text):
        start = line.start()
        for end in (*_ends(text, line.start(), line.end()), line.end()):
            piece = text[start:end]
            if piece.strip():
                left = len(piece) - len(piece.lstrip())
                found.append(Sentence(start + left, start + len(piece.rstrip())))
            start = end
    return found


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """The places within one line where a sentence ends and another follows."""
    begun = start
    quoted = quotations(text, start, stop)
    for marks in _MARKS.finditer(text, start, stop):
        end = _with_closers(text, marks, quoted)
        if end == stop or quoted.hold(marks.start(), end):
            continue
        if quoted.close(end - 1) and is_remark(text, end, stop):
            continue
        if _is_end(text, marks, begun, end):
            yield end
            begun = end


def _with_closers(text: str, marks: re.Match[str], quoted: Quotations) -> int:
    """Where the sentence ends, the quotes and brackets that close after it included."""
    end = marks.end(1)
    for closer in marks[2]:
        if closer == '"' and not quoted.close(end):
            break
        if closer == "'" and text[end + 1 : end + 2].isalnum():
            break
        end += 1
    return end


def _is_end(text: str, marks: re.Match[str], begun: int, end: int) -> bool:
    """Whether these marks, with more text after them on the line, end a sentence."""
    following = text[end]
    if following in _GOES_ON:
        return False
    if not _FULL.isdisjoint(marks[1]):
        return following.isspace() or not marks[2].endswith(("》", "〉"))
    if following.isspace():
        return _ends_before_space(text, marks, begun, end)
    if _ELLIPSIS.issuperset(marks[1]):
        return marks[1] == "." and _ends_chinese(text, marks.start(), end)
    return _is_cjk(text, marks.start() - 1) or _is_cjk(text, end)


def _ends_chinese(text: str, at: int, end: int) -> bool:
    """Whether an ASCII full stop between Chinese characters ends a sentence.

    It does for a writer who uses no 。 near by; for others it parts a foreign name (約翰.史密斯).
    """
    near = slice(max(0, at - _NEAR), end + _NEAR)
    return _is_cjk(text, at - 1) and _is_cjk(text, end) and "。" not in text[near]


def _ends_before_space(text: str, marks: re.Match[str], begun: int, end: int) -> bool:
    """Whether marks followed by white space end a sentence, judged by the words around them."""
    found = _NEXT_WORD.match(text, end)
    word = found[1] if found is not None else None
    if word is None:
        return True
    if word[0].islower():
        return False
    if marks[0] not in {".", "!"}:
        return True
    at = marks.start()
    if at - begun <= _LONGEST_NUMBERING and _NUMBERING.fullmatch(text, begun, at):
        return False
    before = _WORD_BEFORE.search(text[max(begun, at - _LONGEST_ABBREVIATION) : at])
    return before is None or not abbreviations().joins(before[0], word, marks[0])


def _is_cjk(text: str, at: int) -> bool:
    return at >= 0 and _CJK.match(text, at) is not None
