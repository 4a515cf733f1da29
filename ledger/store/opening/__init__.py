"""A ledger opened: brought up to date after a backup, read from and acted on."""
