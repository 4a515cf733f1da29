"""Records of the house: its rules, its scales, the copies it keeps, where statements stand."""

import json
from base64 import b64decode

from ledger.desk.files_in.incoming.ground import ADDED, KNOWN, Fields, Ground, Taken
from ledger.desk.house.policies import checked_policy
from ledger.desk.verdicts.copies import keep_copies
from ledger.model import RatingScale
from ledger.store.asking import rulings, verdicts
from ledger.store.tables.casework import Policy, Scale


def take_policy(ground: Ground, fields: Fields) -> Taken:
    """A rule of the house; one that reads otherwise here stays."""
    name, value = fields["name"], checked_policy(fields["name"], fields["value"])
    kept = rulings.policies(ground.session).get(name)
    if kept is None:
        ground.act.add(Policy, {"name": name, "value": value})
        return ADDED
    if kept.live:
        return KNOWN if kept.value == value else Taken("left", f"here {name} is {kept.value}")
    ground.act.update(Policy, kept.number, value=value, live=True)
    return ADDED


def take_scale(ground: Ground, fields: Fields) -> Taken:
    """A rating scale; one of that name that reads otherwise here stays."""
    name = RatingScale.checked(json.loads(fields["content"])).name
    here = [row for row in verdicts.house_scales(ground.session) if row.name == name]
    if here and fields["content"] not in {row.content for row in here}:
        return Taken("left", f"the scale {name} reads otherwise here")
    return ground.keep(Scale, {"name": name, "content": fields["content"]})


def take_copy(ground: Ground, fields: Fields) -> Taken:
    """The copy of a link that evidence rests on."""
    is_new = keep_copies(ground.act, [b64decode(fields["content"])])
    return ADDED if is_new else KNOWN


def take_place(ground: Ground, fields: Fields) -> Taken:
    """Recorded with the statement where that is new; a statement is never changed."""
    is_fresh = ground.statement(fields["statement"]) in ground.fresh
    return ADDED if is_fresh else KNOWN
