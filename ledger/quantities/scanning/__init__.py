"""One pass over a line, for every numeral in it."""
