"""The same six fields by the libraries that people would use instead, each written as its good users write it.

Every function takes a page's bytes and gives the rows that moviescrape gives: (title, rating, year, actors, runtime, url).
"""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from lxml import html as lxml_html
from parsel import Selector
from selectolax.lexbor import LexborHTMLParser

ORIGIN = "http://movies.localhost:8000"
Row = tuple[str, float | None, int | None, tuple[str, ...], int | None, str]
Peer = Callable[[bytes], list[Row]]
ScriptText = Callable[[bytes, str], str]

YEAR = re.compile(r"\d{4}")
DIGITS = re.compile(r"\d+")
HOURS = re.compile(r"(?:(\d+)h)? ?(?:(\d+)min)?")


def _year(text: str | None) -> int | None:
    found = YEAR.search(text or "")
    return int(found[0]) if found else None


def _number(text: str | None) -> int | None:
    found = DIGITS.search(text or "")
    return int(found[0]) if found else None


def _rating(text: str | None) -> float | None:
    return float(text) if text else None


def _iso_minutes(text: str | None) -> int | None:
    found = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", text or "")
    return int(found[1] or 0) * 60 + int(found[2] or 0) if found else None


def _movie_url(link: str) -> str:
    return urljoin(ORIGIN, link.split("?")[0])


def _lxml_tree(page: bytes) -> Any:
    return lxml_html.fromstring(page, parser=lxml_html.HTMLParser(encoding="utf-8"))


# classic lists: div.lister-item


def parsel_list(page: bytes) -> list[Row]:
    return [
        (
            item.css("h3.lister-item-header a::text").get("").strip(),
            _rating(item.css(".ratings-imdb-rating::attr(data-value)").get()),
            _year(item.css(".lister-item-year::text").get()),
            tuple(item.css('p a[href*="_li_st_"]::text').getall()),
            _number(item.css(".runtime::text").get()),
            _movie_url(item.css("h3.lister-item-header a::attr(href)").get("")),
        )
        for item in Selector(body=page, encoding="utf-8").css("div.lister-item")
    ]


def lxml_list(page: bytes) -> list[Row]:
    rows: list[Row] = []
    for item in _lxml_tree(page).cssselect("div.lister-item"):
        link = item.cssselect("h3.lister-item-header a")[0]
        rating, year, runtime = (
            item.cssselect(".ratings-imdb-rating"),
            item.cssselect(".lister-item-year"),
            item.cssselect(".runtime"),
        )
        rows.append(
            (
                link.text_content().strip(),
                _rating(rating[0].get("data-value")) if rating else None,
                _year(year[0].text_content()) if year else None,
                tuple(star.text_content() for star in item.cssselect('p a[href*="_li_st_"]')),
                _number(runtime[0].text_content()) if runtime else None,
                _movie_url(link.get("href", "")),
            )
        )
    return rows


def selectolax_list(page: bytes) -> list[Row]:
    rows: list[Row] = []
    for item in LexborHTMLParser(page).css("div.lister-item"):
        link: Any = item.css_first("h3.lister-item-header a")
        rating, year, runtime = (
            item.css_first(".ratings-imdb-rating"),
            item.css_first(".lister-item-year"),
            item.css_first(".runtime"),
        )
        rows.append(
            (
                link.text(strip=True),
                _rating(rating.attributes["data-value"]) if rating else None,
                _year(year.text()) if year else None,
                tuple(star.text() for star in item.css('p a[href*="_li_st_"]')),
                _number(runtime.text()) if runtime else None,
                _movie_url(link.attributes["href"] or ""),
            )
        )
    return rows


def _soup_list(page: bytes, features: str) -> list[Row]:
    rows: list[Row] = []
    for item in BeautifulSoup(page, features, from_encoding="utf-8").select("div.lister-item"):
        link: Any = item.select_one("h3.lister-item-header a")
        rating: Any = item.select_one(".ratings-imdb-rating")
        year, runtime = item.select_one(".lister-item-year"), item.select_one(".runtime")
        rows.append(
            (
                link.get_text().strip(),
                _rating(rating["data-value"]) if rating else None,
                _year(year.get_text()) if year else None,
                tuple(star.get_text() for star in item.select('p a[href*="_li_st_"]')),
                _number(runtime.get_text()) if runtime else None,
                _movie_url(link["href"]),
            )
        )
    return rows


