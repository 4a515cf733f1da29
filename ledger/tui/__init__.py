"""The terminal UI: screens over the desk, every key of which is one of ``actions.ACTIONS``."""
