"""Records about claims: those without statements, former wordings, notes, links."""

from ledger.desk.files_in.incoming.ground import ADDED, KNOWN, Fields, Ground, Taken, signed
from ledger.desk.index.nearest import followed, searchable
from ledger.desk.index.pending import tokens
from ledger.desk.statements.wording import claim_key
from ledger.store.index import postings
from ledger.store.tables.casework import Link, Note, Wording
from ledger.store.tables.ledger import Claim


def take_claim(ground: Ground, fields: Fields) -> Taken:
    """A claim without statements: one of that wording that is live, or is not, as it was."""
    wording, is_live = fields["wording"], fields["live"]
    taken = set(ground.claims.values())
    known = ground.alike.get((claim_key(wording), is_live), ())
    number = next((number for number in known if number not in taken), None)
    if number is not None:
        ground.claims[fields["called"]] = number
        return KNOWN
    told = {"wording": wording, "key": claim_key(wording), "topic": fields["topic"]}
    number = ground.act.add(Claim, {**told, "live": is_live})
    ground.claims[fields["called"]] = number
    held = tokens(searchable(wording, fields["topic"]))
    postings.append(ground.session, {postings.claim_document(number): held})
    return ADDED


def take_wording(ground: Ground, fields: Fields) -> Taken:
    """What a claim was worded before; by it the claim is found."""
    claim, wording = ground.claim(fields["claim"]), fields["wording"]
    row = {"claim_number": claim, "wording": wording, "key": claim_key(wording)}
    with followed(ground.session, [claim]):
        return ground.keep(Wording, row)


def take_note(ground: Ground, fields: Fields) -> Taken:
    """A note beside a claim."""
    row = {"claim_number": ground.claim(fields["claim"]), "text": fields["text"]}
    return ground.keep(Note, {**row, **signed(fields)})


def take_link(ground: Ground, fields: Fields) -> Taken:
    """How one claim stands to another."""
    ends = [ground.claim(fields["a"]), ground.claim(fields["b"])]
    if ends[0] == ends[1]:
        return Taken("left", "the two are one claim here")
    a, b = sorted(ends) if fields["how"] in {"complement", "same_event"} else ends
    return ground.keep(Link, {"a_number": a, "b_number": b, "kind": fields["how"]})
