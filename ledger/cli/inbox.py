"""extract and inbox: from an article to statements, with a person deciding on each."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.asking import ask_key, ask_line
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Encoding, Json, Jsonl, Who, at_desk
from ledger.cli.printing import WORDING, count, day
from ledger.cli.progress import progress_bar
from ledger.desk.references import parse
from ledger.text.display import show_line

if TYPE_CHECKING:
    from ledger.desk.desk import Desk
    from ledger.desk.inbox.proposals import ProposalView
    from ledger.desk.looking.views import ConflictView
    from ledger.desk.references import Reference
    from ledger.desk.statements.filing import Choice
    from ledger.desk.texts.extracting import Extracted
    from ledger.desk.texts.matching import ClaimMatch

KEYS = "a accept, n as a new claim, r reject, s skip, e edit, q quit"
NEAR = 3
"""Claims shown below a proposal; their numbers are keys too."""

Deed = Literal["accept", "reject", "edit", "walk"]


def extract(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The article; - reads standard input.")
    ],
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When; the day the page itself names when left out. 'Friday' is read by it.",
        ),
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it stands.")] = None,
    encoding: Encoding = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            metavar="N",
            min=0.0,
            max=1.0,
            help="Propose from this score on, 0 to 1; lower proposes more.",
        ),
    ] = None,
    jsonl: Jsonl = False,
    to_inbox: Annotated[
        bool, typer.Option("--inbox", help="Keep the article and put what it proposes away.")
    ] = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Propose the statements of an article that are worth filing."""
    from ledger.desk.texts.extracting import extract_file

    source = sys.stdin.buffer if file == "-" else Path(file)
    with progress_bar() as progress:
        found = extract_file(
            source,
            outlet=outlet,
            published=_day(published),
            url=url,
            at_least=threshold,
            encoding=encoding,
            progress=progress,
        )
    if published is None:
        _say_published(found)
    if jsonl:
        for contract in found.contracts():
            output.json_line(contract)
    elif not to_inbox:
        _print_found(found)
    if to_inbox:
        _store(found, db, who, quiet=jsonl)


def inbox(
    deed: Annotated[
        Deed | None,
        typer.Argument(
            metavar="accept|reject|edit|walk", help="What to do; lists what waits when left out."
        ),
    ] = None,
    proposals: Annotated[
        list[str] | None, typer.Argument(metavar="P3", help="Which proposals.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option(metavar="C12", help="Accept under this claim.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Accept under a claim of its own.")] = False,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Correct who said it; empty for nobody.")
    ] = None,
    relayed_from: Annotated[
        str | None, typer.Option(metavar="NAME", help="Correct who relayed it.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Correct who published it.")
    ] = None,
    said_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Correct when it was said; empty for no day.")
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(metavar="TOPIC", help="Say of what event it tells: the topic of its claim."),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Ask line by line, as walk does.")] = False,
    as_json: Json = False,
    db: Db = None,
    who: Who = None,
) -> None:
    """Decide on what articles proposed: list, accept, reject, walk."""
    with at_desk(db, who) as desk:
        if deed is None and plain:
            _walk(desk)
        elif deed is None:
            _list(desk, as_json=as_json)
        elif deed == "walk":
            _walk(desk)
        else:
            if not proposals:
                raise typer.BadParameter(f"say which: 'factledger inbox {deed} P3'")
            chosen = [parse(written, "proposal") for written in proposals]
            if deed == "accept":
                _accept_each(desk, chosen, _choice(claim, new=new))
            elif deed == "reject":
                _reject(desk, chosen)
            else:
                corrected = {
                    "speaker": speaker,
                    "relayed_from": relayed_from,
                    "outlet": outlet,
                    "said_on": said_on,
                    "topic": topic,
                }
                _correct(desk, chosen, corrected)


def _day(written: str | None) -> date | None:
    from ledger.text.dates import typed_date

    if written is None or not written.strip():
        return None
    return typed_date(written, date.today())  # noqa: DTZ011 - the day where the person sits


def _print_found(found: "Extracted") -> None:
    for proposal in found.proposals:
        when = _when(proposal.said_on, found.published if proposal.region != "teaser" else None)
        who = _chain(proposal.speaker, proposal.relayed_from, proposal.outlet, when)
        output.line(f"{proposal.score:.2f}  {who}")
        output.paragraph(proposal.sentence, "      ")
        output.line(f"      because {'; '.join(proposal.reasons)}")
    say(f"{count(len(found.proposals), 'proposal')}; --inbox keeps them, --threshold moves the bar")


def _say_published(found: "Extracted") -> None:
    """Of which day the page says it is, where nobody else said so."""
    if found.published is not None:
        say(f"published {day(found.published)}, as the page says; --published says otherwise")


def _store(found: "Extracted", db: str | None, who: str | None, *, quiet: bool) -> None:
    from ledger.desk.inbox.proposing import store

    with at_desk(db, who, create=True) as desk:
        stored = store(desk, found)
    line = f"{stored.document}: {count(stored.added, 'proposal')} put into the inbox"
    held = f", {stored.held} there already" if stored.held else ""
    (say if quiet else output.line)(f"{line}{held}; 'factledger inbox walk' goes through them")


def _list(desk: "Desk", *, as_json: bool) -> None:
    from ledger.desk.inbox.proposals import inbox as waiting

    views = waiting(desk)
    if as_json:
        output.json_document(views)
        return
    for view in views:
        _print_view(view)
    if not views:
        say("the inbox is empty; 'factledger extract FILE --inbox' fills it")


