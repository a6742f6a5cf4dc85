"""The API's enums of imports. A door's file, joined with `graphql`."""

import enum

import strawberry

from muster.kit.graphql.fields import enum_value


@strawberry.enum(description="A field of a contact that a column can be mapped to.")
class ContactFieldName(enum.Enum):
    """In the order in which a form shows them."""

    EMAIL = enum_value("EMAIL", description="E-mail address. Identifies.")
    FIRST_NAME = enum_value("FIRST_NAME", description="Given name.")
    LAST_NAME = enum_value("LAST_NAME", description="Family name.")
    FULL_NAME = enum_value("FULL_NAME", description="Both names in one; split where first and last are not given.")
    COMPANY = enum_value("COMPANY", description="Where they work.")
    JOB_TITLE = enum_value("JOB_TITLE", description="What they do there.")
    PHONE = enum_value("PHONE", description="Phone number. Identifies where there is no e-mail address.")
    MOBILE = enum_value("MOBILE", description="Mobile number. Identifies where there is neither of the two.")
    WEBSITE = enum_value("WEBSITE", description="Web address.")
    ADDRESS_LINE_1 = enum_value("ADDRESS_LINE_1", description="Street and number.")
    ADDRESS_LINE_2 = enum_value("ADDRESS_LINE_2", description="What else the address needs.")
    CITY = enum_value("CITY", description="Town or city.")
    REGION = enum_value("REGION", description="State, province or canton.")
    POSTAL_CODE = enum_value("POSTAL_CODE", description="As written.")
    COUNTRY = enum_value("COUNTRY", description="By code or name.")
    INDUSTRY = enum_value("INDUSTRY", description="The company's trade.")
    NOTES = enum_value("NOTES", description="Anything. Several columns may go here, as lines 'Header: value'.")
    CONSENT = enum_value(
        "CONSENT",
        description=(
            "Not stored as such; overrides the file's choice row by row. Yes, true, 1, x, confirmed, opted in…: CONFIRMED. Unsubscribed, "
            "opted out, declined, withdrawn, do not contact…: the contact is added as DECLINED and never asked. Anything else, no and "
            "blank included: consent has to be asked for."
        ),
    )


@strawberry.enum(description="What kind of file it is, by its content.")
class FileFormat(enum.Enum):
    """As it was read."""

    CSV = enum_value("CSV", description="Text with delimiters.")
    TXT = enum_value("TXT", description="Text with delimiters, by its name.")
    XLS = enum_value("XLS", description="Excel 97 to 2003.")
    XLSX = enum_value("XLSX", description="Excel since 2007.")


@strawberry.enum(description="How far an import is.")
class ImportStatus(enum.Enum):
    """As it stands in the rows."""

    MAPPING = enum_value("MAPPING", description="Uploaded and read; waiting for the columns to be mapped.")
    QUEUED = enum_value("QUEUED", description="Waiting for its turn: those of one organization run one after the other.")
    RUNNING = enum_value("RUNNING", description="Under way.")
    COMPLETED = enum_value("COMPLETED", description="Done; some rows may have failed.")
    FAILED = enum_value(
        "FAILED",
        description="The whole import stopped: see error. What was added before stays, and a retry goes on from there.",
    )
    CANCELLED = enum_value("CANCELLED", description="Stopped by a person. What was added before stays.")
    UNDONE = enum_value("UNDONE", description="Taken back.")


@strawberry.enum(description="What is done with an import that had ended, while its status is QUEUED or RUNNING once more.")
class ImportTask(enum.Enum):
    """As it stands in the row."""

    RETRY = enum_value("RETRY", description="Failed rows are tried again.")
    UNDO = enum_value("UNDO", description="It is being taken back.")


@strawberry.enum(
    description="What to do with a row whose contact already exists. A DECLINED contact's row is SUPPRESSED whatever the choice."
)
class ExistingContacts(enum.Enum):
    """Of one import or upsert."""

    FAIL = enum_value("FAIL", description="The row fails (the default).")
    ADD_TO_LIST = enum_value(
        "ADD_TO_LIST", description="The contact joins the list as it is; a row of one that is on it already fails."
    )
    UPDATE = enum_value(
        "UPDATE",
        description=(
            "Joins the list, and what the file gives replaces what is there; consent held may raise PENDING to CONFIRMED, and nothing "
            "lowers CONFIRMED."
        ),
    )


@strawberry.enum(
    description="Why cells are wrong in a way that one remedy puts right for all of them. What becomes of a cell is always a valid value."
)
class FaultCause(enum.Enum):
    """As it stands in the rows."""

    MISTYPED_MAIL_DOMAIN = enum_value(
        "MISTYPED_MAIL_DOMAIN",
        description=(
            "The domain of an e-mail address is most likely not the one that was meant: gmial.com, firma.con, gmail,com. Such a row need "
            "not fail. The remedy writes the domain that was meant."
        ),
    )
    MISSING_COUNTRY_CODE = enum_value(
        "MISSING_COUNTRY_CODE",
        description="A phone number that is none of its own country. The remedy reads it as one of the country that is given.",
    )
    MISSING_PLUS = enum_value(
        "MISSING_PLUS", description="A phone number with its country code but without the + before it. The remedy adds it."
    )
    SEVERAL_ADDRESSES = enum_value(
        "SEVERAL_ADDRESSES", description="Two or more e-mail addresses in a cell. The remedy keeps the first valid one."
    )
    SEVERAL_NUMBERS = enum_value(
        "SEVERAL_NUMBERS", description="Two or more phone numbers in a cell. The remedy keeps the first valid one."
    )
    SWAPPED_WITH_NAME = enum_value(
        "SWAPPED_WITH_NAME",
        description="The e-mail address stands in the cell of a name or company. The remedy swaps the two cells.",
    )


@strawberry.enum(description="What to do with a value that is no valid phone, website or country beside a valid identity.")
class InvalidValues(enum.Enum):
    """Of one import."""

    FAIL_ROW = enum_value("FAIL_ROW", description="Fail the row (the default).")
    DROP_VALUE = enum_value("DROP_VALUE", description="Leave that value out.")


@strawberry.enum(
    description=(
        "Why a row failed. Where several apply, the first of MALFORMED_ROW, TOO_LONG, NO_IDENTITY, INVALID_EMAIL, INVALID_PHONE, "
        "INVALID_VALUE, DUPLICATE_IN_FILE, SUPPRESSED, ALREADY_EXISTS is told."
    )
)
class FailureReason(enum.Enum):
    """As it stands in the rows."""

    INVALID_EMAIL = enum_value("INVALID_EMAIL", description="The e-mail address is none.")
    INVALID_PHONE = enum_value("INVALID_PHONE", description="The phone number is none.")
    INVALID_VALUE = enum_value("INVALID_VALUE", description="Another value is none of its kind.")
    NO_IDENTITY = enum_value("NO_IDENTITY", description="Neither e-mail address nor phone number.")
    DUPLICATE_IN_FILE = enum_value("DUPLICATE_IN_FILE", description="The same person stands further up in the file.")
    ALREADY_EXISTS = enum_value("ALREADY_EXISTS", description="The contact exists already.")
    SUPPRESSED = enum_value(
        "SUPPRESSED", description="The address was deactivated here, or the person declined; an upload never brings it back."
    )
    TOO_LONG = enum_value("TOO_LONG", description="A value is longer than its field.")
    MALFORMED_ROW = enum_value("MALFORMED_ROW", description="More cells than the file has columns.")
