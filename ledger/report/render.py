"""From a report view to Markdown, by the templates beside this file."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from ledger.report.markdown import Markdown, bare_link, line, link, quoted, words
from ledger.report.view import ReportView, Source

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English whatever the machine's locale, which strftime would follow."""
_QUOTE_CELLS = 120
"""Where the words of a statement are cut in a table: two lines of a narrow column."""


def render(view: ReportView) -> str:
    """The report as one Markdown document that ends with a newline.

    Sources are numbered in the order in which the page cites them, as GitHub numbers footnotes.
    """
    numbers: dict[Source, int] = {}

    def cite(source: Source) -> Markdown:
        return Markdown(f"[^{numbers.setdefault(source, len(numbers) + 1)}]")

    page = _environment().get_template("report.md.j2")
    return page.render(view=view, cite=cite, cited=numbers)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ledger.report"),
        undefined=StrictUndefined,
        finalize=_on_the_page,
        autoescape=False,  # noqa: S701 - finalize escapes, for Markdown and not for HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= _FILTERS
    return environment


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
    raise TypeError(f"a report cannot print {value!r}")


def _day(day: date) -> str:
    """A day in prose: 9 December 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _counted(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: 1 claim, 2 claims."""
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
    "named": _named,
    "quoted": quoted,
    "words": lambda text: words(text, _QUOTE_CELLS),
}
