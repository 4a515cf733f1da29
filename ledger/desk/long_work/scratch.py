"""Parts of long work that are done, kept until all are: a killed run goes on where it stopped.

Plain JSON in a folder that only its owner may read. What was half written, or was found by another
program or in another state of the ledger, is never taken up.
"""

import json
import shutil
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

from ledger import __version__
from ledger.errors import UnwritableFile, reason_of
from ledger.quantities import READER
from ledger.store.connecting.place import Place
from ledger.store.index.edition import EDITION
from ledger.store.journal.canonical import canonical, sha256

_DIGITS = 16


class Scratch:
    """The results of one piece of work, a file to each part."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of(cls, place: Place, work: str, anchor: str) -> Self:
        """Where the results of some work at a ledger in this state are kept; older ones go."""
        home = place.scratch()
        state = sha256(canonical([anchor, __version__, READER, EDITION]))[:_DIGITS]
        folder = home / f"{work}-{state}"
        for other in home.glob(f"{work}-*"):
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
        return cls(folder)

    def kept(self, part: range) -> dict[str, Any] | None:
        """What a part gave; ``None`` when it has to be done, or done again."""
        try:
            found = json.loads(self._file(part).read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def keep(self, part: range, result: bytes) -> None:
        """Keep what a part gave.

        Raises:
            UnwritableFile: when the folder takes no files.
        """
        file = self._file(part)
        fresh = file.with_suffix(f".{token_hex(8)}")  # two programs may do one part at once
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.write_bytes(result)
            fresh.replace(file)
        except OSError as error:
            raise UnwritableFile(file, reason_of(error)) from error

    def clear(self) -> None:
        """Forget all of it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        try:
            self._folder.parent.rmdir()
        except OSError:
            return  # other work is kept there, or nothing ever was

    def _file(self, part: range) -> Path:
        return self._folder / f"{part.start}-{part.stop}.json"
