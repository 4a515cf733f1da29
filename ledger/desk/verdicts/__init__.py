"""Verdicts on claims, their scales, and the evidence they rest on."""
