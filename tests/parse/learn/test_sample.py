"""The groups of a page as `learn` shows them: what may be movies comes first, though it is not clear enough to be read."""

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.learn.sample import item_groups, read_sample

MENU = "".join(
    f"<li><a href='/{n}'>{text}</a></li>" for n, text in enumerate(("Home", "News", "Snacks", "About us", "Cards", "Rent"))
)
FILMS = ("Ran", "Amber Road", "Salt", "Ferry")


def test_what_may_be_movies_comes_before_a_longer_menu() -> None:
    boxes = "".join(
        f"<div class='p'><img src='{n}.jpg' alt='{n}'><p>{film}</p><p>in hall {n}</p></div>" for n, film in enumerate(FILMS)
    )
    page = Page(f"<html><title>Kino</title><body><div><ul>{MENU}</ul></div><main>{boxes}</main></body></html>".encode())
    assert parse_page(page).movies == ()
    groups = item_groups(read_sample(page))
    assert groups[0].titles == FILMS
    assert not any(group.are_movies for group in groups)
    assert any(group.titles[0] == "Home" for group in groups[1:])
