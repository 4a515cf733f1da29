"""A numeral becomes a figure, with its unit, its bound and its neighbours."""
