"""From a report view to Markdown, by the templates beside this file."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from importlib.resources import files
from itertools import count

from jinja2 import (
    Environment,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ledger.errors import BadTemplate
from ledger.report.markdown import Markdown, bare_link, line, link, mermaid, quoted, words
from ledger.report.view import ReportView, Source

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English whatever the machine's locale, which strftime would follow."""
_TOLD_EVERY = 100
"""Citations between two reports of progress."""
_QUOTE_CELLS = 120
"""Where the words of a statement are cut in a table: two lines of a narrow column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is laid out.

    Attributes:
        lang: the language of headings, table heads and counts: ``en``, ``zh-Hant``, ``zh-Hans``.
        template: the house's own template instead of the shipped one; it may include those.
    """

    lang: str = "en"
    template: str | None = None


LANGUAGES = ("en", "zh-Hant", "zh-Hans")
"""The languages headings are in."""


def render(
    view: ReportView,
    layout: Layout | None = None,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> str:
    """The report as one Markdown document that ends with a newline.

    Sources are numbered in the order in which the page cites them, as GitHub numbers footnotes.

    Args:
        view: what stands on the page.
        layout: its language and template; English and the shipped one when left out.
        progress: told how many of the sides and statements are written.

    Raises:
        BadTemplate: when the house's template does not render; names the line.
    """
    asked = layout or Layout()
    numbers: dict[Source, int] = {}
    written, total = count(1), _citations(view)

    def cite(source: Source) -> Markdown:
        done = next(written)
        if done % _TOLD_EVERY == 0:
            progress("writing", min(done, total), total)
        return Markdown(f"[^{numbers.setdefault(source, len(numbers) + 1)}]")

    heading = partial(_heading, asked.lang)
    told = {"view": view, "cite": cite, "cited": numbers, "h": heading, "lang": asked.lang}
    if asked.template is None:
        return _environment(Environment).get_template("report.md.j2").render(told)
    try:
        made = _environment(_Sandbox).from_string(asked.template)
        return made.render(told).rstrip("\n") + "\n"
    except TemplateSyntaxError as fault:
        raise BadTemplate(fault.lineno, fault.message or "it is not a template") from fault
    except (
        TemplateError,
        TypeError,
        LookupError,
        ValueError,
        ArithmeticError,
        RecursionError,
        MemoryError,
    ) as fault:
        raise BadTemplate(None, str(fault)) from fault


def _citations(view: ReportView) -> int:
    """How often the shipped page cites a source before it lists them."""
    claims = (claim for topic in view.topics for claim in topic.claims)
    sides = sum(len(conflict.sides) for conflict in view.conflicts)
    return sides + sum(len(claim.statements) for claim in claims)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Where a house's template runs: it reaches nothing but the page, and takes no powers."""

    intercepted_binops = frozenset({"**"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Refuse what a few characters make without end."""
        del context, left, right
        raise SecurityError(f"{operator} is not for a page")


@cache
def _environment(kind: type[Environment]) -> Environment:
    """Templates and filters; a house's template is a file from outside and gets a sandbox."""
    environment = kind(
        loader=PackageLoader("ledger.report"),
        undefined=StrictUndefined,
        finalize=_on_the_page,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= _FILTERS
    return environment


def _heading(lang: str, key: str) -> Markdown:
    """A heading, a table head or a fixed sentence in the language of the page."""
    return Markdown(_headings()[key][lang])


@cache
def _headings() -> Mapping[str, Mapping[str, str]]:
    table = (files("ledger.report") / "data" / "headings.csv").read_text("utf-8")
    return {row["key"]: row for row in csv.DictReader(table.splitlines())}


def _on_the_page(value: object) -> str:
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


def _day(day: date) -> str:
    """A day in prose: 9 December 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@pass_context
def _counted(context: Context, number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 1 claim, 2 claims, 2 項主張."""
    lang = context["lang"]
    if lang != "en":
        return f"{number:,} {_headings()[f'n-{one}'][lang]}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _named(code: str) -> str:
    """The words for a relation code or a language tag; the code itself when there are none."""
    return _words_of_codes().get(code, code)


@cache
def _words_of_codes() -> Mapping[str, str]:
    table = (files("ledger.report") / "data" / "words.csv").read_text("utf-8")
    return {row["code"]: row["words"] for row in csv.DictReader(table.splitlines())}


_FILTERS: Mapping[str, Callable[..., str]] = {
    "bare_link": bare_link,
    "counted": _counted,
    "day": _day,
    "link": link,
    "mermaid": mermaid,
    "named": _named,
    "quoted": quoted,
    "words": lambda text: words(text, _QUOTE_CELLS),
}
