"""Signs in two whole texts that they are about two things, whatever sets them apart.

What measures, acts and outcomes have in common holds two texts together, each in its own rule; here
it is asked once for all of them what tells the two apart. A sign needs something on both sides.
"""

from ledger.disagreement.prepared import Prepared
from ledger.disagreement.siblings import of_siblings
from ledger.disagreement.slots import in_its_place


def of_two_things(a: Prepared, b: Prepared) -> bool:
    """Whether anything says that they are about two things. Symmetric."""
    return any(sign(a, b) for sign in SIGNS)


SIGNS = (of_siblings, in_its_place)
"""What is asked before two texts that tell of one thing are said to contradict each other."""
