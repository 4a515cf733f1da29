"""Aliases people add: one more name for somebody the ledger knows."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.names.aliases import Known, add_alias, list_aliases
from ledger.desk.names.namebook import Kind
from ledger.errors import NameTaken, UnknownName
from tests.desk.ledgers import acts, content, entries, outlet_names, record, speaker_names

pytestmark = pytest.mark.databases("sqlite")


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    """A ledger that knows two speakers and two outlets."""
    record(desk, "one", "Harbour Courier", speaker="Ada Quill")
    record(desk, "two", "The Tideline", speaker="川普")
    return desk


@pytest.mark.parametrize(
    ("kind", "name", "alias"),
    [
        pytest.param("speaker", "Ada Quill", "the harbour chair", id="another name altogether"),
        pytest.param("speaker", "ADA QUILL", "艾達", id="named in capitals, another script"),
        pytest.param("speaker", "特朗普", "the 47th president", id="named by the shipped table"),
        pytest.param("outlet", "Tideline", "潮線報", id="an outlet"),
    ],
)
def test_an_alias_is_known_from_then_on(peopled: Desk, kind: Kind, name: str, alias: str) -> None:
    known = add_alias(peopled, kind, name, alias)
    assert alias in known.aliases
    field = {"speaker": "speaker", "outlet": "outlet"}[kind]
    record(peopled, "three", **{"outlet": "The Tideline", field: alias})
    assert len(speaker_names(peopled)) == 2
    assert len(outlet_names(peopled)) == 2
    assert acts(peopled)[2] == "alias"
    assert entries(peopled) == 4


def test_an_alias_that_stands_for_another_is_refused_and_nothing_written(peopled: Desk) -> None:
    before = content(peopled)
    with pytest.raises(NameTaken, match="Donald Trump"):
        add_alias(peopled, "speaker", "Ada Quill", "Trump")
    assert content(peopled) == before


def test_an_alias_for_nobody_is_refused_and_nothing_written(peopled: Desk) -> None:
    before = content(peopled)
    with pytest.raises(UnknownName, match="Bram Teller"):
        add_alias(peopled, "speaker", "Bram Teller", "B. Teller")
    with pytest.raises(UnknownName):
        add_alias(peopled, "outlet", "Ada Quill", "A. Quill")
    assert content(peopled) == before


@pytest.mark.parametrize("alias", ["Ada Quill", "ada  quill", "ＡＤＡ Quill"])
def test_an_alias_somebody_has_already_writes_nothing(peopled: Desk, alias: str) -> None:
    before = content(peopled)
    assert add_alias(peopled, "speaker", "Ada Quill", alias).name == "Ada Quill"
    assert content(peopled) == before


@pytest.mark.databases("sqlite", "postgresql")
def test_the_list_gives_everybody_in_order_with_every_name(peopled: Desk) -> None:
    add_alias(peopled, "speaker", "Ada Quill", "the harbour chair")
    ada, trump = list_aliases(peopled, "speaker")
    assert ada == Known("speaker", "Ada Quill", ("Ada Quill", "the harbour chair"), statements=1)
    assert trump.name == "Donald Trump"
    assert {"川普", "特朗普", "Trump"} <= set(trump.aliases)


def test_an_empty_ledger_knows_nobody(desk: Desk) -> None:
    assert list_aliases(desk, "speaker") == []
    assert list_aliases(desk, "outlet") == []
