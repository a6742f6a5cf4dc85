"""What happened to imports: facts in the past tense."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportFinished:
    """A file has been worked through; `seen` of those it brought may be known to a provider."""

    import_id: int
    list_id: int
    actor_id: int
    file_name: str
    added: int
    seen: int
    joined: int
    failed: int


@dataclass(frozen=True, slots=True)
class ImportUndone:
    """An import was taken back: `removed` people left its list, `seen` of whom a provider may have known; `stayed` were edited since."""

    import_id: int
    list_id: int
    actor_id: int
    file_name: str
    removed: int
    seen: int
    stayed: int
