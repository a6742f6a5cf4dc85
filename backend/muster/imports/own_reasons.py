"""Whether a file's last column is the Reason that our own download of failed rows put there. Pure, a part of `rules`.

Such a file may fail again, and is downloaded again: the new reason stands in place of the old one, or columns of reasons would pile up. A
column of that name that is the person's own is kept: it is told apart by its sentences, which are those of `imports.rules`.
"""

import re
from collections.abc import Sequence
from typing import Final

from muster.contacts.rules import LABELS
from muster.imports.columns import REASON, header_key

_FIELDS: Final = "|".join(sorted(map(re.escape, {*LABELS.values(), "full name"}), key=len, reverse=True))
_IS_OURS: Final = re.compile(
    r"(?:Read as .+”\. )?(?:"
    r"There are more cells in this row than the file has columns\."
    r"|There is no e-mail address and no phone number\."
    r"|The same person stands further up in this file\."
    r"|This address was deactivated or has declined\."
    r"|This contact exists already\."
    rf"|The (?:{_FIELDS}) “.*” (?:has [\d,]+ characters|has more than \d+ characters|holds a character that is not text)"
    r"|“.*” (?:is (?:not (?:an e-mail|a phone|a web|a country)|too long for|what a spreadsheet made|an e-mail address or)"
    r"|holds more than one e-mail address|mixes letters|has letters that only look like)"
    r")",
    re.DOTALL,
).match


def ends_with_our_reason(header: Sequence[str] | None, samples: Sequence[str]) -> bool:
    """By the columns' names (None: there are none) and the first values of the last column."""
    if header is not None and (not header or header_key(header[-1]) != REASON):
        return False
    return bool(samples) and all(map(_IS_OURS, samples))
