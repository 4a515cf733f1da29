"""Files on their way in: statements, fact-checks, and the casework of another ledger."""
