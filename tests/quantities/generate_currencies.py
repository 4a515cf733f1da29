"""Writes the table of currency names from Babel's copy of the Unicode CLDR.

Run it after an upgrade of Babel: ``python tests/quantities/generate_currencies.py``. A test checks
that the committed table equals what this writes.
"""

import csv
import io
from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_name, list_currencies
from opencc import OpenCC

TABLE = Path(__file__).parents[2] / "ledger" / "quantities" / "data" / "currencies.csv"
_ENGLISH = (("en", 1), ("en", 2))
_NO_MONEY = "XAG XAU XBA XBB XBC XBD XDR XEU XPD XPT XRE XSU XTS XUA XXX"
"""Metals, units of account and codes for tests."""
_CHINESE = ("zh_Hans", "zh_Hant", "zh_Hans_HK", "zh_Hant_HK")


def table() -> str:
    """Every currency's names: ISO code, names in English, names in Chinese folded to Simplified."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["code", "en", "zh"])
    for code in sorted(list_currencies() - set(_NO_MONEY.split())):
        writer.writerow([code, "|".join(_english(code)), "|".join(_chinese(code))])
    return out.getvalue()


def _english(code: str) -> list[str]:
    found = [get_currency_name(code, count=count, locale=name) for name, count in _ENGLISH]
    return _written(code, [name.lower() for name in found])


def _chinese(code: str) -> list[str]:
    fold = OpenCC("t2s").convert
    return _written(
        code, [fold(Locale.parse(name).currencies.get(code, code)) for name in _CHINESE]
    )


def _written(code: str, names: list[str]) -> list[str]:
    """Each name once, without the years CLDR adds to currencies gone, and never the bare code."""
    kept = [name for name in names if "(" not in name and "（" not in name and name != code.lower()]
    return sorted({name for name in kept if name != code})


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
