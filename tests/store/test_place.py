"""Where a ledger lives: a path, a URL, or the user's own folder; never with its password shown."""

from pathlib import Path

import pytest

from ledger.errors import StoreUnreachable
from ledger.store.place import default_path, place_of


@pytest.mark.parametrize(
    ("written", "path"),
    [
        pytest.param("ledger.db", "ledger.db", id="a file here"),
        pytest.param("/data/帳本/ledger.db", "/data/帳本/ledger.db", id="a path in Chinese"),
        pytest.param("my ledger%20#1?.db", "my ledger%20#1?.db", id="a path is never a URL"),
        pytest.param("a:b@c.db", "a:b@c.db", id="a path with URL signs"),
        pytest.param("sqlite:////data/ledger.db", "/data/ledger.db", id="a URL of a file"),
    ],
)
def test_a_file_is_named_by_path_or_url(written: str, path: str) -> None:
    place = place_of(written)
    assert place.path == Path(path)
    assert (place.url.get_backend_name(), place.url.database) == ("sqlite", path)
    assert str(place) == path


def test_a_home_is_spelled_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place_of("~/ledger.db").path == tmp_path / "ledger.db"


def test_nothing_named_is_the_users_own_ledger() -> None:
    assert place_of(None).path == default_path()
    assert default_path().name == "ledger.db"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_is_spoken_to_through_one_driver(scheme: str) -> None:
    place = place_of(f"{scheme}://mira:s3cret@db.example.org:5433/news")
    assert place.path is None
    assert place.url.drivername == "postgresql+psycopg"
    assert (place.url.host, place.url.port, place.url.database) == ("db.example.org", 5433, "news")


def test_a_password_is_used_and_not_shown() -> None:
    place = place_of("postgresql://mira:s3cret@db.example.org/news")
    assert place.url.password == "s3cret"  # noqa: S105 - no secret, a word of this test
    assert "s3cret" not in str(place)
    assert "mira" in str(place)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("mysql://mira:s3cret@db/news", id="another server"),
        pytest.param("https://example.org/ledger.db", id="a web page"),
        pytest.param("sqlite://", id="a database in memory"),
        pytest.param("sqlite:///:memory:/x://", id="a strange file"),
        pytest.param("://", id="no scheme"),
        pytest.param("postgresql://db:port/news", id="a port that is no number"),
    ],
)
def test_what_is_no_ledgers_place_is_refused_without_its_password(written: str) -> None:
    if written.startswith("sqlite:///"):
        assert place_of(written).path is not None
        return
    with pytest.raises(StoreUnreachable) as caught:
        place_of(written)
    assert "s3cret" not in str(caught.value)
