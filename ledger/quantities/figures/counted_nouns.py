"""What a Chinese classifier counts, by its noun: 16所國小 are schools, 兩顆衛星 satellites.

Nouns carry the English name, so that counts align across languages. A noun is known with the
classifiers it takes, which is how the object of a verb is told from what is counted: 12輛前往醫院
are vehicles.
"""

from functools import cache, lru_cache

from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.line import line
from ledger.text.patterns import lazily

_PERSON, _OF_PEOPLE = "person", ("名", "位")
_NEVER_AHEAD = frozenset({"次"})
"""Classifiers that say too little about a noun ahead of them."""
# Nothing behind the classifier is a noun of its own: 逾2萬套, 230間以上, 兩所甚至.
_ALONE = lazily(
    r"[^\u3400-\u9fff]|$|以[上下内]|左右|上下|之多|[被遭都也均已仍则皆全甚在未无没停获]"
)
_NUMBER = lazily(r"[\d.,〇零一二三四五六七八九十百千万亿两几数余多]{1,16}$")
_HAN = "\u3400"
_LONGEST_MODIFIER = 8
"""Characters that may stand between a classifier and its noun: 3枚短程彈道導彈, 5名台積電的員工."""
# Here the noun phrase is over: 3名被警方, 兩名在.
_OVER = lazily(
    r"[^\u3400-\u9fffa-z\d-]|[被遭由把将向与和及或是至则都也均已仍并说称一二三四五六七八九十两几百千万亿]"
)
_BETWEEN = frozenset("的总产销业务交数量额约已共计达到至为有新增加减少升降首次仅只累")
"""What may stand between a noun and its count: 快遞業務量首次突破1500億件."""
_AHEAD = 8
"""How far behind its noun a count may stand: 住房不少於2萬套, 快遞業務量突破1500億件."""
_ROUND = frozenset("十百千万亿")
"""What a number ends with that a noun may follow without a classifier, as after several digits."""


@cache
def classifiers() -> Lexicon[str]:
    """Every classifier with the unit it names by itself, empty where it names none."""
    return Lexicon((row["form"], row["unit"]) for row in rows("classifiers.csv"))


