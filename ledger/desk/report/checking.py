"""Checking a ledger before it is published, as a bean counter checks books.

Every finding names one thing by its reference, says in one line what is wanting, and has a level
the house can set (``factledger policy check.single-origin off``).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from ledger.desk.casework.forecasting import falling_due
from ledger.desk.desk import Desk
from ledger.desk.files_out.publishing import missing_fields
from ledger.desk.house.checks import checks
from ledger.desk.house.policies import values
from ledger.desk.looking.rulings import DECISIVE
from ledger.desk.looking.verdict_views import EvidenceView, VerdictView, verdict_views
from ledger.desk.names.sources import Sources
from ledger.desk.verdicts.copies import damaged
from ledger.disagreement import is_unnamed
from ledger.gathering import gathered
from ledger.quantities import READER
from ledger.store.asking import archive, findings, membership, rulings
from ledger.store.asking.among import by_number
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.index.lookups import Statement
from ledger.store.tables.ledger import Claim, Document, Filing
from ledger.text.dates import is_to_come

ORIGINS_NEEDED = 2
"""Independent origins a verdict rests on: AFP's rule, at least two independent sources."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wanting.

    Attributes:
        level: ``error``, ``warning`` or ``note``.
        code: which check.
        ref: what it is about.
        message: what is wanting, in one line.
    """

    level: str
    code: str
    ref: str
    message: str


Found = Iterator[tuple[str, str]]
"""References, each with what is wanting."""


def check(desk: Desk) -> list[Finding]:
    """Everything wanting, by check and then by reference."""
    with desk.reading() as session:
        said = values(session)
        books = _Books(session, desk.today())
        return [
            Finding(said[f"check.{code}"], code, ref, message)
            for code in checks()
            if said[f"check.{code}"] != "off"
            for ref, message in _CHECKS[code](books)
        ]


class _Books:
    """What the checks look at, loaded once."""

    def __init__(self, session: Session, today: date) -> None:
        self.session = session
        self.today = today
        self.sources = Sources.load(session)

    @cached_property
    def _filings(self) -> list[Filing]:
        return membership.filings(self.session)

    @cached_property
    def claims(self) -> list[tuple[Claim, list[Statement]]]:
        """Every claim that has statements, with them."""
        members = gathered(
            (f.claim_number, self.statements[f.statement_number]) for f in self._filings
        )
        rows = membership.claims(self.session)
        return [(row, members[row.number]) for row in rows if row.number in members]

    @cached_property
    def statements(self) -> dict[int, Statement]:
        """The statements that stand under a claim."""
        filed = (filing.statement_number for filing in self._filings)
        return {row.number: row for row in lookups.statements(self.session, filed)}

    @cached_property
    def verdicts(self) -> list[VerdictView]:
        """The house's verdicts that stand."""
        views = verdict_views(self.session, (row.number for row in membership.claims(self.session)))
        found = [view for of_claim in views.values() for view in of_claim]
        return [view for view in found if view.current and view.publisher is None]

    def archived(self, document: int) -> Document | None:
        """A document whose text is at hand, or else what was archived from its address."""
        named = by_number(self.session, Document, document)
        if named is None or named.text is not None:
            return named
        return archive.newest_page(self.session, named.url) if named.url is not None else None

    def origins(self, statements: list[Statement]) -> int:
        """How many independent origins stand behind statements."""
        return len(set(self.sources.origins(statements)))


def _no_link(books: _Books) -> Found:
    for claim, members in books.claims:
        if not any(row.url or row.document_number for row in members):
            yield f"C{claim.number}", "no statement of it has a link or a document"


def _single_origin(books: _Books) -> Found:
    for claim, members in books.claims:
        if books.origins(members) == 1:
            carried = f"{len(members)} statements go" if len(members) > 1 else "its statement goes"
            yield f"C{claim.number}", f"{carried} back to one origin"


def _anonymous_only(books: _Books) -> Found:
    for claim, members in books.claims:
        names = [books.sources.speaker(row) for row in members]
        if all(name is not None and is_unnamed(name) for name in names):
            yield f"C{claim.number}", "everybody who says so is unnamed"


def _undated_figure(books: _Books) -> Found:
    undated = {number for number, row in books.statements.items() if row.day is None}
    for number in sorted({number for number, _ in lookups.figures(books.session, READER, undated)}):
        yield f"S{number}", "it has a figure and no day"


