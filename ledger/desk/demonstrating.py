"""The demo: a ledger of real and invented news, its conflicts, and its report."""

from dataclasses import dataclass
from pathlib import Path

from ledger.desk.files_in.importing import Imported, import_file
from ledger.desk.looking.showing import conflicts
from ledger.desk.looking.views import ConflictView
from ledger.desk.report.reporting import report_markdown
from ledger.desk.sitting import sit_down
from ledger.exchange.files import write_text
from ledger.exchange.shipped import fixture
from ledger.progress import Progress, unheard

NEWSROOM = "newsroom.jsonl"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo built, and where."""

    database: Path
    report: Path
    imported: Imported
    conflicts: tuple[ConflictView, ...]

    @property
    def summary(self) -> str:
        """What stands in the ledger, in one line."""
        rows = self.imported.recording.rows
        claims = len({row.filed.claim for row in rows})
        return f"{len(rows)} statements, {claims} claims, {len(self.conflicts)} open conflicts."


def build_demo(folder: Path, actor: str | None, progress: Progress = unheard) -> Demo:
    """Build the demo ledger in a folder; running it again adds nothing.

    Raises:
        LedgerError: when the folder cannot be written.
    """
    database, page = folder / "ledger.db", folder / "report.md"
    folder.mkdir(parents=True, exist_ok=True)
    with sit_down(str(database), actor, create=True) as desk:
        imported = import_file(desk, fixture(NEWSROOM), progress=progress)
        write_text(page, report_markdown(desk))
        return Demo(database, page, imported, tuple(conflicts(desk, open_only=True)))
