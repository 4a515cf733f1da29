"""The search index: asked, added to, checked, and built again."""
