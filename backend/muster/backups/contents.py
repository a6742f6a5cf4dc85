"""What is in an archive: a gzipped tar of the database, the secret key, the folders' files, and last a list of them."""

import re
from dataclasses import asdict, dataclass
from typing import Any, Final

import orjson

from muster.backups.refusals import BackupRefused

VERSION: Final = 1
MANIFEST: Final = "muster-backup.json"
DATABASE: Final = "muster.sqlite3"
SECRET_KEY: Final = "secret.key"  # noqa: S105  a file's name
UPLOADS: Final = "uploads"
MAIL: Final = "mail"

# Nothing else is written or read, so that an archive can name no path of its own choosing.
_NAMES: Final = re.compile(rf"{re.escape(DATABASE)}|{re.escape(SECRET_KEY)}|({UPLOADS}|{MAIL})/[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files`: the name of each, and its SHA-256. It stands last: an archive that was cut off has none."""

    made_at: str
    files: dict[str, str]
    version: int = VERSION

    @property
    def uploads(self) -> int:
        """How many uploaded files wait."""
        return sum(name.startswith(f"{UPLOADS}/") and name.endswith(".file") for name in self.files)

    def as_json(self) -> bytes:
        return orjson.dumps(asdict(self), option=orjson.OPT_INDENT_2)


def read_manifest(raw: bytes) -> Manifest:
    """`BackupRefused` where it is none of ours."""
    try:
        found: dict[str, Any] = orjson.loads(raw)
        manifest = Manifest(
            str(found["made_at"]), {str(name): str(sha) for name, sha in found["files"].items()}, int(found["version"])
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupRefused("This file is no backup of Muster.") from error
    if manifest.version != VERSION:
        raise BackupRefused("This backup was made by a newer Muster: restore it with that one.")
    return manifest


def may_be_named(name: str) -> bool:
    """Whether a file of an archive may be called so."""
    return _NAMES.fullmatch(name) is not None
