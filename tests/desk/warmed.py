"""Imported by the server that forks: loads every table of words once, so that no fork has to."""

import gc
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.desk.sitting import sit_down
from tests.desk.acts import ACTS, files, prepared

with (
    TemporaryDirectory() as _folder,
    sit_down(f"{_folder}/ledger.db", "mira", create=True) as _desk,
):
    _files = files(Path(_folder) / "files")
    prepared(_desk, _files)
    ACTS["import"](_desk, _files)
gc.freeze()  # what is never collected is never touched, and so not copied by a fork
