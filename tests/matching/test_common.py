"""The table of common characters: each once, as a match key has it; and how it is worked out."""

from itertools import chain

from ledger.text.fold import fold
from tests.matching.common import FILE, table


def _shipped() -> dict[float, str]:
    rows = (line.split(" ") for line in FILE.read_text(encoding="utf-8").splitlines())
    return {float(much): characters for much, characters in rows}


def test_every_character_is_listed_once_and_as_it_is_looked_up() -> None:
    listed = [*chain.from_iterable(_shipped().values())]
    assert len(listed) == len(set(listed)) > 2_000
    of_a_name = {"乾"}  # 乾隆 keeps it, where 乾 by itself is 干
    assert {character for character in listed if fold(character) != character} == of_a_name


def test_function_words_tell_little() -> None:
    tells = {character: much for much, characters in _shipped().items() for character in characters}
    assert max(map(tells.__getitem__, "的在有什么")) < min(map(tells.__getitem__, "猫租港桥"))


def test_the_rarer_a_character_is_the_more_it_tells() -> None:
    words = ["的 990000 u", "貓的 1000 n", "八 90 m", "abc 9 x", "橋 20000 n", "港 1 n"]
    assert table(words) == "0.0 桥的\n1.0 猫\n"
