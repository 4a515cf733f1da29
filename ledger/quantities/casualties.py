"""The dead, the injured and the missing, whom headlines count in a word or less: 2死5伤1失踪."""

import re

from ledger.quantities.figure import Figure

CASUALTIES = frozenset({"deaths", "injured", "missing"})
"""Measures that count people even where the text leaves the word out: 30 injured."""
_FATES = {"死": "deaths", "亡": "deaths", "伤": "injured", "失": "missing"}
# Another character behind it makes another word of it: 死因, 伤口; 九死一生 counts nobody.
_ALONE = r"[死亡伤](?!一生)(?=$|[^\u3400-\u9fff]|[一二三四五六七八九十百几多数及和与轻重失])"
_COUNTED = re.compile(_ALONE)
_FATE = re.compile(rf"{_ALONE}|[轻重受](?=伤)|失(?=踪|联)")


def fate_counted(lower: str, at: int) -> int | None:
    """Where the fate ends that stands for people right behind a number, ``None`` for no fate."""
    fate = _COUNTED.match(lower, at)
    return None if fate is None else fate.end()


def about_fates(lower: str) -> bool:
    """Whether a line can say in a character what became of anybody."""
    return "死" in lower or "伤" in lower or "失" in lower or "亡" in lower


def fate(lower: str, figure: Figure) -> str | None:
    """What became of the people a figure counts, where it says so in its last word or the next."""
    if figure.unit not in ("person", None):
        return None
    last = figure.core[1] - 1
    found = _FATE.match(lower, last) or _FATE.match(lower, last + 1)
    if found is None:
        return None
    return _FATES.get(found[0], "injured")
