"""Next pages and totals, in any language and only where they are meant."""

import pytest

from moviescrape.parse.dom.document import Node, parse_document
from moviescrape.parse.model import PageAddress
from moviescrape.parse.paging import find_declared, find_next, find_next_by_bytes

HERE = PageAddress("https://films.example/top?page=1", "https://films.example/top?page=1")


def _page(html: str) -> Node:
    root = parse_document(f"<body>{html}</body>".encode())
    assert root is not None
    return root


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="next" href="/top?page=2">', '<a rel="nofollow next" href="?page=2">2</a>', '<a href="?page=2">Next »</a>',
        '<a href="?page=2">Weiter</a>', '<a href="?page=2">Suivant &gt;</a>', '<a href="?page=2">下一页</a>',
        '<a href="?page=2">次へ</a>',
        '<a href="?page=2">›</a>', '<a href="?page=2" aria-label="Next page"><svg></svg></a>',
        '<a href="?page=2" title="Następna">2</a>',
        '<a class="pagination__next" href="?page=2"><i></i></a>', '<a href="?page=2"><span>Older posts</span></a>',
    ],
)  # fmt: skip
def test_next_pages(html: str) -> None:
    assert find_next(_page(html), HERE) == "https://films.example/top?page=2"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#">Next</a>', '<a href="/top?page=1">Next</a>', '<a class="next disabled" href="?page=2">Next</a>',
        '<li class="disabled"><a href="?page=2">Next</a></li>', '<a href="/news/next-big-thing">Next big thing</a>',
        '<a href="https://other.example/top?page=2">Next</a>', '<a href="javascript:next()">Next</a>', '<a href="/film/2">›</a>',
        '<a class="next" href="?page=5">5</a>',
    ],
)  # fmt: skip
def test_what_is_no_next_page(html: str) -> None:
    assert find_next(_page(html), HERE) is None


@pytest.mark.parametrize(
    "html",
    [
        b'<link href="/top?page=2" rel="next">',
        b"<a rel=next href='/top?page=2'>",
        b'<LINK REL="prev next" HREF="/top?page=2&amp;">'[:-2] + b'">',
    ],
)
def test_next_by_bytes(html: bytes) -> None:
    found = find_next_by_bytes(html, HERE)
    assert found is not None
    assert found.startswith("https://films.example/top?page=2")


def test_no_next_by_bytes() -> None:
    assert find_next_by_bytes(b'<link rel="prev" href="/top?page=0"><link rel="next" href="/top?page=1">', HERE) is None


@pytest.mark.parametrize(
    ("text", "shown", "declared"),
    [
        ("1-50 of 1,234 titles", 50, (50, 1234)), ("Showing 51 to 100 of 250", 50, (50, 250)), ("1–20 von 1.250", 20, (20, 1250)),
        ("1 - 50 из 999", 25, (50, 999)), ("1-50 of 1,234", 60, (None, None)), ("1-50 of 1,234", 5, (None, None)),
        ("5 of 10", 5, (None, None)), ("50 movies", 50, (None, None)), ("", 5, (None, None)),
    ],
)  # fmt: skip
def test_totals(text: str, shown: int, declared: tuple[int | None, int | None]) -> None:
    assert find_declared(_page(f"<p>{text}</p>"), shown) == declared
