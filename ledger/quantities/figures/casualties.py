"""The dead, the injured and the missing, whom headlines count in a word or less: 2死5伤1失踪."""

import re

from ledger.quantities.figures.figure import Figure

CASUALTIES = frozenset({"deaths", "injured", "missing"})
"""Measures that count people even where the text leaves the word out: 30 injured."""
THINGS = frozenset(
    {
        "aircraft", "animal", "apartment", "bird", "boat", "bridge", "building", "bus", "car",
        "chicken", "company", "cow", "dog", "drone", "duck", "hen", "horse", "pig", "sheep", "tree",
        "flight", "home", "house", "household", "missile", "plane", "school", "shell", "ship",
        "shop", "tank", "truck", "vehicle", "village",
    }
)  # fmt: skip
"""What is counted beside casualties and is none."""
_FATES = {"死": "deaths", "亡": "deaths", "伤": "injured", "失": "missing"}
# Another character behind it makes another word of it: 死因, 伤口; 九死一生 counts nobody.
_FATE = re.compile(
    r"[死亡伤](?!一生)(?=$|[^\u3400-\u9fff]|[一二三四五六七八九十百几多数及和与轻重失])"
    r"|[轻重受](?=伤)|失(?=踪|联)"
)
_COUNTED = frozenset("死亡伤")


# 12 people died and 3 were hurt: in English the verb stands behind, who they are between.
_VERB = re.compile(
    r"(?: of people)?(?: (?!and |or |who |said |says |of )[a-z-]+){0,2}?"
    r"(?: (?:was|were|is|are|(?:have|has|had) been|reported|feared|left))*"
    r"(?: (?:seriously|critically|badly|slightly|severely|also|more))? (killed|dead|died|injured|"
    r"wounded|hurt|missing)(?![a-z])"
)
_VERBS = {
    "injured": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing"
}  # fmt: skip
FATED = (*_FATES, "killed", "dead", "died", *_VERBS)
"""One of these stands in every line that says right behind a number what became of anybody."""


def fate_counted(lower: str, at: int) -> int | None:
    """Where the fate ends that stands for people right behind a number, ``None`` for no fate."""
    fate = _FATE.match(lower, at)
    return fate.end() if fate is not None and fate[0] in _COUNTED else None


def fate(lower: str, figure: Figure) -> str | None:
    """What became of the people a figure counts, where it says so in its last word or the next."""
    if figure.unit_of is not None or figure.dimension not in ("count", "number"):
        return None
    end = figure.core[1]
    if lower[end : end + 1] == " " and (verb := _VERB.match(lower, end)) is not None:
        return _VERBS.get(verb[1], "deaths")
    if figure.unit not in ("person", None):
        return None
    found = _FATE.match(lower, end - 1) or _FATE.match(lower, end)
    if found is None:
        return None
    return _FATES.get(found[0], "injured")
