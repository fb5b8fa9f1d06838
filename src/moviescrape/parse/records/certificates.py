"""Know the certificates that say from which age a film may be seen."""

import re

from moviescrape.parse.records.outline import Outline

_CERTIFICATE = re.compile(r"^\W*(?:PG(?:-?13)?|R|NC-?17|U/?A?|12A|FSK\s?\d+|(?:6|12|14|15|16|18)\+?)\W*$")
_RATED = re.compile(r"\brated:? (?:G|PG(?:-?13)?|R|NC-?17)\b", re.IGNORECASE)


def has_certificate(page: Outline, span: range) -> bool:
    """Return whether a record says from which age its film may be seen."""
    return any(_CERTIFICATE.match(page.texts[text]) or _RATED.search(page.texts[text][:_MAX_RATED]) for text in span[:12])


_MAX_RATED = 120
