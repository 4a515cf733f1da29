"""Words in the place of a name that name nobody: he, the company, 他, 該公司.

They point back to somebody the text named, and once a statement stands alone nobody can tell whom.
"""

from ledger.text.names import names
from ledger.text.patterns import lazily

_POINTS = lazily(
    r"[Hh]e|[Ss]he|[Tt]hey|[Ii]t"
    r"|(?:[Tt]h(?:e|is|at|ese|ose)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) [a-z]+"
    r"|(?:他|她|它|其|本人|公司|(?:[該该此]|[這这][家位名])\w{1,4})[們们]?"
)


def only_points(speaker: str) -> bool:
    """Whether a speaker is told by words that fit anybody; never for a name of the table.

    Unnamed people who are described (officials, 知情人士) are who they are, and not meant here.
    """
    return _POINTS.fullmatch(speaker.strip()) is not None and names().lookup(speaker) is None