@cache
def _nouns() -> dict[str, Lexicon[str]]:
    """The nouns each classifier goes with; those of people under one name for all of theirs."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for row in rows("counted_nouns.csv"):
        named = [(form, row["unit"]) for form in row["zh"].split("|")]
        for classifier in row["classifiers"].replace("@", _PERSON).split("|"):
            forms.setdefault(classifier, []).extend(named)
    forms["个"] += forms[_PERSON]
    forms |= dict.fromkeys(_OF_PEOPLE, forms[_PERSON])
    return {classifier: Lexicon(nouns) for classifier, nouns in forms.items()}


@cache
def people() -> frozenset[str]:
    """The English names of nouns that are people."""
    return frozenset(row["unit"] for row in rows("counted_nouns.csv") if row["classifiers"] == "@")


@cache
def _things() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("counted_nouns.csv")) - people()


def counts_people(unit: str | None) -> bool | None:
    """Whether a noun counts people; ``None`` for one that the table does not know."""
    if unit in people():
        return True
    return False if unit in _things() else None


def may_be_asked(unit: str | None) -> bool:
    """Whether a noun counts whom a survey asks: people, or what they live and work in."""
    return unit in people() or unit in _ASKED


_ASKED = frozenset({"household", "home", "family", "company", "business", "firm", "employer"})


@cache
def _unclassified() -> Lexicon[str]:
    """Nouns that a round number stands right before: people, and what is counted like them."""
    return Lexicon(
        (form, row["unit"])
        for row in rows("counted_nouns.csv")
        if row["classifiers"] == "@" or row["bare"]
        for form in row["zh"].split("|")
        if len(form) > 1
    )


def noun_at(lower: str, at: int) -> str | None:
    """The noun right behind a number that has no classifier: 十萬居民, 3000警力."""
    if (
        lower[at - 2 : at] != "计的"
        and lower[at - 1] not in _ROUND
        and not (at > 1 and lower[at - 2 : at].isdecimal())
    ):
        return None
    found = _unclassified().at(lower, at)
    return None if found is None else found[1]


def people_before(lower: str, at: int) -> str | None:
    """The noun of people right before a place: 用戶約3.2億, 學生逾1.2萬."""
    found = _nouns()[_PERSON].before(lower, at)
    return None if found is None or found[0] + 1 == at else found[1]


def noun_of(lower: str, figure: Figure, since: int) -> tuple[str, str] | None:
    """The classifier of a Chinese count, and the noun it goes with, behind it or ahead.

    The noun is empty where none is said, and nothing else stands behind the classifier.

    Args:
        lower: the line.
        figure: the count.
        since: where its clause begins.
    """
    at = figure.core[1]
    if figure.dimension != "count" or lower[at - 1] < _HAN:
        return None
    found = classifiers().before(lower, at)
    form = "" if found is None else lower[found[0] : at]
    if form not in _nouns():
        return None
    end = max(at, figure.end)
    noun = _behind(lower, end, _nouns()[form])
    if noun is None and _ALONE.match(lower, end) and form not in _NEVER_AHEAD:
        noun = _ahead(lower, since, figure.start, _nouns()[form]) or ""
    return None if noun is None else (form, noun)


def is_said(lower: str, at: int, classifier: str) -> bool:
    """Whether the noun of a classifier that stands at ``at`` is said ahead of its number."""
    number = _NUMBER.search(lower, at - 16, at)
    return number is not None and _ahead(lower, 0, number.start(), _nouns()[classifier]) is not None


def _behind(lower: str, at: int, nouns: Lexicon[str]) -> str | None:
    """The noun that a classifier ends at: the last of a row of nouns, as Chinese heads are."""
    named, owner, last = None, None, at + _LONGEST_MODIFIER
    while at <= last:
        found = nouns.at(lower, at)
        if found is not None and lower.startswith("党", found[0]):
            found = None  # 国民党立委 are no citizens
        if found is not None:
            if named in _PLACES and found[1] in _of_places():
                return named  # 8个城市新房, 3个村庄居民
            at, named = found
        elif named is not None and lower[at : at + 1] == "的" and not _OVER.match(lower, at + 1):
            owner, named, at, last = named, None, at + 1, at + 1 + _LONGEST_MODIFIER
        elif named is not None or _OVER.match(lower, at):
            break
        else:
            at += 1
    return named or owner


_PLACES = frozenset({"city", "country", "county", "province", "region", "town", "village"})


@cache
def _of_places() -> frozenset[str]:
    """What a place has in it: who is counted by places is not the people in them."""
    return people() | {"home"}


def _ahead(lower: str, since: int, at: int, nouns: Lexicon[str]) -> str | None:
    """The noun ahead of its count, with nothing but words of number between the two."""
    for end in range(at, max(since, at - _AHEAD), -1):
        found = nouns.before(lower, end)
        if found is not None:
            return found[1]
        if lower[end - 1] not in _BETWEEN:
            return None
    return None


@lru_cache(maxsize=4096)
def sort_counted(text: str, unit: str) -> str:
    """What a count is of by its classifier alone: people for 40名礦工, 所 for 16所國小.

    Which nouns a text leaves out and which it says differs more than what is counted does. A noun
    without a classifier is the sort itself; any of people are.

    Args:
        text: the words of the count.
        unit: the noun it was read with.
    """
    lower = line(text).lower
    for end in range(len(lower), 1, -1):
        found = classifiers().before(lower, end)
        if found is not None and found[0] > 0:
            return found[1] or lower[found[0] : end]
    return _PERSON if unit in people() and not text.isascii() else unit
