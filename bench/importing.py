"""A hundred thousand rows through HTTP, from the upload to COMPLETED, beside a plain script that does the same with csv, re and sqlite3."""

import csv
import json
import re
import sqlite3
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any

from bench.files import FORMATS, as_csv
from bench.server import Server

TABLES = """
CREATE TABLE contacts (id INTEGER PRIMARY KEY, organization_id INT NOT NULL, email, first_name, last_name, company, job_title, phone,
    city, region, postal_code, country, consent NOT NULL, created_at INT NOT NULL, updated_at INT NOT NULL, UNIQUE (organization_id, email));
CREATE TABLE list_members (list_id INT NOT NULL, contact_id INT NOT NULL, added_at INT NOT NULL, PRIMARY KEY (list_id, contact_id));
CREATE TABLE consent_records (id INTEGER PRIMARY KEY, contact_id INT NOT NULL, at INT NOT NULL, status NOT NULL, source NOT NULL);
"""


def floor(data: bytes) -> float:
    """What a plain script takes that does all at once: read, check, drop doubles, insert with membership and evidence. Seconds.

    It keeps the same promise of durability by one commit, and of our tables only the columns that the file and the evidence fill.
    """
    valid = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+").fullmatch
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.csv"
        file.write_bytes(data)
        begun = time.perf_counter()
        database = sqlite3.connect(Path(folder) / "floor.sqlite3")
        database.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; {TABLES}")
        seen: set[str] = set()
        rows = []
        with file.open(newline="", encoding="utf-8") as lines:
            for row in list(csv.reader(lines))[1:]:
                row[0] = row[0].strip().lower()
                if valid(row[0]) and row[0] not in seen:
                    seen.add(row[0])
                    rows.append(row)
        at = int(time.time())
        database.executemany(f"INSERT INTO contacts VALUES (NULL, 1, {', '.join('?' * 10)}, 'PENDING', {at}, {at})", rows)
        database.execute(f"INSERT INTO list_members SELECT 1, id, {at} FROM contacts")
        database.execute(f"INSERT INTO consent_records SELECT NULL, id, {at}, consent, 'IMPORT' FROM contacts")
        database.commit()
        spent = time.perf_counter() - begun
        database.close()
    return spent


class Others:
    """Somebody else who asks for a page all the while."""

    def __init__(self, server: Server) -> None:
        self.times: list[float] = []
        self.memory = 0.0
        self._server = server
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def _ask(self) -> None:
        body = json.dumps({"query": "{ orders(first: 20) { edges { node { id name participantSummary { total } } } } }"}).encode()
        headers = {"Content-Type": "application/json", "Cookie": self._server.cookie}
        while not self._end.is_set():
            request = urllib.request.Request(f"{self._server.url}/graphql", data=body, headers=headers)
            begun = time.perf_counter()
            urllib.request.urlopen(request, timeout=60).read()
            self.times.append(time.perf_counter() - begun)
            self.memory = max(self.memory, self._server.memory())
            time.sleep(0.01)

    def __enter__(self) -> "Others":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def p99(self) -> float:
        return sorted(self.times)[int(len(self.times) * 0.99) - 1]


def measure(server: Server, rows: int, ending: str = "csv") -> dict[str, Any]:
    """Ratios to the floor (of the same rows as CSV), and others' waiting."""
    base = floor(as_csv(rows))
    data = FORMATS[ending](rows)
    orders = _orders(server)
    name = f"Bench {ending} {rows}"
    made = server.query("mutation($n: String!) { createContactList(input: {name: $n}) { contactList { id } } }", n=name)
    list_id = made["createContactList"]["contactList"]["id"]
    for order in orders:
        server.query(LINK, o=order, l=list_id)
    with Others(server) as others:
        begun = time.perf_counter()
        found = server.upload(list_id, f"people.{ending}", data)
        uploaded = time.perf_counter() - begun
        mapping = [{"column": c["index"], "field": c["suggestedField"]} for c in found["columns"] if c["suggestedField"]]
        start = "mutation($i: StartImportInput!) { startImport(input: $i) { errors { code message } } }"
        server.query(start, i={"importId": found["id"], "mapping": mapping})
        state: dict[str, Any] = {}
        while state.get("status") not in ("COMPLETED", "FAILED"):
            time.sleep(0.02)
            state = server.query("query($i: ID!) { contactImport(id: $i) { status addedRows } }", i=found["id"])["contactImport"]
        whole = time.perf_counter() - begun
    if state != {"status": "COMPLETED", "addedRows": rows}:
        raise RuntimeError(state)
    return {
        "rows": rows,
        "floor script (CSV), s": round(base, 2),
        "upload and reading, s": round(uploaded, 2),
        "upload to COMPLETED, s": round(whole, 2),
        "times the floor": round(whole / base, 2),
        "others meanwhile, p99 ms": round(others.p99() * 1000, 1),
        "server and children at most, MB": round(others.memory),
    }


LINK = "mutation($o: ID!, $l: ID!) { linkContactList(input: {orderId: $o, contactListId: $l}) { errors { code } } }"


def _orders(server: Server) -> list[str]:
    found = server.query("{ orders(active: true, first: 3, sort: {field: NUMBER}) { edges { node { id } } } }")["orders"]["edges"]
    return [edge["node"]["id"] for edge in found]


def large_list(server: Server) -> dict[str, Any]:
    """What the list that was just imported costs: linking it, and the first pages of its participants."""
    order = _orders(server)[0]
    lists = server.query("{ contactLists(first: 200) { edges { node { id contactCount } } } }")["contactLists"]["edges"]
    largest = max((edge["node"] for edge in lists), key=lambda node: node["contactCount"])
    server.query("mutation($o: ID!) { unlinkContactList(input: {orderId: $o}) { errors { code } } }", o=order)
    return {
        "people on it": largest["contactCount"],
        "linking it, ms": round(_timed(server, LINK, o=order, l=largest["id"]) * 1000, 1),
        "first page, ms": round(_timed(server, _page(""), id=order) * 1000, 1),
        "first page by last name, ms": round(_timed(server, _page(", sort: {field: LAST_NAME}"), id=order) * 1000, 1),
        "a page in the middle, ms": round(_timed(server, _page(f", offset: {largest['contactCount'] // 2}"), id=order) * 1000, 1),
        "a search, ms": round(_timed(server, _page(', search: "noah alva"'), id=order) * 1000, 1),
    }


def _page(more: str) -> str:
    return (
        f"query($id: ID!) {{ order(id: $id) {{ participants(first: 100{more}) {{ totalCount edges {{ node {{ id contact"
        " { email firstName lastName company phone consent } } } } } }"
    )


def _timed(server: Server, query: str, **variables: Any) -> float:
    begun = time.perf_counter()
    server.query(query, **variables)
    return time.perf_counter() - begun
