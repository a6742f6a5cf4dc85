"""What columns are suggested to be, on the headers of many programs and languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.imports.columns import CONTACT_FIELDS, header_key, is_known_header, suggest_fields

FILES = Path(__file__).parents[1] / "files"
LINES = [line for file in sorted(FILES.glob("export_headers*.txt")) for line in file.read_text("utf-8").splitlines()]
EXPORTS = {name: headings for name, _, headings in (line.partition(": ") for line in LINES if not line.startswith("#"))}
CELLS = {
    "EMAIL": ["ann.smith@acme.example", "b.jones@web.example"], "FIRST_NAME": ["Ann", "Chloé"], "LAST_NAME": ["Smith", "Jones"],
    "FULL_NAME": ["Ann Smith", "Bert Jones"], "COMPANY": ["Acme GmbH", "Lee & Sons"], "JOB_TITLE": ["Head of Sales", "Buyer"],
    "PHONE": ["+49 30 1234567", "030 998877"], "MOBILE": ["+49 171 1234567", "0171 2345678"], "CITY": ["Berlin", "Paris"],
    "WEBSITE": ["https://acme.example", "www.jones.example"], "ADDRESS_LINE_1": ["Main St 1", "Rue de la Paix 7"],
    "ADDRESS_LINE_2": ["c/o Smith", "Building B"], "REGION": ["Berlin", "Essex"], "POSTAL_CODE": ["10115", "SW1A 1AA"],
    "COUNTRY": ["Germany", "France"], "INDUSTRY": ["Chemicals", "Retail"], "NOTES": ["Met at the fair", "VIP"],
    "CONSENT": ["yes", "no"],
}  # fmt: skip
FIELDS = {field.name for field in CONTACT_FIELDS}


def parsed(line: str) -> tuple[list[str], list[set[str | None]]]:
    header, truth = [], []
    for column in line.split("|"):
        heading, _, field = column.partition(">")
        header.append(heading)
        truth.append({name or None for name in field.split("/")})
    return header, truth


def cells_of(heading: str, truth: set[str | None]) -> list[str]:
    """Cells that a person would find in it; of a column that is nothing, what tempts most: somebody else's address or number."""
    if None not in truth:
        return CELLS[min(filter(None, truth))]
    key = header_key(heading)
    tempting = {
        "email": "EMAIL",
        "phone": "PHONE",
        "tel": "PHONE",
        "fax": "PHONE",
        "name": "FIRST_NAME",
        "city": "CITY",
        "street": "CITY",
    }
    return next((CELLS[field] for word, field in tempting.items() if word in key.split()), ["foo", "bar"])


def judged(*, with_cells: bool) -> Iterator[tuple[str, str, set[str | None], str | None]]:
    for name, line in EXPORTS.items():
        header, truth = parsed(line)
        cells = [cells_of(*column) if with_cells else [] for column in zip(header, truth, strict=True)]
        for heading, right, suggested in zip(header, truth, suggest_fields(header, cells), strict=True):
            yield name, heading, right, suggested


@pytest.mark.parametrize("with_cells", [False, True])
def test_at_least_95_of_100_columns_are_right_and_no_email_is_wrong(with_cells: bool) -> None:
    columns = list(judged(with_cells=with_cells))
    wrong = [column for column in columns if column[3] not in column[2]]
    right = 1 - len(wrong) / len(columns)
    print(f"\n{len(EXPORTS)} exports, {len(columns)} columns {'with' if with_cells else 'without'} cells: {right:.1%} right")
    for name, heading, truth, suggested in wrong:
        print(f"  {name}: {heading!r} -> {suggested}, should be {' or '.join(str(field) for field in truth)}")
    assert right >= 0.95
    assert [column for column in wrong if column[3] == "EMAIL"] == []


