"""Lengths and weights that only name: a 1,500 metres final, 57公斤級, 2-nanometre chips."""

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily

_BEHIND = lazily(
    r" ?(?:级|台(?!阶)|跳板|跑|短跑|长跑|栏|障碍|自由泳|蛙泳|蝶泳|仰泳|混合泳|接力|气步枪|气手枪"
    r"|(?:比?赛|决赛|半决赛|准决赛|项目|冠军|金牌|银牌|铜牌|夺冠|夺金|夺银|夺铜|夺牌|摘金|摘银|摘铜|卫冕|称霸|封王|封后|未能夺))"
    r"|[ -](?:(?:men's |women's )?(?:final|semi-final|heats?|race|sprint|hurdles|freestyle|relay"
    r"|breaststroke|butterfly|backstroke|medley|platform|springboard|steeplechase|class|category"
    r"|division|individual|dash|gold|title|record|champions?|championship)\b)"
)
_AHEAD = lazily(
    r"(?:\b(?:men|women|boys|girls)'s? |(?:男子|女子|男|女)(?:组)?"
    r"|\b(?:won|wins?|winning|gold|silver|bronze|title|medal|champion|lost|final|heats?)"
    r"(?: (?:in|at|over|of))? the )$"
)
_FAR = 20
"""Characters of the key in which that stands."""
_DIMENSIONS = frozenset({"length", "mass"})


def names_a_contest(reading: Reading, figure: Figure) -> bool:
    """Whether a length or a weight stands beside what makes it the name of a race or a class.

    Or says of which generation chips are.
    """
    if figure.quantity.unit == "nanometer":
        return True
    if figure.quantity.dimension not in _DIMENSIONS:
        return False
    key, start = reading.folded.key, figure.start
    ahead = _AHEAD.search(key, max(0, start - _FAR), start)
    return ahead is not None or _BEHIND.match(key, figure.end) is not None
