"""How long, and in how much memory, pages are read that are made to hurt: never-closed tags, deep nests, endless repetitions.

python tests/bench/hostile.py [COUNT]    COUNT repetitions a page (default 300,000); exit 1 where a page takes over 2 s or 300 MB

Each page is read in a process of its own, so that one that hangs is stopped. Clocks have no place in the tests, which read the
same pages with fewer repetitions.
"""

import multiprocessing
import sys
import time
from collections.abc import Iterator

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

MOST_S = 2.0
MOST_MB = 300
PATIENCE_S = 20.0
_HEAD = b"<html><head><title>Best films of 2020</title></head><body><h1>Best films</h1>"
_LD = b'<script type="application/ld+json">'
_MOVIE = b'<div itemscope itemtype="http://schema.org/Movie"><span itemprop="name">x</span>'
_REPEATED = {
    "tags never closed": (b"", b"<"), "scripts never opened": (b"", b"<script"),
    "scripts never closed": (b"", b"<script>"), "titles": (b"", b"<title>"), "titles never opened": (b"", b"<title"),
    "comments": (b"", b"<!--"), "cdata": (b"", b"<![CDATA["), "brackets": (b"", b"("), "digits": (b"", b"1"),
    "spaces": (b"", b" "), "nested": (b"", b"<div>"), "nul": (b"<p>", b"\0"), "meta": (b"", b"<meta "),
    "meta quote": (b"", b'<meta content="'), "link": (b"", b'<link rel="'), "charset": (b"", b"<meta charset="),
    "attributes": (b"<a ", b' a="b"'), "high bytes": (b"", b"\xff\x80\xc1"), "gbk": (b"<p>", b"\xd6\xd0\xce\xc4"),
    "http heads": (b"", b"HTTP/1.1 200 OK\n\n"), "saved from": (b"", b"<!-- saved from url=("),
    "state": (b"", b'<script id="__NEXT_DATA__"'), "json lists": (_LD, b"["), "json objects": (_LD, b'{"a":'),
    "json comments": (_LD, b"/* "), "json wrappers": (_LD, b"/*"), "json strings": (_LD, b'"\\'),
    "json commas": (_LD + b"{", b", "), "headings": (_HEAD, b"<h1>"), "headings never opened": (_HEAD, b"<h1"),
    "cells": (_HEAD + b"<table>", b"<tr><td>x"), "labels": (_HEAD, b"<b>Cast</b>"),
    "labels in a line": (_HEAD + b"<p>", b"Cast:"), "terms": (_HEAD + b"<dl>", b"<dt>Director"),
    "entities": (_HEAD + b"<p>", b"&amp;"), "dashes": (_HEAD + b"<p>", b" - "), "thousands": (_HEAD + b"<p>", b"1,000"),
    "minutes": (_HEAD + b"<p>", b"1 min "), "years": (_HEAD + b"<h1>x", b"(1999"),
    "ranges": (_HEAD + b"<ul>", b"<li>1-50 of "), "movies in movies": (b"", _MOVIE),
    "movies": (b"", _MOVIE + b"</div>"), "reviewed": (b"", b'<a property="v:itemreviewed">'),
    "properties of nothing": (b"", b'<p itemprop="name">'),
    "items in a cell": (_HEAD + b"<table><tr><td>", b"<p><b>Ran</b> 1985 film"),
    "content in the head": (b"<title>Films</title>", b"<nav>x</nav>"),
    "rows of one width": (_HEAD + b"<pre>" + b"x" * 200, b"\na  b"),
    "source view": (b"", b'<td class="line-number"><td class="line-content">'),
}  # fmt: skip
_HEAVY = {
    "cells": 9,
    "movies": 15,
    "items in a cell": 15,
    "content in the head": 3,
    "rows of one width": 60,
    "movies in movies": 15,
    "labels": 6,
    "terms": 6,
    "reviewed": 3,
    "properties of nothing": 3,
    "ranges": 3,
}
"""Pages of whole elements are made of fewer, so that none is over 5 MB."""


def pages(count: int) -> Iterator[tuple[str, bytes]]:
    """The hostile pages by name, each with `count` repetitions, or a fraction of that where one is long."""
    for name, (start, piece) in _REPEATED.items():
        yield name, start + piece * (count // _HEAVY.get(name, 1))
    few = count // 30
    link = '<div><a href="/film/{0}-x/">Film {0}</a> (1999) '
    yield "links", _HEAD + "".join(link.format(i) + "</div>" for i in range(few)).encode()
    yield "links in links", _HEAD + "".join(link.format(i) for i in range(few)).encode()
    yield "long paths", _HEAD + "".join(f'<a href="/{"a/" * 500}x{i}">t</a>' for i in range(few // 25)).encode()
    yield "spans", _HEAD + b"<table><tr><th>Title<th>Year" + b"<tr><td rowspan=99999 colspan=9999>1" * few
    yield "references", b"".join(b'<div itemscope itemref="i%d" id="i%d" itemprop="a">' % (i, i) for i in range(few // 3))


def _read(page: bytes, answer: "multiprocessing.Queue[tuple[float, int, str]]") -> None:
    import resource  # not on Windows, where this command is not for

    began = time.perf_counter()
    kind = parse_page(Page(page, name="hostile")).kind
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answer.put((time.perf_counter() - began, used, str(kind)))


def main() -> int:
    worst = 0
    for name, page in pages(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000):
        answer: multiprocessing.Queue[tuple[float, int, str]] = multiprocessing.Queue()
        reader = multiprocessing.Process(target=_read, args=(page, answer))
        reader.start()
        reader.join(PATIENCE_S)
        if reader.is_alive() or answer.empty():
            reader.kill()
            print(f"{name:24} {len(page):>10,} bytes  hung or died")
            worst = 1
            continue
        seconds, used, kind = answer.get()
        over = seconds > MOST_S or used > MOST_MB
        worst |= over
        print(f"{name:24} {len(page):>10,} bytes  {seconds:6.2f} s  {used:4} MB  {kind}{'  OVER' if over else ''}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
