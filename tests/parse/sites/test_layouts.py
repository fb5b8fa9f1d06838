"""Layouts of site files: all of their selectors can be compiled; the paths at which they are looked for; repeated movies."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.parse.dom.css import all_matches, first_match
from moviescrape.parse.model import PageKind
from moviescrape.parse.sites import SITES, find_site
from moviescrape.parse.sites.site import Layout, Site, as_tuple, split_attribute

LAYOUTS = [(site, layout) for site in SITES for layout in site.layouts]


@pytest.mark.parametrize(("site", "layout"), LAYOUTS, ids=[f"{site.name}-{layout.name}" for site, layout in LAYOUTS])
def test_selectors_can_be_compiled(site: Site, layout: Layout) -> None:
    rules = [rule for rules in (*layout.fields.values(), layout.next, layout.total) for rule in as_tuple(rules)]
    for rule in (*rules, *([layout.item] if layout.item else [])):
        if isinstance(rule, str) and (css := split_attribute(rule)[0]):
            all_matches(css)
            first_match(css)


def test_layout_names_are_used_once_a_site() -> None:
    for site in SITES:
        names = [layout.name for layout in site.layouts]
        assert len(names) == len(set(names)), site.name


def _layouts_at(url: str) -> set[str]:
    site = find_site(url)
    assert site is not None
    return {layout.name for layout in site.layouts_at(url)}


def test_a_layout_with_paths_is_looked_for_there_alone() -> None:
    assert "calendar" in _layouts_at("https://www.imdb.com/calendar/?region=us")
    assert "calendar" not in _layouts_at("https://www.imdb.com/chart/top")
    assert "filmography" not in _layouts_at("https://www.imdb.com/name/nm0000001/bio")


def test_a_page_about_something_else_has_the_layouts_that_name_its_path() -> None:
    assert _layouts_at("https://www.kinopoisk.ru/") == {"kinopoisk-search"}
    assert _layouts_at("https://www.imdb.com/name/nm0000001/") == {"filmography", "filmography-behind"}
    assert _layouts_at("https://www.imdb.com/") == set()


def _parse(html: str) -> tuple[PageKind, list[str]]:
    page = parse_page(Page(html.encode()))
    return page.kind, [movie.title for movie in page.movies]


def test_lists_beside_a_movie_are_not_its_page() -> None:
    posters = "".join(f'<div class="poster" data-film-slug="f{n}" data-film-name="Film {n}"></div>' for n in range(12))
    head = '<link rel="canonical" href="https://letterboxd.com/{}/">'
    assert _parse(f"<html><head>{head.format('film/salt-road')}</head><body>{posters}</body></html>") == (PageKind.CHANGED, [])
    assert len(_parse(f"<html><head>{head.format('ove/films')}</head><body>{posters}</body></html>")[1]) == 12


def test_a_list_in_an_unknown_layout_is_said_to_have_changed() -> None:
    links = "".join(f'<a href="/title/tt00000{n}/"><img></a>' for n in range(10, 22))
    html = f'<html><head><link rel="canonical" href="https://www.imdb.com/chart/top/"></head><body>{links}</body></html>'
    assert _parse(html) == (PageKind.CHANGED, [])
    assert _parse(html.replace("chart/top", "news/x"))[0] is PageKind.OTHER


def test_content_behind_an_early_end_of_the_body_is_read() -> None:
    row = '<tr><td><font size="2"><a href="/movies/?id={}.htm"><b>{}</b></a></font></td></tr>'
    html = "<html><body><p>x</p></BODY ></html><table>" + row.format("a", "Salt Road") + row.format("b", "Reed Boat") + "</table>"
    assert _parse(html)[1] == ["Salt Road", "Reed Boat"]
