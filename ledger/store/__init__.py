"""Tables, engine, schema, queries, postings, journal: the only room that speaks SQL."""
