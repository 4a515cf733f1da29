"""Screens of one filter line above a list."""

from ledger.tui.screens.base import LedgerScreen
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.listing import Listing


class FilteredScreen(LedgerScreen):
    """A list that a line of words narrows down."""

    def on_input_submitted(self) -> None:
        """Enter goes to the list."""
        self.action_list()

    def action_list(self) -> None:
        """From the filter line to the list."""
        self.query_one(Listing).focus()

    def action_filter(self) -> None:
        """Back to the filter line."""
        self.query_one(Field).focus()
