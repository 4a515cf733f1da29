"""Signs that two passages which look alike are about two things, though no table of names says so.

Each asks whether both sides have something in one place that the other side has nowhere.
"""

from ledger.disagreement.one_thing.heads import narrower, other_head, prefixed
from ledger.disagreement.one_thing.members import other_number, other_site
from ledger.disagreement.one_thing.narrowed import narrowed
from ledger.disagreement.one_thing.whom import (
    changed_round,
    names_else,
    other_names,
    other_person,
    other_scope,
    other_teller,
)

SIGNS = (
    other_scope,
    names_else,
    other_head,
    narrower,
    other_number,
    other_site,
    other_teller,
    other_person,
    narrowed,
)
"""What is asked of two clauses before one of them counts as denied by the other."""
SIGNS_AT_A_FIGURE = (
    other_head,
    prefixed,
    other_number,
    other_site,
    other_person,
    narrowed,
    changed_round,
)
"""What is asked of the clauses of two figures; names and scopes are asked for nearer to them."""
SIGNS_AT_A_DATE = (other_names, other_head, narrower, other_number, other_site)
"""The same for two dates, beside which words weigh more."""
SIGNS_IN_DIGITS = (other_number,)
SIGNS_IN_WORDS = (other_head, other_number)
"""What may lie in a figure itself, in digits or in words."""
