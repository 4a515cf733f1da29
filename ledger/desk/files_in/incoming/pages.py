"""What must stand before statements come in: names of the house, archived pages, places in them."""

from collections.abc import Iterable, Mapping
from typing import Any

from ledger.desk.files_out.outgoing import document_id
from ledger.desk.names.namebook import Kind, NameBook
from ledger.desk.statements.entering import Place, document_identity
from ledger.exchange.records import Record
from ledger.store.asking import archive
from ledger.store.journal.act import Act
from ledger.store.journal.canonical import sha256
from ledger.store.tables.ledger import Document
from ledger.text.language import language_of


class Pages:
    """The documents of a file, by the id it gives them."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._outlets = NameBook(act, "outlet")
        self.numbers: dict[str, int] = {}

    def enter(self, fields: Mapping[str, Any]) -> bool:
        """Enter a document under the id its content gives it; says whether it is new here."""
        outlet, url, title, text = (fields[name] for name in ("outlet", "url", "title", "text"))
        digest = sha256(text) if text is not None else None
        number = self._outlets.resolve(outlet)
        identity = document_identity(number, url, title, digest)
        known = archive.numbers(self._act.session, [identity]).get(identity)
        document = known if known is not None else self._act.next_number(Document)
        self.numbers[document_id(outlet, url, title, digest)] = document
        if known is None:
            row = {"number": document, "identity": identity, "outlet_number": number}
            told = {"url": url, "title": title, "published_on": fields["published_on"]}
            language = fields["language"] or (language_of(text) if text is not None else None)
            archived = {"language": language, "text": text, "sha256": digest}
            self._act.insert(Document, [{**row, **told, **archived}])
        return known is None

    def places(self, records: Iterable[Record]) -> dict[str, Place]:
        """Where statements stand in the documents of the file, by statement id."""
        return {
            record.fields["statement"]: Place(
                self.numbers[record.fields["document"]],
                record.fields["start"],
                record.fields["end"],
            )
            for record in records
            if record.kind == "place" and record.fields["document"] in self.numbers
        }


def enter_name(act: Act, kind: Kind, fields: Mapping[str, Any]) -> bool:
    """Let somebody be known by the names a file gives them; says whether one is new here.

    A name that stands for somebody else in this ledger goes on doing so.
    """
    return NameBook(act, kind).enter_known(fields["name"], fields["role"], fields["aliases"])
