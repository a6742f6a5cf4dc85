"""One file, whatever it is, read into the spool: decides the kind, and hands over."""

from pathlib import Path
from typing import Any

from muster.imports.reading.kinds import Kind, kind_of


def read_file(order: dict[str, Any]) -> dict[str, Any]:
    """The values of `Reading`, as JSON can carry them. Only what the kind needs is imported: the child must start fast."""
    from muster.imports.reading import plugins

    plugins.register()
    source, spool = Path(order["source"]), Path(order["spool"])
    kind = kind_of(source)
    if kind is Kind.TEXT:
        from muster.imports.reading.text_files import read_text

        return read_text(source, spool, file_name=order["file_name"], choices=order["choices"], max_rows=order["max_rows"])
    from muster.imports.reading.workbook_files import read_workbook

    return read_workbook(
        source,
        spool,
        kind=kind,
        choices=order["choices"],
        max_rows=order["max_rows"],
        avoid_calamine=order.get("avoid_calamine", False),
    )
