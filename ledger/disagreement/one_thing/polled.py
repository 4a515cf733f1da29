"""Whose poll it is: each house asks people of its own, and no poll contradicts another's."""

from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.two_sets import share_nothing
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK, stop_words

_HOUSE = lazily(
    rf"([{CJK}]{{2,12}}?|[a-z]{{2,12}})(?:最新|今天|昨天|今日|昨日|日前|公布|发布|所做|的|一项){{0,3}}"
    r"(?:民调|民意调查)|\b([a-z]{3,20})(?:'s)? (?:opinion )?(?:poll|survey)\b"
    r"|\b(?:poll|survey) (?:by|from|of) (?:the )?([a-z]{3,20})\b"
)
_NO_HOUSE = stop_words() | {
    *("new", "latest", "recent", "another", "opinion", "exit", "online", "national", "nationwide"),
    *("first", "last", "final", "voter", "voters", "people", "adults", "nearly"),
    *("出口", "网路", "网络", "这项", "该项", "一份", "内部", "全国", "多项", "最近", "近期"),
}
"""Words before a poll that name no house."""


def of_two_polls(a: Prepared, b: Prepared) -> bool:
    """Whether each tells of a poll, and neither names whose the other is. Symmetric.

    Between two languages only a name in Latin letters is known to be another.
    """
    ours, theirs = _houses(a), _houses(b)
    across = a.is_chinese != b.is_chinese
    if across and not all(name.isascii() for name in ours | theirs):
        return False
    return share_nothing(ours, theirs)


def _houses(reading: Prepared) -> set[str]:
    """The names of houses: a word, or the last two Chinese characters."""
    key = reading.folded.key
    if not any(sign in key for sign in _SIGNS):
        return set()
    names = (next(filter(None, match.groups())) for match in _HOUSE.finditer(key))
    return {name if name.isascii() else name[-2:] for name in names} - _NO_HOUSE


_SIGNS = ("民调", "民意调查", "poll", "survey")
