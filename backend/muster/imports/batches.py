"""Records, made of many rows at once from the values of their columns."""

from collections.abc import Sequence

from muster.contacts.rules import FIELDS, KEY_LENGTH
from muster.contacts.staging import Columns
from muster.imports.column_values import Column, ColumnValues, Rows
from muster.imports.consent_words import consent_reader
from muster.imports.mapping import RowPlan
from muster.kit.email_address import email_key
from muster.kit.phone_number import national_digits, phone_key
from muster.kit.text import fold

# A plain tuple in the order of `contacts.staging.ROW_COLUMNS`: row number, identity, the values, the search texts, the consent the row
# asks for (CONFIRMED, PENDING or DECLINED).
PreparedRow = tuple[str | int | None, ...]


def prepare_plain_rows(plan: RowPlan, rows: Rows) -> tuple[Columns, list[int]]:
    """The records of these rows, column by column. What stands at the places listed beside means nothing: the rule must decide there."""
    columns = ColumnValues(plan, rows)
    values = columns.read()
    names = [_folded(values.get(field)) for field in ("first_name", "last_name", "company")]
    records: Columns = [
        [number for number, _ in rows],
        _identities(columns, values),
        *(_stored(values.get(field)) for field in FIELDS),
        _joined(names, columns.count),
        _contact_texts(columns, values),
        *(_keys(column) for column in names),
        _consents(plan, columns),
    ]
    return records, sorted(columns.odd)


def _identities(columns: ColumnValues, values: dict[str, Column]) -> list[str]:
    nothing = [""] * columns.count
    emails = values.get("email") or nothing
    # An address in ASCII is its own key.
    keys = emails if "".join(emails).isascii() else [email_key(email) if email else "" for email in emails]
    if all(keys):
        return [f"email:{key}" for key in keys]
    phones = zip(values.get("phone") or nothing, values.get("mobile") or nothing, strict=True)
    identities = [
        f"email:{key}" if key else f"tel:{phone_key(phone or mobile)}" for key, (phone, mobile) in zip(keys, phones, strict=True)
    ]
    columns.leave_out(place for place, identity in enumerate(identities) if identity == "tel:")
    return identities


def _contact_texts(columns: ColumnValues, values: dict[str, Column]) -> list[str]:
    emails = values.get("email")
    parts: list[Column | None] = [emails]
    if emails is not None and not "".join(emails).isascii():
        columns.leave_out(place for place, email in enumerate(emails) if not email.isascii())
    parts.extend(_phone_texts(values[field]) for field in ("phone", "mobile") if field in values)
    return _joined(parts, columns.count)


def _joined(columns: Sequence[Column | None], count: int) -> list[str]:
    present = [column for column in columns if column is not None]
    if not present:
        return [""] * count
    if len(present) == 1:
        return present[0]
    if not all(map(all, present)):
        return [" ".join(filter(None, parts)) for parts in zip(*present, strict=True)]
    return list(map(" ".join, zip(*present, strict=True)))


def _keys(column: Column | None) -> Column | None:
    if column is None:
        return None
    return column if max(map(len, column)) <= KEY_LENGTH else [name[:KEY_LENGTH] for name in column]


def _consents(plan: RowPlan, columns: ColumnValues) -> Column:
    if plan.consent_column is None:
        return [plan.consent] * columns.count
    return list(map(consent_reader(plan.consent_header), columns.raw(plan.consent_column)))


def _stored(column: Column | None) -> Sequence[str | None] | None:
    if column is None:
        return None
    return column if all(column) else [value or None for value in column]


def _folded(column: Column | None) -> Column | None:
    if column is None:
        return None
    glued = "\n".join(column)
    if glued.isascii():
        return glued.lower().split("\n")
    folded = {name: fold(name) for name in set(column)}  # names come again and again
    return [folded[name] for name in column]


def _phone_texts(column: Column) -> Column:
    """Each number, and how it is dialled at home. In North America that is a part of it."""
    american = "\n".join(["", *column]).count("\n+1")
    return column if american == len(column) else list(map(_phone_text, column))


def _phone_text(phone: str) -> str:
    if not phone or phone.startswith("+1"):
        return phone
    national = national_digits(phone)
    return phone if national is None else f"{phone} {national}"
