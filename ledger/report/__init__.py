"""A report as data (``view``), then as Markdown (``render``). Pure."""

from ledger.report.render import render
from ledger.report.view import ReportView

__all__ = ["ReportView", "render"]
