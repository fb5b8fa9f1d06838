"""The pages: what each layout shows is its truth, cell by cell, read here the way a student would."""

import json
import re
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from moviescrape.movie import DEFAULT_COLUMNS, Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from moviescrape.practice import LAYOUTS, PUBLIC_ORIGIN, START_PATH, Catalogue, LayoutName, Pages

pytestmark = pytest.mark.slow

YEAR = "/search/title/?release_date=2016-01-01,2016-12-31&num_votes=5000,&sort=user_rating,desc"
EVERYTHING = "/search/title/?sort=alpha,asc&count=250"
CHART = "/chart/top/"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(movies=600, seed=11)


def _soup(pages: Pages, path: str) -> BeautifulSoup:
    return BeautifulSoup(pages.page(path), "lxml")


def _columns(movies: list[Movie]) -> list[tuple[object, ...]]:
    return [tuple(getattr(movie, column) for column in DEFAULT_COLUMNS) for movie in movies]


def _text(node: Tag | None) -> str | None:
    return node.get_text(" ", strip=True) if node else None


def _number(text: str | None) -> int | None:
    found = re.search(r"\d+", text or "")
    return int(found[0]) if found else None


def _shown(value: object) -> list[str]:
    return [] if value is None else [str(value)]


def _minutes(text: str | None) -> int | None:
    """Return the minutes of `2h 22m` and `2 hours 22 minutes`."""
    found = re.fullmatch(r"(?:(\d+) ?h\w*)? ?(?:(\d+) ?m\w*)?", " ".join((text or "").split()))
    return int(found[1] or 0) * 60 + int(found[2] or 0) if text and found else None


def _url(link: Tag | None) -> str:
    assert link
    return urljoin(PUBLIC_ORIGIN, str(link["href"]).partition("?")[0])


@pytest.mark.parametrize("path", [START_PATH, f"{START_PATH}&start=201", YEAR, EVERYTHING])
def test_a_classic_list_shows_its_truth(catalogue: Catalogue, path: str) -> None:
    pages = Pages(catalogue)
    read = []
    for item in _soup(pages, path).select("div.lister-item"):
        rating = item.select_one(".ratings-imdb-rating")
        stars = tuple(link.text for link in item.select('a[href*="adv_li_st"]'))
        runtime, year = _number(_text(item.select_one(".runtime"))), _number(_text(item.select_one(".lister-item-year")))
        link = item.select_one("h3 a")
        score = float(str(rating["data-value"])) if rating else None
        read.append((_text(link), score, year, stars, runtime, _url(link)))
    assert read == _columns(pages.truth_of(path))


def test_a_classic_chart_shows_its_truth(catalogue: Catalogue) -> None:
    pages = Pages(catalogue)
    read = []
    for row in _soup(pages, CHART).select("tbody tr"):
        link = row.select_one(".titleColumn a")
        assert link
        people = [name for name in str(link["title"]).split(", ") if not name.endswith("(dir.)")]
        year, rating = _number(_text(row.select_one(".secondaryInfo"))), _text(row.select_one(".imdbRating strong"))
        read.append((_text(link), float(rating or 0), year, tuple(people), None, _url(link)))
    assert read == _columns(pages.truth_of(CHART))


def test_a_classic_title_page_shows_its_truth(catalogue: Catalogue) -> None:
    pages = Pages(catalogue)
    for film in catalogue.movies[::7]:
        soup, truth = _soup(pages, film.path), pages.truth_of(film.path)[0]
        blocks = {_text(block.h4): block for block in soup.select(".credit_summary_item, .txt-block") if block.h4}
        stars = blocks.get("Stars:") or blocks.get("Star:")
        heading = soup.select_one("h1")
        assert heading
        assert heading.get_text().partition("\xa0(")[0] == truth.title
        assert _text(soup.select_one("#titleYear a")) == str(truth.year)
        assert _text(soup.select_one("[itemprop=ratingValue]")) == (str(truth.rating) if truth.rating else None)
        assert [link.text for link in (stars.select('a[href^="/name/"]') if stars else ())] == list(truth.actors)
        assert _number(_text(blocks["Runtime:"].time) if "Runtime:" in blocks else None) == truth.runtime
        spoken = blocks["Language:"].select("a") if "Language:" in blocks else ()
        assert [link.text for link in spoken] == list(truth.languages)


