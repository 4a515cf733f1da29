"""Days and months that say how long and name no date: 徒刑3年6月, 連續5日, 30日內.

Chinese writes both alike; only the words around them tell.
"""

import re

from ledger.quantities.units import Unit, unit_named

_TERM = re.compile(
    r"(?:(?:徒刑|拘役|刑期|判刑|监禁|羁押|(?<!大)连续?)(?:各|共|为|约|逾)?"
    r"|(?:徒刑|刑期|判刑|监禁|判处?)[\d一二三四五六七八九十]{1,3}年)$"
)
_SPENT = re.compile(
    r"(?:为期|历时|长达|过去|未来|近|逾期?|超过|未?满|至少|不到|不足|最多|最长|拘留|停业|停权|停职|歇业"
    r"|失[联踪]|共|受困|住院|昏迷|隔离|连[涨跌升降雨休放])$"
)
# 内阁, 内政部, 内地, 内湖 and the like begin a word of their own.
_WITHIN = re.compile(r"日(?:内(?![阁政部地湖蒙贾塔线外埔坜野容衣用需战存])|之内|之久|以[内上下])")
TIME_SIGNS = {"日": "day", "月": "month"}
"""What writes a day or a month, and the unit of time it may stand for."""
# 僅十多日, 20餘日: no day of a month is that open.
_OPEN = re.compile(r"[\d十百][多余]$")
_REACH = 12
"""Characters of the longest words ahead."""


def stretch_at(lower: str, at: int, end: int) -> Unit | None:
    """The unit of time, day or month, of a number that begins and ends at these places.

    ``None`` where the sign behind it makes a date, or is neither.
    """
    sign = lower[end : end + 1]
    if sign not in TIME_SIGNS:
        return None
    told = _TERM.search(lower, at - _REACH, at) is not None
    if sign == "日" and not told:
        told = (
            _WITHIN.match(lower, end) is not None
            or _OPEN.search(lower, end - 2, end) is not None
            or _SPENT.search(lower, at - _REACH, at) is not None
        )
    return unit_named("duration", TIME_SIGNS[sign]) if told else None
