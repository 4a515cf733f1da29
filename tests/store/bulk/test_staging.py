"""What a killed program left unfinished is cleared away, and what others work at is not."""

from pathlib import Path
from time import sleep

from ledger.store.bulk.staging import staging
from tests.desk.programs import PATIENCE, Begun, running


def staging_for_long(_: str, near: Path, begun: Begun) -> None:
    """Work in a folder until somebody puts an end to it."""
    with staging(near):
        begun()
        sleep(PATIENCE)


def test_only_what_nobody_works_in_is_cleared_away(tmp_path: Path) -> None:
    with running(staging_for_long, "", tmp_path) as program:
        (theirs,) = tmp_path.iterdir()
        with staging(tmp_path) as ours:
            assert {*tmp_path.iterdir()} == {ours, theirs}
        assert [*tmp_path.iterdir()] == [theirs]
        program.kill_after(0)
    assert [*tmp_path.iterdir()] == [theirs]
    with staging(tmp_path) as ours:
        assert [*tmp_path.iterdir()] == [ours]
    assert not [*tmp_path.iterdir()]
