"""Imports as tests make them: bytes in, through upload, mapping and the background worker, and what stands in the database then."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from tests.orders.world import World

from muster.accounts.rules import Actor
from muster.database import fetch, fetch_one
from muster.imports import actions, leases, run, storage
from muster.imports.queries import ImportRow, failed_rows_after, find_import
from muster.imports.remedies import Remedy
from muster.settings import Settings

MAX_ROWS = 1_000_000
HEADER = "Email,First Name,Last Name,Phone,Consent\n"


@dataclass
class Filing:
    """One partner's uploads."""

    world: World
    folder: Path
    count: int = field(default=0)

    async def upload(self, data: str | bytes, *, list_id: int, by: Actor | None = None, **values: Any) -> int:
        """It waits for its mapping."""
        self.count += 1
        file = self.folder / f"upload-{self.count}"
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        given: dict[str, Any] = {
            "file_name": "people.csv", "too_large": False, "has_header_row": None, "consent": "CONFIRMED", "max_rows": MAX_ROWS,
            "max_bytes": 1 << 30, **values,
        }  # fmt: skip
        return await actions.upload(by or self.world.partner, list_id=list_id, file=file, **given)

    async def mapping(self, import_id: int, by: Actor | None = None) -> list[tuple[int, str]]:
        """As suggested."""
        found = await self.row(import_id, by)
        columns = enumerate(orjson.loads(found.columns))
        return [(index, column["suggested"]) for index, column in columns if column["suggested"]]

    async def start(
        self,
        import_id: int,
        *,
        existing: str = "FAIL",
        invalid_values: str = "FAIL_ROW",
        remedies: Sequence[Remedy] = (),
        by: Actor | None = None,
    ) -> None:
        """It waits for its turn."""
        await actions.start(
            by or self.world.partner,
            import_id=import_id,
            mapping=await self.mapping(import_id, by),
            existing=existing,
            invalid_values=invalid_values,
            remedies=remedies,
        )

    async def work(self, owner: str = "worker") -> int:
        """Carry out whatever waits; how many imports that were."""
        done = 0
        while (key := await leases.claim(owner)) is not None:
            await run.carry_out(key, owner)
            done += 1
        return done

    async def bring(self, data: str | bytes, *, list_id: int, existing: str = "FAIL", **values: Any) -> ImportRow:
        """From bytes to the end of the run."""
        import_id = await self.upload(data, list_id=list_id, **values)
        await self.start(import_id, existing=existing)
        assert await self.work() == 1
        return await self.row(import_id)

    async def row(self, import_id: int, by: Actor | None = None) -> ImportRow:
        """The import as it stands."""
        found = await find_import((by or self.world.partner).organization_id, import_id)
        assert found is not None
        return found

    async def failed(self, import_id: int) -> list[tuple[int, str, list[str]]]:
        """(number, reason, cells) of its failed rows, and that the kept count is theirs."""
        kept = await failed_rows_after(import_id, 0, 1_000_000)
        assert (await self.row(import_id)).failed_rows == len(kept)
        return [(row.row_number, row.reason, row.values) for row in kept]

    async def members(self, list_id: int) -> dict[str, str]:
        """Address -> consent of those on the list, whose kept counts agree."""
        rows = await fetch(
            "SELECT COALESCE(c.email, c.phone, c.mobile) AS address, c.consent FROM list_members m JOIN contacts c ON c.id = m.contact_id"
            " WHERE m.list_id = ? AND c.deactivated_at IS NULL ORDER BY c.id",
            (list_id,),
        )
        people = {row["address"]: row["consent"] for row in rows}
        assert len(people) == len(rows)
        counts = await fetch_one(
            "SELECT contact_count, confirmed_count, pending_count, declined_count FROM contact_lists WHERE id = ?", (list_id,)
        )
        assert counts is not None
        kept = {name: counts[f"{name}_count"] for name in ("contact", "confirmed", "pending", "declined")}
        stands = list(people.values())
        assert kept == {
            "contact": len(stands),
            **{name.lower(): stands.count(name) for name in ("CONFIRMED", "PENDING", "DECLINED")},
        }
        return people

    async def contact(self, email: str, by: Actor | None = None) -> Any:
        """The contact with this address, all its columns; None where there is none."""
        return await fetch_one(
            "SELECT * FROM contacts WHERE organization_id = ? AND email = ?",
            ((by or self.world.partner).organization_id, email),
        )

    def waiting_files(self) -> list[str]:
        """What lies in the uploads folder."""
        return sorted(path.name for path in (self.folder / "uploads").glob("*"))


def make_filing(world: World, settings: Settings) -> Filing:
    """With a folder of its own."""
    storage.use_folder(settings.data_dir / "uploads")
    return Filing(world, settings.data_dir)


def people(numbers: range, *, header: str = "Email,First Name,Last Name\n") -> str:
    """A file of these people, each with a name of their own."""
    return header + "".join(f"p{number}@example.org,First{number},Last{number}\n" for number in numbers)
