"""What a text quotes only to call it false: the claim over a finding, the rumour over a denial.

"Claim: she owns shares. Our finding: false" says that she owns none.
"""

from ledger.disagreement.statement.passage import Passage
from ledger.text.patterns import lazily

_QUOTED = lazily(
    r" ?(?:claim|rumou?r|viral claim|viral post|hoax)s?\b|[^,:。]{0,8}(?:网传|谣传|谣言|流传|传言)"
)
_FALSE = lazily(
    r"\b(?:false|untrue|fake|incorrect|misleading|hoax|fabricated|baseless|debunked)\b"
    r"|不实|错误|谣言|虚假|假的|捏造|造假|误导|并非事实|子虚乌有"
)


def is_refuted(passage: Passage) -> bool:
    """Whether a clause only tells what others claim, and the text calls that false elsewhere."""
    reading, clause = passage.reading, passage.clause
    start, end = reading.sentence_start(clause), reading.sentence_end(clause)
    key = reading.folded.key
    if _QUOTED.match(key, start, end) is None:
        return False
    return _FALSE.search(key, passage.end) is not None or _FALSE.search(key, 0, start) is not None
