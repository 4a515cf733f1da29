"""Whether two passages speak of one thing: how near they are, and what tells them apart."""