def test_a_title_page_of_2021_shows_its_truth(catalogue: Catalogue) -> None:
    pages = Pages(catalogue, "mixed")
    for film in catalogue.movies[::7]:
        soup, truth = _soup(pages, film.path), pages.truth_of(film.path)[0]

        def texts(selector: str, soup: BeautifulSoup = soup) -> list[str]:
            return [node.get_text() for node in soup.select(selector)]

        facts = texts('[data-testid="hero-title-block__metadata"] li')
        length = _text(soup.select_one('[data-testid="title-techspec_runtime"] .ipc-metadata-list-item__content-container'))
        assert texts('h1[data-testid="hero-title-block__title"]') == [truth.title]
        assert facts[0] == str(truth.year)
        assert texts('[data-testid="hero-rating-bar__aggregate-rating__score"] span:first-child') == _shown(truth.rating)
        assert texts('[data-testid="title-pc-principal-credit"] a[href*="ov_st"]') == list(truth.actors)
        assert texts('[data-testid="title-details-languages"] a') == list(truth.languages)
        assert _minutes(length) == truth.runtime == _minutes(next((fact for fact in facts if fact[-1] in "hm"), None))


@pytest.mark.parametrize("layout", ["mixed", "next"])
def test_title_pages_are_read_without_their_scripts_too(catalogue: Catalogue, layout: LayoutName) -> None:
    pages = Pages(catalogue, layout)
    for film in catalogue.movies[::50]:
        html = re.sub(rb"<script.*?</script>", b"", pages.page(film.path), flags=re.DOTALL)
        parsed = parse_page(Page(html, url=PUBLIC_ORIGIN + film.path))
        assert _columns(list(parsed.movies)) == _columns(pages.truth_of(film.path))


def test_a_schema_title_page_shows_what_its_data_says(catalogue: Catalogue) -> None:
    pages = Pages(catalogue, "schema")
    film = next(film for film in catalogue.movies if film.rating and film.runtime and film.certificate)
    text = _soup(pages, film.path).select("main")[0].get_text(" ", strip=True)
    assert f"{film.rating} of 10" in text
    assert film.certificate
    assert film.certificate in text
    assert f"{(film.runtime or 0) % 60} min" in text


@pytest.mark.parametrize("path", [START_PATH, YEAR, CHART])
def test_a_plain_table_shows_its_truth(catalogue: Catalogue, path: str) -> None:
    pages = Pages(catalogue, "table")
    read = []
    for row in _soup(pages, path).select("tbody tr"):
        _, title, year, rating, runtime, stars, _ = row.select("td")
        names = tuple(link.text for link in stars.select("a"))
        score = float(rating.text) if rating.text else None
        read.append((_text(title.a), score, int(year.text), names, _number(runtime.text), _url(title.a)))
    assert read == _columns(pages.truth_of(path))


def test_microdata_shows_its_truth(catalogue: Catalogue) -> None:
    pages = Pages(catalogue, "schema")
    read = []
    for item in _soup(pages, CHART).select('[itemtype="https://schema.org/Movie"]'):
        runtime, rating = item.select_one("[itemprop=duration]"), _text(item.select_one("[itemprop=ratingValue]"))
        stars = tuple(name.text for name in item.select("[itemprop=actor] [itemprop=name]"))
        minutes = _number(str(runtime["datetime"])) if runtime else None
        released = item.select_one("[itemprop=datePublished]")
        assert released
        link = item.select_one("h2 a[itemprop=url]")
        read.append((_text(link), float(rating or 0), _number(str(released["datetime"])), stars, minutes, _url(link)))
    assert read == _columns(pages.truth_of(CHART))


