"""Records of verdicts with the evidence they rest on, and of what came of forecasts."""

from collections.abc import Mapping
from typing import Any

from ledger.desk.files_in.incoming.ground import (
    ADDED,
    DECIDED_HERE,
    KNOWN,
    Fields,
    Ground,
    Taken,
    UnknownHere,
    signed,
)
from ledger.store.asking import verdicts
from ledger.store.tables.casework import Evidence, Forecast, Verdict


def take_verdict(ground: Ground, fields: Fields) -> Taken:
    """A verdict; the one the house gave here stays."""
    claim = ground.claim(fields["claim"])
    known = verdicts.verdicts_known(ground.session, [fields["id"]]).get(fields["id"])
    if known is not None and known.live:
        return KNOWN
    if fields["publisher"] is None and claim in ground.rated:
        return Taken("left", "the house gave a verdict here, and it stays")
    if known is not None:
        ground.act.update(Verdict, known.number, live=True)
        return ADDED
    pieces = [_piece(ground, piece) for piece in fields["evidence"]]
    same = ("scale", "rating", "value", "best", "worst", "reason", "short", "url")
    said = {name: fields[name] for name in (*same, "publisher", "published_on")}
    row = {"identity": fields["id"], "claim_number": claim, **said, **signed(fields)}
    number = ground.act.add(Verdict, row)
    for piece in pieces:
        ground.act.add(Evidence, {"verdict_number": number, **piece})
    return ADDED


def _piece(ground: Ground, piece: Mapping[str, str]) -> Fields:
    row: dict[str, Any] = {
        name: piece[name] for name in ("url", "saved_as", "sha256") if name in piece
    }
    if "statement" in piece:
        row["statement_number"] = ground.statement(piece["statement"])
    if "document" in piece:
        if piece["document"] not in ground.pages.numbers:
            raise UnknownHere("a document it rests on")
        row["document_number"] = ground.pages.numbers[piece["document"]]
    return row


def take_forecast(ground: Ground, fields: Fields) -> Taken:
    """When a statement about the future falls due, and what came of it."""
    number = ground.statement(fields["statement"])
    by = ground.statement(fields["settled_by"]) if fields["settled_by"] else None
    said = {name: fields[name] for name in ("due_on", "outcome", "reason")}
    said["settled_by"] = by
    row = ground.forecasts.get(number)
    if row is None:
        ground.act.add(Forecast, {"statement_number": number, **said})
        return ADDED
    if row.live:
        is_same = all(getattr(row, name) == value for name, value in said.items())
        return KNOWN if is_same else DECIDED_HERE
    ground.act.update(Forecast, row.number, live=True, **said)
    return ADDED
