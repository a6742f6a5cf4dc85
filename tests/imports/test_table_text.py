"""Reading text: encodings, delimiters, quotes, cells."""

import csv
import re
from pathlib import Path

import pytest
from tests.imports.uploads import numbers, read, refusal, spooled

PEOPLE = "Vorname;Nachname;E-Mail;PLZ\r\nJürgen;Groß;j@example.com;01067\r\nZoë;Müller;z@example.com;8001\r\n"
TABLE = [["Jürgen", "Groß", "j@example.com", "01067"], ["Zoë", "Müller", "z@example.com", "8001"]]


@pytest.mark.parametrize(
    ("codec", "bom", "told"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("cp1252", b"", "windows-1252"),
        ("utf-16-le", b"\xff\xfe", "UTF-16LE"),
        ("utf-16-be", b"\xfe\xff", "UTF-16BE"),
        ("utf-16-le", b"", "UTF-16LE"),
        ("utf-16-be", b"", "UTF-16BE"),
        ("utf-32-le", b"\xff\xfe\0\0", "UTF-32LE"),
    ],
)
async def test_the_encoding_is_found(tmp_path: Path, codec: str, bom: bytes, told: str) -> None:
    found = await read(tmp_path, bom + PEOPLE.encode(codec))
    assert (found.encoding, found.delimiter, found.header) == (told, ";", ("Vorname", "Nachname", "E-Mail", "PLZ"))
    assert spooled(tmp_path) == TABLE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Имя\tФамилия\nИван\tПетров\nАнна\tСидорова\n", "Όνομα;Πόλη\nΓιώργος;Αθήνα\nΜαρία;Πάτρα\n"])
async def test_utf16_without_bom_is_found_in_other_alphabets(tmp_path: Path, codec: str, text: str) -> None:
    await read(tmp_path, text.encode(codec), has_header_row=True)
    assert spooled(tmp_path) == [re.split("[\t;]", line) for line in text.splitlines()[1:]]


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "Prénom;Nom;Société\nHélène;Lefèvre;Crédit Agricole\nFrançois;Noël;L’Oréal\n"),
        ("cp1252", "name,city\nJosé Muñoz,Málaga\n"),
        ("cp1252", "Nafn;Staður\nÞór;Ísafjörður\nÞórdís;Garðabær\n"),
        ("cp1252", "id,name\n1,plain\n2,Zoë\n"),
        ("cp1250", "name,city\nDvořák,Plzeň\nNovák,Brno\n"),
        ("cp1250", "name,city\nKiss,Győr\nSzűcs,Pécs\n"),
        ("cp1252", "id,name\n1,plain\n" * 9000 + "2,Jürgen\n"),
        ("cp1250", "Imię;Nazwisko;Miasto\nŁukasz;Wiśniewski;Łódź\nMałgorzata;Dąbrowska;Kraków\n"),
        ("cp1250", "Jméno;Příjmení\nJiří;Novák\nŘehoř;Dvořák\nŽofie;Šťastná\n"),
        ("cp1251", "Имя;Фамилия;Город\nИван;Иванов;Москва\nПётр;Сидоров;Санкт-Петербург\n"),
        ("cp1253", "id,age,name\n1,39,Λεωνίδας\n2,23,Αλέξανδρος\n"),
        ("cp1254", "Ad;Soyad;Şehir\nAyşe;Yılmaz;İstanbul\nÇağlar;Öztürk;İzmir\n"),
        ("cp1250", "Nume;Email\nIon Ţăranu;i@x.ro\nŞerban Măgureanu;s@x.ro\n"),
        ("cp1255", "שם,משפחה,Email\nדוד,כהן,d@x.il\nשרה,לוי,s@x.il\n"),
        ("cp850", "Vorname;Nachname\nJürgen;Müller\nBjörn;Strauß\n"),
        ("cp874", "ชื่อ,Email\nสมชาย ใจดี,s@x.th\n"),
        ("cp932", "名前,会社,市\n山田太郎,株式会社テスト,東京\n鈴木花子,ソニー,大阪\n"),
        ("gb18030", "姓名,公司,城市\n张伟,测试有限公司,北京\n王芳,华为,深圳\n"),
        ("mac-roman", "Vorname;Nachname;Straße\rJürgen;Müller;Königstraße 5\rBjörn;Groß;Am Bächle\r"),
    ],
)
async def test_the_likeliest_code_page_is_found(tmp_path: Path, codec: str, text: str) -> None:
    await read(tmp_path, text.encode(codec), max_rows=20_000, has_header_row=True)
    expected = list(csv.reader(text.splitlines(), delimiter=";" if ";" in text else ","))[1:]
    assert spooled(tmp_path) == expected


