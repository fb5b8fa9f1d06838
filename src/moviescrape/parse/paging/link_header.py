"""The next page that a response's `Link` header names (RFC 8288)."""

import re
from collections.abc import Mapping

_LINK = re.compile(r"<([^<>]{1,4000})>((?:\s*;\s*[\w!#$&+.^`|~*-]{1,40}\s*(?:=\s*(?:\"[^\"]{0,1000}\"|[^\s;,\"]{1,1000}))?)*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)


def next_in_header(headers: Mapping[str, str]) -> str | None:
    """Return the address, as it stands, of the first link whose relation types hold `next` (RFC 8288 3.3); None without one.

    >>> next_in_header({"link": '</a.css>; rel=preload, </films?page=2>; title="p, 2"; rel="next last"'})
    '/films?page=2'
    """
    for link in _LINK.finditer(headers.get("link", "")):
        rel = _REL.search(link[2])
        if rel and "next" in (rel[1] or rel[2] or "").lower().split():
            return link[1].strip()
    return None
