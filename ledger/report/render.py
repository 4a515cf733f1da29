"""From a report view to Markdown, by the templates beside this file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ledger.errors import BadTemplate
from ledger.progress import Progress, unheard
from ledger.report.language import FILTERS, heading, on_the_page
from ledger.report.markdown import Markdown, bare_link, link, mermaid, quoted, words
from ledger.report.view import ReportView, Source

_TOLD_EVERY = 100
"""Citations between two reports of progress."""
_QUOTE_CELLS = 120
"""Where the words of a statement are cut in a table: two lines of a narrow column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is laid out.

    Attributes:
        lang: the language of the report's own words: ``en``, ``zh-Hant`` or ``zh-Hans``.
        template: the house's own template instead of the shipped one; it may include those.
    """

    lang: str = "en"
    template: str | None = None


def render(view: ReportView, layout: Layout | None = None, progress: Progress = unheard) -> str:
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

    told = {"view": view, "cite": cite, "cited": numbers, "h": heading, "lang": asked.lang}
    if asked.template is None:
        return _environment(Environment).get_template("report.md.j2").render(told)
    try:
        made = _environment(_Sandbox).from_string(asked.template)
        return made.render(told).rstrip("\n") + "\n"
    except TemplateSyntaxError as fault:
        raise BadTemplate(fault.lineno, fault.message or "it is not a template") from fault
    except Exception as fault:  # a template is a program, and raises what a program may
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
        finalize=on_the_page,
        autoescape=False,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= _FILTERS
    return environment


_FILTERS: Mapping[str, Callable[..., str]] = {
    **FILTERS,
    "bare_link": bare_link,
    "link": link,
    "mermaid": mermaid,
    "quoted": quoted,
    "words": lambda text: words(text, _QUOTE_CELLS),
}
