"""Who a Chinese noun phrase names: titles, places and organisations before the name left out.

Nothing is guessed: a phrase that neither titles, brackets, surnames nor the name table vouch for
names nobody, because a wrong speaker is worse than none.
"""

import re
from functools import cache

from ledger.extraction.cue import Span, Speaker, Who
from ledger.extraction.lexicon import any_of, table, words
from ledger.text.fold import folded
from ledger.text.names import names

_BRACKET = re.compile(r"\(([^()]{1,60})\)$")
_QUOTED = re.compile(r"[「“\"]([^「」“”\"]{1,20})[」”\"]$|《([^《》]{1,20})》$")
_LATIN_END = re.compile(
    r"[A-Z][\w.&'-]{0,40}(?: [A-Z][\w.&'-]{0,40}| of| and| the| de| van| von){0,12}$"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z .,'·-]+")
_HAN_NAME = re.compile(
    r"[\u4e00-\u9fff\U00020000-\U000323af·]{2,8}|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}"
)
_OWNED = re.compile(r"[他她其我你]的")
_PAPER = re.compile(
    r"(?:的|所|最新|初步|一份|发布|公布|\d{1,2}月|\d{1,2}日){0,12}"
    r"(?:研究报告|研报|报告|声明|公告|新闻稿|财报|公报|统计数据|统计|数据|资料|调查|民调|监测|研究)$"
)
_SHORT = re.compile(r"[\u4e00-\u9fff]{2,4}")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}){1,3}$")
_SAID_BEFORE = "该"
_SEVERAL = re.compile(r"有?(?:[多数几两三四五六七八九十]|数十|十余|上百)[名位]")
_LONGEST_ORGANISATION, _LENGTHS_OF_NAMES = 16, (2, 3)
_KINDS: dict[str, Who] = {"person": "person", "place": "organisation", "group": "organisation"}


def chinese_speaker(plain: str, start: int, end: int, *, sure: bool) -> Speaker | None:
    """Read a noun phrase of a sentence as a speaker.

    Args:
        plain: the sentence in one spelling.
        start: where the phrase begins.
        end: where it ends.
        sure: whether the verb behind it is one that only somebody who speaks can have, so that a
            short unknown word may pass for a name.
    """
    end = start + len(plain[start:end].rstrip(" ,、"))
    bracket = _BRACKET.search(plain, start, end)
    core = bracket.start() if bracket is not None else end
    also = _alias(plain, bracket)
    paper = _PAPER.search(plain, start, core)
    if paper is not None and paper.start() - start > 1:
        core = paper.start()
    if owned := _OWNED.match(plain, start, core):
        start, sure = owned.end(), False
    lead_in = _lead_in().match(plain, start, core)
    start = lead_in.end() if lead_in is not None and core - lead_in.end() > 1 else start
    if core <= start or _nobody().search(plain[start:core]):
        return None
    for reading in (
        *(_pronoun, _quoted, _by_title, _known, _latin, _unnamed, _shaped, _after_role),
        _organisation,
    ):
        found = reading(plain, start, core)
        if found is not None:
            return Speaker(found.start, found.end, found.who, also)
    if also is not None and core - start <= _LONGEST_ORGANISATION // 2:
        return Speaker(start, core, "person", also)
    if sure and _SHORT.fullmatch(plain, start, core) and plain[start] != _SAID_BEFORE:
        return Speaker(start, core, "person")
    return _of_a_kind(plain, start, core) if sure else None


def full_name_at(plain: str, at: int) -> int | None:
    """Where the longest full name that can begin at a place ends; ``None`` where none can."""
    found = _full_name().match(plain, at)
    return found.end() if found is not None and _is_nobody_known(found[0]) else None


def _alias(plain: str, bracket: re.Match[str] | None) -> Span | None:
    """The name in Latin letters behind the name in Chinese."""
    if bracket is None:
        return None
    found = _LATIN.match(plain, bracket.start(1), bracket.end(1))
    return found.span() if found is not None else None


