"""A statement cited, as one line of Markdown to paste into a text."""

from ledger.desk.desk import Desk
from ledger.desk.looking.showing import show
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ClaimView
from ledger.desk.references import Reference
from ledger.errors import NotFound
from ledger.report.markdown import bare_link, line


def citation(desk: Desk, reference: Reference) -> str:
    """A statement's words with who said, relayed and published them, the day and the link.

    Args:
        desk: whose ledger.
        reference: the statement, or a claim, of which the earliest statement is cited.

    Raises:
        NotFound: when the ledger holds no such statement or claim, or nothing stands under it.
        Merged: naming the claim that a merged one became.
    """
    found = show(desk, reference)
    if isinstance(found, ClaimView) and found.statements:
        found = found.statements[0]
    if not isinstance(found, StatementView):
        raise NotFound(str(reference))
    parts = [
        f"“{found.text}” {found.speaker or found.outlet}",
        f"relayed by {found.relayed_from}" if found.relayed_from else None,
        f"published by {found.outlet}" if found.speaker else None,
        f"{found.day.day} {found.day:%b %Y}" if found.day is not None else "undated",
    ]
    cited = [line(", ".join(part for part in parts if part))]
    cited += [bare_link(found.url)] if found.url else []
    return f"{', '.join(cited)} ({found.ref})"
