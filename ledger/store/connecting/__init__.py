"""Where a ledger lives, how its database is reached, and who may do what in it."""
