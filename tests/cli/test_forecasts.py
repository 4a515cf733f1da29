"""forecasts, due and settle on the command line."""

import json
from typing import get_args

from ledger.cli import forecasts
from ledger.desk.casework import forecasting
from tests.cli.program import Program


def test_the_outcomes_are_those_of_the_desk() -> None:
    assert set(forecasts.OUTCOMES.values()) == set(get_args(forecasting.Outcome))


def test_a_forecast_is_given_a_day_and_settled(bridge: Program) -> None:
    assert "there are no forecasts" in bridge("forecasts").err
    assert bridge.done("due", "S3", "14 Dec 2025") == "S3 falls due on 14 Dec 2025\n"
    assert bridge.done("forecasts", "--due").startswith("S3  due 14 Dec 2025  Sable Coast Radio")
    (found,) = json.loads(bridge.done("forecasts", "--json"))
    assert (found["due_on"], found["basis"]) == ("2025-12-14", "given")
    assert bridge.refused("settle", "S3", "came-true").startswith("this decision needs a reason")
    assert bridge.done("settle", "S3", "did-not", "--by", "S1") == "S3: did not\n"
    assert "no forecast waits" in bridge("forecasts", "--due").err
    assert bridge.done("forecasts").startswith("S3  due 14 Dec 2025, did not by S1")
