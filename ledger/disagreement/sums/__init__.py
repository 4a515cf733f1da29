"""Figures that cannot all hold: sums, shares, margins and changes worked out again."""
