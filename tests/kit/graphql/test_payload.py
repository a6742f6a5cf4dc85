"""A refusal becomes data: the errors, and nothing that looks as if something had been done."""

from typing import Any

import pytest
import strawberry
from graphql import ExecutionResult
from tests.kit.graphql.conftest import Served

from muster.kit.errors import Problem, RateLimited, Refused
from muster.kit.graphql.documents import Document, Limits
from muster.kit.graphql.engine import make_schema
from muster.kit.graphql.payload import UserError, UserErrorCode, mutation, refused_payload, user_errors


async def test_a_refusal_is_told_in_the_payload(served: Served) -> None:
    query = "mutation ($n: String!) { rename(name: $n) { name count done errors { code message path } } }"
    done = await served.post(query, {"n": "Bob"})
    assert done.json() == {"data": {"rename": {"name": "Bob", "count": 1, "done": True, "errors": []}}}
    refused = await served.post(query, {"n": "nobody"})
    assert refused.json()["data"]["rename"] == {
        "name": None,
        "count": 0,
        "done": False,
        "errors": [{"code": "NOT_FOUND", "message": "This does not exist, or you may not see it.", "path": ["personId"]}],
    }
    assert served.data["renamed"] == "Bob"


def test_several_problems_keep_their_order_and_places() -> None:
    refused = Refused(Problem("REQUIRED", "A.", ("contact", "first_name")), Problem("INVALID", "B."))
    assert user_errors(refused.problems) == [
        UserError(code=UserErrorCode.REQUIRED, message="A.", path=["contact", "firstName"]),
        UserError(code=UserErrorCode.INVALID, message="B.", path=None),
    ]


@strawberry.type
class Payload:
    names: list[str]
    note: str | None
    errors: list[UserError]
    extra: int = 5


def test_what_is_known_beside_the_refusal_is_told_too() -> None:
    payload = refused_payload(Payload, Refused(message="No."), note="there already")
    assert (list(payload.names), payload.note, payload.extra) == ([], "there already", 5)
    assert [error.code for error in payload.errors] == [UserErrorCode.INVALID]


def test_a_payload_without_a_blank_is_a_mistake_of_ours() -> None:
    @strawberry.type
    class Strict:
        inner: Payload
        errors: list[UserError]

    with pytest.raises(TypeError, match=r"Strict\.inner"):
        refused_payload(Strict, Refused())


async def test_resolvers_of_either_kind_and_other_errors() -> None:
    @strawberry.type
    class Query:
        ok: bool = True

    @strawberry.type
    class Mutation:
        @mutation(payload=Payload)
        def plain(self, names: list[str]) -> Payload:
            if not names:
                raise RateLimited(3.2)
            return Payload(names=names, note=None, errors=[])

        @mutation(payload=Payload)
        async def broken(self) -> Payload:
            raise ValueError("no refusal")

    schema = make_schema(Query, Mutation)

    async def run(source: str) -> Any:
        operation = Document(schema._schema, source, Limits()).operation(None)
        result = operation.executor(operation.coerce({}), None).execute_operation()
        return result if isinstance(result, ExecutionResult) else await result  # type: ignore[misc]

    assert (await run('mutation { plain(names: ["x"]) { names errors { code } } }')).data == {
        "plain": {"names": ["x"], "errors": []}
    }
    limited = (await run("mutation { plain(names: []) { errors { code message } } }")).data["plain"]["errors"]
    assert limited == [{"code": "RATE_LIMITED", "message": "Too many attempts. Try again in 3 seconds."}]
    broken = await run("mutation { broken { note } }")
    assert isinstance(broken.errors[0].original_error, ValueError)
