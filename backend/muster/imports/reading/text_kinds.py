"""Text that is no table although it is text: told by how it begins, since names and delimiters tell nothing.

Read as a table such a file would be a column of nonsense. A pattern must be one that no list of people begins with.
"""

import re

_NAME = r"[\w.`\"\[\]]+"
# Against the beginning of the text, in lower case, without BOM and blank lines.
_KINDS: tuple[tuple[str, str], ...] = (
    ("a vCard file", r"begin:vcard\s"),
    ("a calendar file", r"begin:vcalendar\s"),
    ("a text document (RTF)", r"\{\\rtf"),
    ("a PostScript document", r"%!ps-adobe"),
    ("a script", r"#!\s?/\S+[^\n,;\t]*\n"),
    ("an LDIF file", r"(version: ?1\s+)?(#[^\n]*\n\s*)*dn::? ?\S[^\n]*\n(\s[^\n]*\n)*[a-z][\w;-]*::? "),
    ("a SYLK file", r"id;p[^\n]*\n([a-z]{1,2};[^\n]*(\n|$)){2}"),
    ("a DIF file", r"table\s*\n0,1\s*\n\""),
    ("a SocialCalc file", r"socialcalc:version:"),
    ("a JSON file", r"\[?\s*\{\s*\"[^\"\n]*\"\s*:"),
    (
        "an SQL script",
        rf"(--[^\n]*\n\s*)*(insert into {_NAME}\s*(\(|values)|create table (if not exists )?{_NAME}\s*\(|set names '?\w)",
    ),
    ("an e-mail", r"from [^\s,;@]+(@[^\s,;]+)? +(mon|tue|wed|thu|fri|sat|sun) [^\n,;]*\d{4}\s*\n"),
)
_MAIL_HEADER = re.compile(r"([a-z][a-z-]*):[ \t][^\n]*\n(?:[ \t]+\S[^\n]*\n)*")
_OF_MAILS = {
    "from",
    "to",
    "subject",
    "date",
    "received",
    "message-id",
    "return-path",
    "delivered-to",
    "mime-version",
    "content-type",
}


def kind_of_text(begin: str) -> str | None:
    """What it is, as a refusal says it; None: it may be a table."""
    begin = begin.replace("\r\n", "\n").replace("\r", "\n")
    for what, pattern in _KINDS:
        if re.match(pattern, begin):
            return what
    return "an e-mail" if _is_mail(begin) else None


def _is_mail(begin: str) -> bool:
    """Headers from the first line on, three of them such as only mails have."""
    found: set[str] = set()
    position = 0
    while header := _MAIL_HEADER.match(begin, position):
        found.add(header[1])
        position = header.end()
    return "from" in found and len(found & _OF_MAILS) >= 3
