"""The reader's child with a parser that does what a page asks for: hang in C with the interpreter locked, crash, raise, print."""

import os
import re
from collections.abc import Collection

from moviescrape.archive import child
from moviescrape.page import Page
from moviescrape.parse import ParsedPage, parse_page


def obey(page: Page, columns: Collection[str] | None = None) -> ParsedPage:
    if b"HANG" in page.body:
        re.fullmatch(r"(a+)+", "a" * 60 + "b")
    if b"CRASH" in page.body:
        os.abort()
    if b"RAISE" in page.body:
        raise RecursionError("too deep")
    if b"PRINT" in page.body:
        print("in between")
    return parse_page(page, columns)


child.parse_page = obey  # type: ignore[attr-defined]
child.main()
