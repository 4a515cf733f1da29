"""What a bare number counts or is in, where words ahead of it say so.

A crowd of 20,000 is people, the number of beds that fell to 9,000 counts beds, and 獲利3千萬 leaves
out the currency, which is the usual one.
"""

import re

from ledger.quantities.counts import noun_ahead
from ledger.quantities.figure import Figure
from ledger.quantities.homes import at_home
from ledger.quantities.units import unit_named

_GATHERED = re.compile(
    r"(?:^|[^a-z])(?:crowds?|audiences?|gatherings?|congregation|attendance|population|workforce|"
    r"delegation|jury|crew|squad|staff|team|family) of (?:just |only )?$"
)
_NEAR = 96
"""How many characters ahead of a figure the words "number of" may stand."""
_LARGE = frozenset("万亿兆余多")
"""What a sum in Chinese ends with that may leave out its currency."""
_PAID = re.compile(
    r"(?:[大狂净暴]赚|赚[进取]?|获利|盈利|亏损|净利|营收|[年月]薪|薪[资水]|票房|罚[款金]?|赔偿?|[斥耗]资|"
    r"负债|欠债|债务|市值|身价|总价|售价|造价|要价|奖金|损失|预算|经费|募款|贷款|[骗诈]得|骗走|获赔|"
    r"进账|存款)(?:了|金额|额|收入)?(?:上看|共|至少|的)?$"
)


def complete(lower: str, figure: Figure, clause: tuple[int, int]) -> None:
    """Give a number without a unit the one that the words ahead of it leave unsaid."""
    start = figure.start
    if lower[figure.core[1] - 1] in _LARGE:
        yuan = unit_named("currency", "CNY")
        if yuan is not None and _PAID.search(lower, max(clause[0], start - 12), start):
            figure.measured_in(at_home(lower, yuan))
    elif lower[start - 1 : start] == " ":
        if _GATHERED.search(lower, max(0, start - 24), start):
            figure.dimension, figure.unit = "count", "person"
        elif noun := noun_ahead(lower, max(clause[0], start - _NEAR), start):
            figure.dimension, figure.unit = "count", noun