def _pronoun(plain: str, start: int, end: int) -> Speaker | None:
    if plain[start:end] in words("chinese_speech", "pronouns"):
        return Speaker(start, end, "pronoun")
    return None


def _quoted(plain: str, start: int, end: int) -> Speaker | None:
    """網友「某某」 is somebody; 《某報》 is a medium."""
    found = _QUOTED.search(plain, start, end)
    if found is None:
        return None
    if found[2] is not None:
        return Speaker(*found.span(2), "organisation")
    before = plain[start : found.start()].strip()
    if not before or _title().search(before):
        return Speaker(*found.span(1), "person")
    return None


def _by_title(plain: str, start: int, end: int) -> Speaker | None:
    """首席分析師某某: the name is what follows the last title, or stands before it."""
    found = list(_title_inside().finditer(plain, start, end))
    if not found:
        return None
    last = found[-1]
    begin = last.end() + (plain[last.end() : end].startswith(" "))
    if begin < end:
        return _name_behind_title(plain, begin, end)
    before = _name_before_title(plain, start, last.start())
    surname = _surname_at_end().search(plain, start, last.start())
    if before is None and surname is not None:
        return Speaker(surname.start(), end, "person")
    return before or Speaker(start, end, _office(plain, start, last.start(), end))


def _name_behind_title(plain: str, start: int, end: int) -> Speaker | None:
    is_name = (
        _HAN_NAME.fullmatch(plain, start, end) is not None
        and plain[start:end] not in words("chinese_speech", "saying")
        and _organisation(plain, start, end) is None
    )
    return Speaker(start, end, "person") if is_name else None


def _office(plain: str, start: int, title: int, end: int) -> Who:
    """Who a phrase with a title and without a full name is: 王律師, 港務局發言人, 分析師."""
    named = plain[start:title]
    if _is_surname(named):
        return "person"
    some = _unnamed(plain, start, end) is not None or named.endswith(("有关", "相关"))
    return "unnamed" if some or len(named) <= 1 else "person"


def _name_before_title(plain: str, start: int, end: int) -> Speaker | None:
    """王某某律師: the name stands before the title, and may have another one before it."""
    behind = max((title.end() for title in _title_inside().finditer(plain, start, end)), default=-1)
    if behind >= 0 and _full_name().fullmatch(plain, behind, end) is not None:
        return Speaker(behind, end, "person")
    whole = _full_name().fullmatch(plain, start, end)
    if whole is not None and end - start > min(_LENGTHS_OF_NAMES) and _is_nobody_known(whole[0]):
        return Speaker(start, end, "person")
    return _after_role(plain, start, end)


def _is_nobody_known(name: str) -> bool:
    known = names().lookup(name)
    return known is None or known.kind == "person"


def _known(plain: str, start: int, end: int) -> Speaker | None:
    """A name of the table, when the phrase ends with it."""
    source = folded(plain[start:end])
    for mention in names().mentions(source.key):
        first, last = source.span(mention.start, mention.end)
        name = names().get(mention.id)
        if start + last == end and name is not None:
            return Speaker(start + first, end, _KINDS.get(name.kind, "organisation"))
    return None


def _latin(plain: str, start: int, end: int) -> Speaker | None:
    found = _LATIN_END.search(plain, start, end)
    if found is None:
        return None
    person = " " in found[0] and found.start() == start
    return Speaker(found.start(), end, "person" if person else "organisation")


def _unnamed(plain: str, start: int, end: int) -> Speaker | None:
    if end - start > 2 * _LONGEST_ORGANISATION:
        return None
    several = _SEVERAL.match(plain, start, end) is not None
    if several or plain[start:end].endswith(words("chinese_speech", "unnamed")):
        return Speaker(start, end, "unnamed")
    return None


