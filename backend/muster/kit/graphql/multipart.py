"""The GraphQL multipart request specification: an operation with files in its variables, streamed to disk.

A file over its limit is read on for a while and thrown away, so that its mutation can say so instead of the connection breaking.
"""

from pathlib import Path
from typing import Any

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.types import Receive

from muster.kit.graphql.body import stream
from muster.kit.graphql.documents import RequestRefused
from muster.kit.graphql.engine import OperationRequest, read_request
from muster.kit.graphql.errors import bad_request
from muster.kit.graphql.json_text import read_json
from muster.kit.graphql.uploads import Spool, UploadedFile

MAX_FILES = 10
MAX_PARTS = MAX_FILES + 2


def _refuse(reason: str) -> RequestRefused:
    return RequestRefused(bad_request(f"Multipart request: {reason}."))


class MultipartReader:
    """Reads one request. `close` deletes what it stored."""

    def __init__(self, folder: Path, max_file: int, max_field: int) -> None:
        self._folder = folder
        self._max_file = max_file
        self._max_field = max_field
        self._fields: dict[str, bytearray] = {}
        self._spools: dict[str, Spool] = {}
        self._map: dict[str, list[str]] | None = None
        self._header: tuple[bytearray, bytearray] = (bytearray(), bytearray())
        self._headers: dict[str, str] = {}
        self._name = ""
        self._parts = 0
        self._complete = False

    async def read(self, receive: Receive, content_type: str) -> OperationRequest:
        """The operation with its files in place."""
        _, options = parse_options_header(content_type)
        boundary = options.get(b"boundary")
        if not boundary:
            raise _refuse("the Content-Type names no boundary")
        received = 0
        cut = False
        try:
            parser = MultipartParser(boundary, self._callbacks())
            async for chunk in stream(receive):
                parser.write(chunk)
                received += len(chunk)
                if self._name in self._spools:
                    await self._spools[self._name].flush()
                cut = received > 2 * (self._max_file + self._max_field)
                if self._complete or cut:
                    break
        except FormParserError as error:
            raise _refuse("it is malformed") from error
        if not self._complete and not cut:
            raise _refuse("it ends in the middle")
        return self._put_together(cut)

    def close(self) -> None:
        """Delete the files."""
        for spool in self._spools.values():
            spool.discard()

    def _callbacks(self) -> Any:
        return {
            "on_part_begin": self._begin_part,
            "on_header_field": lambda data, start, end: self._header[0].extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._header[1].extend(data[start:end]),
            "on_header_end": self._end_header,
            "on_headers_finished": self._end_headers,
            "on_part_data": self._take,
            "on_part_end": self._end_part,
            "on_end": self._end,
        }

    def _begin_part(self) -> None:
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise _refuse(f"it has more than {MAX_FILES} files")
        self._headers = {}

    def _end_header(self) -> None:
        name, value = self._header
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")
        self._header = (bytearray(), bytearray())

    def _end_headers(self) -> None:
        kind, options = parse_options_header(self._headers.get("content-disposition"))
        if kind != b"form-data" or b"name" not in options:
            raise _refuse("a part has no name")
        self._name = _text(options[b"name"])
        if self._name in self._fields or self._name in self._spools:
            raise _refuse(f"the part '{self._name}' comes twice")
        if self._name in ("operations", "map"):
            self._fields[self._name] = bytearray()
            return
        if self._map is None:
            raise _refuse("operations and map have to come before the files")
        if self._name not in self._map:
            raise _refuse(f"the part '{self._name}' is not in the map")
        if b"filename" not in options:
            raise _refuse(f"the part '{self._name}' is no file")
        kind_of_file = self._headers.get("content-type", "application/octet-stream")
        self._spools[self._name] = Spool(self._folder, _text(options[b"filename"]), kind_of_file, self._max_file)

    def _take(self, data: bytes, start: int, end: int) -> None:
        spool = self._spools.get(self._name)
        if spool is not None:
            spool.take(data[start:end])
            return
        field = self._fields[self._name]
        field += data[start:end]
        if len(field) > self._max_field:
            raise _refuse(f"'{self._name}' is larger than {self._max_field} bytes")

    def _end_part(self) -> None:
        if self._name in self._spools:
            self._spools[self._name].finish()
        elif self._name == "map":
            if "operations" not in self._fields:
                raise _refuse("operations have to come before the map")
            self._map = _read_map(read_json(bytes(self._fields["map"])))

    def _end(self) -> None:
        self._complete = True

    def _put_together(self, cut: bool) -> OperationRequest:
        if self._map is None:
            raise _refuse("operations or map are missing")
        operations = read_json(bytes(self._fields["operations"]))
        if isinstance(operations, list):
            raise _refuse("batches are not supported")
        if not isinstance(operations, dict):
            raise _refuse("operations have to be a JSON object")
        for name, paths in self._map.items():
            spool = self._spool(name, cut)
            for path in paths:
                _put(operations, path, spool.give())
        return read_request(operations, len(self._fields["operations"]))

    def _spool(self, name: str, cut: bool) -> Spool:
        if name not in self._spools:
            if not cut:
                raise _refuse(f"the file '{name}' of the map is missing")
            # Not reached, because something before it was far too large: the same answer will do for it.
            self._spools[name] = Spool(self._folder, "", "application/octet-stream", self._max_file)
            self._spools[name].file.too_large = True
        self._spools[name].finish()
        return self._spools[name]


def _text(raw: bytes) -> str:
    """Browsers send UTF-8; the parser hands on bytes as they came."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _read_map(data: object) -> dict[str, list[str]]:
    if not isinstance(data, dict):
        raise _refuse("map has to be a JSON object")
    if len(data) > MAX_FILES:
        raise _refuse(f"it has more than {MAX_FILES} files")
    for name, paths in data.items():
        if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
            raise _refuse(f"map['{name}'] has to be a list of paths")
        if len(paths) > MAX_FILES:
            raise _refuse(f"map['{name}'] has more than {MAX_FILES} paths")
    return data


def _put(operations: dict[str, Any], path: str, file: UploadedFile) -> None:
    """Replace the null that the path leads to."""
    steps = path.split(".")
    here: Any = operations
    if steps[0] != "variables" or len(steps) < 2:
        raise _refuse(f"the path '{path}' does not lead into the variables")
    for step in steps[:-1]:
        here = _step(here, step, path)
    if _step(here, steps[-1], path) is not None:
        raise _refuse(f"the path '{path}' does not lead to null")
    here[int(steps[-1]) if isinstance(here, list) else steps[-1]] = file


def _step(here: Any, step: str, path: str) -> Any:
    if isinstance(here, dict) and step in here:
        return here[step]
    if isinstance(here, list) and step.isascii() and step.isdigit() and len(step) < 6 and int(step) < len(here):
        return here[int(step)]
    raise _refuse(f"the path '{path}' leads nowhere")
