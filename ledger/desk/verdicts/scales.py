"""The rating scales a verdict can be given on: the shipped ones, and those the house added."""

import json
from pathlib import Path

from ledger.desk.desk import Desk
from ledger.errors import UnknownRating, UnknownScale
from ledger.exchange.scales import read_scale, shipped_scales
from ledger.model import Rating, RatingScale
from ledger.store.asking.verdicts import house_scales
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Scale
from ledger.text.fold import fold_or_self

HOUSE = "house"
"""The scale that verdicts are given on where no other is named."""


def scales(desk: Desk) -> list[RatingScale]:
    """Every scale by name; a scale of the house takes the place of a shipped one of its name."""
    with desk.reading() as session:
        known = _known_scales(session)
    return [known[name] for name in sorted(known)]


def _known_scales(session: Session) -> dict[str, RatingScale]:
    """Every scale of a ledger, by name."""
    own = (RatingScale.checked(json.loads(row.content)) for row in house_scales(session))
    return {**shipped_scales(), **{scale.name: scale for scale in own}}


def scale_called(session: Session, name: str) -> RatingScale:
    """A scale by name.

    Raises:
        UnknownScale: naming those there are.
    """
    known = _known_scales(session)
    found = known.get(name) or known.get(name.casefold())
    if found is None:
        raise UnknownScale(name, tuple(sorted(known)))
    return found


def rating_of(scale: RatingScale, written: str) -> Rating:
    """The label meant, in any case or width and in either Chinese script.

    Raises:
        UnknownRating: naming the labels of the scale.
    """
    key = fold_or_self(written)
    for rating in scale.ratings:
        if fold_or_self(rating.label) == key:
            return rating
    raise UnknownRating(written, scale.name, tuple(rating.label for rating in scale.ratings))


def add_scale(desk: Desk, path: Path) -> RatingScale:
    """Let the ledger know a scale of the house; one of the same name takes its place from now on.

    Verdicts given before keep the label and the numbers they were given with.

    Raises:
        UnreadableFile: when the file holds no scale.
    """
    scale = read_scale(path)
    with desk.acting("scale") as act:
        act.summary = f"the scale {scale.name}"
        content = json.dumps(scale.model_dump(exclude_none=True), ensure_ascii=False)
        act.add(Scale, {"name": scale.name, "content": content})
    return scale
