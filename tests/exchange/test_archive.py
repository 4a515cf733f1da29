"""An archive gives back what was put in, and nothing that was not."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.exchange import archive
from ledger.exchange.archive import is_archive, open_archive, write_archive
from ledger.store_errors import BadBackup

Tables = dict[str, list[Mapping[str, Any]]]
CLAIMS: Tables = {"claim": [{"number": 1, "wording": "塔洛橋"}], "link": []}

values = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.floats(-1e9, 1e9)
tables = st.dictionaries(
    st.sampled_from(["claim", "entry", "link"]),
    st.lists(st.dictionaries(st.text(max_size=5), values, max_size=4), max_size=5),
)


def write(path: Path, held: Tables) -> Path:
    """An archive of these tables."""
    with path.open("wb") as stream:
        write_archive(stream, revision="0001", entries=3, head="ab", tables=held.items())
    return path


def read(path: Path) -> Tables:
    """All rows of an archive."""
    with open_archive(path) as opened:
        return {table: list(rows) for table, rows in opened.tables()}


@given(tables)
def test_what_was_put_in_comes_out(tmp_path_factory: pytest.TempPathFactory, held: Tables) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any.zip", held)
    assert is_archive(path)
    assert read(path) == held


def test_the_manifest_says_what_the_journal_came_to(tmp_path: Path) -> None:
    with open_archive(write(tmp_path / "a.zip", CLAIMS)) as opened:
        manifest = opened.manifest
    assert (manifest.revision, manifest.entries, manifest.head) == ("0001", 3, "ab")
    assert [(member.table, member.rows) for member in manifest.members] == [
        ("claim", 1),
        ("link", 0),
    ]


def forge(path: Path, members: Mapping[str, bytes], **said: object) -> Path:
    """An archive of these bytes, whose manifest says what is true of them but where told."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        told = []
        for name, data in members.items():
            file.writestr(name, data)
            facts = {
                "table": name.removesuffix(".jsonl"),
                "rows": data.count(b"\n"),
                "size": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
            told.append({key: said.get(key, fact) for key, fact in facts.items()})
        manifest = {"version": 1, "revision": "0001", "entries": 0, "head": "", "members": told}
        if said.get("manifest") != "none":
            file.writestr("manifest.json", json.dumps({**manifest, **said.get("manifest", {})}))  # type: ignore[dict-item]
    return path


ROW = b'{"number":1}\n'


def _junk(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and then nothing")


def _more_than_told(path: Path) -> None:
    forge(path, {"claim.jsonl": ROW})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../../evil.jsonl", ROW)


def _twice(path: Path) -> None:
    forge(path, {"claim.jsonl": ROW})
    with zipfile.ZipFile(path, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("claim.jsonl", ROW)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(_junk, "cut short or changed", id="no zip"),
        pytest.param(_more_than_told, "something else than its manifest", id="a path"),
        pytest.param(_twice, "something else than its manifest", id="a member twice"),
        pytest.param(
            lambda path: forge(path, {}, manifest="none"), "no manifest", id="no manifest"
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": ROW}, manifest={"version": 2}),
            "newer factledger",
            id="newer",
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": ROW}, manifest={"head": "x" * (1 << 20)}),
            "larger than a manifest",
            id="a manifest without end",
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": b"0" * (1 << 24)}),
            "unfolds to more",
            id="a bomb",
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": ROW}, size=12), "unfolds to more", id="size"
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": ROW}, sha256="0" * 64), "not those", id="hash"
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": ROW}, rows=2), "not those", id="rows"
        ),
        pytest.param(
            lambda path: forge(path, {"claim.jsonl": b"[" * 60_000}), "is no row", id="depth"
        ),
        pytest.param(lambda path: forge(path, {"claim.jsonl": b"[]\n"}), "is no row", id="a list"),
    ],
)
def test_what_cannot_be_trusted_is_refused(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    make(tmp_path / "a.zip")
    with pytest.raises(BadBackup, match=reason):
        read(tmp_path / "a.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@given(st.data())
def test_one_that_was_changed_anywhere_is_refused_or_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "flipped.zip", CLAIMS)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    with suppress(BadBackup):
        assert read(path) == CLAIMS


def test_a_row_longer_than_a_database_takes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_LINE", 100)
    path = write(tmp_path / "a.zip", {"claim": [{"wording": "long " * 50}]})
    with pytest.raises(BadBackup, match="is no row"):
        read(path)


def test_other_files_are_no_archives(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("PK")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as file:
        file.writestr("manifest.json", "{}")
    assert not is_archive(tmp_path / "notes.txt")
    assert not is_archive(tmp_path / "other.zip")
