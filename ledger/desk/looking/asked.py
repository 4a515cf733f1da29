"""A filter as it was typed, made into what the store is asked."""

from collections.abc import Sequence
from datetime import datetime, time

from ledger.desk.index.nearest import Index
from ledger.desk.looking.filtering import Filter
from ledger.store.asking.asked import Asked
from ledger.store.asking.findings import OPEN_STATES
from ledger.store.connecting.session import Session
from ledger.text.fold import fold


def asked_of(session: Session, wanted: Filter) -> tuple[Asked, Sequence[int] | None]:
    """A filter as the store is asked, and the claims its words leave."""
    among = Index(session).containing(wanted.words) if wanted.words else None
    parts = wanted.words.split() if wanted.words and not among else []
    midnight = None
    if wanted.added is not None:
        midnight = datetime.combine(wanted.added, time.min).astimezone()
    assignee = wanted.said.get("for")
    asked = Asked(
        speaker=fold(wanted.said.get("speaker", "")),
        outlet=fold(wanted.said.get("outlet", "")),
        topic=fold(wanted.said.get("topic", "")),
        actor=wanted.said.get("by"),
        assignee=assignee,
        states=wanted.states or (OPEN_STATES if assignee else ()),
        after=wanted.after,
        before=wanted.before,
        added=midnight,
        parts=parts,
        words=fold(wanted.words).split(),
    )
    return asked, among or None
