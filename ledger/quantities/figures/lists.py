"""Lists said in one breath: 4.5 and 4.4 percent; 2025 and 2026 at 1.7 and 2.3 respectively."""

from itertools import pairwise

from ledger.quantities.clauses import Clauses
from ledger.quantities.figures.figure import Figure
from ledger.quantities.figures.legs import share_unit
from ledger.quantities.line import Line
from ledger.text.phrases import Mention


def share_out(
    lower: str,
    each: Mention,
    clauses: Clauses,
    figures: list[Figure],
    measures: list[Mention],
    periods: list[Mention],
) -> None:
    """Give each figure of a list its own measure or period, where as many are named before them.

    And the way that all of them went, which is said once.

    Args:
        lower: the line.
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
    _move_alike(lower, row)
    limit = min(row[0].start, each.start)
    for named, attribute in ((measures, "measure"), (periods, "period")):
        ahead = [m.id for m in named if first <= m.start and m.end <= limit]
        if len(ahead) == len(row):
            for figure, name in zip(row, ahead, strict=True):
                setattr(figure, attribute, name)


def _move_alike(lower: str, row: list[Figure]) -> None:
    """Let each entry of a list move as the one before it did: exports rose 4, 6 and 9 percent."""
    for before, figure in pairwise(row):
        moves_on = figure.role == "level" and figure.change in (None, before.change)
        if not moves_on or lower[before.end : figure.start] not in _AND:
            return
        figure.change, figure.role, figure.measure = before.change, before.role, before.measure


_AND = frozenset({" and ", ", and ", "、", "和", "与", "及", " or ", "以及", "或", ", "})
_SUSPENDED = frozenset({"- and ", "- or ", "- to ", "-, "})
"""What stands behind a number whose unit the next one says: five- and 10-year notes."""
_ACROSS = frozenset({"-by-", " by ", " x ", "x", " × ", "×"})
"""What stands between two sides of one thing: a 12-by-8-metre mural."""
_ENUMERATED = frozenset({"、", "及", "以及"})
"""What joins entries of one sort only: 800、1200及2000元."""
_JOINED = _AND | _SUSPENDED | _ACROSS
_SHARED = frozenset({"percent", "percentage_point", "currency", "length", "mass", "temperature"})
_ROW = 3
"""So many numbers in a row are a list, whatever it counts: 12, 15 and 20 seats."""
_EACH_AHEAD = 8
"""Characters ahead of a list in which 分别 may say that it is one: 分别下调0.1和0.05个百分点."""
_SMALL = 1000
"""From here on a number says its own scale: 2,500, 3 million and 5 million."""


def listed(line: Line, figures: list[Figure]) -> None:
    """Let bare numbers share the unit and scale of their list's last: 3, 5 and 7 billion euros."""
    last = figures[-1]
    bare: list[Figure] = []
    for figure in figures[-2::-1]:
        gap = line.lower[figure.end : (bare[-1] if bare else last).start]
        if figure.unit is None and not figure.bound and gap in _JOINED:
            bare.append(figure)
        else:
            _share(line, bare, last)
            last, bare = figure, []
    _share(line, bare, last)


def _share(line: Line, bare: list[Figure], last: Figure) -> None:
    """Give each bare number of a list, the nearest first, what its last number says."""
    if not bare:
        return
    first = bare[-1].start
    each = "分别" in line.lower[max(0, first - _EACH_AHEAD) : first]
    after, row = last.start, each or len(bare) + 1 >= _ROW
    for figure in bare:
        gap, after = line.lower[figure.end : after], figure.start
        if gap in _SUSPENDED:
            if "-" in line.lower[last.core[0] : last.core[1]]:
                share_unit(figure, last)
        elif gap in _ACROSS:
            if last.dimension == "length":
                share_unit(figure, last)
        elif _is_one_of(figure, last, gap, row=row):
            share_unit(figure, last)


def _is_one_of(bare: Figure, last: Figure, gap: str, *, row: bool) -> bool:
    """Whether a number counts what the last of its list counts."""
    one, two, unit = bare.numeral, last.numeral, last.unit_of
    if one is None or two is None or one.form != "cardinal":
        return False
    if row:
        return two.form == "cardinal" and (two.scale == 1 or abs(one.value) < _SMALL)
    shares = one.step < 1 or gap in _ENUMERATED
    if unit is None or unit.dimension not in _SHARED:
        return False
    return one.step == two.step / two.scale and (shares or unit.dimension == "percent")


def _alike(figures: list[Figure]) -> list[Figure]:
    """The first figures of one dimension."""
    row: list[Figure] = []
    for figure in figures:
        if row and figure.dimension != row[0].dimension:
            break
        row.append(figure)
    return row
