"""Files by the GraphQL multipart request specification, whole ones and broken ones."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.kit.graphql.conftest import Serve, Served

UPLOAD = "mutation ($files: [Upload!]!) { upload(files: $files) { texts names tooLarge } }"
TOKEN = {"authorization": "Bearer x"}


def body(*parts: tuple[str, str | None, bytes], boundary: str = "BOUNDARY", end: str = "--\r\n") -> bytes:
    """A multipart body from (name, file name, content)."""
    written = b""
    for name, filename, content in parts:
        disposition = f'form-data; name="{name}"' + ("" if filename is None else f'; filename="{filename}"')
        written += f"--{boundary}\r\nContent-Disposition: {disposition}\r\n\r\n".encode() + content + b"\r\n"
    return written + f"--{boundary}{end}".encode()


def operations(count: int, query: str = UPLOAD) -> tuple[str, None, bytes]:
    return ("operations", None, json.dumps({"query": query, "variables": {"files": [None] * count}}).encode())


def file_map(**paths: list[str]) -> tuple[str, None, bytes]:
    return ("map", None, json.dumps({name.lstrip("_"): value for name, value in paths.items()}).encode())


def left(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def send(
    served: Served, content: bytes, kind: str = "multipart/form-data; boundary=BOUNDARY", **headers: str
) -> httpx.Response:
    async with served.client(**(headers or TOKEN)) as client:
        return await client.post(served.url, content=content, headers={"content-type": kind})


async def test_several_files(served: Served, tmp_path: Path) -> None:
    response = await send(
        served,
        body(
            operations(2),
            file_map(_0=["variables.files.0"], _1=["variables.files.1"]),
            ("0", "a.csv", b"first"),
            ("1", "größe.csv", b"second"),
        ),
    )
    assert response.json() == {
        "data": {"upload": {"texts": ["first", "second"], "names": ["a.csv", "größe.csv"], "tooLarge": False}}
    }
    assert left(tmp_path) == [], "uploads have to be deleted after the answer"


async def test_one_file_under_several_variables_reads_whole_each_time(served: Served) -> None:
    content = bytes(range(97, 123)) * 60_000
    response = await send(
        served,
        body(operations(3), file_map(_0=[f"variables.files.{index}" for index in range(3)]), ("0", "a.csv", content)),
    )
    assert response.json()["data"]["upload"]["texts"] == [content.decode()] * 3


async def test_a_file_inside_an_input(served: Served) -> None:
    query = "mutation ($input: UploadInput!) { uploadOne(input: $input) }"
    sent = ("operations", None, json.dumps({"query": query, "variables": {"input": {"file": None}}}).encode())
    response = await send(served, body(sent, file_map(f=["variables.input.file"]), ("f", "a.csv", b"in")))
    assert response.json() == {"data": {"uploadOne": "in"}}


async def test_a_text_is_no_upload(served: Served) -> None:
    response = await served.post(UPLOAD, {"files": ["just text"]}, **TOKEN)
    assert "data" not in response.json()
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    literal = await served.post('mutation { upload(files: ["text"]) { tooLarge } }', **TOKEN)
    assert literal.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def test_a_file_over_the_limit_reaches_the_resolver_flagged_and_empty(serve: Serve, tmp_path: Path) -> None:
    served = await serve(max_file=100_000)
    large = body(operations(1), file_map(_0=["variables.files.0"]), ("0", "a.csv", b"x" * 100_001))
    response = await send(served, large)
    assert response.json()["data"]["upload"] == {"texts": [""], "names": ["a.csv"], "tooLarge": True}
    exact = body(operations(1), file_map(_0=["variables.files.0"]), ("0", "a.csv", b"x" * 100_000))
    assert (await send(served, exact)).json()["data"]["upload"]["tooLarge"] is False
    assert left(tmp_path) == []


async def test_a_body_far_over_the_limit_is_answered_before_it_ends(serve: Serve) -> None:
    served = await serve(max_file=10_000, max_body=10_000)
    content = body(
        operations(2),
        file_map(_0=["variables.files.0"], _1=["variables.files.1"]),
        ("0", "a.csv", b"x" * 3_000_000),
        ("1", "b.csv", b"y"),
    )
    response = await send(served, content)
    assert response.json()["data"]["upload"]["tooLarge"] is True


async def test_strangers_do_not_get_to_our_disk(served: Served, tmp_path: Path) -> None:
    content = body(operations(1), file_map(_0=["variables.files.0"]), ("0", "a.csv", b"x"))
    response = await send(served, content, accept="application/json")
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")
    assert left(tmp_path) == []


FILE = ("0", "a.csv", b"x")
MAP = file_map(_0=["variables.files.0"])

MALFORMED: dict[str, Any] = {
    "nothing": b"",
    "no multipart": b"just text",
    "ends in the middle": body(operations(1), MAP, FILE)[:-20],
    "no end": body(operations(1), MAP, FILE, end=""),
    "no operations": body(MAP, FILE),
    "no map": body(operations(1)),
    "file before map": body(operations(1), FILE, MAP),
    "map before operations": body(MAP, operations(1), FILE),
    "operations no JSON": body(("operations", None, b"{"), MAP, FILE),
    "operations no object": body(("operations", None, b'"text"'), MAP, FILE),
    "operations null": body(("operations", None, b"null"), MAP, FILE),
    "batch": body(("operations", None, b"[" + operations(1)[2] + b"]"), file_map(_0=["0.variables.files.0"]), FILE),
    "map no JSON": body(operations(1), ("map", None, b"{"), FILE),
    "map no object": body(operations(1), ("map", None, b"[]"), FILE),
    "map without lists": body(operations(1), ("map", None, b'{"0": "variables.files.0"}'), FILE),
    "map with numbers": body(operations(1), ("map", None, b'{"0": [1]}'), FILE),
    "map with an empty list": body(operations(1), ("map", None, b'{"0": []}'), FILE),
    "path to nowhere": body(operations(1), file_map(_0=["variables.nothing.0"]), FILE),
    "path to no index": body(operations(1), file_map(_0=["variables.files.x"]), FILE),
    "path past the end": body(operations(1), file_map(_0=["variables.files.7"]), FILE),
    "path outside": body(operations(1), file_map(_0=["query"]), FILE),
    "path into a text": body(operations(1), file_map(_0=["query.0"]), FILE),
    "path to what is no null": body(operations(1), file_map(_0=["variables.files"]), FILE),
    "path twice": body(operations(1), file_map(_0=["variables.files.0", "variables.files.0"]), FILE),
    "file missing": body(operations(1), MAP),
    "file not in the map": body(operations(1), MAP, ("1", "b.csv", b"x")),
    "file without a name": body(operations(1), MAP, ("0", None, b"x")),
    "part without a name": body(operations(1), MAP, FILE).replace(b'name="0"; ', b""),
    "part without a disposition": body(operations(1), MAP, FILE).replace(b"Content-Disposition", b"X-Something"),
    "the same part twice": body(operations(1), MAP, FILE, FILE),
    "too many files": body(operations(1), file_map(**{f"_{n}": ["variables.files.0"] for n in range(11)})),
    "U+0000": body(("operations", None, operations(1)[2].replace(b"mutation", b"mutation\\u0000")), MAP, FILE),
    "operations not UTF-8": body(("operations", None, b'"\xff"'), MAP, FILE),
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
async def test_malformed_bodies_are_400_with_a_reason(served: Served, content: bytes, tmp_path: Path) -> None:
    response = await send(served, content)
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}
    assert error["message"]
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "x" * 500]
)
async def test_a_boundary_is_needed(served: Served, kind: str) -> None:
    assert (await send(served, body(operations(1), MAP, FILE), kind)).status_code == 400


async def test_a_large_operations_part_is_refused(serve: Serve) -> None:
    served = await serve(max_body=1000)
    long = ("operations", None, json.dumps({"query": UPLOAD, "variables": {"files": [None], "x": "y" * 2000}}).encode())
    assert (await send(served, body(long, MAP, FILE))).status_code == 400
