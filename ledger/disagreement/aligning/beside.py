"""What is done to what two figures count, where no measure says it: arrested, charged; worth."""

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily

_TO_A_FIGURE = {"han": 4, "latin": 12}
"""Characters of the key between an act and the figure it is done to: arrested at least three."""


def other_act(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether other things are done to the two figures: three arrested, two charged."""
    ours, theirs = _act_on(a, x), _act_on(b, y)
    if ours is None or theirs is None or ours == theirs:
        return False
    return all(ours != term.id for term in b.terms) and all(theirs != term.id for term in a.terms)


def _act_on(reading: Reading, figure: Figure) -> str | None:
    reach = _TO_A_FIGURE["han" if reading.is_chinese else "latin"]
    directions = {s.start for s in reading.signals[figure.clause] if s.group == "rise"}
    before = [
        term
        for term in reading.acts
        if figure.start - reach <= term.end <= figure.start and term.start not in directions
    ]
    return max(before).id if before else None


def other_verb(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether two texts say of each other verb how many, or in Chinese how long.

    2,100 applications were approved, 8,800 received; 晚點兩小時, 開了三小時.
    """
    if not (a.is_chinese or b.is_chinese) and x.quantity.dimension == "count":
        return _other_english_verb(a, x, b, y)
    if not (a.is_chinese and b.is_chinese and x.quantity.dimension == "duration"):
        return False
    ours, theirs = _verb_before(a, x), _verb_before(b, y)
    return bool(ours and theirs) and ours not in b.folded.key and theirs not in a.folded.key


def _other_english_verb(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether a verb in the past stands right before each count, and neither in both texts."""
    ours, theirs = (
        _ENGLISH_VERB_BEFORE.search(text.folded.key, max(0, one.start - _TO_A_VERB), one.start)
        for text, one in ((a, x), (b, y))
    )
    if ours is None or theirs is None:
        return False
    return ours[1] not in b.folded.key and theirs[1] not in a.folded.key


_ENGLISH_VERB_BEFORE = lazily(r"\b([a-z]{2,12}ed) (?:about |some |nearly |only |just |over )?$")
_TO_A_VERB = 24


def _verb_before(reading: Reading, figure: Figure) -> str:
    """The last character of the verb before a figure; nothing for one that goes with any verb."""
    found = _VERB_BEFORE.search(reading.folded.key, max(0, figure.start - 2), figure.start)
    return found[1] if found else ""


_VERB_BEFORE = lazily(r"([\u4e00-\u9fff])(?<![有是为达共约需要用时续期长花在到至近逾])[了过]?$")


def other_object(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether each figure goes to a thing that the other text lacks: on nurses, on doctors."""
    ours, theirs = _things_behind(a, x), _things_behind(b, y)
    return _lacks_one(b, ours) and _lacks_one(a, theirs)


def _things_behind(reading: Reading, figure: Figure) -> set[str]:
    reach = figure.end + _TO_AN_OBJECT["han" if reading.is_chinese else "latin"]
    items = reading.items[figure.clause]
    return {i.id for i in items if i.kind == "term" and figure.end <= i.start <= reach}


def _lacks_one(reading: Reading, things: set[str]) -> bool:
    return not things.issubset(item.id for items in reading.items for item in items)


_TO_AN_OBJECT = {"han": 8, "latin": 24}
"""Characters of the key from a figure to what it is spent on, or of which it is a part."""


def is_priced(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether a bare number is what something is worth, and the other counts: 價值300萬, 500箱."""
    if figure.unit != "number" or other.quantity.dimension != "count":
        return False
    begin = max(0, figure.start - _TO_A_PRICE)
    return _PRICED.search(reading.folded.key, begin, figure.start) is not None


_PRICED = lazily(r"(?:[价产总市]值|[售造标]价|\bworth|\bvalued at|\bpriced at)[^,.，。]{0,6}$")
_TO_A_PRICE = 16
"""Characters of the key in which a word of worth is looked for."""
