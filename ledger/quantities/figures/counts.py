"""What a bare number counts: 281 votes, 20家銀行, 逾100萬顆晶片."""

import re
from functools import cache

from ledger.quantities.figures.casualties import fate_counted
from ledger.quantities.figures.counted_nouns import classifiers, is_said, noun_at
from ledger.quantities.lexicon import rows
from ledger.quantities.line import Line
from ledger.quantities.numerals.cardinals import WORDS
from ledger.text.patterns import lazily

_NOUN = re.compile(
    r"[ -][\"']?((?:[a-z]\.){2,4}|[a-z]{2,24})"
    r"(?:[ -][\"']?((?:[a-z]\.){2,4}|[a-z]{3,24}))?(?:[ -]([a-z]{3,24}))?(?:[ -]([a-z]{3,24}))?"
)
# Two F-16 fighter jets, 300 5G base stations: a code may say what sort of them.
_SORT = re.compile(r" (?:[a-z]{1,3}-?\d{1,4}[a-z]?|\d{1,2}[dgk])(?= )")
_LEVEL = re.compile(r"[口卡前]|失守|得而复失|$|[,。、;!?]")
"""What stands behind 關 where it is a level of the market."""
_ONE_MOVE = re.compile(
    r"(?<=\bone) (?:(?:more|further|single) )?(?:interest[ -])?rate (cut|hike)(?![a-z])"
)
_JOINED = re.compile(r"-([a-z]{3,24})(?=[ ,.;:)-]|$)")
_NO_NOUN = (
    "al", "ed", "ing", "ish", "like", "ly", "odd", "off", "plus", "some", "style", "thing", "time",
    "up", "way", "wide",
)  # fmt: skip
"""How words end that a hyphen joins to a number and that it does not count: a one-time, two-way."""
_NOUNS_STILL = frozenset({"bed", "shed"})
"""Nouns that end so: a 240-bed hospital."""
# 300 of the porpoises; one of them may be anybody.
_OF_THE = re.compile(r"(?<!one) of (?:the|its|their|his|her|our|those|these)(?= [a-z])")
_SINGULARS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "troop": "troops", "strong": "person",
}  # fmt: skip
NUMBERED = ("number of ", " numbers ")
"""What stands in every clause that names what its number counts ahead of it."""
_NUMBER_OF = re.compile(
    r"number of (?:[a-z-]{2,16} ){0,2}?([a-z]{3,20}s|people|men|women|children)"
    r"(?: (?!that |who |which |with |where )[a-z%-]+){1,8}"
    r"(?: [\d.,]+%?)?(?: (?!that |who )[a-z%-]+){0,4} $"
)
# Student numbers at the college sank below 2,000; the wrong numbers are of nothing.
_NUMBERS = re.compile(
    r"(?:^|[^a-z])(student|pupil|visitor|tourist|passenger|patient|staff|troop|prisoner|inmate|"
    r"member|subscriber|user|customer|voter|case|casualty|migrant|refugee|teacher|nurse|worker|"
    r"police|officer|bird|fish|cattle|whale|rhino|elephant|tiger|bee) numbers"
    r"(?: (?!that |who )[a-z%-]+){1,8}(?: [\d.,]+%?)?(?: (?!that |who )[a-z%-]+){0,4} $"
)
SOMEBODY = frozenset(
    {
        "bystander", "boy", "child", "civilian", "climber", "cyclist", "driver", "firefighter",
        "fisherman", "girl", "guard", "hiker", "hostage", "journalist", "man", "migrant",
        "motorist", "officer", "passenger", "patient", "pedestrian", "person", "pilot", "policeman",
        "prisoner", "protester", "pupil", "resident", "sailor", "skier", "soldier", "student",
        "teenager", "tourist", "villager", "woman", "worker",
    }
)  # fmt: skip
"""Of these one is as good a number as two, where something became of them."""
# One man told police counts nobody.
_SOMEONE = re.compile(
    rf"(?<=\bone) (?:[a-z-]{{3,16}} )??({'|'.join(sorted(SOMEBODY))})"
    r" (?:was|is|died|dead|killed|injured|wounded|hurt|missing|(?:has|had) been)(?![a-z])"
)
_SORTS = frozenset(["aircraft", "crew", "personnel", "cattle", "sheep"])
OWN_PLURALS = _SORTS | {
    "people", "men", "women", "children", "persons", "police", "staff", "troops", "species",
    "series",
}  # fmt: skip
"""Nouns that are plural as they are; some say, before one that does, what sort of it: 30 crew
members, two aircraft carriers."""
_NO_PLURAL = ("ss", "bus", "irus", "ampus", "sus", "ous", "sis", "lens", "news")
"""How words end that only look like a plural: an Airbus jet, a virus test, a lens."""


