"""``python -m ledger`` is ``factledger``."""

from ledger.cli import main

main()