def _day_to_come(books: _Books) -> Found:
    for row in books.statements.values():
        if row.day is not None and is_to_come(row.day, books.today):
            yield f"S{row.number}", f"it is of {row.day}, which is still to come"


def _quote_not_found(books: _Books) -> Found:
    """Words that are not in the archived page they are said to be from; spaces do not count."""
    rows = books.statements.values()
    documents = {row.document_number for row in rows if row.document_number is not None}
    pages = {document: books.archived(document) for document in sorted(documents)}
    words = {page.number: _unspaced(page.text or "") for page in pages.values() if page is not None}
    for row in rows:
        page = pages.get(row.document_number or 0)
        if page is not None and _unspaced(row.text) not in words[page.number]:
            yield f"S{row.number}", f"its words are not in D{page.number}"


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _open_conflict(books: _Books) -> Found:
    for row in findings.live(books.session, states=["open", "assigned"]):
        yield f"X{row.number}", f"nobody has decided it: {row.explanation}"


def _decided_anew(books: _Books) -> Found:
    reopened = findings.live(books.session, states=["reopened"])
    last = rulings.last_answers(
        books.session, (row.number for row in reopened), frozenset({"reopened", "dissent"})
    )
    for row in reopened:
        why = last[row.number].reason if row.number in last else None
        yield f"X{row.number}", f"opened again: {why or 'no reason'}"


def _untyped_difference(books: _Books) -> Found:
    decided = findings.live(books.session, states=["decided"])
    last = rulings.last_answers(books.session, (row.number for row in decided), DECISIVE)
    both = {number: row for number, row in last.items() if row.answer == "both_stand"}
    typed = rulings.differences(books.session)
    for number, row in both.items():
        if row.number not in typed:
            yield f"X{number}", "both stand, and nobody said what kind of difference it is"


def _overdue_forecast(books: _Books) -> Found:
    _, days = falling_due(books.session, books.today)
    for number, due in sorted(days.items()):
        if number in books.statements:
            yield f"S{number}", f"it fell due on {due} and nobody said what happened"


def _verdict_origins(books: _Books) -> Found:
    for view in books.verdicts:
        said = [int(e.ref[1:]) for e in view.evidence if e.ref and e.ref.startswith("S")]
        rows = list(lookups.statements(books.session, said))
        sites = {_site(e) for e in view.evidence if not (e.ref and e.ref.startswith("S"))}
        if books.origins(rows) + len(sites) < ORIGINS_NEEDED:
            yield view.claim, f"its verdict, {view.rating}, rests on one origin"


def _site(piece: EvidenceView) -> str | None:
    """Where a document or a link stands: its site, or the document itself."""
    return (urlsplit(piece.url).hostname if piece.url else None) or piece.ref


def _stale_verdict(books: _Books) -> Found:
    for view in books.verdicts:
        for change in view.stale:
            yield view.claim, f"its verdict, {view.rating}, is stale: {change}"


def _link_without_copy(books: _Books) -> Found:
    for view in books.verdicts:
        for piece in view.evidence:
            if piece.url is not None and piece.sha256 is None:
                yield view.claim, f"its verdict rests on {piece.url}, of which there is no copy"


def _copy_damaged(books: _Books) -> Found:
    named = {p.sha256 for view in books.verdicts for p in view.evidence if p.sha256 is not None}
    broken = damaged(books.session, named)
    for view in books.verdicts:
        for piece in view.evidence:
            if piece.sha256 in broken:
                yield view.claim, f"the copy of {piece.url} is not what its hash says"


def _claimreview_field(books: _Books) -> Found:
    rules = values(books.session)
    wordings = {f"C{claim.number}": claim.wording for claim, _ in books.claims}
    for view in books.verdicts:
        for fault in missing_fields(view, wordings.get(view.claim, ""), rules):
            yield view.claim, f"its verdict cannot be ClaimReview: {fault}"


_CHECKS: dict[str, Callable[[_Books], Found]] = {
    "no-link": _no_link,
    "single-origin": _single_origin,
    "anonymous-only": _anonymous_only,
    "undated-figure": _undated_figure,
    "day-to-come": _day_to_come,
    "quote-not-found": _quote_not_found,
    "open-conflict": _open_conflict,
    "decided-anew": _decided_anew,
    "untyped-difference": _untyped_difference,
    "overdue-forecast": _overdue_forecast,
    "verdict-origins": _verdict_origins,
    "stale-verdict": _stale_verdict,
    "link-without-copy": _link_without_copy,
    "copy-damaged": _copy_damaged,
    "claimreview-field": _claimreview_field,
}
