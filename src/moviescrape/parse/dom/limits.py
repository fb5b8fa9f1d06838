"""What a page may not have: markup whose tree would take minutes to build, or would be cut off."""

import re

MAX_ATTRIBUTES = 10_000
"""Of one tag: libxml2 compares each attribute with all before it, and 20,000 take a second."""
_WINDOW = 8 * 1024
"""So many bytes without a `<` are looked at: shorter ones hold fewer attributes."""
_TAG = re.compile(rb"<[a-zA-Z][^\s>]*+")
_ATTRIBUTE = re.compile(rb"""[\s/]*+[^\s>=/"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?+""")


def has_huge_tag(html: bytes) -> bool:
    """Return whether a tag has more than MAX_ATTRIBUTES attributes, at the cost of a look at each 8 KB of the page.

    >>> has_huge_tag(b"<p " + b"a " * 20_000), has_huge_tag(b"<script>" + b"a=1 " * 20_000 + b"</script>")
    (True, False)
    """
    at = 0
    while at + _WINDOW < len(html):
        gap_ends = html.find(b"<", at, at + _WINDOW)
        if gap_ends < 0 and (start := html.rfind(b"<", 0, at + 1)) >= 0:
            if _count_attributes(html, start) > MAX_ATTRIBUTES:
                return True
            gap_ends = html.find(b"<", at + _WINDOW)
            if gap_ends < 0:
                return False
            at = gap_ends
        at += _WINDOW
    return False


def _count_attributes(html: bytes, start: int) -> int:
    """Return how many attributes the tag at `start` has, counted up to one more than may be."""
    tag = _TAG.match(html, start)
    at, count = tag.end() if tag else len(html), 0
    while count <= MAX_ATTRIBUTES and (attribute := _ATTRIBUTE.match(html, at)):
        at = attribute.end()
        count += 1
    return count
