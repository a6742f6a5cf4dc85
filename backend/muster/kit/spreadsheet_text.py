"""Cells that no spreadsheet takes for a formula: a guard put before them on writing, and taken off again on reading.

The stored value is never changed. The two are exact opposites, so that a downloaded file can be uploaded as it is.
"""

import re
from typing import Final

# What makes Excel or LibreOffice run a cell; the full-width signs are taken for the plain ones in East Asian versions.
_DANGEROUS: Final = "=+\\-@\t\r\n＝＋－＠"
# Apostrophes are counted in, else a cell that is itself "'=1" would come back as "=1".
_GUARDED: Final = re.compile(f"'*[{_DANGEROUS}]").match


def formula_safe(cell: str) -> str:
    """The cell as it may stand in a CSV or XLSX that a person opens."""
    return f"'{cell}" if _GUARDED(cell) else cell


def without_guard(cell: str) -> str:
    """The cell before `formula_safe`; anybody's own apostrophe before a + or = is one too, a spreadsheet's mark for text."""
    return cell[1:] if cell[:1] == "'" and _GUARDED(cell) else cell
