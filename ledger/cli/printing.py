"""How statements, claims, matches and conflicts look as plain text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ledger.cli import output
from ledger.text.display import show_line

if TYPE_CHECKING:
    from ledger.desk.comparing import ClaimMatch
    from ledger.desk.views import ClaimView, ConflictView, DecisionView, StatementView

WORDING = 90
"""Cells of a claim's wording in a list: a line of a common terminal with room for the rest."""

STATES = {"noted": "worth a look"}


def source(statement: "StatementView") -> str:
    """The attribution chain and the day, as one phrase."""
    chain = statement.outlet
    if statement.relayed_from:
        chain = f"{chain}, relaying {statement.relayed_from}"
    if statement.speaker:
        chain = f"{statement.speaker}, in {chain}"
    return f"{chain}, {day(statement.said_on or statement.published_on)}"


def day(on: date | None) -> str:
    """A day as people write it."""
    return f"{on.day} {on:%b %Y}" if on is not None else "undated"


def print_statement(statement: "StatementView") -> None:
    """One statement with everything known about it."""
    output.line(f"{statement.ref}  under {statement.claim}  {source(statement)}")
    output.line(_indented(statement.text))
    for figure in statement.figures:
        output.line(f"  reads: {show_line(figure)}")
    details = (
        ("link", statement.url),
        ("document", statement.document),
        ("notes", statement.notes),
        ("your id", statement.importer_ref),
    )
    for name, value in details:
        if value:
            output.line(f"  {name}: {show_line(value)}")


def print_claim(claim: "ClaimView") -> None:
    """One claim with its statements and what was found between them."""
    topic = f"  [{show_line(claim.topic)}]" if claim.topic else ""
    output.line(f"{claim.ref}  {show_line(claim.wording)}{topic}")
    output.line(f"{_count(claim.statements, 'statement')}, {_origins(claim.origins)}")
    for statement in claim.statements:
        output.line()
        print_statement(statement)
    for conflict in claim.conflicts:
        output.line()
        output.line(f"{conflict.ref}  {_state(conflict)}  {show_line(conflict.explanation)}")


def print_claims(claims: Sequence["ClaimView"]) -> None:
    """Claims, one a line."""
    output.table(
        [
            (claim.ref, show_line(claim.wording, WORDING), _count(claim.statements, "statement"))
            for claim in claims
        ]
    )


def print_conflicts(conflicts: Iterable["ConflictView"]) -> None:
    """Conflicts one after the other, both sides in full."""
    for number, conflict in enumerate(conflicts):
        if number:
            output.line()
        output.line(
            f"{conflict.ref}  {_state(conflict)}  {conflict.code}  "
            f"{conflict.claim} {show_line(conflict.wording, WORDING)}"
        )
        output.line(f"  {show_line(conflict.explanation)}")
        for letter, statement in (("A", conflict.a), ("B", conflict.b)):
            output.line(f"  {letter}  {statement.ref}  {show_line(source(statement))}")
            output.line(_indented(statement.text, "     "))
        for decision in conflict.decisions:
            output.line(f"  {_decision(decision)}")


def match_lines(matches: Iterable["ClaimMatch"]) -> Iterator[str]:
    """Near claims with their score, what they share and what differs."""
    found = list(matches)
    heads = output.columns(
        [(f"{match.score:.2f}", match.claim, show_line(match.wording)) for match in found]
    )
    for match, head in zip(found, heads, strict=True):
        yield head
        if match.statement is not None and match.statement.text != match.wording:
            yield f"      {match.statement.ref}: {show_line(match.statement.text)}"
        yield f"      shares: {show_line('; '.join(match.reasons))}"
        if match.differs:
            yield f"      differs: {show_line(match.differs)}"


def _state(conflict: "ConflictView") -> str:
    return STATES.get(conflict.state, conflict.state)


def _decision(decision: "DecisionView") -> str:
    reason = f": {show_line(decision.reason)}" if decision.reason else ""
    answer = decision.answer.replace("_", " ")
    return f"{day(decision.at.date())} {show_line(decision.actor)}: {answer}{reason}"


def _indented(text: str, margin: str = "  ") -> str:
    return "\n".join(f"{margin}{line}" for line in text.splitlines() or [""])


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _origins(number: int) -> str:
    return "1 origin" if number == 1 else f"{number} independent origins"
