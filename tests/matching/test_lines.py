"""A query and its pool line by line."""

from ledger.matching.lines import lines_of
from ledger.matching.signs import LINE


def test_a_query_is_one_line_and_each_text_begins_where_it_says() -> None:
    lines = lines_of("The ferry\nwas late", ["Trams ran\non time", "", "A storm"])
    spoken = [line.strip() for line in lines.key.split(LINE)]
    assert spoken == ["the ferry was late", "trams ran", "on time", "", "a storm"]
    assert [spoken[first] for first in lines.first] == ["trams ran", "", "a storm"]
