"""A whole ledger as one portable file: a ZIP of one JSON Lines member a table, and a manifest.

The manifest, ``manifest.json``, names the schema's revision, every member with its rows, bytes and
SHA-256, and the newest entry of the journal. What is read is held to it byte by byte; names inside
are only looked up and never become paths, and nothing may unfold to more than it says.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from pydantic import BaseModel, ConfigDict, NonNegativeInt

from ledger.store_errors import BadBackup

MAX_LINE = 1 << 30
"""Longest row, in bytes: PostgreSQL's own bound for one value."""
MAX_RATIO = 250
"""How much larger a member may be than it is packed; rows that differ in a number pack 40 fold."""
MAX_MANIFEST = 1 << 20

_COMMENT = b"factledger archive"
_MANIFEST = "manifest.json"
_SUFFIX = ".jsonl"
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError, LookupError, ValueError)
"""What the ZIP reader raises for files cut short, changed, encrypted or packed otherwise."""


class Member(BaseModel):
    """One table: its name, how many rows and how many bytes it has, and what they hash to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str
    rows: NonNegativeInt
    size: NonNegativeInt
    sha256: str


class Manifest(BaseModel):
    """What an archive says of itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int
    revision: str
    entries: NonNegativeInt
    head: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive.

    Attributes:
        path: the file, for messages.
        manifest: what it says it holds.
    """

    path: Path
    manifest: Manifest
    _file: zipfile.ZipFile

    def tables(self) -> Iterator[tuple[str, Iterator[Mapping[str, Any]]]]:
        """Each table with its rows, which are checked as they are taken and once they are.

        Raises:
            BadBackup: while the rows are taken, as soon as they are not what the manifest says.
        """
        for member in self.manifest.members:
            yield member.table, self._rows(member)

    def _rows(self, member: Member) -> Iterator[Mapping[str, Any]]:
        rows, digest = 0, hashlib.sha256()
        try:
            packed = self._file.getinfo(member.table + _SUFFIX)
            if packed.file_size != member.size or packed.file_size > _bound(packed):
                raise BadBackup(self.path, f"{packed.filename} unfolds to more than it should")
            with self._file.open(packed) as stream:
                while line := stream.readline(MAX_LINE):
                    rows += 1
                    digest.update(line)
                    yield self._row(member, rows, line)
        except _BROKEN as fault:
            raise BadBackup(self.path, f"the rows of {member.table} cannot be read") from fault
        if (rows, digest.hexdigest()) != (member.rows, member.sha256):
            raise BadBackup(self.path, f"the rows of {member.table} are not those it was made with")

    def _row(self, member: Member, number: int, line: bytes) -> Mapping[str, Any]:
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError:
            row = None
        if not isinstance(row, dict):
            raise BadBackup(self.path, f"row {number} of {member.table} is no row")
        return row


def write_archive(
    stream: BinaryIO,
    *,
    revision: str,
    entries: int,
    head: str,
    tables: Iterable[tuple[str, Iterable[Mapping[str, Any]]]],
) -> None:
    """Write an archive; the same ledger gives the same bytes."""
    with zipfile.ZipFile(stream, "w") as file:
        file.comment = _COMMENT
        members = tuple(_write_member(file, name, rows) for name, rows in tables)
        manifest = Manifest(
            version=1, revision=revision, entries=entries, head=head, members=members
        )
        with _member(file, _MANIFEST) as written:
            written.write(manifest.model_dump_json(indent=1).encode())


def _write_member(file: zipfile.ZipFile, table: str, rows: Iterable[Mapping[str, Any]]) -> Member:
    count, size, digest = 0, 0, hashlib.sha256()
    with _member(file, table + _SUFFIX) as written:
        for row in rows:
            line = orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
            digest.update(line)
            written.write(line)
            count, size = count + 1, size + len(line)
    return Member(table=table, rows=count, size=size, sha256=digest.hexdigest())


@contextmanager
def _member(file: zipfile.ZipFile, name: str) -> Iterator[Any]:
    packed = zipfile.ZipInfo(name)  # with the oldest date there is, so that no clock shows
    packed.compress_type = zipfile.ZIP_DEFLATED
    with file.open(packed, "w", force_zip64=True) as written:
        yield written


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP that was written here."""
    try:
        with zipfile.ZipFile(path) as file:
            return file.comment == _COMMENT
    except _BROKEN:
        return False


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """An archive, its manifest read.

    Raises:
        BadBackup: when it is no archive, or says of itself what cannot be.
    """
    try:
        file = zipfile.ZipFile(path)
    except _BROKEN as fault:
        raise BadBackup(path, "it is cut short or changed") from fault
    with file:
        yield Archive(path, _manifest(path, file), file)


def _manifest(path: Path, file: zipfile.ZipFile) -> Manifest:
    try:
        packed = file.getinfo(_MANIFEST)
        if packed.file_size > MAX_MANIFEST:
            raise BadBackup(path, "its manifest is larger than a manifest")
        manifest = Manifest.model_validate_json(file.read(packed))
    except _BROKEN as fault:
        raise BadBackup(path, "it has no manifest that can be read") from fault
    if manifest.version != 1:
        raise BadBackup(path, "a newer factledger wrote it; upgrade this one")
    if sorted(file.namelist()) != sorted(
        [_MANIFEST, *(m.table + _SUFFIX for m in manifest.members)]
    ):
        raise BadBackup(path, "it holds something else than its manifest says")
    return manifest


def _bound(packed: zipfile.ZipInfo) -> int:
    return max(packed.compress_size * MAX_RATIO, 1 << 16)