def _choice(claim: str | None, *, new: bool) -> "Choice | None":
    from ledger.desk.statements.filing import Choice

    if new:
        return Choice()
    return Choice(parse(claim, "claim").number) if claim is not None else None


def _accept_each(desk: "Desk", proposals: "Sequence[Reference]", choice: "Choice | None") -> None:
    """Several in one act, so that one undo takes all of them back."""
    from ledger.desk.inbox.proposals import accept_all

    if len(proposals) == 1:
        _accept(desk, proposals[0], choice)
        return
    accepted = accept_all(desk, proposals, choice)
    for proposal, (statement, claim) in zip(proposals, accepted.filed, strict=True):
        output.line(f"{proposal} is {statement} under {claim}")
    _print_opened(accepted.conflicts)


def _accept(desk: "Desk", proposal: "Reference", choice: "Choice | None") -> None:
    from ledger.desk.inbox.proposals import accept

    added = accept(desk, proposal, choice)
    output.line(f"{proposal} is {added.statement.ref} under {added.statement.claim}")
    if added.near and added.basis == "new":
        output.line(f"  near to it: {', '.join(found.claim for found in added.near)}")
    _print_opened(added.conflicts)


def _reject(desk: "Desk", proposals: "Sequence[Reference]") -> None:
    from ledger.desk.inbox.proposals import reject

    reject(desk, *proposals)
    for proposal in proposals:
        output.line(f"{proposal} rejected")


def _correct(
    desk: "Desk", proposals: "Sequence[Reference]", corrected: dict[str, str | None]
) -> None:
    from ledger.desk.inbox.proposals import edit_all

    changes = {name: value for name, value in corrected.items() if value is not None}
    said_on = {"said_on": _day(changes["said_on"])} if "said_on" in changes else {}
    for view in edit_all(desk, proposals, **{**changes, **said_on}):
        _print_view(view)


def _walk(desk: "Desk") -> None:
    """Ask for each proposal what to do with it, one key each."""
    from ledger.desk.inbox.proposals import inbox as waiting
    from ledger.desk.inbox.proposals import reject

    views = waiting(desk)
    for number, view in enumerate(views, 1):
        output.line()
        output.line(f"{number} of {len(views)}")
        _print_view(view)
        near = [found.claim for found in _print_near(_near(desk, view))]
        digits = "".join(str(number) for number in range(1, len(near) + 1))
        question = f"{'/'.join(digits)} accept there, {KEYS}" if digits else KEYS
        while (key := ask_key(question, f"anrseq{digits}")) == "e":
            _edit(desk, view)
        if key == "q":
            return
        if key == "r":
            reject(desk, parse(view.ref))
        elif key != "s":
            claim = near[int(key) - 1] if key.isdigit() else None
            _accept(desk, parse(view.ref), _choice(claim, new=key == "n"))


def _near(desk: "Desk", view: "ProposalView") -> "tuple[ClaimMatch, ...]":
    from ledger.desk.inbox.proposals import EDITABLE
    from ledger.desk.statements.placing import similar

    return similar(desk, {name: getattr(view, name) for name in ("text", *EDITABLE)}, NEAR)


def _print_near(near: "Sequence[ClaimMatch]") -> "Sequence[ClaimMatch]":
    """The claims it may belong to, by the number that accepts it there, and what differs."""
    for number, found in enumerate(near, 1):
        output.line(f"    {number}  {found.claim}  {show_line(found.wording, WORDING)}")
        if found.differs:
            output.paragraph(found.differs, "       ")
    return near


def _edit(desk: "Desk", view: "ProposalView") -> None:
    """Ask for each part of the source; an empty line keeps it, a dash says there is none."""
    from ledger.desk.inbox.proposals import EDITABLE, edit

    changes: dict[str, str | date | None] = {}
    for field in EDITABLE:
        known = getattr(view, field)
        shown = show_line(str(known or "none"))
        written = ask_line(f"{field.replace('_', ' ')} [{shown}], - for none: ")
        if written:
            named = None if written == "-" else written
            changes[field] = _day(named) if field == "said_on" else named
    if changes:
        _print_view(edit(desk, parse(view.ref), **changes))


def _print_view(view: "ProposalView") -> None:
    when = _when(view.said_on, view.published_on)
    chain = _chain(view.speaker, view.relayed_from, view.outlet, when)
    output.line(f"{view.ref}  {view.score:.2f}  {chain}")
    output.paragraph(view.text, "    ")
    output.line(f"    because {'; '.join(view.reasons)}")


def _print_opened(conflicts: "Sequence[ConflictView]") -> None:
    for conflict in conflicts:
        output.line(f"  {conflict.ref}  {conflict.code}  {show_line(conflict.explanation)}")


def _chain(speaker: str | None, relay: str | None, outlet: str | None, when: str | None) -> str:
    """Who said it, who relayed and who published it, and when, as one phrase."""
    parts = [speaker, f"in {outlet}" if outlet else None, f"relaying {relay}" if relay else None]
    named = ", ".join(part for part in parts if part) or "nobody named"
    return f"{named}, {when}" if when else named


def _when(said_on: date | None, published: date | None) -> str | None:
    """The day it was said, with its weekday, or else the one it was published."""
    if said_on is not None:
        return f"{day(said_on)} ({said_on:%A})"
    return f"published {day(published)}" if published is not None else None


COMMANDS = {"extract": extract, "inbox": inbox}
