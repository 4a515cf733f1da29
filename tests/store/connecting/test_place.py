"""Where a ledger lives: a path, a URL, or the user's own folder; never with its password shown."""

from pathlib import Path

import pytest

from ledger.store.connecting.engine import engine_of
from ledger.store.connecting.place import default_path, place_of
from ledger.store_errors import StoreUnreachable


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
    ("written", "query"),
    [
        ("postgresql://h1:5432,h2:5433/db", {"host": ("h1:5432", "h2:5433")}),
        ("postgresql://mira:s3%2Cret@h1,h2:5433/db?sslmode=verify-full",
         {"host": ("h1", "h2:5433"), "sslmode": "verify-full"}),
        ("postgresql://h1,h2", {"host": ("h1", "h2")}),
        ("postgresql://h1/db?options=-c%20a,b", {"options": "-c a,b"}),
        ("postgresql:///?service=desk&sslrootcert=/etc/ca.pem",
         {"service": "desk", "sslrootcert": "/etc/ca.pem"}),
    ],
)  # fmt: skip
def test_what_libpq_understands_reaches_it(written: str, query: dict[str, object]) -> None:
    assert dict(place_of(written).url.query) == query


@pytest.mark.parametrize("hosts", ["h1", "h1,h2:5433"])
@pytest.mark.parametrize("password", ["a,b", "a,b/c?d", ",5432"])
def test_a_comma_in_a_password_is_part_of_it(password: str, hosts: str) -> None:
    place = place_of(f"postgresql://mira:{password}@{hosts}/news")
    assert (place.url.password, place.url.database) == (password, "news")
    assert password not in str(place)


def test_a_port_that_is_no_number_is_said_plainly() -> None:
    with pytest.raises(StoreUnreachable, match="host or port"):
        engine_of(place_of("postgresql://h1:harbour,h2/news"))


@pytest.mark.parametrize("secret", ["password", "sslpassword"])
def test_a_secret_among_the_parameters_is_not_shown(secret: str) -> None:
    place = place_of(f"postgresql://h1,h2/db?{secret}=s3cret&sslmode=require")
    assert place.url.query[secret] == "s3cret"
    assert str(place) == "postgresql:///db?host=h1&host=h2&sslmode=require"


@pytest.mark.parametrize(
    ("asked", "written"),
    [(None, None), ("primary", "primary"), ("read-write", "read-write")]
    + [(kind, "read-write") for kind in ("any", "standby", "prefer-standby", "read-only")],
)
def test_writes_go_where_they_are_taken(asked: str | None, written: str | None) -> None:
    place = place_of("postgresql://h1,h2/db" + (f"?target_session_attrs={asked}" if asked else ""))
    assert place.for_writing().url.query.get("target_session_attrs") == written


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


def test_another_process_is_told_where_a_file_is_from_anywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    place = place_of("news.db")
    assert place.address(secret=False) == str(tmp_path / "news.db")
    assert place.scratch() == Path("news.db.parts")


def test_a_password_is_told_to_nobody_who_may_be_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    url = "postgresql://mira:s3cret@db.example.org:5433/news?sslmode=require&sslpassword=s3cret"
    place = place_of(url)
    told = place.address(secret=False)
    assert "s3cret" not in told
    assert "s3cret" in place.address(secret=True)
    assert place_of(told).url.render_as_string() == (
        "postgresql+psycopg://mira@db.example.org:5433/news?sslmode=require"
    )
    assert place.scratch().parent == tmp_path / "factledger" / "parts"
    assert place.scratch() == place_of(url.replace("s3cret", "other")).scratch()
