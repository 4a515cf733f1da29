"""One place for Unicode: match keys, tokens, safe display, names, terms, dates. Pure."""