# classic title pages


def parsel_title(page: bytes) -> list[Row]:
    root = Selector(body=page, encoding="utf-8")
    return [
        (
            " ".join(root.css("h1::text").get("").split()),
            _rating(root.css('[itemprop="ratingValue"]::text').get()),
            _year(root.css("#titleYear a::text").get()),
            tuple(root.css('.credit_summary_item a[href*="tt_ov_st"]::text').getall()),
            _iso_minutes(root.css(".subtext time::attr(datetime)").get()),
            root.css('link[rel="canonical"]::attr(href)').get(""),
        )
    ]


def lxml_title(page: bytes) -> list[Row]:
    root = _lxml_tree(page)
    rating, year, runtime = (
        root.cssselect('[itemprop="ratingValue"]'),
        root.cssselect("#titleYear a"),
        root.cssselect(".subtext time"),
    )
    return [
        (
            " ".join((root.cssselect("h1")[0].text or "").split()),
            _rating(rating[0].text_content()) if rating else None,
            _year(year[0].text_content()) if year else None,
            tuple(star.text_content() for star in root.cssselect('.credit_summary_item a[href*="tt_ov_st"]')),
            _iso_minutes(runtime[0].get("datetime")) if runtime else None,
            root.cssselect('link[rel="canonical"]')[0].get("href", ""),
        )
    ]


def selectolax_title(page: bytes) -> list[Row]:
    root = LexborHTMLParser(page)
    rating, year, runtime = (
        root.css_first('[itemprop="ratingValue"]'),
        root.css_first("#titleYear a"),
        root.css_first(".subtext time"),
    )
    heading: Any = root.css_first("h1")
    canonical: Any = root.css_first('link[rel="canonical"]')
    return [
        (
            " ".join(heading.text(deep=False).split()),
            _rating(rating.text()) if rating else None,
            _year(year.text()) if year else None,
            tuple(star.text() for star in root.css('.credit_summary_item a[href*="tt_ov_st"]')),
            _iso_minutes(runtime.attributes["datetime"]) if runtime else None,
            canonical.attributes["href"] or "",
        )
    ]


def _soup_title(page: bytes, features: str) -> list[Row]:
    root = BeautifulSoup(page, features, from_encoding="utf-8")
    rating, year = root.select_one('[itemprop="ratingValue"]'), root.select_one("#titleYear a")
    heading: Any = root.select_one("h1")
    runtime: Any = root.select_one(".subtext time")
    canonical: Any = root.select_one('link[rel="canonical"]')
    return [
        (
            " ".join(heading.find(string=True).split()),
            _rating(rating.get_text()) if rating else None,
            _year(year.get_text()) if year else None,
            tuple(star.get_text() for star in root.select('.credit_summary_item a[href*="tt_ov_st"]')),
            _iso_minutes(runtime["datetime"]) if runtime else None,
            canonical["href"],
        )
    ]


# pages that embed JSON: the library finds the script, `json` reads it


def _next_rows(text: str) -> list[Row]:
    props = json.loads(text)["props"]["pageProps"]
    if "aboveTheFoldData" in props:
        return [_next_title(props["aboveTheFoldData"])]
    return [
        (
            movie["titleText"],
            (movie.get("ratingSummary") or {}).get("aggregateRating"),
            movie.get("releaseYear"),
            (),
            movie["runtime"] // 60 if movie.get("runtime") else None,
            f"{ORIGIN}/title/{movie['titleId']}/",
        )
        for movie in props["searchResults"]["titleResults"]["titleListItems"]
    ]


