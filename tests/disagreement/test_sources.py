"""Origins: what is one voice, however many outlets carry it, and what is another."""

from datetime import date

import pytest

from ledger.disagreement import Side, compare, origins

WIRE = (
    "The port of Velmora will stay closed for eleven more days after the crane collapse, "
    "the harbour master said"
)

ONE_ORIGIN = [
    ("one outlet twice", Side("a", outlet="Harbour Post"), Side("b", outlet="Harbour Post")),
    (
        "one relay",
        Side("a", outlet="Harbour Post", relayed_from="Reuters"),
        Side("b", outlet="Tide Daily", relayed_from="路透社"),
    ),
    (
        "the relayed agency itself",
        Side("a", outlet="Reuters"),
        Side("b", outlet="Tide Daily", relayed_from="Reuters"),
    ),
    (
        "one speaker through two outlets",
        Side("a", outlet="Harbour Post", speaker="Ines Duarte"),
        Side("b", outlet="Tide Daily", speaker="Ines Duarte"),
    ),
    (
        "one speaker in two scripts",
        Side("a", outlet="潮聲日報", speaker="特朗普"),
        Side("b", outlet="Tide Daily", speaker="Donald Trump"),
    ),
    (
        "unnamed people through one agency",
        Side(
            "a",
            outlet="Harbour Post",
            speaker="people familiar with the matter",
            relayed_from="Reuters",
        ),
        Side("b", outlet="Reuters", speaker="sources"),
    ),
    (
        "a dateline",
        Side("(中央社台北12日電)港口關閉", outlet="潮聲日報"),
        Side("港口關閉", outlet="中央社"),
    ),
    (
        "nearly the same words",
        Side(WIRE, outlet="Harbour Post"),
        Side(WIRE + " on Monday", outlet="Tide Daily"),
    ),
]

TWO_ORIGINS = [
    ("two outlets", Side("a", outlet="Harbour Post"), Side("b", outlet="Tide Daily")),
    (
        "two relays",
        Side("a", outlet="Harbour Post", relayed_from="Reuters"),
        Side("b", outlet="Harbour Post", relayed_from="Bloomberg"),
    ),
    (
        "two speakers in one outlet",
        Side("a", outlet="Harbour Post", speaker="Ines Duarte"),
        Side("b", outlet="Harbour Post", speaker="Bram Okafor"),
    ),
    (
        "unnamed people of two outlets",
        Side("a", outlet="Harbour Post", speaker="officials"),
        Side("b", outlet="Tide Daily", speaker="officials"),
    ),
    (
        "an agency named in the story only",
        Side("港口關閉,路透社記者在場", outlet="潮聲日報"),
        Side("港口關閉", outlet="路透社"),
    ),
    (
        "short texts alike by chance",
        Side("Port closed", outlet="Harbour Post"),
        Side("Port closed", outlet="Tide Daily"),
    ),
    ("nothing known", Side("Port closed"), Side("Port open")),
]


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in ONE_ORIGIN])
def test_one_voice(a: Side, b: Side) -> None:
    assert origins((a, b)) == origins((b, a)) == [0, 0]


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in TWO_ORIGINS])
def test_two_voices(a: Side, b: Side) -> None:
    assert origins((a, b)) == [0, 1]


def test_origins_are_numbered_by_first_appearance() -> None:
    wire = Side(WIRE, outlet="Reuters")
    relay = Side("The port stays closed", outlet="Tide Daily", relayed_from="Reuters")
    own = Side("The port opens tomorrow", outlet="Harbour Post")
    assert origins([own, wire, relay, own]) == [0, 1, 1, 0]


def test_a_copy_of_a_relay_joins_what_was_relayed() -> None:
    relay = Side(WIRE, outlet="Tide Daily", relayed_from="Reuters")
    copy = Side(WIRE + " again", outlet="Harbour Post")
    assert origins([Side("Closed", outlet="Reuters"), relay, copy]) == [0, 0, 0]


@pytest.mark.parametrize(
    ("agencies", "numbers"),
    [
        pytest.param({}, [0, 1, 2, 2], id="only the name table"),
        pytest.param({"tern wire": "Tern"}, [0, 0, 1, 1], id="one marked by hand"),
        pytest.param({"reuters": None}, [0, 1, 2, 3], id="one that is none"),
        pytest.param({"ern": "Tern"}, [0, 1, 2, 2], id="part of a word"),
    ],
)
def test_the_house_says_who_is_an_agency(
    agencies: dict[str, str | None], numbers: list[int]
) -> None:
    sides = [
        Side("QUAY (Tern Wire) - The pier shut.", outlet="Harbour Post"),
        Side("The gates are closed. (Tern Wire)", outlet="Tern"),
        Side("QUAY (Reuters) - Ferries sail.", outlet="Tide Daily"),
        Side("QUAY (Reuters) - Buses run.", outlet="Evening Gull"),
    ]
    assert origins(sides, agencies) == numbers


def test_no_statements_have_no_origins() -> None:
    assert origins([]) == []


REVISIONS = [
    (
        "a forecast raised",
        "revision",
        Side("GDP growth will be 1.6%", speaker="Lindo Bank", said_on=date(2025, 9, 17)),
        Side("GDP growth will be 1.7%", speaker="Lindo Bank", said_on=date(2025, 12, 10)),
    ),
    (
        "a forecast raised, in Chinese",
        "revision",
        Side("失業率預估為4.5%", outlet="潮聲日報", said_on=date(2025, 9, 17)),
        Side("失業率預估為4.4%", outlet="潮聲日報", said_on=date(2025, 12, 10)),
    ),
    (
        "one speaker in two scripts",
        "revision",
        Side("關稅率為50%", speaker="川普", said_on=date(2025, 9, 17)),
        Side("The tariff rate is 25%", speaker="Donald Trump", said_on=date(2025, 12, 10)),
    ),
    (
        "another source is no revision",
        "numeric_disjoint",
        Side("GDP growth will be 1.6%", speaker="Lindo Bank", said_on=date(2025, 9, 17)),
        Side("GDP growth will be 1.9%", speaker="Tide Fund", said_on=date(2025, 12, 10)),
    ),
    (
        "one day is no revision",
        "numeric_disjoint",
        Side("GDP growth will be 1.6%", speaker="Lindo Bank", said_on=date(2025, 9, 17)),
        Side("GDP growth will be 1.9%", speaker="Lindo Bank", said_on=date(2025, 9, 17)),
    ),
    (
        "a death toll grows, whoever counts",
        "revision",
        Side("The flood killed 12 people", outlet="Harbour Post", said_on=date(2025, 12, 1)),
        Side("The flood killed 19 people", outlet="Tide Daily", said_on=date(2025, 12, 3)),
    ),
    (
        "a death toll does not fall",
        "numeric_disjoint",
        Side("The flood killed 19 people", outlet="Harbour Post", said_on=date(2025, 12, 1)),
        Side("The flood killed 12 people", outlet="Harbour Post", said_on=date(2025, 12, 3)),
    ),
]


@pytest.mark.parametrize(
    ("code", "a", "b"), [pytest.param(code, a, b, id=why) for why, code, a, b in REVISIONS]
)
def test_a_later_figure_of_the_same_source(code: str, a: Side, b: Side) -> None:
    assert compare(a, b).code == code
    assert compare(b, a).code == code
