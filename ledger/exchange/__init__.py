"""Files in and out: every format the ledger reads and writes, and no database or screen."""
