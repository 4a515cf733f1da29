"""The report: the ledger as a page of Markdown that stands on its own."""

from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from ledger import __version__
from ledger.desk.desk import Desk
from ledger.desk.garbage import seldom_collected
from ledger.desk.house.policies import values
from ledger.desk.report.page import Page
from ledger.desk.report.scope import Wanted
from ledger.exchange.files import read_text, refuse_ledger, write_text
from ledger.matching import ATTACH_AT, NEAR_AT
from ledger.progress import Progress, unheard
from ledger.quantities import READER
from ledger.report import Layout, render, view
from ledger.store.connecting.session import Session
from ledger.store.journal.chain import GENESIS, last_entry

__all__ = [
    "Layout",
    "Report",
    "Wanted",
    "house_template",
    "report",
    "report_markdown",
    "write_report",
]


_MAX_TEMPLATE = 1_000_000
"""Largest template of a house, in bytes: a hundred times the shipped one."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report.

    Attributes:
        page: the whole of it, as Markdown.
        claims: how many claims are on it.
    """

    page: str
    claims: int


def report_markdown(desk: Desk, wanted: Wanted | None = None) -> str:
    """The page of :func:`report`, in English and as the ledger lays it out."""
    return report(desk, wanted).page


def report(
    desk: Desk,
    wanted: Wanted | None = None,
    layout: Layout | None = None,
    *,
    method: bool = False,
    progress: Progress = unheard,
) -> Report:
    """The ledger as a page of Markdown; the same ledger gives the same bytes.

    Args:
        desk: whose ledger.
        wanted: which part of it is shown.
        layout: the language of the headings, and the house's own template.
        method: also say by which rules, thresholds and versions it was made.
        progress: told how far the work is.

    Raises:
        BadTemplate: when the house's template does not render.
        NotFound: when the ledger does not hold a claim that is named.
        Merged: when a claim that is named became part of another.
    """
    asked = wanted or Wanted()
    with seldom_collected(), desk.reading() as session:
        newest = last_entry(session)
        page = Page(session, asked, progress)
        made = view.ReportView(
            as_of=newest.at.astimezone(UTC).date() if newest else desk.today(),
            ledger_hash=newest.hash if newest else GENESIS,
            entries=newest.number if newest else 0,
            counts=page.counts(),
            conflicts=page.conflicts(),
            topics=page.topics(),
            decisions=page.decisions(),
            corrections=page.corrections(),
            since=asked.since,
            changes=tuple(page.acts.changes()),
            method=_method(session) if method else None,
        )
        return Report(render(made, layout, progress), made.counts.claims)


def house_template(path: Path) -> str:
    """The house's own template, as its file has it.

    Raises:
        UnreadableFile: when the file is missing, not text in UTF-8, or larger than a template.
    """
    return read_text(path, _MAX_TEMPLATE)


def write_report(path: Path, page: str) -> None:
    """Write a report whole or not at all.

    Raises:
        UnwritableFile: when the file cannot be written, or holds a ledger.
    """
    refuse_ledger(path)
    write_text(path, page)


def _method(session: Session) -> view.Method:
    """The versions, thresholds and house rules a page was made by."""
    rules = values(session)
    return view.Method(
        version=__version__,
        reader=READER,
        attach_at=f"{ATTACH_AT:g}",
        near_at=f"{NEAR_AT:.2f}",
        second_reader=rules["second-reader"] == "on",
    )
