"""The ledger as a whole: verified, rewound, written out, moved, put in the place of another."""