def _shaped(plain: str, start: int, end: int) -> Speaker | None:
    """By its shape: 王某某, 約翰·某某."""
    dotted = _DOTTED.search(plain, start, end)
    if dotted is not None and dotted.start() == start:
        return Speaker(start, end, "person")
    if _full_name().fullmatch(plain, start, end) is not None and not _organisation(
        plain, start, end
    ):
        return Speaker(start, end, "person")
    return None


def _after_role(plain: str, start: int, end: int) -> Speaker | None:
    """預報員佟某某: a full name at the end of a phrase, behind what people are called."""
    foreign = _foreign_at_end().fullmatch(plain, start, end)
    if foreign is not None:
        return Speaker(*foreign.span("name"), "person")
    found = _named_at_end().search(plain, start, end)
    if found is None or _organisation(plain, *found.span()) is not None:
        return None
    return Speaker(*found.span(), "person") if _is_nobody_known(found[0]) else None


def _of_a_kind(plain: str, start: int, end: int) -> Speaker | None:
    """上市公司某某: a name nobody knows, behind the word for what it is."""
    found = _kinds().fullmatch(plain, start, end)
    return Speaker(*found.span("name"), "organisation") if found is not None else None


def _organisation(plain: str, start: int, end: int) -> Speaker | None:
    kind = _kinds().fullmatch(plain, start, end)
    if kind is not None and len(kind["name"]) > min(_LENGTHS_OF_NAMES):
        start = kind.start("name")
    phrase = plain[start:end]
    if len(phrase) <= _LONGEST_ORGANISATION and phrase.endswith(
        words("chinese_speech", "organisations")
    ):
        return Speaker(start, end, "organisation")
    return None


def _is_surname(text: str) -> bool:
    return len(text) == 1 and text in table("chinese_speech")["surnames"][0]


def _surname() -> str:
    double = any_of(words("chinese_speech", "double_surnames"))
    return rf"(?:{double}|[{table('chinese_speech')['surnames'][0]}])"


def _called() -> str:
    """Any of the characters that what people are called ends with."""
    return f"[{''.join(words('chinese_speech', 'role_ends'))}]"


@cache
def _foreign_at_end() -> re.Pattern[str]:
    """微生物學家艾琳·某某: a dotted name behind the last of what people are called."""
    return re.compile(rf"[\u4e00-\u9fff]*{_called()}(?P<name>{_DOTTED.pattern})")


@cache
def _full_name() -> re.Pattern[str]:
    """A surname and one or two characters that are not an ordinary word together."""
    words_like_names = any_of(words("chinese_speech", "not_names"))
    return re.compile(rf"(?!{words_like_names}){_surname()}[\u4e00-\u9fff]{{1,2}}")


@cache
def _surname_at_end() -> re.Pattern[str]:
    """目擊者王先生: a surname alone behind what people are called."""
    return re.compile(rf"(?<={_called()}){_surname()}$")


@cache
def _named_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<={_called()}){_full_name().pattern}$")


@cache
def _kinds() -> re.Pattern[str]:
    kinds = any_of(words("chinese_speech", "kinds"))
    return re.compile(rf"[\u4e00-\u9fff]{{0,10}}{kinds}(?P<name>[\u4e00-\u9fff]{{2,8}})")


@cache
def _nobody() -> re.Pattern[str]:
    """Phrases that end with a noun nobody speaks as, or point at something said before."""
    ends = any_of(words("chinese_speech", "not_speakers"))
    return re.compile(rf"{ends}$|^(?:公司|政府)$|^(?:这(?![位名些])|那|此)|[,。;]")


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(any_of(words("chinese_speech", "lead_ins")))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words('chinese_speech', 'titles'))}$")


@cache
def _title_inside() -> re.Pattern[str]:
    """A title not followed by what makes it an office: 總統府, 部長會議."""
    return re.compile(rf"{any_of(words('chinese_speech', 'titles'))}(?![府室制任期选团会长])")