@pytest.mark.parametrize("name", EXPORTS)
def test_no_field_is_suggested_twice(name: str) -> None:
    header, _ = parsed(EXPORTS[name])
    suggested = [field for field in suggest_fields(header, []) if field]
    assert len(suggested) == len(set(suggested))


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Email opt out",
            "Email Opt-Out",
            "Email status",
            "Owner email",
            "E-mail 1 - Label",
            "E-mail 1 - Type",
            "Email type",
            "Email owner",
        ),
        *(
            "Email bounced",
            "Is Email Bounced",
            "Email verified",
            "Email sent",
            "Last email date",
            "Emails opened",
            "Email domain",
            "Email source",
        ),
        *(
            "Manager email",
            "Assistant's e-mail",
            "Sales rep email",
            "Account manager email",
            "Referrer email",
            "Unsubscribed from all email",
        ),
        *(
            "Do not email",
            "HasOptedOutOfEmail",
            "Email confidence",
            "Email count",
            "Created by email",
            "Reply-to email",
            "Invited by (email)",
        ),
        *(
            "E-Mail-Typ",
            "E-mail Display Name",
            "Emergency contact email",
            "Spouse email",
            "Recruiter Email",
            "Email Template",
            "Email Subject",
            "Email frequency",
            "Requests no e-mail",
            "Mail server",
            "Kein E-Mail",
        ),
    ],
)
def test_what_is_about_an_email_is_no_email(heading: str) -> None:
    assert suggest_fields([heading], [["TRUE", "no", "active"]]) in ([None], ["CONSENT"])
    assert suggest_fields([heading], []) in ([None], ["CONSENT"])
    assert suggest_fields([heading, "E-mail"], [[], []])[1] == "EMAIL"


@pytest.mark.parametrize(
    "heading",
    [
        "Owner email",
        "Manager email",
        "Created by",
        "Assigned to",
        "Referred by",
        "Email of sender",
        "Sales rep email",
        "Emergency email",
    ],
)
def test_addresses_of_other_people_are_no_email_even_if_the_cells_are_addresses(heading: str) -> None:
    assert suggest_fields([heading], [["ann@example.com", "bob@example.com"]]) == [None]


def test_an_email_column_with_other_cells_is_none() -> None:
    assert suggest_fields(["Email", "Contact"], [["yes", "no"], ["ann@example.com", "bob@example.com"]]) == [None, "EMAIL"]


def test_refusals_are_never_taken_for_consent() -> None:
    header = ["Email Opt Out", "Unsubscribed", "Do not contact", "Opted Out", "HasOptedOutOfEmail", "Bounced", "OPTIN_TIME"]
    assert suggest_fields(header, [["TRUE"]] * len(header)) == [None] * len(header)


@pytest.mark.parametrize(
    "heading",
    [
        "Recording Consent", "Consent to Track", "Photo consent", "SMS Marketing Consent", "Parental consent", "Cookie consent",
        "I agree to the terms and conditions", "Acepto los términos y condiciones", "I accept that photos are taken",
    ],
)  # fmt: skip
def test_consent_to_something_else_is_none(heading: str) -> None:
    assert suggest_fields([heading], [["yes", "no"]]) == suggest_fields([heading], []) == [None]


@pytest.mark.parametrize(
    "heading",
    [
        "I agree to receive emails about your products", "Ich bin damit einverstanden, per E-Mail kontaktiert zu werden",
        "J'accepte de recevoir des e-mails", "Acepto recibir comunicaciones", "Acconsento a ricevere la newsletter",
        "Ik ga akkoord met het ontvangen van de nieuwsbrief", "Wyrażam zgodę na otrzymywanie informacji handlowych",
        "Newsletter ja/nein", "Nieuwsbrief", "Inscrit à la newsletter",
    ],
)  # fmt: skip
def test_a_form_s_question_for_consent(heading: str) -> None:
    assert suggest_fields([heading], [["yes", "no"]]) == ["CONSENT"]


