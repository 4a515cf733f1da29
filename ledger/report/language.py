"""What a report says in its own words, in English and in Chinese; quotations stay as they are.

The words are in ``data/headings.csv``, by name, ``data/words.csv``, by code, and
``data/figures.csv``, by their English. Everything here reads the language from the page it stands
on.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context

from ledger.report.markdown import Markdown, line
from ledger.report.view import Conflict, Decision, Remark, Stale, Verdict
from ledger.text.dates import MONTHS
from ledger.text.tables import rows

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
"""The languages a report can be written in."""

Table = Mapping[str, Mapping[str, str]]

_SCALED = re.compile(r"(?<![\w.])([\d.,]+)(?:–([\d.,]+))? (million|billion|trillion)\b")
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_MYRIADS = (
    (1e12, {"zh-Hant": "兆", "zh-Hans": "万亿"}),
    (1e8, {"zh-Hant": "億", "zh-Hans": "亿"}),
    (1e4, {"zh-Hant": "萬", "zh-Hans": "万"}),
)
"""What Chinese counts large numbers by, the largest first."""
_DATED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?\b"
)
_DAY_OF_A_MONTH = re.compile(r"\bday (\d{1,2}) of the month\b")
_PART_OF_YEAR = re.compile(r"\b([QH])([1-4]) (\d{4})\b")
_PARTS: Table = {
    "Q": {"zh-Hant": "第{}季", "zh-Hans": "第{}季度"},
    "H": {"zh-Hant": "第{}個半年", "zh-Hans": "第{}个半年"},
}


@pass_context
def heading(context: Context, key: str, *told: object) -> Markdown:
    """A heading or a sentence of ours by its name.

    Args:
        context: of the page.
        key: its name.
        told: what stands in its places; each is escaped unless it is Markdown.
    """
    return _filled(headings()[key][context["lang"]], *told)


@pass_context
def day(context: Context, of: date) -> str:
    """A day in prose: 9 December 2025, 2025年12月9日."""
    if context["lang"] != "en":
        return f"{of.year}年{of.month}月{of.day}日"
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


@pass_context
def figure(context: Context, text: str) -> str:
    """A figure or a period, worded in English by the reader, in the language of the page.

    Counted nouns stay as the statement has them.
    """
    lang = context["lang"]
    if lang == "en":
        return text
    dated = _DAY_OF_A_MONTH.sub(r"\1日", _DATED.sub(_chinese_date, text))
    dated = _PART_OF_YEAR.sub(lambda m: f"{m[3]}年{_PARTS[m[1]][lang].format(m[2])}", dated)
    counted = _SCALED.sub(lambda m: _by_myriads(m, lang), dated)
    return _figure_words().sub(lambda m: _figures()[m[0]][lang], counted)


def _by_myriads(found: re.Match[str], lang: str) -> str:
    """A number in millions as Chinese counts it: 300 billion are 3,000億."""
    ends = [float(end.replace(",", "")) * _SCALES[found[3]] for end in found.groups()[:2] if end]
    fitting = ((size, words) for size, words in _MYRIADS if max(ends) >= size)
    size, words = next(fitting, _MYRIADS[-1])
    return f"{'–'.join(f'{end / size:,.6g}' for end in ends)} {words[lang]}"


def _chinese_date(found: re.Match[str]) -> str:
    year = f"{found['year']}年" if found["year"] else ""
    day = f"{found['day']}日" if found["day"] else ""
    return f"{year}{MONTHS.index(found['month']) + 1}月{day}"


@pass_context
def counted(context: Context, number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 1 claim, 2 claims, 2 項主張."""
    lang = context["lang"]
    if lang != "en":
        return f"{number:,} {headings()[f'n-{one}'][lang]}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@pass_context
def named(context: Context, code: str, kind: str | None = None) -> str:
    """The words for a code, of a kind where codes of several kinds are alike; else the code."""
    found = _words().get(f"{kind}-{code}" if kind else code)
    return found[context["lang"]] if found else code


@pass_context
def answered(context: Context, decision: Decision) -> Markdown:
    """What was decided and what kind of difference it is: both stand (scope)."""
    found = _words().get(f"answer-{decision.answer}")
    told = _filled(found[context["lang"]], *decision.sides) if found else line(decision.answer)
    kind = decision.because
    return Markdown(f"{told} ({line(named(context, kind, 'because'))})") if kind else told


@pass_context
def signed(context: Context, said: Decision | Verdict) -> Markdown:
    """Who decided or judged, and who brought it here from elsewhere."""
    who = said.by if isinstance(said, Verdict) else said.actor
    if said.imported_by is None:
        return line(who)
    return heading(context, "imported", who, said.imported_by)


@pass_context
def changed(context: Context, stale: Stale) -> Markdown:
    """What changed under a verdict: S1 was moved to C9."""
    return _filled(_words()[f"stale-{stale.kind}"][context["lang"]], *stale.refs)


@pass_context
def explained(context: Context, found: Conflict | Remark) -> Markdown:
    """What differs: the sentence the comparison made, or in Chinese the words of each side."""
    if context["lang"] == "en" or not any(words for _, words in found.marked):
        return line(found.explanation)
    sides = [(ref, "、".join(f"「{each}」" for each in words)) for ref, words in found.marked]
    return Markdown("；".join(line(f"{ref}：{words}") for ref, words in sides if words) + "。")


def on_the_page(value: object) -> str:
    """What a template may print: Markdown as it is, text escaped, numbers and days as such.

    Raises:
        TypeError: for anything else; a template that prints ``None`` is wrong.
    """
    match value:
        case Markdown():
            return value
        case str():
            return line(value)
        case int():
            return f"{value:,}"
        case date():
            return value.isoformat()
        case StrictUndefined():
            return str(value)  # raises, and names what is not there
    raise TypeError(f"a report cannot print {value!r}")


def _filled(form: str, *told: object) -> Markdown:
    return Markdown(form.format(*map(on_the_page, told)) if told else form)


@cache
def _figures() -> Table:
    return _table("figures.csv", "en")


@cache
def _figure_words() -> re.Pattern[str]:
    """Any of the words of figures; the longest where several begin alike."""
    words = sorted(_figures(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def headings() -> Table:
    """Headings and sentences by name, each with its wording in every language."""
    return _table("headings.csv", "key")


@cache
def _words() -> Table:
    return _table("words.csv", "code")


def _table(name: str, key: str) -> Table:
    return {row[key]: row for row in rows("ledger.report", name)}


FILTERS: Mapping[str, Callable[..., str]] = {
    "answered": answered,
    "changed": changed,
    "counted": counted,
    "day": day,
    "explained": explained,
    "figure": figure,
    "named": named,
    "signed": signed,
}