def _next_title(movie: dict[str, Any]) -> Row:
    cast = [group for group in movie.get("principalCredits") or () if group["category"]["id"] == "cast"]
    return (
        movie["titleText"]["text"],
        (movie.get("ratingsSummary") or {}).get("aggregateRating"),
        (movie.get("releaseYear") or {}).get("year"),
        tuple(credit["name"]["nameText"]["text"] for group in cast for credit in group["credits"]),
        movie["runtime"]["seconds"] // 60 if movie.get("runtime") else None,
        f"{ORIGIN}/title/{movie['id']}/",
    )


def _jsonld_rows(text: str) -> list[Row]:
    data = json.loads(text)
    movies = [entry["item"] for entry in data["itemListElement"]] if data["@type"] == "ItemList" else [data]
    return [
        (
            movie["name"],
            (movie.get("aggregateRating") or {}).get("ratingValue"),
            _year(movie.get("datePublished")),
            tuple(star["name"] for star in movie.get("actor", ())),
            _iso_minutes(movie.get("duration")),
            _movie_url(movie["url"]),
        )
        for movie in movies
    ]


def _parsel_script(page: bytes, css: str) -> str:
    return Selector(body=page, encoding="utf-8").css(f"{css}::text").get("")


def _lxml_script(page: bytes, css: str) -> str:
    return _lxml_tree(page).cssselect(css)[0].text or ""


def _selectolax_script(page: bytes, css: str) -> str:
    script: Any = LexborHTMLParser(page).css_first(css)
    return str(script.text())


def _soup_script(features: str) -> ScriptText:
    def script(page: bytes, css: str) -> str:
        found: Any = BeautifulSoup(page, features, from_encoding="utf-8").select_one(css)
        return str(found.string)

    return script


SCRIPTS: dict[str, ScriptText] = {
    "parsel": _parsel_script,
    "lxml": _lxml_script,
    "selectolax": _selectolax_script,
    "bs4 lxml": _soup_script("lxml"),
    "bs4 html.parser": _soup_script("html.parser"),
}


def _by_script(css: str, read: Callable[[str], list[Row]]) -> dict[str, Peer]:
    return {name: lambda page, find=find: read(find(page, css)) for name, find in SCRIPTS.items()}  # type: ignore[misc]


# plain tables: rank, title, year, rating, runtime, stars; on a title page a row a fact


def _list_row(texts: list[str], stars: list[str], link: str) -> Row:
    return (texts[1], _rating(texts[3]), _year(texts[2]), tuple(stars), _number(texts[4]), _movie_url(link))


def _title_row(heading: str, facts: dict[str, str], stars: list[str], url: str) -> Row:
    rating, year, runtime = (facts.get(label) for label in ("Rating", "Year", "Runtime"))
    return (heading, _rating(rating), _year(year), tuple(stars), _number(runtime), url)


def parsel_table_list(page: bytes) -> list[Row]:
    rows: list[Row] = []
    for row in Selector(body=page, encoding="utf-8").css("table.plain tbody tr"):
        texts = [cell.css("::text").get("") for cell in row.css("td")]
        stars = row.css("td:nth-child(6) a::text").getall()
        rows.append(_list_row([*texts[:1], row.css("td a::text").get(""), *texts[2:]], stars, row.css("a::attr(href)").get("")))
    return rows


def parsel_table_title(page: bytes) -> list[Row]:
    root = Selector(body=page, encoding="utf-8")
    rows = root.css("table.plain tr")
    facts = {row.css("th::text").get(""): row.css("td::text").get("") for row in rows}
    stars = [star for row in rows if row.css("th::text").get() == "Stars" for star in row.css("a::text").getall()]
    url = root.css('link[rel="canonical"]::attr(href)').get("")
    return [_title_row(" ".join(root.css("h1::text").get("").split()), facts, stars, url)]


def lxml_table_list(page: bytes) -> list[Row]:
    rows: list[Row] = []
    for row in _lxml_tree(page).cssselect("table.plain tbody tr"):
        cells = row.cssselect("td")
        stars = [star.text_content() for star in cells[5].cssselect("a")]
        rows.append(_list_row([cell.text_content() for cell in cells], stars, cells[1].cssselect("a")[0].get("href", "")))
    return rows


