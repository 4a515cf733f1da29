"""quantities and compare on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.program import Program, assert_golden

LEAD = "US gets ~18-month lead"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (LEAD, "America is ahead by a year and a half", "agree"),
        (LEAD, "a 12-month lead", "disagree (numeric_disjoint)"),
        (
            "2026年中國將生產不到5%的AI晶片",
            "China will make 8% of AI chips in 2026",
            "disagree (numeric_disjoint)",
        ),
    ],
    ids=["the same lead in another unit", "another lead", "one side in each language"],
)
def test_compare_says_what_two_statements_are_to_each_other(
    program: Program, a: str, b: str, relation: str
) -> None:
    assert program.done("compare", a, b).startswith(relation)


def test_compare_marks_the_figures_under_both_texts(program: Program) -> None:
    said = program.done(
        "compare", "2026年中國將生產不到5%的AI晶片", "China will make 8% of AI chips in 2026"
    )
    assert_golden("compare", said)


def test_of_a_page_compare_shows_the_sentence_that_differs(program: Program) -> None:
    page = "The harbour was quiet all day. " * 30 + LEAD + ". " + "Nobody came. " * 30
    said = program.done("compare", page, "a 12-month lead")
    assert f"A  … {LEAD}. …\n" in said
    (part,) = json.loads(program.done("compare", page, "a 12-month lead", "--json"))["parts"]
    assert page[slice(*part["a"])] == "~18-month"


def test_compare_as_json_gives_offsets_of_the_true_text(program: Program) -> None:
    found = json.loads(program.done("compare", LEAD, "a 12-month lead", "--json"))
    (part,) = found["parts"]
    assert "a 12-month lead"[slice(*part["b"])] == "12-month"


def test_compare_as_jsonl_is_one_line(program: Program) -> None:
    assert program.done("compare", LEAD, "a 12-month lead", "--jsonl").count("\n") == 1


def test_quantities_are_a_table_of_what_was_read(program: Program) -> None:
    said = program.done("quantities", "約18個月；稅率12%；2.5 billion dollars")
    assert_golden("quantities", said)


def test_quantities_as_json_has_every_key_of_the_contract(program: Program) -> None:
    (found,) = json.loads(program.done("quantities", "12%", "--json"))["quantities"]
    assert list(found) == [
        *("text", "start", "end", "low", "high", "low_closed", "high_closed", "value", "unit"),
        *("currency", "dimension", "comparator", "comparator_text", "change", "measure", "period"),
    ]


def test_no_quantities_says_so_outside_the_data(program: Program) -> None:
    empty = program("quantities", "The ferry stops.")
    assert (empty.code, empty.out) == (0, "")
    assert empty.err == "factledger: there are no figures in this text\n"


def test_a_batch_is_answered_line_by_line_in_order(program: Program, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('\ufeff{"id": "a", "text": "12%"}\n\n{"text": "none"}\n', encoding="utf-8")
    said = program.done("quantities", "--batch", str(questions), "--jsonl").splitlines()
    assert [(json.loads(line)["id"], len(json.loads(line)["quantities"])) for line in said] == [
        ("a", 1),
        (None, 0),
    ]


def test_a_batch_of_comparisons_takes_texts_and_sides(program: Program) -> None:
    side = {"text": "a 12-month lead", "speaker": "Hanna Oost", "said_on": "2025-12-08"}
    question = json.dumps({"id": 1, "a": LEAD, "b": side})
    answer = json.loads(program.done("compare", "--batch", "-", stdin=question.encode()))
    assert list(answer) == ["id", "relation", "code", "explanation", "parts"]
    assert answer["code"] == "numeric_disjoint"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["compare", "a"], "give two texts, A and B, or --batch FILE in its place"),
        (["compare"], "give two texts"),
        (["quantities"], "give a TEXT, or --batch FILE in its place"),
        (["quantities", "12%", "--batch", "-"], "give a TEXT, or --batch FILE in its place"),
        (["quantities", "--batch", "nowhere.jsonl"], "nowhere.jsonl: no such file or directory"),
        (
            ["compare", "a", "b", "c", "d"],
            "unexpected 'c d'; a text of several words belongs in quotes; try",
        ),
        (["compare", "a", " "], "give two texts, A and B"),
    ],
    ids=[
        "one text",
        "no texts",
        "no text",
        "text and batch",
        "no such batch",
        "four texts",
        "a blank one",
    ],
)
def test_a_question_without_its_texts_is_refused(
    program: Program, arguments: list[str], complaint: str
) -> None:
    assert program.refused(*arguments).startswith(complaint)
