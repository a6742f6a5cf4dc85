"""Why a contact cannot be added or changed: refusals with a sentence at the field."""

from collections.abc import Iterable

from muster.contacts.fields import Fault
from muster.kit.errors import Problem, Refused

_CODES = {"NO_IDENTITY": "REQUIRED", "TOO_LONG": "TOO_LONG"}


class ContactExists(Refused):
    """The address belongs to a contact that is there already."""

    code = "CONTACT_EXISTS"
    message = "A contact with this address exists already."

    def __init__(self, contact_id: int, field: str = "email") -> None:
        self.contact_id = contact_id
        super().__init__(path=("contact", field))


class ContactSuppressed(Refused):
    """Deactivated, declined, erased or barred: nobody adds the address again by form or file."""

    code = "CONTACT_SUPPRESSED"
    message = "This address must not be contacted: the person was deactivated, declined, or is on the do-not-contact list."

    def __init__(self, field: str = "email") -> None:
        super().__init__(path=("contact", field))


class ConsentDeclined(Refused):
    code = "INVALID_STATE"
    message = "This person declined. Only they can change that, by the link in a letter to them."


def check_faults(faults: Iterable[Fault], *, path: tuple[str, ...]) -> list[Problem]:
    """What is wrong with the form's fields, each at its field."""
    return [Problem(_CODES.get(fault.reason, "INVALID"), fault.message, (*path, fault.field or "email")) for fault in faults]


def refuse_faults(faults: Iterable[Fault], *, path: tuple[str, ...] = ("contact",)) -> None:
    """Raise it."""
    problems = check_faults(faults, path=path)
    if problems:
        raise Refused(*problems)


def identifying_field(values: tuple[str | None, ...]) -> str:
    """Where the form shows the address that identifies this contact. `values` are those of ContactValues."""
    email, phone = values[0], values[5]
    return "email" if email else "phone" if phone else "mobile"
