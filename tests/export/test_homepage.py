"""A site that holds together, whatever the table: the rules of the course's first day, and nothing that runs or leads out."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from moviescrape.export import homepage
from moviescrape.export.homepage import build_site, write_site
from moviescrape.export.movie_groups import MAX_GROUP_MOVIES, ShownMovie, best_rated, group_movies, link_of, page_name
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame

MOVIES = [
    Movie("Heat", 8.3, 1995, ("Al Pacino", "Robert De Niro"), 170, "https://example.org/heat?a=1&b=2"),
    Movie("Sea of Love", None, 1989, ("Al Pacino",)),
    Movie("<script>alert(1)</script>", 9.0, 1995, ('"><img src=x onerror=alert(1)>',), 1, "javascript:alert(1)"),
    Movie("{{ site }}", 7.0, None, ("../../../etc/passwd", "柊瑠美")),
    Movie("=1+1"),
]


def soups(site: Mapping[str, bytes]) -> dict[str, BeautifulSoup]:
    return {name: BeautifulSoup(content, "lxml") for name, content in site.items() if name.endswith(".html")}


def links(page: BeautifulSoup) -> set[str]:
    return {str(link["href"]) for link in page.select("a[href]")}


def target_of(name: str, link: str) -> str:
    """Return the file that a link of the page `name` leads to; a link to the web as it is."""
    return link if ":" in link or link.startswith("#") else posixpath.normpath(posixpath.join(posixpath.dirname(name), link))


@pytest.fixture
def site() -> dict[str, bytes]:
    return build_site(to_frame(MOVIES))


@pytest.mark.parametrize("movies", [MOVIES, [], [Movie("M")]], ids=["movies", "none", "bare"])
def test_every_page_is_reachable_from_every_other(movies: list[Movie]) -> None:
    pages = soups(build_site(to_frame(movies)))
    assert len(pages) >= 4
    for start in pages:
        reached, new = {start}, {start}
        while new:
            new = {target_of(page, link) for page in new for link in links(pages[page])} & set(pages) - reached
            reached |= new
        assert reached == set(pages)


def test_every_local_link_and_file_exists(site: dict[str, bytes]) -> None:
    for name, page in soups(site).items():
        for tag, attribute in (("a", "href"), ("img", "src"), ("link", "href"), ("script", "src")):
            for target in (str(found[attribute]) for found in page.select(f"{tag}[{attribute}]")):
                is_outside = target.startswith(("https://example.org/", "#", "data:,"))
                assert is_outside or target_of(name, target) in site, f"{name}: {target}"


def test_the_rules_of_day_1(site: dict[str, bytes]) -> None:
    pages = soups(site).values()
    for element in ("ul li", "table td", "img[alt]"):
        assert any(page.select(element) for page in pages), element
    style = site["style.css"].decode()
    assert len(set(re.findall(r"[{;]\s*([a-z-]+)\s*:", style))) >= 5
    for kind in (r"^#\w+ {", r"^\.\w+ {", r"^h1, h2 {", r"^\w+:hover {", r"^#top a {", r" > ", r"\[aria-current\]"):
        assert re.search(kind, style, re.MULTILINE), kind


def test_a_site_of_many_movies_stays_small() -> None:
    cast = tuple(f"Firstname Lastname {number}" for number in range(20))
    url = "https://www.example.org/title/tt0000001/"
    movies = [Movie(f"A title of usual length, number {n}", 8.0, 1920 + n % 100, cast, 100, url) for n in range(3_000)]
    site = build_site(to_frame(movies))
    assert sum(map(len, site.values())) < 12 * 2**20
    assert all(len(content) < 4 * 2**20 for content in site.values())


def test_values_are_text_and_never_markup(site: dict[str, bytes]) -> None:
    for page in soups(site).values():
        assert not page.select("script:not([src='table.js']), [onerror]")
        assert not any(link.startswith("javascript:") for link in links(page))
    assert any("{{ site }}" in page.get_text() for page in soups(site).values())


def test_missing_values_are_empty_cells(site: dict[str, bytes]) -> None:
    row = next(row for row in soups(site)["index.html"].select("tbody tr") if "=1+1" in row.get_text())
    assert [cell.get_text() for cell in row.select("td")] == ["", "", "", ""]


def test_the_start_page_has_the_best_first(site: dict[str, bytes]) -> None:
    start = soups(site)["index.html"]
    assert [title.get_text() for title in start.select("tbody th")][:3] == ["<script>alert(1)</script>", "Heat", "{{ site }}"]
    first = start.select_one("ol a")
    assert isinstance(first, Tag)
    assert first.get_text() == "Al Pacino"


def test_the_pictures_count_ratings_and_years() -> None:
    site = build_site(to_frame(MOVIES), this_year=1995)
    assert site["ratings.svg"].count(b"<rect") == 3
    assert b"<title>8 to 8.5: 1 movie</title>" in site["ratings.svg"]
    assert b"<title>1989: 1 movie</title>" in site["years.svg"]
    assert b"<title>1995 so far: 2 movies</title>" in site["years.svg"]
    empty = build_site(to_frame([]))
    assert b"no movie has a rating" in empty["ratings.svg"]
    assert b"no movie has a year" in empty["years.svg"]


def test_groups() -> None:
    movies = [
        ShownMovie("a", 9, 1999, ("Ann", "Bob"), genres=("Drama", "Crime")),
        ShownMovie("b", 8, 1995, ("Bob", "Bob")),
        ShownMovie("c", 7, 2001, actors=("Ann",), genres=("Crime",)),
    ]
    groups = {kind.folder: [(group.name, group.page, group.total) for group in kind.groups] for kind in group_movies(movies)}
    assert groups == {
        "years": [("1995", "years/1995.html", 1), ("1999", "years/1999.html", 1), ("2001", "years/2001.html", 1)],
        "decades": [("1990s", "decades/1990s.html", 2), ("2000s", "decades/2000s.html", 1)],
        "genres": [("Crime", "genres/1-crime.html", 2), ("Drama", "genres/2-drama.html", 1)],
        "actors": [("Ann", "actors/1-ann.html", 2), ("Bob", "actors/2-bob.html", 2)],
    }


def test_a_large_group_says_how_many_it_has() -> None:
    years = group_movies([ShownMovie(str(number), year=1995) for number in range(2 * MAX_GROUP_MOVIES)])[0]
    assert [(len(group.movies), group.total) for group in years.groups] == [(MAX_GROUP_MOVIES, 2 * MAX_GROUP_MOVIES)]


def test_genres_have_pages_where_the_table_has_them() -> None:
    assert "genres.html" not in build_site(to_frame(MOVIES))
    site = build_site(to_frame([Movie("Heat", genres=("Crime", "Drama"))], ["title", "genres"]))
    assert {"genres.html", "genres/1-crime.html", "genres/2-drama.html"} <= set(site)


@pytest.mark.parametrize(
    ("votes", "best", "least"),
    [
        ([10, 5_000, 9_000, 20], ["b", "c", "d"], 20),
        ([None, None, None, None], ["a", "b", "c", "d"], 0),
        ([None, None, None, 7], ["a", "b", "c", "d"], 0),
    ],
)
def test_the_best_have_votes(votes: list[int | None], best: list[str], least: int) -> None:
    movies = [ShownMovie(title, 9.0, votes=number) for title, number in zip("abcd", votes, strict=True)]
    found, asked = best_rated(movies, 10)
    assert ([movie.title for movie in found], asked) == (best, least)


def test_all_movies_and_their_urls_are_reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(homepage, "MAX_TABLE_MOVIES", 20)
    movies = [Movie(f"Movie {number}", url=f"https://example.org/{number}") for number in range(50)]
    pages = soups(build_site(to_frame(movies)))
    assert {"movies.html", "movies-2.html", "movies-3.html"} <= set(pages)
    listed = [links(page) for name, page in pages.items() if name.startswith("movies")]
    assert {movie.url for movie in movies} <= set().union(*listed)
    assert "movies-3.html" in links(pages["movies.html"])


def test_nothing_may_run_but_the_sites_own_script(site: dict[str, bytes]) -> None:
    for name, page in soups(site).items():
        policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')
        assert isinstance(policy, Tag)
        assert "default-src 'none'" in str(policy["content"])
        assert not {"'unsafe-inline'", "https:", "*"} & set(re.split(r"[ ;]+", str(policy["content"])))
        assert not page.select("[style], style, [onclick]")
        assert [str(script["src"]) for script in page.select("script")] == (["table.js"] if name == "movies.html" else [])
    assert b"innerHTML" not in site["table.js"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "CON", "a/b\\c:d", "\0", "柊瑠美", "x" * 500, ""])
def test_file_names_are_safe(name: str) -> None:
    assert re.fullmatch(r"actors/7(-[a-z0-9]+)*\.html", page_name("actors", 7, name))
    assert len(page_name("actors", 7, name)) < 60


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "//example.org", "http://", "file:///etc/passwd"]
)
def test_links_lead_to_the_web_only(url: str | None) -> None:
    assert link_of(url) is None


def test_a_table_with_nothing_but_titles(tmp_path: Path) -> None:
    write_site(build_site(to_frame(MOVIES, ["title"])), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").exists()


def test_the_same_table_is_the_same_site(site: dict[str, bytes]) -> None:
    assert build_site(to_frame(MOVIES)) == site


def test_a_new_site_takes_the_place_of_an_old_one(tmp_path: Path, site: dict[str, bytes]) -> None:
    write_site(site, tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "years" / "of-the-cat.html").write_text("mine too")
    (tmp_path / "genres.html").write_bytes(site["years.html"])
    (tmp_path / "actors").mkdir(exist_ok=True)
    smaller = build_site(to_frame(MOVIES[:1]))
    assert "genres.html" not in smaller
    write_site(smaller, tmp_path)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {*smaller, "notes.txt", "years/of-the-cat.html"}
    assert (tmp_path / "index.html").read_bytes() == smaller["index.html"]
