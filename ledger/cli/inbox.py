"""inbox: what articles proposed, with a person deciding on each."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ledger.cli import output
from ledger.cli.asking import ask_key, ask_line
from ledger.cli.diagnostics import say
from ledger.cli.options import Db, Json, Who, at_desk, day_typed
from ledger.cli.printing import WORDING, proposed_by
from ledger.desk.references import parse
from ledger.text.display import show_line

if TYPE_CHECKING:
    from ledger.desk.desk import Desk
    from ledger.desk.inbox.proposals import ProposalView
    from ledger.desk.looking.views import ConflictView
    from ledger.desk.references import Reference
    from ledger.desk.statements.filing import Choice
    from ledger.desk.texts.matching import ClaimMatch

KEYS = "a accept, n as a new claim, r reject, s skip, e edit, q quit"
NEAR = 3
"""Claims shown below a proposal; their numbers are keys too."""

Deed = Literal["accept", "reject", "edit", "walk"]


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
        str | None, typer.Option(metavar="DAY", help="Correct when it was said; empty for no day.")
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
    """Decide on what articles proposed: list, accept, edit, reject."""
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
    said_on = {"said_on": day_typed(changes["said_on"])} if "said_on" in changes else {}
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
            changes[field] = day_typed(named) if field == "said_on" else named
    if changes:
        _print_view(edit(desk, parse(view.ref), **changes))


def _print_view(view: "ProposalView") -> None:
    output.line(f"{view.ref}  {view.score:.2f}  {proposed_by(view, view.published_on)}")
    output.paragraph(view.text, "    ")
    output.line(f"    because {'; '.join(view.reasons)}")


def _print_opened(conflicts: "Sequence[ConflictView]") -> None:
    for conflict in conflicts:
        output.line(f"  {conflict.ref}  {conflict.code}  {show_line(conflict.explanation)}")


COMMANDS = {"inbox": inbox}
