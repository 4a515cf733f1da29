"""Somebody described and not named."""

import pytest

from ledger.extraction.english.roles import described, is_role, role_kind, stands_for_a_body


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("the central bank", "the central bank", id="a body"),
        pytest.param(
            "two people familiar with the matter",
            "two people familiar with the matter",
            id="people",
        ),
        pytest.param("Earlier this year, officials", "officials", id="behind a comma"),
        pytest.param("Rights groups", "Rights groups", id="a plural"),
        pytest.param("One employee", "One employee", id="a singular"),
        pytest.param("the bridge", None, id="a thing"),
        pytest.param("led by the bank", None, id="a participle"),
        pytest.param("the bank which is large", None, id="a clause"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_descriptions(phrase: str, expected: str | None) -> None:
    found = described(phrase, 0, len(phrase))
    assert (phrase[found.start : found.end] if found is not None else None) == expected


def test_kinds() -> None:
    assert role_kind("two people familiar with it") == "unnamed"
    assert role_kind("the central bank") == "organisation"
    assert is_role("Analysts")
    assert not is_role("bridge")


def test_bodies_keep_what_stands_behind_of() -> None:
    assert stands_for_a_body("Union")
    assert stands_for_a_body("Southern Bank")
    assert not stands_for_a_body("Petra Klein")
