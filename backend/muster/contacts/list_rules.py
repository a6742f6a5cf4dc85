"""What may be done with a contact list, and how its name must be."""

from muster.kit.errors import Problem, Refused
from muster.kit.text import fold, line

MAX_NAME = 100
# What the folded name may come to: some characters, Arabic ligatures say, fold to many.
MAX_KEY = 200


class ListNameTaken(Refused):
    """Names are unique within an organization without regard to case."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Problem("NAME_TAKEN", f"There is a contact list named “{name}” already. Choose another name.", ("name",))
        )


class ListArchived(Refused):
    code = "LIST_ARCHIVED"
    message = "This contact list is archived. Take it out of the archive first."


class ListInUse(Refused):
    code = "LIST_IN_USE"


def check_list_name(name: str) -> str:
    """The name without needless space, or why it cannot be one."""
    name = line(name)
    if not name:
        raise Refused(Problem("REQUIRED", "Give the list a name.", ("name",)))
    if len(name) > MAX_NAME:
        raise Refused(Problem("TOO_LONG", f"A list's name has at most {MAX_NAME} characters; this has {len(name)}.", ("name",)))
    if len(fold(name)) > MAX_KEY:
        raise Refused(Problem("TOO_LONG", "Written out, this name is too long. Use fewer special characters.", ("name",)))
    return name
