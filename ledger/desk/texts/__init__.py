"""Texts looked at without being kept: their figures, what is near them, what they propose."""
