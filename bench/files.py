"""The files that the benchmarks upload: people who are all different and all valid, the same ones every time, in each format."""

import csv
import io
import random
from collections.abc import Iterator

HEADER = ("Email", "First name", "Last name", "Company", "Job title", "Phone", "City", "State", "Zip", "Country")
FIRST = ("Ava", "Noah", "Zoë", "Ethan", "Chloé", "Lucas", "Isla", "Mateo", "Nora", "Owen")
LAST = ("Alvarez", "Bennett", "Castellano", "Dubois", "Eriksen", "Fitzgerald", "García", "Hoffmann")


def people(rows: int) -> Iterator[tuple[str, ...]]:
    """The rows below the header."""
    chance = random.Random(7)
    for row in range(rows):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        yield (
            f"{first.encode('ascii', 'ignore').decode().lower()}.{row}@example.org", first, last, f"Company {row % 997}", "Manager",
            f"+1202555{row % 10000:04d}", "Portland", "OR", f"{row % 90000 + 1000:05d}", "US",
        )  # fmt: skip


def as_csv(rows: int) -> bytes:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(HEADER)
    table.writerows(people(rows))
    return text.getvalue().encode()


def as_xlsx(rows: int) -> bytes:
    from muster.kit.workbook import Workbook

    book = Workbook(HEADER)
    body = book.write([list(row) for row in people(rows)])
    return body + book.finish()


def as_xls(rows: int) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    for number, row in enumerate([HEADER, *people(rows)]):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


FORMATS = {"csv": as_csv, "xlsx": as_xlsx, "xls": as_xls}
