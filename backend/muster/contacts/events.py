"""What happened to contacts and lists: facts in the past tense, by ids. What follows from them stands in `muster.reactions`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MembersAdded:
    """People joined a list: `contact_ids` are the first hundred of them."""

    list_id: int
    count: int
    declined: int
    contact_ids: tuple[int, ...]
    actor_id: int | None
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class MembersRemoved:
    """People left a list, or were deactivated while on it."""

    list_id: int
    contact_ids: tuple[int, ...]
    # Those of them who are DECLINED: a provider never knew them.
    declined: tuple[int, ...]
    actor_id: int | None
    # The import that was undone: its orders are told once, at the end.
    import_id: int | None = None
    # Of those who are no contacts any more: (id, since when they were), which nobody can look up.
    gone: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MembersChanged:
    """Contacts of a list were edited, or their consent changed."""

    list_id: int
    contact_ids: tuple[int, ...]
    # Those of them who became DECLINED, and those who no longer are: a provider sees them go and come.
    declined: tuple[int, ...] = ()
    undeclined: tuple[int, ...] = ()
    # Those who were DECLINED and are: a provider does not hear of them.
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRenamed:
    """Orders show the name of their list."""

    list_id: int


@dataclass(frozen=True, slots=True)
class PeopleAdded:
    """New contacts, some of whom have not answered yet: those with ids behind `behind_id`."""

    organization_id: int
    behind_id: int
    actor_id: int | None
    import_id: int | None


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    """People of a list now stand otherwise, by themselves or by what they told a user. What a file says is the import's to tell."""

    list_id: int
    contact_ids: tuple[int, ...]
    status: str
    actor_id: int | None


@dataclass(frozen=True, slots=True)
class AddressChanged:
    """A contact has another e-mail address, or none: letters to the one before went to somebody else, perhaps."""

    organization_id: int
    contact_id: int


@dataclass(frozen=True, slots=True)
class PeopleErased:
    """Nothing is left of them in the contacts; whoever keeps traces elsewhere has them go, too. Never logged: it holds addresses."""

    organization_id: int
    contact_ids: tuple[int, ...]
    # E-mail addresses as they were kept, and the digits of phone numbers.
    emails: tuple[str, ...]
    phones: tuple[str, ...]
