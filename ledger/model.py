"""What may enter the ledger: value objects that check themselves.

Table rows do not validate (SQLModel skips it for tables), so everything from outside becomes one of
these first. They carry no behaviour of the ledger; they only say what is well formed.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, StringConstraints, ValidationError, field_validator
from sqlmodel import SQLModel

from ledger.errors import InvalidField

MAX_TEXT = 20_000
"""Longest statement, in characters: a long paragraph, not a page."""
MAX_NAME = 300
"""Longest speaker, outlet, topic or reference, in characters."""

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")

Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_NAME)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]


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
            return cls.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"]) or "row"
            raise InvalidField(field, _plain(first["type"], first["msg"])) from error


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    return value


class NewAlias(_Checked):
    """One more name for a speaker or an outlet."""

    alias: Annotated[Name, AfterValidator(_not_blank)]


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

    text: Annotated[Text, AfterValidator(_not_blank)]
    outlet: Annotated[Name, AfterValidator(_not_blank)]
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


def identity_of(fields: Mapping[str, Any]) -> str:
    """A statement's id: SHA-256 over what makes it this statement and no other.

    Words, source, speaker, relay, day, link and document as written. Notes, topic and claim are the
    ledger's own and may differ between two files that hold the same statement.
    """
    said_on = fields["said_on"]
    parts = [
        *(fields[name] for name in ("text", "outlet", "speaker", "relayed_from")),
        said_on.isoformat() if said_on else None,
        *(fields[name] for name in ("url", "document")),
    ]
    return hashlib.sha256(_ENCODER.encode(parts).encode()).hexdigest()


_ENCODER = json.JSONEncoder(ensure_ascii=False)

_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of a statement",
    "string_type": "must be text",
    "date_from_datetime_parsing": "is not a date; write it as 2026-03-14",
    "date_parsing": "is not a date; write it as 2026-03-14",
}


def _plain(kind: str, message: str) -> str:
    """Pydantic's finding in an editor's words."""
    return _PLAIN.get(kind, message.removeprefix("Value error, "))
