"""A cinema's page that is read by a site file alone, and the file."""

from moviescrape import Site

CINEMA = """hosts = ["kino.example"]
origin = "https://kino.example"
movie_url = "/film/*"

[[layouts]]
name = "programme"
item = "section.c"
scale = 5

[layouts.fields]
title = "b"
url = "i::attr(data-to)"
rating = ["em.none", "em"]
year = { css = "u", match = '\\b(?:19|20)\\d\\d\\b' }
runtime = { match = "(\\\\d+) minutes long" }
"""
"""Other than a general reader would take it: the title is what the site calls a line, not the heading."""

_ITEM = (
    "<section class=c><h2>Screen {n}</h2><b>{title}</b><i data-to='/film/{n}'></i><em>{rating}</em>"
    "<u>UK {year}</u> {runtime} minutes long</section>"
)
TITLES = ("The Lamp Post", "Northern Tide", "Paper Moons")


OFFERED = Site(name="offered", hosts=("kino.example",))
"""What another package might offer."""


def cinema_page(address: str | None = "https://kino.example/now") -> bytes:
    """Return the page, which says its address where one is given."""
    head = f'<link rel=canonical href="{address}">' if address else ""
    items = (_ITEM.format(n=n, title=title, rating=n + 1.5, year=1990 + n, runtime=90 + n) for n, title in enumerate(TITLES, 1))
    return f"<html><head>{head}</head><body>{''.join(items)}</body></html>".encode()
