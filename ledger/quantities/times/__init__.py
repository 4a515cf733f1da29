"""Dates, periods and spans of time."""
