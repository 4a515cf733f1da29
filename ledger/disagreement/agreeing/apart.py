"""Whether two texts tell of two things, or of one thing otherwise, whatever figure they share."""

from ledger.disagreement.acts.told import told_of
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import naming, other_times


def on_two_days(a: Prepared, b: Prepared) -> bool:
    """Whether the two name other times of one sort: Monday and Tuesday, 2024 and 2025."""
    return other_times(a.times, b.times)


def name_two(a: Prepared, b: Prepared) -> bool:
    """Whether each names somebody or something of which the other text does not speak.

    Between two languages only those that tables know: any other name has another form there.
    """
    across = a.is_chinese != b.is_chinese
    mine, other = (
        {i.id for i in naming(one.told) if not (across and i.kind == "proper")} for one in (a, b)
    )
    return bool(mine - b.told_ids) and bool(other - a.told_ids)


def tell_of_two_outcomes(a: Prepared, b: Prepared) -> bool:
    """Whether one tells of an outcome that shuts out the other's: passed, voted down."""
    for group in a.outcome_groups & b.outcome_groups:
        ours, theirs = told_of(a, group), told_of(b, group)
        if ours is not None and theirs is not None and ours.side != theirs.side:
            return True
    return False
