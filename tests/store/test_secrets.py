"""A password reaches the server by libpq's own ways, and stands in no message, whoever refuses."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import AF_UNIX, create_server, socket
from ssl import PROTOCOL_TLS_SERVER, SSLContext, SSLError
from threading import Thread

import pytest
import trustme
from sqlalchemy import Engine, make_url, text

from ledger.store.connecting.place import place_of
from ledger.store.opening.ledger import open_ledger
from ledger.store_errors import StoreUnreachable

LOGIN, PASSWORD = "guarded", "open,Sesame"
SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
"""What a client sends to ask for TLS before it says anything else."""


@pytest.fixture(scope="session")
def guarded(postgres: Engine) -> str:
    """A database that lets its login in by a password alone; the folder of the server's socket."""
    folder = str(make_url(str(postgres.url)).query["host"])
    with postgres.connect() as connection:
        rules = Path(connection.execute(text("SHOW hba_file")).scalar_one())
        rules.write_text(f"local all {LOGIN} scram-sha-256\n{rules.read_text()}")
        for statement in (
            f"CREATE ROLE {LOGIN} LOGIN PASSWORD '{PASSWORD}'",
            f"CREATE DATABASE {LOGIN} OWNER {LOGIN}",
            "SELECT pg_reload_conf()",
        ):
            connection.execute(text(statement))
    return folder


def _opened(url: str) -> str:
    """Who is let in there."""
    store = open_ledger(url, create=True)
    with store.reading() as session:
        name: str = session.connection().execute(text("SELECT current_user")).scalar_one()
    store.close()
    return name


def _refused(url: str) -> str:
    """What a person is told who is not let in; nothing of it holds the password."""
    with pytest.raises(StoreUnreachable) as refused:
        open_ledger(url)
    told = str(refused.value)
    assert "\n" not in told
    assert "esame" not in told + "".join(traceback.format_exception(refused.value))
    return told


@pytest.mark.parametrize("password", [PASSWORD, "another Sesame"])
def test_a_password_file_opens(
    guarded: str, password: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "pgpass"
    kept.write_text(f"*:*:*:{LOGIN}:{password}\n")
    kept.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(kept))
    url = f"postgresql://{LOGIN}@/{LOGIN}?host={guarded}"
    if password == PASSWORD:
        assert _opened(url) == LOGIN
    else:
        assert "password authentication failed" in _refused(url)


@pytest.mark.parametrize("password", [PASSWORD, "another Sesame"])
def test_a_service_file_opens(
    guarded: str, password: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = tmp_path / "services.conf"
    fields = {"host": guarded, "dbname": LOGIN, "user": LOGIN, "password": password}
    services.write_text("\n".join(["[desk]", *(f"{k}={v}" for k, v in fields.items())]))
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    url = "postgresql:///?service=desk"
    assert str(place_of(url)) == url
    if password == PASSWORD:
        assert _opened(url) == LOGIN
    else:
        assert "password authentication failed" in _refused(url)


@pytest.mark.parametrize("given", ["wrong,Sesame", "wrong%2CSesame"])
def test_a_wrong_password_in_the_url_is_not_repeated(guarded: str, given: str) -> None:
    url = f"postgresql://{LOGIN}:{given}@/{LOGIN}?host={guarded}"
    assert "password authentication failed" in _refused(url)


@contextmanager
def tls_before(folder: str, certificate: trustme.LeafCert) -> Iterator[int]:
    """A port of this computer that speaks TLS, as the server of the wheel cannot, and hands on."""
    context = SSLContext(PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    with create_server(("127.0.0.1", 0)) as listening:
        Thread(target=_serve, args=(listening, folder, context), daemon=True).start()
        yield listening.getsockname()[1]


def _serve(listening: socket, folder: str, context: SSLContext) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:  # closed: the test is over
            return
        try:
            assert plain.recv(8) == SSL_REQUEST
            plain.sendall(b"S")
            client = context.wrap_socket(plain, server_side=True)
        except SSLError:  # the client does not trust us, and says so
            plain.close()
            continue
        server = socket(AF_UNIX)
        server.connect(f"{folder}/.s.PGSQL.5432")
        for source, target in ((client, server), (server, client)):
            Thread(target=_pump, args=(source.recv, target), daemon=True).start()


def _pump(read: Callable[[int], bytes], target: socket) -> None:
    try:
        while data := read(65_536):
            target.sendall(data)
    except OSError:
        pass
    target.close()


@pytest.fixture
def authority(tmp_path: Path) -> tuple[trustme.CA, Path]:
    """Who vouches for certificates, and the file that says so."""
    made = trustme.CA()
    path = tmp_path / "authority.pem"
    made.cert_pem.write_to_path(path)
    return made, path


def _url(port: int, path: Path) -> str:
    tls = f"sslmode=verify-full&sslrootcert={path}"
    return f"postgresql://{LOGIN}:{PASSWORD}@127.0.0.1:{port}/{LOGIN}?{tls}"


def test_a_server_is_known_by_its_certificate(
    guarded: str, authority: tuple[trustme.CA, Path]
) -> None:
    issued_by, path = authority
    with tls_before(guarded, issued_by.issue_cert("127.0.0.1")) as port:
        url = _url(port, path)
        assert _opened(url) == LOGIN
        assert PASSWORD not in str(place_of(url))


@pytest.mark.parametrize(
    ("vouched_by", "name", "why"),
    [
        pytest.param("another", "127.0.0.1", "certificate verify failed", id="nobody we trust"),
        pytest.param(
            "the same", "elsewhere.example", "does not match host name", id="a wrong name"
        ),
    ],
)
def test_a_server_with_a_wrong_certificate_is_refused(
    guarded: str, authority: tuple[trustme.CA, Path], vouched_by: str, name: str, why: str
) -> None:
    trusted, path = authority
    issued_by = trusted if vouched_by == "the same" else trustme.CA()
    with tls_before(guarded, issued_by.issue_cert(name)) as port:
        assert why in _refused(_url(port, path))