def lxml_table_title(page: bytes) -> list[Row]:
    root = _lxml_tree(page)
    cells = {row.cssselect("th")[0].text_content(): row.cssselect("td")[0] for row in root.cssselect("table.plain tr")}
    facts = {label: cell.text_content() for label, cell in cells.items()}
    stars = [star.text_content() for star in cells["Stars"].cssselect("a")] if "Stars" in cells else []
    url = root.cssselect('link[rel="canonical"]')[0].get("href", "")
    return [_title_row(" ".join(root.cssselect("h1")[0].text_content().split()), facts, stars, url)]


def selectolax_table_list(page: bytes) -> list[Row]:
    rows: list[Row] = []
    for row in LexborHTMLParser(page).css("table.plain tbody tr"):
        cells = row.css("td")
        link: Any = cells[1].css_first("a")
        stars = [star.text() for star in cells[5].css("a")]
        rows.append(_list_row([cell.text() for cell in cells], stars, link.attributes["href"] or ""))
    return rows


def selectolax_table_title(page: bytes) -> list[Row]:
    root: Any = LexborHTMLParser(page)
    cells = {row.css_first("th").text(): row.css_first("td") for row in root.css("table.plain tr")}
    facts = {label: cell.text() for label, cell in cells.items()}
    stars = [star.text() for star in cells["Stars"].css("a")] if "Stars" in cells else []
    url = root.css_first('link[rel="canonical"]').attributes["href"]
    return [_title_row(" ".join(root.css_first("h1").text().split()), facts, stars, url)]


def _soup_table_list(page: bytes, features: str) -> list[Row]:
    rows: list[Row] = []
    for row in BeautifulSoup(page, features, from_encoding="utf-8").select("table.plain tbody tr"):
        cells: Any = row.select("td")
        stars = [star.get_text() for star in cells[5].select("a")]
        rows.append(_list_row([cell.get_text() for cell in cells], stars, cells[1].a["href"]))
    return rows


def _soup_table_title(page: bytes, features: str) -> list[Row]:
    root: Any = BeautifulSoup(page, features, from_encoding="utf-8")
    cells = {row.th.get_text(): row.td for row in root.select("table.plain tr")}
    facts = {label: cell.get_text() for label, cell in cells.items()}
    stars = [star.get_text() for star in cells["Stars"].select("a")] if "Stars" in cells else []
    url = root.select_one('link[rel="canonical"]')["href"]
    return [_title_row(" ".join(root.h1.get_text().split()), facts, stars, url)]


PEERS: dict[str, dict[str, Peer]] = {
    "classic list": {
        "parsel": parsel_list,
        "lxml": lxml_list,
        "selectolax": selectolax_list,
        "bs4 lxml": lambda page: _soup_list(page, "lxml"),
        "bs4 html.parser": lambda page: _soup_list(page, "html.parser"),
    },
    "classic title": {
        "parsel": parsel_title,
        "lxml": lxml_title,
        "selectolax": selectolax_title,
        "bs4 lxml": lambda page: _soup_title(page, "lxml"),
        "bs4 html.parser": lambda page: _soup_title(page, "html.parser"),
    },
    "next list": _by_script("script#__NEXT_DATA__", _next_rows),
    "next title": _by_script("script#__NEXT_DATA__", _next_rows),
    "schema list": _by_script('script[type="application/ld+json"]', _jsonld_rows),
    "schema title": _by_script('script[type="application/ld+json"]', _jsonld_rows),
    "table list": {
        "parsel": parsel_table_list,
        "lxml": lxml_table_list,
        "selectolax": selectolax_table_list,
        "bs4 lxml": lambda page: _soup_table_list(page, "lxml"),
        "bs4 html.parser": lambda page: _soup_table_list(page, "html.parser"),
    },
    "table title": {
        "parsel": parsel_table_title,
        "lxml": lxml_table_title,
        "selectolax": selectolax_table_title,
        "bs4 lxml": lambda page: _soup_table_title(page, "lxml"),
        "bs4 html.parser": lambda page: _soup_table_title(page, "html.parser"),
    },
}
"""By kind of page, by library."""
