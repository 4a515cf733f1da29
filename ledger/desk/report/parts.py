"""Statements, remarks and verdicts as they stand on the page of a report."""

from functools import cached_property

from ledger.desk.looking.directions import directed, figure_text
from ledger.desk.looking.readings import Readings
from ledger.desk.looking.verdict_views import VerdictView
from ledger.desk.looking.views import ConflictView
from ledger.desk.report.acts import day
from ledger.quantities import Quantity, interval_text, period_text
from ledger.report import view
from ledger.store.asking import archive
from ledger.store.connecting.session import Session
from ledger.store.index.lookups import Statement
from ledger.text.pointing import only_points


def stated(quantity: Quantity) -> str:
    """A figure as its source stated it, ``240 %``, ``about 18 months`` or ``down 4 %``.

    What a figure is compared by is wider than what was said, and nobody is to be quoted with it.
    """
    nearly = quantity.comparator == "<" and bool(quantity.low)
    if quantity.value is None or not (nearly or quantity.comparator == "~"):
        return figure_text(quantity)
    point = interval_text(quantity._replace(comparator="="))
    return directed(quantity, f"{'nearly' if nearly else 'about'} {point}")


class Statements:
    """Statements on the page, each made once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[int, view.Statement] = {}

    def of(self, row: Statement) -> view.Statement:
        """A statement with its source, its figures and the hash of the archived page."""
        if row.number not in self._made:
            self._made[row.number] = self._make(row)
        return self._made[row.number]

    def _make(self, row: Statement) -> view.Statement:
        sha256 = self._archived.get(row.document_number or 0) or self._by_url.get(row.url or "")
        return view.Statement(
            ref=f"S{row.number}",
            text=row.text,
            source=view.Source(row.outlet, row.document, row.published_on, row.url, sha256),
            speaker=row.speaker,
            nameless=row.speaker is not None and only_points(row.speaker),
            relayed_from=row.relayed_from,
            said_on=row.said_on,
            language=row.language,
            readings=tuple(
                view.Reading(
                    stated(quantity), period_text(quantity.period) if quantity.period else None
                )
                for quantity in self._readings.told(row)
            ),
        )

    @cached_property
    def _readings(self) -> Readings:
        return Readings.load(self._session)

    @cached_property
    def _archived(self) -> dict[int, str]:
        """The hash of every archived page, by document."""
        return {number: sha256 for number, _, sha256 in archive.pages(self._session)}

    @cached_property
    def _by_url(self) -> dict[str, str]:
        """The hash of the newest page archived from each address."""
        return {url: sha256 for _, url, sha256 in archive.pages(self._session) if url}


def remark_part(found: ConflictView) -> view.Remark:
    """A difference that is only worth a look."""
    sides = ((found.a, found.a_spans), (found.b, found.b_spans))
    return view.Remark(
        found.code,
        found.explanation,
        (found.a.ref, found.b.ref),
        tuple(view.marked(side.ref, side.text, spans) for side, spans in sides),
    )


def verdict_part(found: VerdictView) -> view.Verdict:
    """A verdict with what it rests on and what changed under it since."""
    return view.Verdict(
        label=found.rating,
        scale=found.scale,
        by=found.publisher or found.actor,
        on=found.published_on or day(found.at),
        reason=found.reason,
        number=(found.value, found.worst or "", found.best or "") if found.value else None,
        evidence=tuple(
            view.Evidence(piece.ref, piece.url, piece.sha256) for piece in found.evidence
        ),
        stale=tuple(view.Stale(change.kind, change.refs) for change in found.stale),
        superseded=not found.current,
        imported_by=found.imported_by,
    )