def test_newsletters_by_name_are_no_consent() -> None:
    assert suggest_fields(["Newsletter"], [["Weekly news", "Product news"]]) == [None]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Ort|Ort geschäftlich|Straße geschäftlich", [None, "CITY", "ADDRESS_LINE_1"]),
        ("Adres służbowy - ulica|Adres służbowy - ulica 2", ["ADDRESS_LINE_1", "ADDRESS_LINE_2"]),
        ("MAILINGSTREET|MAILINGCITY|MAILINGLATITUDE", ["ADDRESS_LINE_1", "CITY", None]),
        ("Strasse geschaeftlich|Laendercode", ["ADDRESS_LINE_1", "COUNTRY"]),
        ("Business address|Business city|Country code|Business country", ["ADDRESS_LINE_1", "CITY", None, "COUNTRY"]),
        ("Apellido y nombre|Estado del lead", ["FULL_NAME", None]),
        ("Titel|Vorname|Nachname", [None, "FIRST_NAME", "LAST_NAME"]),
        ("Vorname|Nachname|Titel", ["FIRST_NAME", "LAST_NAME", "JOB_TITLE"]),
        ("Display Name|Name", [None, "FULL_NAME"]),
        ("Ticket Name|Ticket First Name|Ticket Email", [None, "FIRST_NAME", "EMAIL"]),
        ("Legal First Name|Preferred First Name", ["FIRST_NAME", None]),
        ("Bemerkung (Telefon)|Bemerkung", [None, "NOTES"]),
        ("Residenza (via)|City, State", ["ADDRESS_LINE_1", "CITY"]),
        ("Nombre del asistente|Apellidos del asistente", ["FIRST_NAME", "LAST_NAME"]),
        ("Votre nom|Votre prénom", ["LAST_NAME", "FIRST_NAME"]),
        ("E-Mail 1 – Wert|E-Mail 1 – Label", ["EMAIL", None]),
        ("PLZ 1|Ort 1|PLZ 2|Ort 2", ["POSTAL_CODE", "CITY", None, None]),
        ("E-mail address 2|E-mail address", [None, "EMAIL"]),
        ("What's your last name?|What's your first name?", ["LAST_NAME", "FIRST_NAME"]),
    ],
)
def test_words_around_a_name(header: str, fields: list[str | None]) -> None:
    assert suggest_fields(header.split("|"), []) == fields


