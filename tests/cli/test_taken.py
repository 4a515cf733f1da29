"""Which words of a command line are taken as they stand, and which are checked."""

import pytest

from tests.cli.program import Program, in_a_process


@pytest.mark.parametrize(
    "words",
    [
        ("quantities", "up 3%"),
        ("compare", "up 3%", "up 4%"),
        ("quantities", "", "--processes", "1"),
    ],
    ids=" ".join,
)
def test_plain_words_are_taken_without_pydantic(words: tuple[str, ...]) -> None:
    ended = in_a_process(*words, PYTHONPROFILEIMPORTTIME="1")
    assert "ledger.quantities" in ended.stderr
    assert "pydantic" not in ended.stderr


def test_a_match_loads_neither_pydantic_nor_objects_of_the_tables(program: Program) -> None:
    program.done("add", "The Tallow Bridge costs 40 million euros.", "--outlet", "Courier", "--new")
    words = ("match", "The Tallow Bridge costs 41 million euros.", "--limit", "5")
    ended = in_a_process(*words, "--db", str(program.ledger), PYTHONPROFILEIMPORTTIME="1")
    assert "C1" in ended.stdout
    assert not {"pydantic", "sqlalchemy.orm"}.intersection(ended.stderr.split())


@pytest.mark.parametrize("number", ["0", "-1", "1001", "two", ""])
def test_a_limit_that_is_none_is_refused(program: Program, number: str) -> None:
    said = program.refused("match", "up 3%", f"--limit={number}")
    assert said.startswith("invalid value for '--limit': must be ")


@pytest.mark.parametrize("number", ["0", "-1", "two", "1_", "1.5", ""])
def test_a_number_that_is_none_is_refused(program: Program, number: str) -> None:
    said = program.refused("quantities", "up 3%", f"--processes={number}")
    assert said.startswith("invalid value for '--processes': must be ")
