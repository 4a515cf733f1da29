"""What is known of measures beside their names: which are taken for one another, which only grow.

The table ``data/measures.csv`` gives each measure its family, within which reports are often
confused (market share and revenue share, gross and operating margin), and marks counts that are
cumulative: a death toll may be corrected, but it does not fall by itself. A label stands in for the
glossary's word where that does not read well behind "for the same".
"""

from functools import cache

from ledger.text.tables import rows


def confusable(a: str, b: str) -> bool:
    """Whether two different measures are of one family."""
    family = _row(a).get("family")
    return a != b and bool(family) and family == _row(b).get("family")


def same_as(measure: str) -> str:
    """The measure that a measure is another word for: what a ban cost is what was lost by it."""
    return _row(measure).get("same_as") or measure


def is_listed(term: str) -> bool:
    """Whether a term is taken for a measure here, whatever else it is: damage of 75 million."""
    return term in _table()


def share_of(measure: str) -> str:
    """What a percentage of a measure measures: of sales, a share of sales."""
    return _row(measure).get("share") or measure


def is_cumulative(measure: str | None) -> bool:
    """Whether a measure counts what has happened so far."""
    return measure is not None and _row(measure).get("cumulative") == "yes"


def is_toll(measure: str) -> bool:
    """Whether a measure counts people to whom something was done, so that it is often a verb."""
    return _row(measure).get("family") == "toll"


def is_a_count(measure: str) -> bool:
    """Whether a measure may be counted: deaths, votes, jobs, but no money."""
    return _row(measure).get("family") in _COUNTED


def label_of(measure: str) -> str:
    """What people call a measure where the glossary's first word reads badly, else nothing."""
    return _row(measure).get("label") or ""


def is_an_amount(measure: str) -> bool:
    """Whether a percentage of a measure that rose or fell is the change and not the level."""
    return _row(measure).get("family") in _AMOUNTS


def is_of_branches(measure: str | None) -> bool:
    """Whether each branch has a measure of its own: what it takes or keeps, who has no work."""
    return measure is not None and _row(measure).get("family") in _OF_BRANCHES


def is_of_goods(measure: str | None) -> bool:
    """Whether every good has a measure of its own: what it costs, what is levied on it."""
    return measure is not None and _row(measure).get("family") in _OF_GOODS


def is_trade(measure: str) -> bool:
    """Whether a measure is what goes from one country to others, all of them or one."""
    return _row(measure).get("family") == "trade"


def is_a_change(measure: str | None) -> bool:
    """Whether a measure is itself how far something moved: prices rose by what inflation is."""
    return measure is not None and _row(measure).get("family") in _CHANGES


def measures_the_move_of(amount: str, level: str) -> bool:
    """Whether how far something moved is told of what stands at a level: a rate cut, of a rate."""
    families = _row(amount).get("family"), _row(level).get("family")
    return amount == level or families == ("move", "rate")


_OF_BRANCHES = frozenset({"sales", "profit", "labour"})
_OF_GOODS = frozenset({"price", "levy", "duty"})
_CHANGES = frozenset({"growth", "inflation"})
_AMOUNTS = frozenset(
    {"sales", "profit", "volume", "trade", "price", "value", "money", "debt", "gdp"}
)
_COUNTED = frozenset({"toll", "cases", "ballot", "jobs", "volume"})


def is_kind_of(a: str, b: str) -> bool:
    """Whether one measure is a kind of another, so that one figure may be told of both.

    A minimum wage is a wage, and how much output grew is how much the economy did.
    """
    return (a, b) in _kinds() or (b, a) in _kinds()


@cache
def _kinds() -> frozenset[tuple[str, str]]:
    found = rows("ledger.disagreement", "kinds.csv")
    return frozenset((row["measure"], row["kind_of"]) for row in found)


def _row(measure: str) -> dict[str, str]:
    return _table().get(measure, {})


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["measure"]: row for row in rows("ledger.disagreement", "measures.csv")}
