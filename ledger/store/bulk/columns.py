"""The tables that a search reads, by those of their columns it reads.

``tables`` says all there is to say of every table, and to map them all takes longer than a hundred
searches. Whoever only reads a few columns names them from here; a test holds both alike.
"""

from sqlalchemy import Boolean, Date, Float, Integer, LargeBinary, Text, column, table

ENTRY = table("entry", column("number", Integer), column("hash", Text))
OUTLET = table(
    "outlet",
    column("number", Integer),
    column("name", Text),
    column("kind", Text),
    column("live", Boolean),
)
OUTLET_ALIAS = table(
    "outlet_alias",
    column("number", Integer),
    column("owner", Integer),
    column("key", Text),
    column("live", Boolean),
)
SPEAKER = table("speaker", column("number", Integer), column("name", Text))
SPEAKER_ALIAS = table(
    "speaker_alias",
    column("number", Integer),
    column("owner", Integer),
    column("key", Text),
    column("live", Boolean),
)
STATEMENT = table(
    "statement",
    column("number", Integer),
    column("id", Text),
    column("text", Text),
    column("language", Text),
    column("speaker", Text),
    column("relayed_from", Text),
    column("outlet", Text),
    column("said_on", Date),
    column("published_on", Date),
    column("url", Text),
    column("document", Text),
    column("notes", Text),
    column("ref", Text),
    column("outlet_number", Integer),
    column("speaker_number", Integer),
    column("relay_number", Integer),
    column("document_number", Integer),
    column("start", Integer),
    column("end", Integer),
    column("entry", Integer),
)
QUANTITY = table(
    "quantity",
    column("statement_number", Integer),
    column("reader", Integer),
    column("position", Integer),
    column("text", Text),
    column("start", Integer),
    column("end", Integer),
    column("value", Float),
    column("low", Float),
    column("high", Float),
    column("low_closed", Boolean),
    column("high_closed", Boolean),
    column("unit", Text),
    column("currency", Text),
    column("dimension", Text),
    column("comparator", Text),
    column("comparator_text", Text),
    column("change", Text),
    column("measure", Text),
    column("period", Text),
    column("role", Text),
    column("modality", Text),
)
READING = table(
    "reading", column("first", Integer), column("last", Integer), column("reader", Integer)
)
CLAIM = table(
    "claim",
    column("number", Integer),
    column("wording", Text),
    column("topic", Text),
    column("live", Boolean),
)
WORDING = table(
    "wording",
    column("number", Integer),
    column("claim_number", Integer),
    column("wording", Text),
    column("live", Boolean),
)
FILING = table(
    "filing",
    column("statement_number", Integer),
    column("claim_number", Integer),
    column("live", Boolean),
)
QUESTION = table(
    "question",
    column("number", Integer),
    column("statement_number", Integer),
    column("claim_number", Integer),
    column("state", Text),
    column("live", Boolean),
)
CONFLICT = table(
    "conflict",
    column("number", Integer),
    column("claim_number", Integer),
    column("a_number", Integer),
    column("b_number", Integer),
    column("relation", Text),
    column("code", Text),
    column("explanation", Text),
    column("parts", Text),
    column("state", Text),
    column("live", Boolean),
    column("entry", Integer),
)
ASSIGNMENT = table(
    "assignment",
    column("number", Integer),
    column("conflict_number", Integer),
    column("assignee", Text),
    column("live", Boolean),
)
VOTE = table(
    "vote",
    column("number", Integer),
    column("conflict_number", Integer),
    column("live", Boolean),
)
DECISION = table(
    "decision",
    column("number", Integer),
    column("conflict_number", Integer),
    column("statement_number", Integer),
    column("answer", Text),
    column("supersedes", Integer),
)
POSTING = table(
    "posting",
    column("token", Text),
    column("first", Integer),
    column("count", Integer),
    column("documents", LargeBinary),
)
READ = (
    ENTRY,
    OUTLET,
    OUTLET_ALIAS,
    SPEAKER,
    SPEAKER_ALIAS,
    STATEMENT,
    QUANTITY,
    READING,
    CLAIM,
    WORDING,
    FILING,
    QUESTION,
    CONFLICT,
    ASSIGNMENT,
    VOTE,
    DECISION,
    POSTING,
)
"""All of them."""
