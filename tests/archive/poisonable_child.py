"""The reader's child with a parser that does what a page asks for: hang in C, wait, fill memory, crash, raise, print."""

import os
import re
import signal
import time
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from moviescrape.archive import child
from moviescrape.archive.shards import Shard, parse_shard
from moviescrape.pages.page import Page
from moviescrape.parse import ParsedPage, parse_page
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.site import Site
from moviescrape.pipeline.results import PageParser, PageResult

pages_read: list[str] = []
"""By this process."""


def obey(page: Page, columns: Collection[str] | None = None, sites: tuple[Site, ...] = SITES) -> ParsedPage:
    if b"HANG" in page.body:
        re.fullmatch(r"(a+)+", "a" * 60 + "b")
    pages_read.append(page.source)
    if b"ALONE" in page.body and len(pages_read) > 1:
        os.kill(os.getpid(), signal.SIGKILL)  # as a system would that is short of memory, whoever took it
    if b"WAIT" in page.body:
        time.sleep(60)
    if b"FILL" in page.body:
        filled = [b"x" * (2**24 + size) for size in range(20)]  # 320 MiB
        time.sleep(60)
        del filled
    if b"CRASH" in page.body and b"CRASH UNLESS" not in page.body:
        os.abort()
    if (unless := re.search(rb"CRASH UNLESS (\S+)", page.body)) and not Path(unless[1].decode()).exists():
        os.abort()
    if noted := re.search(rb"NOTE IN (\S+)", page.body):
        with Path(noted[1].decode()).open("a", encoding="utf-8") as file:
            file.write(f"{page.source}\n")
    if (once := re.search(rb"KILL ONCE (\S+)", page.body)) and not Path(once[1].decode()).exists():
        Path(once[1].decode()).touch()
        os.kill(os.getpid(), signal.SIGKILL)  # as somebody from outside might
    if b"RAISE" in page.body:
        raise RecursionError("too deep")
    if b"PRINT" in page.body:
        print("in between")
    return parse_page(page, columns, sites)


def parse(shard: Shard, parser: PageParser) -> Iterator[PageResult]:
    """As `parse_shard`, but that a file named BAD ends this process before any of its page is read."""
    for path in shard.paths:
        if "BAD" in path and not Path(path).with_name("cure").exists():
            os.abort()
        yield from parse_shard(replace(shard, paths=(path,)), parser)


child.parse_shard = parse  # type: ignore[attr-defined]
child.parse_page = obey  # type: ignore[attr-defined]
child.main()