@cache
def _closed() -> frozenset[str]:
    """Words that end the search for a noun."""
    return frozenset(row["word"] for row in rows("no_nouns.csv"))


@cache
def _irregular() -> dict[str, str]:
    """Plurals that end in s, by which the rules would go wrong."""
    return {row["plural"]: row["singular"] for row in rows("plurals.csv")}


def counted(line: Line, at: int) -> tuple[int, str] | None:
    """The noun a number that ends at ``at`` counts: where its name ends, and what it is called."""
    nxt = line.lower[at : at + 1]
    if _is_han(nxt):
        return _classified(line, at)
    if nxt == "-":
        return _adjective(line, at)
    return _one(line, at) or _named(line, at) if nxt == " " else None


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


# 2男1女, 五女三男.
_SEX = lazily(
    r"[男女](?=[\d一二两三四五六七八九十][男女]|$|[,。;、)]|被|受伤|遭|死|涉|落网|获救|均|皆|全部|当场|送医)"
)
_SEXES = {"男": "man", "女": "woman"}


def _classified(line: Line, at: int) -> tuple[int, str] | None:
    if line.lower[at] in _SEXES and _SEX.match(line.lower, at):
        return at + 1, _SEXES[line.lower[at]]
    if (end_of_fate := fate_counted(line.lower, at)) is not None:
        return end_of_fate, "person"
    if line.lower[at - 1] == "计":
        at += line.lower[at] == "的"
    found = classifiers().at(line.lower, at)
    if found is None:
        noun = noun_at(line.lower, at)
        return None if noun is None else (at, noun)
    end, unit = found
    classifier = line.lower[at:end]
    if classifier == "关" and _LEVEL.match(line.lower, end):
        return None
    if (
        classifier == "间"
        and not _is_han(line.lower[end : end + 1])
        and not is_said(line.lower, at, classifier)
    ):
        return None
    return end, unit or classifier


def _named(line: Line, at: int) -> tuple[int, str] | None:
    """The first plural among the next four words: 20 most expensive restaurants."""
    if line.lower.startswith(" of ", at):
        if (of := _OF_THE.match(line.lower, at)) is not None:
            at = of.end()
        elif line.lower[at - 1] == "s":
            at += 3  # hundreds of people
    match = _NOUN.match(line.lower, at)
    if match is None:
        sort = _SORT.match(line.lower, at)
        match = sort and _NOUN.match(line.lower, sort.end())
    if match is None:
        return None
    for group in (1, 2, 3, 4):
        word = match[group]
        if word is None or word in _closed() or word == "others":
            return None
        if word in OWN_PLURALS and not (word in _SORTS and (match[2] or "").endswith("s")):
            return match.end(group), _SINGULARS.get(word, word)
        if word.endswith("s") and not word.endswith(_NO_PLURAL):
            letters = line.key[match.start(group) : match.end(group) - 1]
            initials = letters.isupper() and line.key[match.end(group) - 1] == "s"
            return match.end(group), letters if initials else _singular(word)
    return None


def _one(line: Line, at: int) -> tuple[int, str] | None:
    """What a one that ends at ``at`` counts: one rate cut, one man was killed."""
    if not line.lower.endswith("one", 0, at):
        return None
    found = _ONE_MOVE.match(line.lower, at) or _SOMEONE.match(line.lower, at)
    return found and (found.end(1), found[1])


def _adjective(line: Line, at: int) -> tuple[int, str] | None:
    """What a number joined to its noun by a hyphen counts: a 12-member panel, six-party talks."""
    noun = _JOINED.match(line.lower, at)
    if noun is None or noun[1] in _closed() or noun[1] in WORDS:
        return None
    if noun[1].endswith(_NO_NOUN) and noun[1] not in _NOUNS_STILL:
        return None
    if line.key[noun.end() - 1].isupper():
        return None  # 3-MCPD
    name = _SINGULARS.get(noun[1], noun[1])
    plural = name.endswith("s") and not name.endswith(_NO_PLURAL)
    return noun.end(), _singular(name) if plural else name


def noun_ahead(lower: str, since: int, at: int) -> str | None:
    """What the number at ``at`` counts by a clause that began at ``since`` and says "number of"."""
    named = lower.find(NUMBERED[0], since, at)
    if named < 0:
        found = _NUMBERS.search(lower, since, at)
        return found and _SINGULARS.get(found[1], found[1])
    if (found := _NUMBER_OF.match(lower, named, at)) is None:
        return None
    return _singular(found[1]) if found[1].endswith("s") else _SINGULARS[found[1]]


def _singular(noun: str) -> str:
    """One of a regular English plural."""
    if noun in _irregular():
        return _irregular()[noun]
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004 - ties, lies
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes", "oes", "buses", "iruses", "mpuses")):
        return noun[:-2]
    return noun[:-1]
