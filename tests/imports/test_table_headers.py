"""Where a text table begins and ends, and what is no table."""

import os
from pathlib import Path

import pytest
from tests.imports.uploads import read, refusal

from muster.imports.table import EmptyFile, TooManyRows, UnsupportedFile

PEOPLE = "Vorname;Nachname;E-Mail;PLZ\r\nJürgen;Groß;j@example.com;01067\r\nZoë;Müller;z@example.com;8001\r\n"


@pytest.mark.parametrize(
    ("text", "header", "first"),
    [
        ("Email,Name\na@x.com,Ann\n", ("Email", "Name"), 2),
        ("a@x.com,Ann\nb@x.com,Bob\n", None, 1),
        ("Customers\nas of May\n\nEmail,Name,City\na@x.com,Ann,Bern\nb@x.com,Bob,Ulm\n", ("Email", "Name", "City"), 5),
        ("Code,Wert\nx1,17\nx2,18\n", ("Code", "Wert"), 2),
        ("ann,17\nbob,18\n", ("ann", "17"), 0),
        ("+41 79 123 45 67,Ann\n+41 79 123 45 68,Bob\n", None, 1),
        ("Ann,Bern\nBob,Bern\nCleo,Bern\n", None, 1),
        ("Email\n", None, 0),
        ("a@x.com\n", None, 1),
        ("Nom;Prénom;Ville\nNoël;Zoé;Brest\n", ("Nom", "Prénom", "Ville"), 2),
        (
            f"When,{'How did you like it ' * 6},Size\n1.5.2024,good,5\n2.5.2024,bad,6\n",
            ("When", "How did you like it " * 5 + "How did you like it", "Size"),
            2,
        ),
        ("Company:,ACME\nDate:,2024-05-01\nName,Email,Phone\nAnn,a@x.com,1\nBob,b@x.com,2\n", ("Name", "Email", "Phone"), 4),
        ("Person,,Contact,\nFirst,Last,Email,Phone\nAnn,S,a@x.com,1\nBob,T,b@x.com,2\n", ("First", "Last", "Email", "Phone"), 3),
        ("Name,Phone,City\nTitle,Company Name,Email Address\nAnn,+4912345678,Ulm\n", ("Name", "Phone", "City"), 2),
        ("bad@@x,Ann,Lee\na@x.com,Bob,Ray\nb@x.com,Cleo,Moe\n", None, 1),
        ("ann@,Ann\nb@x.com,Bob\n", None, 1),
        ("E-Mail @,Name\na@x.com,Bob\n", ("E-Mail @", "Name"), 2),
        ("Email,,Name\na@x.com,x,Ann\n", ("Email", "Column B", "Name"), 2),
    ],
)
async def test_the_header_row_is_found(tmp_path: Path, text: str, header: tuple[str, ...] | None, first: int) -> None:
    if text == "Email\n":
        code, message, _ = await refusal(tmp_path, text)
        assert (code, message) == ("EMPTY_FILE", "This file has a header row and no row of data below it.")
        return
    found = await read(tmp_path, text)
    if first == 0:
        assert not found.has_header_row
        return
    assert found.has_header_row is (header is not None)
    assert found.first_data_row == first
    if header is not None:
        assert found.header == header


async def test_the_person_decides_about_the_header_row(tmp_path: Path) -> None:
    found = await read(tmp_path, "Email,Name\na@x.com,Ann\n", has_header_row=False)
    assert (found.header, found.total_rows, found.first_data_row) == (("Column A", "Column B"), 2, 1)
    found = await read(tmp_path, "a@x.com,Ann\nb@x.com,Bob\n", has_header_row=True)
    assert (found.header, found.total_rows) == (("a@x.com", "Ann"), 1)
    found = await read(tmp_path, "Our list\nEmail,Name,City\na@x.com,Ann,Bern\n", has_header_row=True)
    assert (found.header, found.first_data_row) == (("Email", "Name", "City"), 3)


async def test_samples_are_the_first_distinct_cells(tmp_path: Path) -> None:
    found = await read(
        tmp_path, "Email,City\n" + "".join(f"p{n}@x.com,{'Bern' if n < 990 else f'C{n}'}\n" for n in range(1500)), max_rows=2000
    )
    assert found.samples == (tuple(f"p{n}@x.com" for n in range(5)), ("Bern", "C990", "C991", "C992", "C993"))
    assert (len(found.preview), found.total_rows) == (10, 1500)


