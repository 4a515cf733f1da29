"""Who said what over a whole page: pronouns, relays and reports carried on, each with its basis."""

from datetime import date

import pytest

from ledger.extraction import extract, full_name

Told = tuple[str | None, str | None, str | None]


def told(page: str, outlet: str = "潮聲社") -> list[Told]:
    found = extract(page, outlet, date(2025, 12, 12), at_least=0.0)
    return [(one.speaker, one.relayed_from, one.relay_basis) for one in found]


def test_a_pronoun_is_the_last_person_who_spoke() -> None:
    page = "市長杜景和表示，橋會通車。港務局說，船會到。他也提到，路會修。"
    assert told(page)[2] == ("杜景和", None, None)


def test_he_and_she_are_two() -> None:
    page = "市長杜景和表示，橋會通車。他說，明年。議長歐陽雪指出，太慢。她說，後年。"
    assert [speaker for speaker, *_ in told(page)] == ["杜景和", "杜景和", "歐陽雪", "歐陽雪"]


def test_a_pronoun_known_to_be_somebody_elses_names_nobody() -> None:
    page = "市長杜景和表示，橋會通車。他說，明年。她說，後年。"
    assert told(page)[2] == (None, None, None)


def test_they_name_nobody() -> None:
    assert told("市長杜景和表示，橋會通車。他們說，明年。")[1] == (None, None, None)


def test_somebody_presented_may_speak_next() -> None:
    page = 'Among them was Milan Dusek, a baker. "I waited," he said.'
    assert told(page)[1][0] == "Milan Dusek"


def test_a_quotation_alone_goes_on_or_belongs_to_what_follows() -> None:
    page = (
        "市長杜景和說，橋會通車。「不會再拖，也不會再加錢。」\n「錢呢？」議長高振聲質問，錢在哪裡。"
    )
    assert [speaker for speaker, *_ in told(page)] == ["杜景和", "杜景和", "高振聲", "高振聲"]


def test_unnamed_people_are_never_carried_over() -> None:
    page = "知情人士透露，橋會拆。因此，路會封。"
    assert told(page) == [("知情人士", None, None), (None, None, None)]


def test_a_relay_goes_on_through_its_paragraph_until_the_topic_changes() -> None:
    page = "《沼地日報》報導，橋會拆。路也會封。此外，船會到。\n隧道會延期。"
    assert told(page) == [
        (None, "沼地日報", "explicit"),
        (None, "沼地日報", "inherited"),
        (None, None, None),
        (None, None, None),
    ]


def test_a_report_can_be_pointed_at_later() -> None:
    page = "《沼地日報》報導，橋會拆。\n市長杜景和說，不會。\n報導指，錢已經花完。"
    assert told(page)[2] == (None, "沼地日報", "inherited")


def test_whoever_spoke_to_a_medium_goes_on_speaking_to_it_for_a_paragraph() -> None:
    page = (
        "市長杜景和接受《沼地日報》訪問時說，橋會拆。\n杜景和說，路會封。\n\n隧道呢？\n"
        "杜景和說，會通。"
    )
    relays = [one[1:] for one in told(page) if one[0] == "杜景和"]
    assert relays == [("沼地日報", "explicit"), ("沼地日報", "inherited"), (None, None)]


def test_the_publisher_relays_nothing() -> None:
    assert told("市長杜景和向潮聲社表示，橋會拆。")[0] == ("杜景和", None, None)


def test_a_medium_named_later_counts_for_the_people_before() -> None:
    page = "知情人士稱，橋會拆。沼地日報引述的這位知情人士表示，路會封。該人士還說，明年。"
    assert [one[1:] for one in told(page)] == [
        ("沼地日報", "cataphora"),
        ("沼地日報", "explicit"),
        ("沼地日報", "inherited"),
    ]


def test_long_and_short_names_of_an_agency_are_one() -> None:
    page = "路透社報導，橋會拆。\n根據路透，路會封。"
    assert [one[1] for one in told(page)] == ["Reuters", "Reuters"]


@pytest.mark.parametrize("form", ["史東", "約翰·史東", "John Stone", "Stone"])
def test_people_are_known_by_every_way_the_page_writes_them(form: str) -> None:
    page = "工程師約翰·史東（John Stone）表示，橋會拆。史東說，明年。"
    assert full_name(page, form) == "約翰·史東"


def test_a_name_without_a_fuller_one_stays() -> None:
    assert full_name("市長杜景和表示，橋會拆。", "杜景和") == "杜景和"
    assert full_name("橋會拆。", "杜景和") == "杜景和"


def test_a_quotation_left_open_goes_on_over_paragraphs() -> None:
    page = (
        '"We had no warning," said Ana Reyes. "The water came at night.\n'
        '"By morning it was deep. Nobody came.\n"I lost it all."\nThe river fell.'
    )
    assert [speaker for speaker, *_ in told(page)] == ["Ana Reyes"] * 5 + [None]


def test_a_title_points_back_at_who_has_it() -> None:
    page = (
        "白沙鎮長德爾芬·馬尼（Delfin Mani）說，橋會拆。這位鎮長補充說，路會封。這位律師說，不會。"
    )
    assert [speaker for speaker, *_ in told(page)] == ["德爾芬·馬尼", "德爾芬·馬尼", "這位律師"]


def test_whoever_is_presented_before_a_pronoun_is_meant() -> None:
    page = "經理水向東說，橋會拆。教授郗望舒，並不樂觀，她告訴記者，路會封。"
    assert [speaker for speaker, *_ in told(page)] == ["水向東", "郗望舒"]
    page = "Mayor Mara Tolland said no. Milan Dusek bought a boat, and he said it floats."
    assert [speaker for speaker, *_ in told(page)] == ["Mara Tolland", "Milan Dusek"]


def test_the_report_is_the_medium_named_before_it() -> None:
    page = "The Marsh Gazette reported that it fell. The report said so twice."
    assert told(page)[1] == (None, "Marsh Gazette", "inherited")
    assert told("The report said it fell.") == [("The report", None, None)]


def test_people_pointed_back_at_share_more_than_an_article() -> None:
    page = "One of the officials said no. The people cited by Reuters said yes."
    assert told(page)[0] == ("One of the officials", None, None)
