"""List pages of an unknown site, around the links and lines that a test is about."""

from moviescrape.pages.page import Page
from moviescrape.parse.dom.document import Document
from moviescrape.parse.paging import Paging, find_paging
from moviescrape.parse.paging.site_links import ListAddress

HERE = "https://films.example/top"
NEXT = "https://films.example/top?page=2"
_MOVIES = frozenset({"https://films.example/film/1-a", "https://films.example/film/2-b"})


def paging(html: str, here: str = HERE, own: str | None = None, shown: int = 50, **headers: str) -> Paging:
    """Return the paging of a page with two movies and `html` behind them."""
    body = f'<body><a href="/film/1-a">A</a><a href="/film/2-b">B</a>{html}</body>'
    document = Document(body.encode())
    assert document.root is not None
    return find_paging(document, ListAddress(here, here, own or here, _MOVIES), headers, shown, None)


def list_page(first: int, number: int, below: str = "", url: str = HERE, head: str = "", **headers: str) -> Page:
    """Return a page of `number` cards, from the movie `first` on, with `below` behind them."""
    cards = "".join(
        f'<article class="movie-card"><h3><a href="/film/{n}-x">Lamp of {_name(n)}</a></h3><p><span class="year">{1950 + n % 70}'
        f'</span> · <span class="runtime">{80 + n % 60} min</span></p><p>{n % 9 + 1}.{n % 10}/10</p></article>'
        for n in range(first, first + number)
    )
    top = f"<!doctype html><html><head><title>All films</title>{head}</head><body><h1>All films</h1>"
    return Page(f"{top}<main>{cards}</main>{below}</body></html>".encode(), url=url, asked_url=url, headers=headers)


def _name(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).title()
