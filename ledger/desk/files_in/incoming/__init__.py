"""Casework on its way in: records of a file, taken over with who, when and why as recorded there.

Rows keep the name and the moment they were signed with; the journal entry says who imported them
and when. What people decided in this ledger stays as they left it: a record that says otherwise is
left aside, with the reason.
"""

from ledger.desk.files_in.incoming.ground import Taken
from ledger.desk.files_in.incoming.records import Incoming

__all__ = ["Incoming", "Taken"]