@pytest.mark.parametrize(
    ("name", "told"), [("a.csv", "CSV"), ("a.TXT", "TXT"), ("a.tsv", "TXT"), ("a.xlsx", "CSV"), ("a", "CSV"), ("a.tab", "TXT")]
)
async def test_text_is_told_apart_by_its_name_only(tmp_path: Path, name: str, told: str) -> None:
    found = await read(tmp_path, PEOPLE, name)
    assert (found.format, found.sheets, found.sheet) == (told, (), None)


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b"  \n ,,, \n;;\n", b"\xef\xbb\xbf", b"\xff\xfe", b"Email,Name\n", b"sep=;\n"])
async def test_no_row_of_data_is_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert (await refusal(tmp_path, data))[0::2] == ("EMPTY_FILE", ("file",))
    with pytest.raises(EmptyFile):
        await read(tmp_path, data)


async def test_too_many_rows_are_refused_with_the_limit(tmp_path: Path) -> None:
    assert (await read(tmp_path, "Email\n" + "a@x.com\n" * 100, max_rows=100)).total_rows == 100
    with pytest.raises(TooManyRows, match="up to 100 rows"):
        await read(tmp_path, "Email\n" + "a@x.com\n" * 101, max_rows=100)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"\x7fELF\x02\x01\x01" + bytes(50), "a program"),
        (b"MZ\x90\0\x03\0\0\0", "a program"),
        (b"\x1f\x8b\x08\0\0\0", "a compressed file"),
        (b'{"people": [{"email": "a@x.com"}]}', "a JSON file"),
        (b'[{"email": "a@x.com"}]', "a JSON file"),
        (b"<?xml version='1.0'?><people/>", "an XML file"),
        (b"<html><body>Hello</body></html>", "a web page"),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD", "a vCard file"),
        (b"\xef\xbb\xbfbegin:vcard\r\nversion:3.0\r\n", "a vCard file"),
        (b"version: 1\n\ndn: cn=Ann,dc=x\ncn: Ann\nmail: a@x.com\n", "an LDIF file"),
        (b"dn: cn=Ann,dc=x\nmail: a@x.com\n", "an LDIF file"),
        (b'{"email": "a@x.com"}\n{"email": "b@x.com"}\n', "a JSON file"),
        (b'[\n  {"email": "a@x.com", "na', "a JSON file"),
        (b'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Email"\r\nE\r\n', "a SYLK file"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n', "a DIF file"),
        (b"INSERT INTO people (email) VALUES ('a@x.com');\n", "an SQL script"),
        (b"Return-Path: <a@x.com>\nReceived: by x\n with y\nFrom: a@x.com\nSubject: Hi\n\nHello, you\n", "an e-mail"),
        (b"From a@x.com Mon Jan  1 00:00:00 2024\nFrom: a@x.com\nSubject: Hi\n", "an e-mail"),
        (b"%!PS-Adobe-3.0\n", "a PostScript document"),
        (b"#!/usr/bin/env python\nprint(1)\n", "a script"),
        (b"{\\rtf1 hello}", "a text document"),
        (bytes(range(32)) * 40, "a file of binary data"),
        (os.urandom(5000), "a file of binary data"),
    ],
)
async def test_what_is_no_table_is_refused_by_its_kind(tmp_path: Path, data: bytes, what: str) -> None:
    code, message, path = await refusal(tmp_path, data, "people.csv")
    assert (code, path) == ("UNSUPPORTED_FILE", ("file",))
    assert what in message
    assert message.endswith("Upload a CSV, TXT, XLS or XLSX file.")
    with pytest.raises(UnsupportedFile):
        await read(tmp_path, data, "people.xlsx")


@pytest.mark.parametrize(
    "text",
    [
        "ID;Priority;Email\n1;2;a@x.com\n",
        "Table,Email\n0,a@x.com\n",
        "From,To,Subject\na@x.com,b@x.com,Hi\n",
        "# from: a CRM\n# # # # # # # # # # # # # # # # # # # # # # # # # # # # # # #\nEmail,Name\na@x.com,Ann\n",
        "Create table plan,Email\n1,a@x.com\n",
        "Email,Note\r\na@x.com,Ann\r\n\x1a",
        "Email,Note\na@x.com,Ann\n" + "\0" * 400,
        "Email,Note\na@x.com,A\x0bnn, and some words more\n",
    ],
)
async def test_what_only_begins_like_something_else_is_a_table(tmp_path: Path, text: str) -> None:
    found = await read(tmp_path, text)
    assert "Email" in found.header or "To" in found.header
    assert found.total_rows == 1


async def test_a_heading_that_begins_like_a_picture_is_text(tmp_path: Path) -> None:
    found = await read(tmp_path, "ID3,MZ,Email\n1,2,a@x.com\n")
    assert found.header == ("ID3", "MZ", "Email")