def test_the_next_chart_shows_25_and_embeds_all(catalogue: Catalogue) -> None:
    soup = _soup(Pages(catalogue, "next"), CHART)
    state = soup.select_one("script#__NEXT_DATA__")
    assert state
    edges = json.loads(state.text)["props"]["pageProps"]["pageData"]["chartTitles"]["edges"]
    assert len(soup.select("li.ipc-metadata-list-summary-item")) == 25
    assert [edge["node"]["id"] for edge in edges] == [film.id for film in catalogue.chart(CHART) or ()]


@pytest.mark.parametrize("layout", ["classic", "mixed", "next", "schema"])
@pytest.mark.parametrize("path", [START_PATH, YEAR, EVERYTHING, CHART, "/title/tt0000033/"])
def test_the_library_reads_the_truth(catalogue: Catalogue, layout: LayoutName, path: str) -> None:
    pages = Pages(catalogue, layout)
    parsed = parse_page(Page(pages.page(path), url=PUBLIC_ORIGIN + path))
    assert _columns(list(parsed.movies)) == _columns(pages.truth_of(path))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_links_to_the_next_page_and_ends(catalogue: Catalogue, layout: LayoutName) -> None:
    pages, path, walked = Pages(catalogue, layout), START_PATH, 0
    while path:
        link = _soup(pages, path).select_one('a[rel="next"], a.next-page')
        path, walked = (str(link["href"]) if link else ""), walked + 1
    assert walked == 5


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "path", ["/", START_PATH, CHART, "/title/tt0000033/", "/name/nm0000001/", "/nowhere", "/search/title/?start=9999"]
)
def test_every_page_stands_on_its_own(catalogue: Catalogue, layout: LayoutName, path: str) -> None:
    """An absolute canonical link, a language, one main heading, and nothing from elsewhere."""
    soup = _soup(Pages(catalogue, layout), path)
    canonical = soup.select_one("link[rel=canonical]")
    assert canonical
    assert str(canonical["href"]).startswith(f"{PUBLIC_ORIGIN}/")
    assert soup.html
    assert soup.html["lang"] == "en"
    assert len(soup.select("h1")) == len(soup.select("main")) == 1
    assert not [link for link in soup.select("[src], link[rel=stylesheet]") if "//" in str(link.get("src") or link.get("href"))]


def test_html_in_a_title_stays_text() -> None:
    pages = Pages(Catalogue(), "next")
    film = next(film for film in pages.catalogue.movies if "<" in film.title)
    state = _soup(pages, film.path).select_one("script#__NEXT_DATA__")
    assert state
    assert json.loads(state.text)["props"]["pageProps"]["aboveTheFoldData"]["titleText"]["text"] == film.title
    assert b"Less < More" not in pages.page(film.path).partition(b"__NEXT_DATA__")[0].partition(b"</head>")[2]


def test_a_classic_list_has_what_scrapers_of_2018_to_2022_read(catalogue: Catalogue) -> None:
    soup = _soup(Pages(catalogue), YEAR)
    rated = [item for item in soup.select("div.lister-item") if item.select_one(".ratings-imdb-rating")]
    for item in rated:
        score = _text(item.select_one(".ratings-imdb-rating strong"))
        assert _text(item.select_one(".ratings-user-rating span.value")) == score
        assert str(item.select_one('meta[itemprop="ratingValue"]')["content"]) == score  # type: ignore[index]
        assert item.img
        assert item.h3
        assert item.img["alt"] == _text(item.h3.a)
    assert soup.find("strong", string="User Rating")
    ghost = rated[0].select_one("p:nth-of-type(3) .ghost")
    assert ghost
    assert str(ghost.next_sibling).startswith(" \n")
    assert any("Gross:" in item.get_text() for item in rated)


def test_the_way_back_is_named(catalogue: Catalogue) -> None:
    back = _soup(Pages(catalogue), f"{START_PATH}&start=201").select_one("a.lister-page-prev")
    assert back
    assert str(back["href"]).endswith("start=151&ref_=adv_prv")
