"""The pictures in fixtures/screens show the screens as they are."""

from pathlib import Path

import pytest

from ledger.tui import keeping
from tests.tui.screens import FOLDER, SHOTS, draw, newsroom, words


async def test_the_pictures_show_the_screens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(keeping, "DRAFT_AFTER", 3_600)
    desk = newsroom()
    drawn = await draw(desk)
    desk.close()
    kept = {name: (FOLDER / f"{name}.svg").read_text(encoding="utf-8") for name in SHOTS}
    assert {name: words(svg) for name, svg in drawn.items()} == {
        name: words(svg) for name, svg in kept.items()
    }, "python -m tests.tui.screens draws them anew"
