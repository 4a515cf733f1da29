"""Deciding whether two statements can both hold: relation, code, spans, one sentence. Pure."""
