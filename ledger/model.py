"""What may enter the ledger: value objects that check themselves.

Table rows do not validate (SQLModel skips it for tables), so everything from outside becomes one of
these first. They carry no behaviour of the ledger; they only say what is well formed.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from json.encoder import encode_basestring
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    field_validator,
)
from sqlmodel import Field, SQLModel

from ledger.errors import InvalidField

MAX_TEXT = 20_000
"""Longest statement, in characters: a long paragraph, not a page."""
MAX_NAME = 300
"""Longest speaker, outlet, topic or reference, in characters."""
MAX_LINE = 2_000
"""Longest wording of a claim, address or title, in characters."""

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    return value


Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_NAME)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE)]
OneLine = Annotated[Line, AfterValidator(lambda value: " ".join(value.split()))]
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
SomeName = Annotated[Name, AfterValidator(_not_blank)]
SomeText = Annotated[Text, AfterValidator(_not_blank)]
"""What may not be left blank."""


class _Checked(SQLModel):
    """A value object that refuses what no database text can hold, and says so in one plain line."""

    model_config = ConfigDict(extra="forbid", frozen=True)  # type: ignore[assignment]

    @field_validator("*", mode="before")
    @classmethod
    def _storable(cls, value: object) -> object:
        if isinstance(value, str):
            if "\0" in value:
                raise ValueError("holds a NUL character, which no database text can store")
            if _HALF_A_CHARACTER.search(value):
                raise ValueError("holds half a character (a lone surrogate)")
        return value

    @classmethod
    def checked(cls, fields: dict[str, Any]) -> Self:
        """Validate, turning the first fault into one plain line.

        Raises:
            InvalidField: naming the field and what is wrong with it.
        """
        try:
            # As SQLModel's own model_validate does, without what only tables need.
            checked: Self = cls.__pydantic_validator__.validate_python(
                fields, self_instance=cls.__new__(cls)
            )
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"]) or "row"
            told = _plain(first["type"], first["msg"], first.get("ctx", {}))
            raise InvalidField(field, told) from error
        return checked


class NewAlias(_Checked):
    """One more name for a speaker or an outlet."""

    alias: SomeName


class NewWording(_Checked):
    """What is claimed, in one line."""

    wording: Annotated[OneLine, AfterValidator(_not_blank)]


class NewName(_Checked):
    """Somebody's name."""

    name: SomeName


class NewTopic(_Checked):
    """The topic a claim stands under; blank means none."""

    topic: Name | None

    @field_validator("topic")
    @classmethod
    def _blank_is_none(cls, value: str | None) -> str | None:
        return value or None


class NewNote(_Checked):
    """A note beside a claim."""

    text: SomeText


class Rating(_Checked):
    """One label of a rating scale.

    Attributes:
        label: the label as the house writes it.
        value: ClaimReview's number for it, higher for nearer to correct; ``None`` where the label
            is no point on a line (unproven, outdated).
        meaning: what it says, in a sentence.
    """

    label: SomeName
    value: int | None = None
    meaning: Line | None = None


class RatingScale(_Checked):
    """A named scale for verdicts.

    Attributes:
        name: what people type.
        title: what it is called.
        ratings: its labels; no two differ in case alone.
        source: where it is explained.
    """

    name: SomeName
    title: SomeName
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1, max_length=100)]
    source: Line | None = None

    @field_validator("ratings")
    @classmethod
    def _told_apart(cls, value: tuple[Rating, ...]) -> tuple[Rating, ...]:
        seen: set[str] = set()
        for label in (rating.label.casefold() for rating in value):
            if label in seen:
                raise ValueError(f"holds the label {label} twice")
            seen.add(label)
        return value

    @property
    def best(self) -> int | None:
        """The highest number; ``None`` for a scale without numbers."""
        return max((r.value for r in self.ratings if r.value is not None), default=None)

    @property
    def worst(self) -> int | None:
        """The lowest number."""
        return min((r.value for r in self.ratings if r.value is not None), default=None)


