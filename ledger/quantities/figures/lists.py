"""Lists said in one breath: 4.5 and 4.4 percent; 2025 and 2026 at 1.7 and 2.3 respectively."""

from ledger.quantities.clauses import Clauses
from ledger.quantities.figures.figure import Figure
from ledger.quantities.figures.legs import share_unit
from ledger.quantities.line import Line
from ledger.text.phrases import Mention


def share_out(
    each: Mention,
    clauses: Clauses,
    figures: list[Figure],
    measures: list[Mention],
    periods: list[Mention],
) -> None:
    """Give each figure of a list its own measure or period, where as many are named before them.

    Args:
        each: where 分別 or "respectively" stands.
        clauses: of the line.
        figures: of the line; those of the list are changed.
        measures: every measure of the line, in order.
        periods: every period of the line, in order.
    """
    first, last = clauses.sentence(each.start)
    after = [f for f in figures if each.end <= f.start < last and f.dimension != "ordinal"]
    before = [f for f in figures if first <= f.start < each.start and f.dimension != "ordinal"]
    row = _alike(after) or _alike(before[::-1])[::-1]
    if len(row) < 2:  # noqa: PLR2004 - a list has two entries
        return
    limit = min(row[0].start, each.start)
    for named, attribute in ((measures, "measure"), (periods, "period")):
        ahead = [m.id for m in named if first <= m.start and m.end <= limit]
        if len(ahead) == len(row):
            for figure, name in zip(row, ahead, strict=True):
                setattr(figure, attribute, name)


_AND = frozenset({" and ", "、", "和", "与", "及", " or ", "以及", "或", ", "})
_SUSPENDED = frozenset({"- and ", "- or ", "- to ", "-, "})
"""What stands behind a number whose unit the next one says: five- and 10-year notes."""
_ENUMERATED = frozenset({"、", "及", "以及"})
"""What joins entries of one sort only: 800、1200及2000元."""
_SHARED = frozenset({"percent", "percentage_point", "currency", "length", "mass", "temperature"})


def listed(line: Line, figures: list[Figure]) -> None:
    """Let a bare number share the unit of the next in a list: 4.5 and 4.4 percent."""
    for first, second in zip(figures[-2::-1], figures[:0:-1], strict=True):
        one, two, unit = first.numeral, second.numeral, second.unit_of
        if first.unit is not None or one is None or two is None or first.bound:
            continue
        gap = line.lower[first.end : second.start]
        if gap in _SUSPENDED and "-" in line.lower[second.core[0] : second.core[1]]:
            share_unit(first, second)
            continue
        if (
            unit is None
            or gap not in _AND
            or unit.dimension not in _SHARED
            or one.form != "cardinal"
        ):
            continue
        shares = one.step < 1 or unit.dimension == "percent" or gap in _ENUMERATED
        if one.step == two.step / two.scale and shares:
            share_unit(first, second)


def _alike(figures: list[Figure]) -> list[Figure]:
    """The first figures of one dimension."""
    row: list[Figure] = []
    for figure in figures:
        if row and figure.dimension != row[0].dimension:
            break
        row.append(figure)
    return row
