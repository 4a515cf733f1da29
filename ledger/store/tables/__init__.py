"""The tables a ledger consists of."""