class NewVerdict(_Checked):
    """What a person says of a claim, beside scale and label.

    Attributes:
        reason: why; a verdict without one cannot be checked by others.
        short: the claim in few words for ClaimReview; the claim's wording when missing.
        url: where the verdict is published.
    """

    reason: SomeText
    short: Line | None = None
    url: Line | None = None


class NewReview(_Checked):
    """A fact-check of another publisher, as its ClaimReview says.

    Attributes:
        publisher: whose it is.
        rating: the label as written.
        value: the rating's number as written, with ``best`` and ``worst``.
        best: the highest number of their scale.
        worst: the lowest.
        reason: why, in their words.
        url: where it is published.
        published_on: the day it was.
    """

    publisher: SomeName
    rating: SomeName
    value: Name | None = None
    best: Name | None = None
    worst: Name | None = None
    reason: Text | None = None
    url: Line | None = None
    published_on: date | None = None


class NewStatement(_Checked):
    """One thing one source said, as it arrives from a form or a file.

    Attributes:
        text: the words, verbatim.
        outlet: who published them.
        speaker: who said them; ``None`` when the outlet speaks in its own voice.
        said_on: the day they were said.
        published_on: the day they were published.
        url: where they stand.
        language: BCP 47 tag (``en``, ``zh-Hant``, ``zh-Hans``); guessed when missing.
        relayed_from: the outlet or agency the publisher quotes.
        claim: wording of the claim the statement belongs to, if known.
        topic: the claim's topic.
        notes: searchable context (a headline, a summary) that is never compared.
        ref: the importer's own id, given back by ``match``.
        document: title or other name of the text the words come from.
    """

    text: SomeText
    outlet: SomeName
    speaker: Name | None = None
    said_on: date | None = None
    published_on: date | None = None
    url: Line | None = None
    language: Annotated[str, StringConstraints(strip_whitespace=True, max_length=35)] | None = None
    relayed_from: Name | None = None
    claim: Line | None = None
    topic: Name | None = None
    notes: Text | None = None
    ref: Name | None = None
    document: Line | None = None

    @field_validator(
        "speaker", "url", "language", "relayed_from", "claim", "topic", "notes", "ref", "document"
    )
    @classmethod
    def _blank_is_missing(cls, value: str | None) -> str | None:
        return value if value and value.strip() else None

    def identity(self) -> str:
        """The statement's id; see ``identity_of``."""
        return identity_of(self.__dict__)


FIELDS = tuple(NewStatement.model_fields)
"""The fields of a statement in the order every format writes them."""
DAYS = tuple(name for name in FIELDS if name.endswith("_on"))
"""Those of them that are days."""


def identity_of(fields: Mapping[str, Any]) -> str:
    """A statement's id: SHA-256 over what makes it this statement and no other.

    Words, source, speaker, relay, day, link and document as written. Notes, topic and claim are the
    ledger's own and may differ between two files that hold the same statement.
    """
    return _hashed(_spelled(fields[name]) for name in _SOURCE)


def identities_of(columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """The ids of many statements, told column by column."""
    texts, *sources = (columns[name] for name in _SOURCE)
    beside = [*zip(*sources, strict=True)]
    spelled = {source: ", ".join(map(_spelled, source)) for source in set(beside)}  # they recur
    told = zip(map(_spelled, texts), map(spelled.__getitem__, beside), strict=True)
    return [*map(_hashed, told)]


def _spelled(part: object) -> str:
    return "null" if part is None else encode_basestring(str(part))


def _hashed(spelled: Iterable[str]) -> str:
    return hashlib.sha256(f"[{', '.join(spelled)}]".encode()).hexdigest()


_SOURCE = ("text", "outlet", "speaker", "relayed_from", "said_on", "url", "document")

_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of a statement",
    "string_type": "must be text",
    "string_too_long": "is longer than {max_length} characters",
    "date_from_datetime_parsing": "is not a date; write it as 2026-03-14",
    "date_parsing": "is not a date; write it as 2026-03-14",
}


def _plain(kind: str, message: str, limits: Mapping[str, object]) -> str:
    """Pydantic's finding in an editor's words."""
    ours = _PLAIN.get(kind)
    return message.removeprefix("Value error, ") if ours is None else ours.format_map(limits)
