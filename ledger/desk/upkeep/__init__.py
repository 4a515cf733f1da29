"""The ledger as a database: backed up, moved, verified, and shared."""
