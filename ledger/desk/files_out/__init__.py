"""The ledger on its way out: statements, casework and verdicts as files."""
