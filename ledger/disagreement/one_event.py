"""Whether two whole statements tell of one event, by all that they have in common."""

import os

from ledger.disagreement.context import evidence_of
from ledger.disagreement.item import Item
from ledger.disagreement.kinship import kinship
from ledger.disagreement.reading import Reading
from ledger.disagreement.surroundings import naming, other_times, times_of

S = float(os.environ.get("OE_S", ".35"))
M = float(os.environ.get("OE_M", ".2"))
N = int(os.environ.get("OE_N", "2"))
NZ = int(os.environ.get("OE_NZ", "1"))
W = float(os.environ.get("OE_W", "4"))


def tell_of_one_event(a: Reading, b: Reading) -> bool:
    """Whether they do: they share names and days and much else, and no day sets them apart."""
    ours, theirs = (times_of(reading, range(len(reading.clauses))) for reading in (a, b))
    if other_times(ours, theirs):
        return False
    days = sum(bool(ours[sort] & theirs[sort]) for sort in ours.keys() & theirs)
    both = _named(a) & _named(b)
    kin = kinship(*(evidence_of(reading, _plain(reading.told)) for reading in (a, b)))
    if os.environ.get("OE_V"):
        print("      event share %.2f mutual %.2f weight %.1f named %d" % (kin.share, kin.mutual, kin.weight, days + len(both)), both)
    least = NZ if a.is_chinese and b.is_chinese else N
    return days + len(both) >= least and kin.share >= S and kin.mutual >= M and kin.weight >= W


def _named(reading: Reading) -> set[str]:
    return {item.id for item in naming(reading.told)}


def _plain(items: list[Item]) -> list[Item]:
    return [item for item in items if ":" not in item.id]
