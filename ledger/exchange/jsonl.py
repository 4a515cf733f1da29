r"""JSON Lines: one statement per line, an object whose keys are its fields; records after them.

Written text is true text. Characters that act without being seen are written as ``\u001b``, which
every JSON reader undoes, so that a file is safe to look at in a terminal.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import BinaryIO, NoReturn

import orjson

from ledger.errors import BadRow, InvalidField
from ledger.exchange.batches import AT_ONCE, Portion, column_by_column, sorted_out
from ledger.exchange.lines import MAX_LINE, Line, line_of, lines, raw_lines
from ledger.exchange.records import Record, record_fields
from ledger.exchange.rows import Row, Source
from ledger.model import NewStatement

MAX_RECORD = 30_000_000
"""Longest line, in bytes: a record may hold an archived page or a copy of one."""
MAX_DEPTH = 32
"""Deepest nesting of one row. A statement is flat; the rest is room for a clear answer."""

_SHOWN = 1_000
_HELD = 8_000_000
"""Bytes of a file held at once, and one line more."""
# Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties, the controls, the line ends and
# annotation marks, private use, noncharacters, and the planes above the ideographs.
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U00040000-\U0010ffff]"
)
_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[][{}]', re.DOTALL)


def read_jsonl(stream: BinaryIO, name: str, *, today: date) -> Iterator[Row | Record | BadRow]:
    """Read statements and records lazily; blank lines are skipped.

    Args:
        stream: the file, opened for bytes. UTF-8, byte order mark and CRLF accepted.
        name: what messages call the file.
        today: the day by which messages spell out a date written without a year.

    Raises:
        UnreadableFile: when the file is in another encoding or stops being readable.
    """
    source = Source(name, today)
    for line in lines(stream, name, MAX_RECORD):
        if line.text.strip():
            yield _row(source, line)


def read_portions(stream: BinaryIO, name: str, *, today: date) -> Iterator[Portion]:
    """The same rows some thousand at a time, those that are nothing out of the ordinary together.

    Raises:
        UnreadableFile: as :func:`read_jsonl`.
    """
    source = Source(name, today)
    for chunk in _chunks(raw_lines(stream, name, MAX_RECORD)):
        yield _portion(source, *zip(*chunk, strict=True))


def _chunks(numbered: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    """Lines some thousand at a time, or fewer where they are long."""
    chunk: list[tuple[int, bytes]] = []
    size = 0
    for line in numbered:
        chunk.append(line)
        size += len(line[1])
        if len(chunk) == AT_ONCE or size > _HELD:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _portion(source: Source, lines: Sequence[int], raw: Sequence[bytes]) -> Portion:
    """What these lines are; those out of the ordinary are looked at one by one."""
    flat = _flat_each(raw)
    batch, odd = column_by_column([row or {} for row in flat], source.today)
    if not odd:
        return Portion(lines, batch)
    found: dict[int, Row | Record | BadRow] = {}
    for at in sorted(odd):
        line = line_of(lines[at], raw[at], MAX_RECORD)
        if line.text.strip():
            found[at] = _row(source, line)
    rows = dict(enumerate(flat)) | dict.fromkeys(odd)
    rows |= {at: row.statement.__dict__ for at, row in found.items() if type(row) is Row}
    good = {at: row for at, row in rows.items() if row is not None}
    batch, _ = column_by_column(list(good.values()), source.today)
    _, records, bad = sorted_out(found.values())
    return Portion([lines[at] for at in good], batch, records, bad)


def write_jsonl(statements: Iterable[NewStatement], stream: BinaryIO) -> None:
    """Write statements, one per line, fields in one order and missing ones left out."""
    for statement in statements:
        fields = statement.model_dump(mode="json", exclude_none=True)
        stream.write(f"{json_line(fields)}\n".encode())


def json_line(fields: Mapping[str, object]) -> str:
    """One JSON object on one line, in true text, with nothing unseen in it."""
    return _UNSEEN.sub(_escaped, json.dumps(fields, ensure_ascii=False, allow_nan=False))


def _escaped(unseen: re.Match[str]) -> str:
    return json.dumps(unseen[0])[1:-1]


class _Refused(ValueError):
    """JSON that is well formed but that this program does not accept."""


def _row(source: Source, line: Line) -> Row | Record | BadRow:
    raw = line.text.rstrip("\r\n")
    unfit = line.fault
    if len(raw) > MAX_LINE and not raw.startswith('{"kind"'):
        unfit = f"is longer than {MAX_LINE:,} bytes"
    if unfit is not None:
        return source.bad(line.number, unfit, raw[:MAX_LINE])
    try:
        fields = _object(raw)
    except json.JSONDecodeError as fault:
        reason = f"is not JSON: {fault.msg.lower()} at column {fault.colno}"
        return source.bad(line.number, reason, raw)
    except _Refused as fault:
        return source.bad(line.number, str(fault), raw)
    if "kind" in fields:
        return _record(source, line.number, fields, raw)
    return source.row(line.number, fields, raw)


def _record(source: Source, line: int, fields: dict[str, object], raw: str) -> Record | BadRow:
    kind = str(fields.pop("kind"))
    try:
        return Record(line, kind, record_fields(kind, fields))
    except InvalidField as fault:
        return source.bad(line, fault.reason, raw[:_SHOWN], fault.field)


def _object(raw: str) -> dict[str, object]:
    """Parse one object, and nothing that two readers could take two ways.

    Raises:
        _Refused: for another kind of value, a repeated key, NaN, or nesting over the limit.
        json.JSONDecodeError: for what is not JSON.
    """
    flat = _flat(raw)
    if flat is not None:
        return flat
    if raw.count("[") + raw.count("{") > MAX_DEPTH and _depth(raw) > MAX_DEPTH:
        raise _Refused(f"is nested more than {MAX_DEPTH} deep")
    value = _DECODER.decode(raw)
    if not isinstance(value, dict):
        raise _Refused("is not an object; write one statement as {...} per line")
    return value


def _flat(raw: str) -> dict[str, object] | None:
    """The object of a line that holds nothing but texts, parsed the quick way; nearly all do."""
    return _flat_each([raw.encode(errors="surrogatepass")])[0]


def _flat_each(raw: Sequence[bytes]) -> list[dict[str, object] | None]:
    """The object of each line that holds nothing but texts; ``None`` for every other line.

    Quotes are counted, as two for each key and each text, because a quick reader keeps the last of
    two equal keys and says nothing. Where they are right for all lines they are for each.
    """
    try:
        values = [*map(orjson.loads, raw)]
        is_short = max(map(len, raw)) <= MAX_LINE
        if is_short and set(map(type, values)) == {dict} and _are_flat(values, b"".join(raw)):
            return values
    except orjson.JSONDecodeError:
        pass
    if len(raw) > 1:
        return [_flat_each([line])[0] for line in raw]
    return [None]


def _are_flat(values: Sequence[dict[str, object]], raw: bytes) -> bool:
    types = [*map(type, chain.from_iterable(map(dict.values, values)))]
    texts = types.count(str)
    if texts + types.count(type(None)) < len(types) or b"\\\\" in raw:
        return False
    return raw.count(b'"') - raw.count(b'\\"') == 2 * (len(types) + texts)


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        (twice, _) = Counter(key for key, _ in pairs).most_common(1)[0]
        raise _Refused(f"holds the field {twice} twice")
    return fields


def _no_number(name: str) -> NoReturn:
    raise _Refused(f"holds {name}, which is not a number in JSON")


# parse_int: no field holds a number, and int() refuses one of many digits in its own words.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_unrepeated, parse_constant=_no_number, parse_int=float
)


def _depth(raw: str) -> int:
    """How deep brackets outside strings nest; one pass over the line."""
    depth = deepest = 0
    for mark in _BRACKETS.finditer(raw):
        if mark[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark[0] in "]}":
            depth -= 1
    return deepest
