"""What texts are found by, many in one go: the same as one by one."""

from ledger.desk.index.pending import (
    gained_and_lost_of_each,
    plain_tokens,
    tokens,
    tokens_of_each,
)

TEXTS = [
    "The Tallow Bridge costs 40 million euros.",
    "The Tallow Bridge costs 40 million euros.\nThe mayor\nBudget night in Tallow",
    "塔洛橋造價六千萬",
    "塔洛橋造價六千萬\n林岸",
    "塔洛橋造價\n六千萬歐元而且還在漲\n林岸市長在議會裡說",
    "x" * 101,
    "",
]


def test_many_texts_are_found_by_what_each_of_them_is() -> None:
    assert tokens_of_each(TEXTS) == [*map(tokens, TEXTS)]


def test_what_reading_changes_is_what_differs_before_and_after() -> None:
    both = [(tokens(text), plain_tokens(text)) for text in TEXTS]
    expected = [(sorted(read - plain), sorted(plain - read)) for read, plain in both]
    assert [*gained_and_lost_of_each(TEXTS)] == expected
