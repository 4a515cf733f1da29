"""Names of people, organisations and places, one identity for every script and short form."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Literal, NamedTuple, cast

from ledger.text.ahead import cut_ahead
from ledger.text.fold import Folded, fold, folded
from ledger.text.likeness import blocks as likeness_blocks
from ledger.text.likeness import likeness, spellings
from ledger.text.phrases import BEHIND, Mention, PhraseTable, Row, units, units_of_each
from ledger.text.tables import shipped

Kind = Literal["person", "company", "institution", "outlet", "agency", "place", "group"]

_WHOLE_NAME_ONLY, _OWN_CASE, _NOT_THE_NAME = "=", "^", "!"
_MARKS = _WHOLE_NAME_ONLY + _OWN_CASE + _NOT_THE_NAME
_NOBODY = ""
_ANOTHER_NAME = 0.6


class Name(NamedTuple):
    """Somebody or something with a name.

    Attributes:
        id: the English canonical name.
        kind: person, company, institution, outlet, agency (a news agency), place or group.
        forms: every way of writing it: English, Traditional, Simplified, then others. A form
            marked ``=`` is known as a whole name only, because in running text it is an ordinary
            word (蘋果); one marked ``^`` is found there only as written or in capitals (US, not
            us); one marked ``!`` holds a name's characters but no name (高通膨 is not 高通).
    """

    id: str
    kind: Kind
    forms: tuple[str, ...]

    def written(self) -> tuple[str, ...]:
        """The forms for people, without marks."""
        return tuple(form.lstrip(_MARKS) for form in self.forms if form[0] != _NOT_THE_NAME)

    def plain(self) -> tuple[str, ...]:
        """The forms that name it wherever they stand, in either case."""
        return tuple(form for form in self.forms if form[0] not in _MARKS)


class NameTable:
    """Names by every form they are written in."""

    def __init__(self, names: Iterable[Name], rows: Iterable[Row] | None = None) -> None:
        """Learn the names; of two with one form the first keeps it.

        Args:
            names: the names.
            rows: the units of every form, in order; cut here when left out.
        """
        self._names = {name.id: name for name in names}
        self._rows = rows

    @cached_property
    def _forms(self) -> list[tuple[str, Row, Name]]:
        """Every form with its units, and whose it is."""
        forms = ((form, name) for name in self for form in name.forms)
        cut = zip(self._rows or cut_forms(self), forms, strict=True)
        return [(form, row, name) for row, (form, name) in cut]

    @cached_property
    def phrases(self) -> PhraseTable:
        """The forms that are looked for in running text."""
        in_text = (
            (row, _NOBODY if form[0] == _NOT_THE_NAME else name.id)
            for form, row, name in self._forms
            if form[0] != _WHOLE_NAME_ONLY
        )
        return PhraseTable(in_text, stems=False)

    @cached_property
    def _by_form(self) -> dict[str, Name]:
        found: dict[str, Name] = {}
        for form, row, name in self._forms:
            if form[0] != _NOT_THE_NAME:
                found.setdefault(_whole(row.split(BEHIND)), name)
        return found

    @cached_property
    def _own_case(self) -> set[str]:
        """The forms that only their case tells from a word, as written and in capitals."""
        marked = (form[1:] for form, *_ in self._forms if form[0] == _OWN_CASE)
        written = {folded(form, keep_case=True).key for form in marked}
        return written.union(map(str.upper, written))

    @cached_property
    def _case_matters(self) -> set[str]:
        return set(map(fold, self._own_case))

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names.values())

    def get(self, identity: str) -> Name | None:
        """The name with this id."""
        return self._names.get(identity)

    def lookup(self, name: str) -> Name | None:
        """Whose name this is, in any script, case or width; quotes and "the" do not count.

        Returns:
            The name, or ``None`` when no form equals the whole of it.
        """
        return self._by_form.get(_whole(units(fold(name))))

    def mentions(self, key: str) -> list[Mention]:
        """Names in a folded key; forms that only their case tells from a word are not found."""
        return self._of_any_case(self.phrases.find(key), key)

    def mentions_in(self, text: str) -> list[Mention]:
        """Names in a text, with offsets in ``fold(text)``: "US gets" names the US, "us" nobody.

        Capitals tell nothing in a text that is all capitals.
        """
        source = folded(text)
        return self.named(self.phrases.find(source.key), source)

    def named(self, found: Sequence[Mention], source: Folded) -> list[Mention]:
        """Those of the forms found in a text that name somebody there, as ``mentions_in`` says."""
        if source.original.isascii() and source.original.isupper():
            return self._of_any_case(found, source.key)
        return [one for one in found if one.id != _NOBODY and self._case_fits(one, source)]

    def _of_any_case(self, found: Sequence[Mention], key: str) -> list[Mention]:
        named = (one for one in found if one.id != _NOBODY)
        return [one for one in named if key[one.start : one.end] not in self._case_matters]

    def _case_fits(self, mention: Mention, source: Folded) -> bool:
        """Whether a form that needs its own case has it."""
        if source.key[mention.start : mention.end] not in self._case_matters:
            return True
        start, end = source.span(mention.start, mention.end)
        return folded(source.original[start:end], keep_case=True).key in self._own_case


@cache
def names() -> NameTable:
    """The names that ship with the program: world politics, economy and technology."""
    return NameTable(shipped_names(), cut_ahead("ledger.text", "names"))


def shipped_names() -> list[Name]:
    """Every row of the shipped table."""
    source = shipped("ledger.text", "names.csv")
    return [_name(*row) for row in list(csv.reader(source.splitlines()))[1:]]


def cut_forms(names: Iterable[Name]) -> Iterator[Row]:
    """The units of every form of some names, in order, without its mark."""
    keys = (fold(form.lstrip(_MARKS)) for name in names for form in name.forms)
    return units_of_each(keys, stems=False)


def similarity(a: str, b: str) -> float:
    """How sure it is that two names of people or outlets name the same one, 0 to 1.

    Titles, order, initials and missing middle names do not count against it; 0.92 and above means
    that a person would nearly surely say the same name. In Chinese one other character is another
    name.
    """
    ours, theirs = spellings(fold(a), _is_person), spellings(fold(b), _is_person)
    return max(_settled_likeness(one, other) for one in ours for other in theirs)


def blocks(name: str) -> frozenset[str]:
    """What to look a name up by: names whose ``similarity`` is 0.92 or above share a block."""
    found: set[str] = set()
    for spelling in spellings(fold(name), _is_person):
        known = names().lookup(spelling)
        found |= likeness_blocks(spelling)
        found |= {f"is:{known.id}"} if known is not None else set()
    return frozenset(found)


def _is_person(key: str) -> bool:
    found = names().lookup(key)
    return found is not None and found.kind == "person"


def _settled_likeness(a: str, b: str) -> float:
    """Likeness of two folded names without titles, settled by the table when it knows both."""
    first, second = names().lookup(a), names().lookup(b)
    if first is None or second is None:
        return likeness(a, b)
    return 1.0 if first is second else min(likeness(a, b), _ANOTHER_NAME)


def _name(kind: str, english: str, *others: str) -> Name:
    forms = dict.fromkeys(form for cell in (english, *others) for form in cell.split("|") if form)
    return Name(english.lstrip(_MARKS), cast("Kind", kind), tuple(forms))


def _whole(units: Iterable[str]) -> str:
    """A name without the quotes around it, a leading "the" and what units leave out."""
    words = [unit for unit in units if any(map(str.isalnum, unit)) or unit in "&+"]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
