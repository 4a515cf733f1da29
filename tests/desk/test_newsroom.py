"""The newsroom fixture through the desk: what a careful reader sees, the ledger says."""

from ledger.desk.desk import Desk
from tests.desk.newsroom import answers, asked, fixture_rows, noted, opened, texts, told, wordings


def test_every_disagreement_is_an_open_conflict(newsroom: Desk) -> None:
    listed = answers().conflicts
    missed = listed.keys() - opened(newsroom).keys() - answers().not_found
    assert not missed, f"{len(missed)} missed:\n{told(missed, listed, texts())}"


def test_every_open_conflict_carries_the_right_code(newsroom: Desk) -> None:
    listed, found = answers().conflicts, opened(newsroom)
    other = {
        pair: f"{found[pair]}, not {code}"
        for pair, code in listed.items()
        if pair in found and found[pair] != code
    }
    assert not other, f"{len(other)} with another code:\n{told(other, other, texts())}"


def test_nothing_else_is_an_open_conflict(newsroom: Desk) -> None:
    found = opened(newsroom)
    alarms = found.keys() - answers().conflicts.keys()
    assert not alarms, f"{len(alarms)} false alarms:\n{told(alarms, found, texts())}"


def test_no_look_alike_is_an_open_conflict(newsroom: Desk) -> None:
    alike = answers().look_alikes
    alarms = alike.keys() & opened(newsroom).keys()
    assert not alarms, f"{len(alarms)} false alarms:\n{told(alarms, alike, texts())}"


def test_what_is_worth_a_look_is_noted_with_its_code(newsroom: Desk) -> None:
    listed, found = answers().worth_a_look, noted(newsroom)
    other = {
        pair: f"{found.get(pair, 'not noted')}, not {code}"
        for pair, code in listed.items()
        if found.get(pair) != code
    }
    assert not other, f"{len(other)} not as listed:\n{told(other, other, texts())}"


def test_rows_that_name_no_claim_find_theirs_or_ask(newsroom: Desk) -> None:
    found, questions = wordings(newsroom), asked(newsroom)
    named = {row["claim"] for row in fixture_rows() if "claim" in row}
    astray = {
        ref: f"{found[ref]}, not {claim or 'a claim of its own'}"
        for ref, claim in answers().unclaimed.items()
        if found[ref] != claim
        and (ref, claim) not in questions
        and not (claim is None and found[ref] not in named)
    }
    told_rows = "\n".join(f"{ref}: {texts()[ref]}\n    {why}" for ref, why in astray.items())
    assert not astray, f"{len(astray)} astray:\n{told_rows}"


def test_rows_that_name_their_claim_stand_under_it(newsroom: Desk) -> None:
    found = wordings(newsroom)
    assert {r["ref"]: found[r["ref"]] for r in fixture_rows() if "claim" in r} == {
        r["ref"]: r["claim"] for r in fixture_rows() if "claim" in r
    }
