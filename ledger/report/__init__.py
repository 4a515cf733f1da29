"""A report as data (``view``), then as Markdown (``render``). Pure."""

from ledger.report.language import LANGUAGES
from ledger.report.render import Layout, render
from ledger.report.view import ReportView

__all__ = ["LANGUAGES", "Layout", "ReportView", "render"]
