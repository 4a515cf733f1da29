"""Chinese phrases that name a source without a verb of saying of its own.

根據某署統計, 記者從某處獲悉, 在某人看來, and 某人：「……」 as interviews are written.
"""

import re
from collections.abc import Iterator
from functools import cache

from ledger.extraction.chinese.names import chinese_speaker
from ledger.extraction.chinese.people import presented
from ledger.extraction.cue import Cue, Speaker
from ledger.extraction.lexicon import any_of, words

_IN_THE_EYES = re.compile(r"在(?P<who>[^,。在]{1,20})(?:看来|眼中)(?=[,:])")
_LABEL = re.compile(r"\s*(?P<who>[\u4e00-\u9fff·]{2,12}):(?=[「“\"])")
_AFTER_QUOTE = re.compile(r"[」”\"]\s*(?P<rest>[^「」“”\",。]{2,40})[。.]?\s*$")
_LONGEST_REMARK = 6
_LEARNT = re.compile(
    r"(?:(?:记者|本报|本刊)[^,。从]{0,16})?从(?P<who>[^,。从]{2,24}?)"
    r"(?P<rest>(?:\d{1,2}日|今天|昨天|今日|昨日|上午|下午|召开|举行|举办|方面|处|有关部门)[^,。]{0,24})?"
    r"(?:获悉|了解到|得知)"
)


def unspoken(plain: str, shown: str) -> Iterator[Cue]:
    """The sources a sentence names so.

    Args:
        plain: the sentence in one spelling.
        shown: the same with quotations made unreadable.
    """
    for form in (_by_figures(), _LEARNT, _IN_THE_EYES):
        for found in form.finditer(shown):
            speaker = chinese_speaker(plain, *found.span("who"), sure=False)
            if speaker is not None:
                yield Cue(*found.span(), "say", found.span(), speaker)
    yield from _remark(plain)
    label = _LABEL.match(plain)
    if label is not None:
        said = label["who"].endswith(words("chinese_speech", "saying"))
        speaker = chinese_speaker(plain, *label.span("who"), sure=True)
        if speaker is not None and not said:
            yield Cue(label.end() - 1, label.end(), "say", label.span(), speaker)


def _remark(plain: str) -> Iterator[Cue]:
    """「……。」副教授沈某某苦笑。: somebody presented behind a quotation has said it."""
    remark = _AFTER_QUOTE.search(plain)
    people = presented(remark["rest"]) if remark is not None else []
    if remark is not None and people and people[-1].start < people[-1].end:
        start, end = (remark.start("rest") + at for at in (people[-1].start, people[-1].end))
        if remark.end("rest") - end <= _LONGEST_REMARK:
            about = remark.span("rest")
            yield Cue(end, remark.end("rest"), "say", about, Speaker(start, end, "person"))


@cache
def _by_figures() -> re.Pattern[str]:
    """根據, a body, and what it published: 根據某署最新統計(顯示),."""
    papers = any_of(words("chinese_speech", "papers"))
    lead_in = any_of(words("chinese_speech", "relay_before"))
    return re.compile(
        rf"(?<![数证依根占]){lead_in}(?P<who>[^,。]{{2,24}}?)(?:\d{{1,2}}日|今天|昨天|今日|昨日|近日|日前|最新|(?:今年|去年)?\d{{1,2}}月(?:\d{{1,2}}日)?|今年|去年)?"
        rf"(?:\([^()]*\)|的|所|发布|公布|发表|提供|统计|最新|出具|初步|相关|官方|内部|监测|年度|月度|问卷|一份|这份)*{papers}(?:显示|指出|中?称|表明)?(?=[,:])"
    )