@pytest.mark.parametrize(
    "heading",
    [
        "Country of birth", "Phone country code", "Place of birth", "Estado civil", "Stato civile", "Previous employer", "Former company",
        "Consent text", "Consent version", "Einwilligung am", "Activé", "Activities", "Venue city", "Email Open", "Referring Site",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_field(heading: str) -> None:
    assert suggest_fields([heading], []) == [None]


def test_a_state_of_activity_is_no_region() -> None:
    assert suggest_fields(["State"], [["active", "active", "cancelled"]]) == [None]
    assert suggest_fields(["State"], [["CA", "NY"]]) == ["REGION"]


def test_the_mapping_chosen_last_wins_also_when_it_says_nothing() -> None:
    remembered = {"email": None, "contact": "EMAIL", "remark 1": "NOTES", "remark 2": "NOTES"}
    header = ["E-Mail", "Contact", "Remark 1", "Remark 2", "Phone", "Contact"]
    assert suggest_fields(header, [], remembered=remembered) == [None, "EMAIL", "NOTES", "NOTES", "PHONE", None]


def test_a_remembered_field_that_is_no_more_is_left_out() -> None:
    assert suggest_fields(["Email"], [], remembered={"email": "FAX"}) == [None]


def test_what_was_remembered_does_not_speak_for_a_file_without_headings() -> None:
    cells = [["ann@example.com", "bob@example.com"]]
    assert suggest_fields(["Column A"], cells, remembered={"column a": "NOTES"}, has_header_row=False) == ["EMAIL"]


def test_our_own_reason_column_is_left_out() -> None:
    assert suggest_fields(["Email", "Reason"], [], remembered={"reason": "NOTES"}) == ["EMAIL", None]


def test_columns_without_headings_are_known_by_their_cells() -> None:
    cells = {
        "EMAIL": ["ann.smith@acme.com", "bob.jones@beta.org", "cleo.weber@gamma.de"],
        "FIRST_NAME": ["Ann", "Bob", "Cleo"],
        "LAST_NAME": ["Smith", "Jones", "Weber"],
        "COMPANY": ["Acme Inc.", "Beta Ltd", "Gamma GmbH"],
        "PHONE": ["+1 415 555 0100", "+44 20 7946 0958", "(030) 123456"],
        "WEBSITE": ["https://acme.com", "www.beta.org", "gamma.de"],
        "COUNTRY": ["United States", "Germany", "France"],
        "POSTAL_CODE": ["SW1A 1AA", "02139", "1011 AB"],
    }
    assert suggest_fields(["" for _ in cells], list(cells.values()), has_header_row=False) == list(cells)
    assert suggest_fields(["Column A"], [["Ann Smith", "Bob Jones"]], has_header_row=False) == [None]
    with_addresses = [["Ann Smith", "Bob Jones"], ["ann.smith@acme.com", "bjones@beta.org", "bob.jones@x.org"]]
    assert suggest_fields(["", ""], with_addresses, has_header_row=False) == ["FULL_NAME", "EMAIL"]


def test_numbers_and_dates_are_no_phones() -> None:
    cells = [["2024-01-31", "2024-02-28"], ["10001", "10002"], ["31.01.2024", "28.02.2024"], ["12.50", "1,200.00"]]
    assert suggest_fields([""] * 4, cells, has_header_row=False) == [None] * 4


def test_of_two_like_columns_the_filled_one_is_taken() -> None:
    header = ["E-mail 1 - Value", "E-mail 2 - Value", "Business Phone", "Home Phone"]
    assert suggest_fields(header, [[], ["ann@example.com"], [], ["+1 415 555 0100"]]) == [None, "EMAIL", None, "PHONE"]


def test_no_address_is_put_together_from_two() -> None:
    header = ["Home Street", "Home City", "Home Country", "Business Street", "Business City"]
    assert suggest_fields(header, []) == [None, None, None, "ADDRESS_LINE_1", "CITY"]
    filled = [["1 Main St"], ["Bern"], ["CH"], [], []]
    assert suggest_fields(header, filled) == ["ADDRESS_LINE_1", "CITY", "COUNTRY", None, None]


def test_the_person_s_own_address_comes_before_the_company_s_unless_it_is_empty() -> None:
    header = ["Company Address", "Company City", "Address", "City"]
    assert suggest_fields(header, []) == [None, None, "ADDRESS_LINE_1", "CITY"]
    assert suggest_fields(header, [["1 Main St"], ["Bern"], ["Side St 2"], ["Rome"]]) == [None, None, "ADDRESS_LINE_1", "CITY"]
    assert suggest_fields(header, [["1 Main St"], ["Bern"], [], []]) == ["ADDRESS_LINE_1", "CITY", None, None]


def test_a_salutation_is_no_job_title() -> None:
    assert suggest_fields(["Title"], [["Mr.", "Dr", "Ms"]]) == [None]
    assert suggest_fields(["Title"], [["CTO", "Head of Sales"]]) == ["JOB_TITLE"]


def test_the_key_forgives_spelling_but_not_meaning() -> None:
    assert header_key("E-Mail") == header_key("email") == header_key(" E mail ") == header_key("eMail")
    assert header_key("FirstName") == header_key("first_name") == header_key("First  name*")
    assert header_key("Größe") == header_key("GROSSE")
    assert header_key("Phone 1") != header_key("Phone 2")
    assert header_key("***")
    assert header_key("") == ""


def test_headings_are_known_by_their_words() -> None:
    assert is_known_header("E-Mail")
    assert is_known_header("Nazwisko")
    assert not is_known_header("ann@example.com")
    assert not is_known_header("")
    assert not is_known_header("Smith")


def test_the_fields_stand_in_the_order_of_the_contract() -> None:
    assert [field.name for field in CONTACT_FIELDS if field.identifies] == ["EMAIL", "PHONE", "MOBILE"]
    assert (CONTACT_FIELDS[0].name, CONTACT_FIELDS[-1].name, len(FIELDS)) == ("EMAIL", "CONSENT", 18)


headings = st.one_of(st.text(max_size=40), st.sampled_from([heading for line in EXPORTS.values() for heading in parsed(line)[0]]))


@given(st.lists(st.tuples(headings, st.lists(st.text(max_size=30), max_size=3)), max_size=12), st.booleans())
def test_any_header_gets_one_suggestion_a_column_and_no_field_twice(
    columns: list[tuple[str, list[str]]], has_header_row: bool
) -> None:
    suggested = suggest_fields(
        [heading for heading, _ in columns], [cells for _, cells in columns], has_header_row=has_header_row
    )
    assert len(suggested) == len(columns)
    fields = [field for field in suggested if field]
    assert set(fields) <= FIELDS
    assert len(fields) == len(set(fields))