@pytest.mark.parametrize("text", ["a,b\n1,©\n", "Jméno,Email\nTomáš Svák,t@x.cz\n", "name,city\nAna Gómez,Córdoba\n"])
async def test_where_neighbours_read_the_same_it_is_called_by_the_commonest_name(tmp_path: Path, text: str) -> None:
    assert (await read(tmp_path, text.encode("cp1252"))).encoding == "windows-1252"


async def test_lines_of_another_encoding_within_utf8_are_read_as_cp1252(tmp_path: Path) -> None:
    await read(tmp_path, "name,city\nJürgen,Köln\nZoë,Zürich\nÅsa,Malmö\n".encode() + "René,Orléans\n".encode("cp1252"))
    assert spooled(tmp_path)[-1] == ["René", "Orléans"]
    assert spooled(tmp_path)[0] == ["Jürgen", "Köln"]


async def test_a_chosen_encoding_is_used_or_refused(tmp_path: Path) -> None:
    found = await read(tmp_path, "name\nŁukasz\n".encode("cp1250"), encoding="cp1250", has_header_row=True)
    assert (found.encoding, spooled(tmp_path)) == ("windows-1250", [["Łukasz"]])
    (tmp_path / "spool").unlink()
    assert (await refusal(tmp_path, b"name\nJ\xfcrgen\n", encoding="utf-8"))[0::2] == ("INVALID", ("encoding",))
    for nonsense in ("no such", "", "punycode", "utf_7", "idna", "zlib", "\0", "rot13", "unicode_escape"):
        assert (await refusal(tmp_path, b"name\nAnn\n", encoding=nonsense))[0::2] == ("INVALID", ("encoding",))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
async def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = "\n".join(
        delimiter.join(row) for row in [["Name", "Price", "Note"], ["Ann", "1.5", "a: b"], ["Bob", "2.5", "c d"], ["Cy", "", ""]]
    )
    found = await read(tmp_path, text)
    assert (found.delimiter, len(found.header)) == (delimiter, 3)


@pytest.mark.parametrize(
    ("text", "delimiter", "columns"),
    [
        ("Name;Betrag;Notiz\nAnn;1,50;a, b\nBob;2,75;c, d\n", ";", 3),
        ("Name\tAddress\nAnn\tMain St 1, Bern\nBob\tHigh St 2, Ulm\n", "\t", 2),
        ("Report for May\n\nName;City\nAnn;Bern\nBob;Ulm\n", ";", 2),
        ("email\nann@example.com\nbob@example.com\n", None, 1),
        ("Company\nSmith, Jones and Co\nAcme\nBeta\nGamma\n", None, 1),
        ('Name,Text\nAnn,"one; two; three"\nBob,"four; five; six"\n', ",", 2),
        ("a,b,c\n1,2\n1,2,3\n1\n1,2,3\n", ",", 3),
        ("Name|Roles\nAnn|a,b,c\nBob|d,e,f\n", "|", 2),
        ('Name, City\n"Ann", "Bern, CH"\n"Bob", "Ulm, DE"\n', ",", 2),
    ],
)
async def test_the_delimiter_is_what_makes_an_even_table(tmp_path: Path, text: str, delimiter: str | None, columns: int) -> None:
    found = await read(tmp_path, text)
    assert (found.delimiter, len(found.header)) == (delimiter, columns)


@pytest.mark.parametrize(
    "text",
    [
        '"Email,""Name"",City"\n"a@x.com,""Smith, Ann"",Bern"\n"b@x.com,Bob,Ulm"\n',
        'Email,Name,City\n"a@x.com,""Smith, Ann"",Bern"\nb@x.com,Bob,Ulm\n',
        '"Email;Name;City"\r\n"a@x.com;Smith, Ann;Bern"\r\n"b@x.com;Bob;Ulm"\r\n',
    ],
)
async def test_a_table_saved_with_the_wrong_delimiter_is_unwrapped(tmp_path: Path, text: str) -> None:
    found = await read(tmp_path, text)
    assert found.header == ("Email", "Name", "City")
    assert spooled(tmp_path) == [["a@x.com", "Smith, Ann", "Bern"], ["b@x.com", "Bob", "Ulm"]]


@pytest.mark.parametrize(
    "text", ['"Company"\n"Smith, Jones and Co"\n"Acme"\n"Beta"\n"Gamma"\n', '"Email"\n"a@x.com"\n"b@x.com"\n']
)
async def test_one_column_in_quotes_stays_one(tmp_path: Path, text: str) -> None:
    found = await read(tmp_path, text)
    assert (found.delimiter, len(found.header)) == (None, 1)


async def test_sep_lines_name_the_delimiter_and_are_no_row(tmp_path: Path) -> None:
    found = await read(tmp_path, "sep=;\r\nName;City\r\nAnn, B;Bern\r\n")
    assert (found.delimiter, found.header, found.first_data_row) == (";", ("Name", "City"), 2)
    assert spooled(tmp_path) == [["Ann, B", "Bern"]]
    found = await read(tmp_path, b"\xef\xbb\xbfsep=\t\nName\tCity\nAnn\tBern\n")
    assert (found.delimiter, spooled(tmp_path)) == ("\t", [["Ann", "Bern"]])


async def test_a_chosen_delimiter_is_used_or_refused(tmp_path: Path) -> None:
    found = await read(tmp_path, "Name:City\nAnn:Bern\n", delimiter=":")
    assert (found.delimiter, found.header) == (":", ("Name", "City"))
    assert (await read(tmp_path, "Name\tCity\nAnn\tBern\n", delimiter="tab")).delimiter == "\t"
    (tmp_path / "spool").unlink()
    for nonsense in ("", "ab", "x", '"', "\n", "\0", "7"):
        assert (await refusal(tmp_path, "Name,City\nAnn,Bern\n", delimiter=nonsense))[0::2] == ("INVALID", ("delimiter",))


async def test_cells_are_left_as_they_are(tmp_path: Path) -> None:
    await read(tmp_path, 'a,b,c,d,e,f\n00123,+41791234567,1e5,"12,5", padded ,14155550101\n', has_header_row=True)
    assert spooled(tmp_path) == [["00123", "+41791234567", "1e5", "12,5", " padded ", "14155550101"]]


async def test_cells_written_as_formulas_to_keep_their_zeros_come_without(tmp_path: Path) -> None:
    text = 'Email,Zip,Note\na@x.com,="01234","=""+49 170"""\n' + 'b@x.com,1,"=""He said """"no"""" to it"""\n' * 2000
    text += 'c@x.com,="1"&"2","=\n"\nd@x.com,="",=\n'
    found = await read(tmp_path, text, max_rows=5000)
    assert found.preview[0] == ("a@x.com", "01234", "+49 170")
    rows = spooled(tmp_path)
    assert rows[:2] == [["a@x.com", "01234", "+49 170"], ["b@x.com", "1", 'He said "no" to it']]
    assert rows[-3:] == [["b@x.com", "1", 'He said "no" to it'], ["c@x.com", '="1"&"2"', "=\n"], ["d@x.com", "", "="]]


async def test_quotes_line_breaks_blank_lines_and_ragged_rows(tmp_path: Path) -> None:
    text = 'Email,Note,City\r\na@x.com,"two\r\nlines ""quoted""",Bern\r\n\r\n,,\r\n  ,\r\nb@x.com\r\nc@x.com,x,y,z\r\n'
    found = await read(tmp_path, text)
    assert spooled(tmp_path) == [["a@x.com", 'two\r\nlines "quoted"', "Bern"], ["b@x.com"], ["c@x.com", "x", "y", "z"]]
    assert numbers(tmp_path) == [2, 6, 7]  # a quoted line break is no row, a blank line is one
    assert (found.total_rows, found.first_data_row, found.header) == (3, 2, ("Email", "Note", "City"))
    assert found.preview == (("a@x.com", 'two\r\nlines "quoted"', "Bern"), ("b@x.com", "", ""), ("c@x.com", "x", "y"))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
async def test_every_line_ending(tmp_path: Path, newline: str) -> None:
    await read(tmp_path, newline.join(["Email,City", "a@x.com,Bern", "b@x.com,Ulm"]))
    assert spooled(tmp_path) == [["a@x.com", "Bern"], ["b@x.com", "Ulm"]]


async def test_nuls_and_surrogates_do_not_reach_the_spool(tmp_path: Path) -> None:
    await read(tmp_path, b"Email,City\na@x.com,B\0ern\n" + b"c@x.com,Ulm\n" * 2000 + b"b@x.com,U\0lm\n", max_rows=5000)
    assert spooled(tmp_path)[0] == ["a@x.com", "Bern"]
    assert spooled(tmp_path)[-1] == ["b@x.com", "Ulm"]
    await read(tmp_path, "Email,City\na@x.com,".encode("utf-16-le") + b"\x00\xd8" + "\n".encode("utf-16-le"))
    assert spooled(tmp_path)[0][0] == "a@x.com"


async def test_a_quotation_mark_that_never_closes_costs_its_own_line_only(tmp_path: Path) -> None:
    lines = [
        "Email,Company,City",
        'a@x.com,"Acme,Bern',
        *(f"p{n}@x.com,Firm {n},Ulm" for n in range(500)),
        'z@x.com,"Last, Inc",Ulm',
    ]
    found = await read(tmp_path, "\n".join(lines))
    assert found.total_rows == 502
    assert spooled(tmp_path)[0] == ["a@x.com", '"Acme', "Bern"]
    assert spooled(tmp_path)[-1] == ["z@x.com", "Last, Inc", "Ulm"]
    assert numbers(tmp_path)[-1] == 503


async def test_two_stray_quotation_marks_do_not_swallow_the_rows_between(tmp_path: Path) -> None:
    lines = [
        "Email,Company,City",
        'a@x.com,"Acme,Bern',
        "b@x.com,Beta,Ulm",
        "c@x.com,Gamma,Bonn",
        'd@x.com,Delta",Kiel',
        "e@x.com,Eps,Jena",
    ]
    await read(tmp_path, "\n".join(lines))
    assert [row[0] for row in spooled(tmp_path)] == ["a@x.com", "b@x.com", "c@x.com", "d@x.com", "e@x.com"]


async def test_text_after_a_closing_quotation_mark_stays(tmp_path: Path) -> None:
    await read(tmp_path, 'Email,Name\na@x.com,"Bob" Smith\nb@x.com,"Ann"\n')
    assert spooled(tmp_path) == [["a@x.com", "Bob Smith"], ["b@x.com", "Ann"]]


async def test_a_long_cell_is_kept_and_a_huge_one_refused(tmp_path: Path) -> None:
    await read(tmp_path, f"Email,Note\na@x.com,{'x' * 900_000}\n")
    assert len(spooled(tmp_path)[0][1]) == 900_000
    (tmp_path / "spool").unlink()
    assert "million characters" in (await refusal(tmp_path, f"Email,Note\na@x.com,{'x' * 1_100_000}\n"))[1]
    assert "million characters" in (await refusal(tmp_path, f'Email,Note\na@x.com,"{"x, " * 600_000}"\n'))[1]


async def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    code, message, path = await refusal(tmp_path, "Email" + "," * 2_000_000 + "x\na@x.com\n")
    assert (code, path) == ("UNREADABLE_FILE", ("file",))
    assert "1,000 columns" in message


async def test_letters_in_cells_are_no_rows(tmp_path: Path) -> None:
    letter = "Dear Ann, dear Bob,\nthank you, all of you, for the day.\nHello, dear, friend\nYours, as ever, Zoë"
    note = "one, two\nthree, four\nfive"
    await read(tmp_path, f'Email,Note,City\na@x.com,"{letter}",Bern\nb@x.com,"{note}",Ulm\n')
    assert spooled(tmp_path) == [["a@x.com", letter, "Bern"], ["b@x.com", note, "Ulm"]]
    await read(tmp_path, f'Email,Note\na@x.com,"{note}"\nb@x.com,"{letter}"\n')
    assert spooled(tmp_path) == [["a@x.com", note], ["b@x.com", letter]]


async def test_a_mark_that_never_closes_in_a_file_with_quoted_cells(tmp_path: Path) -> None:
    text = 'Email,Company,Note\na@x.com,"Acme, Inc","two\nlines"\nb@x.com,"Beta,x\nc@x.com,"Gamma, Ltd","two\nlines"\nd@x.com,Delta,y\n'
    await read(tmp_path, text)
    assert spooled(tmp_path) == [
        ["a@x.com", "Acme, Inc", "two\nlines"],
        ["b@x.com", '"Beta', "x"],
        ["c@x.com", "Gamma, Ltd", "two\nlines"],
        ["d@x.com", "Delta", "y"],
    ]
