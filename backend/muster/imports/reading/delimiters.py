"""What separates the cells of a text file: found by consistency over many lines, one column allowed.

Python's own sniffer raises on one column and takes letters for delimiters. Here each candidate reads the same sample, and
the one that gives the most even table with the cleanest first row wins.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from muster.imports.reading.refusals import CannotReadError

CANDIDATES = (",", ";", "\t", "|")
NO_DELIMITER = "\x1f"  # one column: a character that no text has
SAMPLE_ROWS = 400
_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}


class Separation(NamedTuple):
    delimiter: str | None  # None: a single column
    skip_spaces: bool  # `a, "b, c"`: quotes after a space
    is_wrapped: bool = False  # `"a,""b"",c"`: each row in one cell


def chosen_delimiter(text: str) -> str:
    delimiter = _NAMES.get(text.strip().lower(), text)
    if (
        len(delimiter) != 1
        or delimiter.isalnum()
        or delimiter in "\"'\r\n\0@"
        or not (delimiter.isprintable() or delimiter == "\t")
    ):
        raise CannotReadError("INVALID", "A delimiter is one character, such as a comma, a semicolon or a tab.", "delimiter")
    return delimiter


def sep_line(sample: str) -> str | None:
    """Excel's own way of naming the delimiter: a first line `sep=;` (in quotes, too)."""
    match = re.match(r'"?sep=([^\r\n"])"?(?=\r|\n|$)', sample, re.IGNORECASE)
    return match[1] if match else None


def found_separation(sample: str, *, prefer: str | None = None) -> Separation:
    """`sample`: whole lines from the beginning; `prefer`: what the name's ending says (.tsv: a tab), to decide a tie."""
    best: tuple[float, str | None] = (0.0, None)
    for delimiter in CANDIDATES:
        if delimiter in sample:
            score = _evenness(_sample_rows(sample, delimiter))
            if delimiter == prefer:
                score += 0.05
            if score > best[0] + 1e-9:
                best = (score, delimiter)
    if best[0] < 0.5:
        return _wrapped_separation(sample)
    return Separation(best[1], skip_spaces_after(sample, best[1]))


def _wrapped_separation(sample: str) -> Separation:
    """A table that was opened with the wrong delimiter and saved again stands in one column, each of its rows in quotes."""
    lines = sample.splitlines()[:SAMPLE_ROWS]
    if len(lines) > 1 and all(line[:1] == line[-1:] == '"' for line in lines if line):
        unwrapped = "\n".join(row[0] for row in _sample_rows(sample, NO_DELIMITER)) + "\n"
        if unwrapped.count("\n") <= len(lines) and unwrapped != sample:
            return found_separation(unwrapped)._replace(is_wrapped=True)
    return Separation(None, False)


def skip_spaces_after(sample: str, delimiter: str | None) -> bool:
    if delimiter is None or delimiter == " ":
        return False
    mark = re.escape(delimiter)
    after_space = len(re.findall(rf'{mark} +"(?:[^"]|"")*" *(?:{mark}|[\r\n]|$)', sample))
    directly = len(re.findall(rf'{mark}"(?:[^"]|"")*"(?:{mark}|[\r\n]|$)', sample))
    return after_space > directly


def _sample_rows(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(sample.splitlines(keepends=True), delimiter=delimiter):
            if any(row):
                rows.append(row)
                if len(rows) == SAMPLE_ROWS:
                    break
    except csv.Error:
        pass
    return rows


def _evenness(rows: Sequence[list[str]]) -> float:
    """0 to about 1.2: how much this looks like a table of two or more columns."""
    widths = Counter(len(row) for row in rows)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    if width < 2:
        # A title or a few ragged rows in a file of which most rows have one cell: no table by this delimiter.
        return 0.0
    score = count / len(rows)
    wide = sum(number for size, number in widths.items() if size >= 2) / len(rows)
    score = max(score, 0.5 * score + 0.4 * wide)  # ragged rows are still rows of this delimiter
    header = next((row for row in rows[:20] if len(row) > 1), rows[0])
    if len(header) == width:
        score += 0.1
    # The wrong delimiter leaves the right one inside the header's cells.
    if any(other in cell for cell in header for other in CANDIDATES if not (other == "," and len(cell) > 40)):
        score -= 0.15
    return score + min(width, 10) * 0.005
