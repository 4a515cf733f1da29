"""Cells a spreadsheet would calculate: neutralised on the way out, restored on the way in."""

import re

# OWASP, "CSV Injection": the characters that make Excel or LibreOffice read a cell as a formula,
# with the full width forms that East Asian versions of Excel accept as well.
_START = r"[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]"
_FORMULA = re.compile(f"'*{_START}")
_NEUTRALISED = re.compile(f"''*{_START}")


def neutralised(cell: str) -> str:
    """The cell with a quote before it when it begins like a formula, or like a neutralised one.

    That second case makes the way back exact: ``=1`` and ``'=1`` stay two different texts.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """The text of a cell that :func:`neutralised` may have changed."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell
