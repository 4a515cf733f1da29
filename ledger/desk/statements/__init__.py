"""Statements on their way into the ledger: entered, filed, compared, and asked about."""
