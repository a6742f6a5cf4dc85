"""A small API with every shape that the executor has to tell apart, resolved from rows as the real one is."""

import asyncio
import enum
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Union, cast

import strawberry

from muster.kit.errors import Forbidden, NotFound, RateLimited, Unauthenticated
from muster.kit.graphql.connections import Connection, connect, page_request
from muster.kit.graphql.engine import make_schema
from muster.kit.graphql.errors import bad_request
from muster.kit.graphql.fields import derived, resolved_from
from muster.kit.graphql.payload import UserError, mutation
from muster.kit.graphql.scalars import DateTime, Upload, encode_id
from muster.kit.pages import Page


@strawberry.enum
class Mood(enum.Enum):
    GLAD = "glad"
    SAD = "sad"


@dataclass
class PersonRow:
    """Values are Any: tests put in what does not belong there."""

    key: Any = 1
    name: Any = "Ann"
    email: Any = None
    mood: Any = Mood.GLAD
    age: Any = 3
    weight: Any = 1.5
    active: Any = True
    born: Any = 0
    tags: Any = field(default_factory=list)
    best_friend: Any = None
    friends: Any = field(default_factory=list)
    maybe_friends: Any = None


@dataclass
class GroupRow:
    title: Any = "All"
    key: Any = 7
    leader: Any = None
    members: Any = field(default_factory=list)


@strawberry.interface
class Node:
    id: strawberry.ID


def shout_of(root: PersonRow) -> str:
    return cast("str", root.name.upper())


@strawberry.type
@resolved_from(PersonRow)
class Person(Node):
    name: str
    email: str | None
    mood: Mood | None
    age: int | None
    weight: float | None
    active: bool
    born: DateTime | None
    tags: list[str]
    best_friend: Annotated["Person", strawberry.lazy("tests.kit.graphql.sample")] | None
    friends: list[Annotated["Person", strawberry.lazy("tests.kit.graphql.sample")]]
    maybe_friends: list[Annotated["Person", strawberry.lazy("tests.kit.graphql.sample")] | None] | None

    @derived
    def id(root: PersonRow) -> strawberry.ID:  # noqa: N805
        return strawberry.ID(encode_id("Person", root.key))

    shout: str = derived(shout_of)


@strawberry.type
@resolved_from(GroupRow)
class Group(Node):
    title: str
    leader: Person | None

    @derived
    def id(root: GroupRow) -> strawberry.ID:  # noqa: N805
        return strawberry.ID(encode_id("Group", root.key))

    @strawberry.field
    async def members(self, first: int = 100) -> list[Person]:
        return cast("list[Person]", cast("GroupRow", self).members[:first])

    @strawberry.field
    def size(self) -> int:
        return len(cast("GroupRow", self).members)


Found = Annotated[Union[Person, Group], strawberry.union("Found")]  # noqa: UP007


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, name: str = "world") -> str:
        return f"Hello {name}"

    @strawberry.field
    async def person(self, info: strawberry.Info) -> Person | None:
        return cast("Person | None", info.context.data.get("person"))

    @strawberry.field
    def people(self, info: strawberry.Info) -> list[Person]:
        return cast("list[Person]", info.context.data.get("people", []))

    @strawberry.field
    async def groups(self, info: strawberry.Info) -> list[Group]:
        return cast("list[Group]", info.context.data.get("groups", []))

    @strawberry.field
    def found(self, info: strawberry.Info) -> list[Found]:
        return cast("list[Found]", info.context.data.get("found", []))

    @strawberry.field
    def nodes(self, info: strawberry.Info, ids: list[strawberry.ID] | None = None) -> list[Node | None]:
        return cast("list[Node | None]", info.context.data.get("found", []))

    @strawberry.field
    def connection(
        self,
        info: strawberry.Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> Connection[Person]:
        request = page_request(first, after, last, before, offset)
        rows = info.context.data.get("people", [])[: request.size]

        async def total() -> int:
            info.context.data["counted"] = True
            return 1000

        return connect(Person, Page(rows, [[row.key] for row in rows], has_next=True), total)

    @strawberry.field
    def fail(self, how: str) -> str | None:
        raise {
            "value": ValueError("a secret"),
            "unauthenticated": Unauthenticated(),
            "limited": RateLimited(7.0),
            "missing": NotFound(),
            "forbidden": Forbidden(),
            "request": bad_request("Ask otherwise."),
        }[how]

    @strawberry.field
    def moment(self, at: DateTime) -> DateTime:
        return at

    @strawberry.field
    def choose(self, sure: bool = True) -> bool:
        return sure

    @strawberry.field
    async def wait(self, seconds: float) -> bool:
        await asyncio.sleep(seconds)
        return True

    @strawberry.field
    def whoami(self, info: strawberry.Info) -> str | None:
        return cast("str | None", info.context.viewer_key)


@strawberry.type
class UploadPayload:
    texts: list[str]
    names: list[str]
    too_large: bool
    errors: list[UserError]


@strawberry.input
class UploadInput:
    file: Upload
    note: str | None = None


@strawberry.type
class NamePayload:
    name: str | None
    count: int
    done: bool
    errors: list[UserError]


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def upload(self, files: list[Upload]) -> UploadPayload:
        return UploadPayload(
            texts=[(await file.read()).decode() for file in files],
            names=[file.filename for file in files],
            too_large=any(file.too_large for file in files),
            errors=[],
        )

    @strawberry.mutation
    async def upload_one(self, input: UploadInput) -> str:
        return (await input.file.read()).decode()

    @strawberry.mutation
    async def dawdle(self, info: strawberry.Info) -> bool:
        try:
            await asyncio.Event().wait()
        finally:
            info.context.data["undone"] = True
        return True

    @mutation(payload=NamePayload)
    async def rename(self, info: strawberry.Info, name: str) -> NamePayload:
        if name == "nobody":
            raise NotFound(path=("person_id",))
        if name == "often":
            raise RateLimited(6.6)
        info.context.data["renamed"] = name
        return NamePayload(name=name, count=1, done=True, errors=[])

    @strawberry.mutation
    def sign_in(self, info: strawberry.Info) -> bool:
        info.context.response_headers.append(("Set-Cookie", "session=abc; HttpOnly"))
        return True


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, to: int = 2) -> AsyncIterator[int]:
        for number in range(to):
            yield number

    @strawberry.subscription
    async def happenings(self, info: strawberry.Info, after: str | None = None) -> AsyncIterator[Person]:
        async for row in info.context.data["source"](after):
            yield cast("Person", row)

    @strawberry.subscription
    async def missing(self) -> AsyncIterator[int]:
        raise NotFound
        yield 0

    @strawberry.subscription
    async def broken(self) -> AsyncIterator[int]:
        yield 1
        raise ValueError("a secret")


@dataclass
class SampleContext:
    viewer_key: str | None = "ann"
    via_cookie: bool = False
    data: dict[str, Any] = field(default_factory=dict)
    response_headers: list[tuple[str, str]] = field(default_factory=list)


SCHEMA = make_schema(Query, Mutation, Subscription, types=[Person, Group])
