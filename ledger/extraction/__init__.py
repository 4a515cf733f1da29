"""Article to proposed statements: where each sentence begins and ends, who said it, and when."""
