"""letterboxd.com: films, and grids of posters whose titles and years stand in attributes. Ratings are of 5 stars."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import own_text
from moviescrape.parse.sites.site import Layout, Site, field_rule


@field_rule("::attr(data-film-slug), which was a path until 2023 and is its last part since")
def _film_path(node: Node) -> str | None:
    slug = (node.attribute("data-film-slug") or node.attribute("data-item-slug") or "").strip("/")
    return f"/film/{slug.removeprefix('film/')}/" if slug else None


@field_rule('img::attr(alt): "Title", since 2025 "Poster for Title (2019)"')
def _alternative(node: Node) -> str | None:
    image = node.first("img")
    return (image.attribute("alt") or "").removeprefix("Poster for ") if image else None


@field_rule("the list item's ::attr(data-average-rating); data-owner-rating is one member's")
def _average(node: Node) -> str | None:
    item = node.parent
    return node.attribute("data-average-rating") or (item.attribute("data-average-rating") if item else None)


@field_rule("the cell of the year in a diary's row")
def _released(node: Node) -> str | None:
    row = node.parent
    while row is not None and row.tag != "tr":
        row = row.parent
    cell = row.first("td.td-released, td.col-releaseyear") if row else None
    return cell.text if cell else None


@field_rule("p.list-number beside the poster")
def _rank(node: Node) -> str | None:
    number = node.parent.first("p.list-number") if node.parent else None
    return number.text if number else None


@field_rule('::attr(data-item-name) and the like, "Title (2019)": the year at the end')
def _bracketed_year(node: Node) -> str | None:
    names = [node.attribute(name) or "" for name in ("data-item-full-display-name", "data-item-name", "data-film-name")]
    names += [title.text for title in node.select("span.frame-title")]
    return next((found[1] for name in names if (found := re.search(r"\((\d{4})\)$", name))), None)


@field_rule('meta[name="description"]: "A list of 250 films compiled on Letterboxd"')
def _declared(node: Node) -> str | None:
    meta = node.first('meta[name="description"]')
    found = re.match(r"A list of [\d,]+ films", meta.attribute("content") or "") if meta else None
    return found[0] if found else None


FILM = Layout(
    name="film",
    mark=b"film-page-wrapper",
    scale=5,
    fields={
        "title": (
            "h1.primaryname span.name",
            "h1.headline-1 span.name",
            "section.film-header-group h1",
            '#featured-film-header h1[itemprop="name"]',
            "#featured-film-header h1",
        ),
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)'),
        "year": ("span.releasedate a", "div.releaseyear a", '#featured-film-header a[href*="/films/year/"]'),
        "rating": ('meta[name="twitter:data2"]::attr(content)', "span.average-rating a"),
        "runtime": own_text("p.text-footer"),
        "actors": '#tab-cast a[href*="/actor/"]',
        "directors": (
            'p.credits a[href*="/director/"]',
            'span.directorlist a[href*="/director/"]',
            '#featured-film-header a[href*="/director/"]',
        ),
        "genres": '#tab-genres a[href*="/films/genre/"]',
        "languages": '#tab-details a[href*="/films/language/"]',
        "country": '#tab-details a[href*="/films/country/"]',
        "original_title": ("h2.originalname", "#featured-film-header em"),
        "description": 'meta[property="og:description"]::attr(content)',
    },
)
_OF_MEMBER = r"^/[^/]+/(?:films|watchlist|diary|likes/films)(?:/|$)"
"""A member's films: where there are none, the page has menus of years and genres alone, which no other way may read."""

POSTERS = Layout(  # lists, filmographies, popular films, diaries: drawn from attributes by JavaScript
    name="posters",
    mark=b"poster",
    scale=5,
    item="div[data-film-slug], div[data-item-slug][data-item-link]",
    fields={
        "title": ("::attr(data-film-name)", "::attr(data-item-name)", _alternative, "span.frame-title"),
        "url": ("::attr(data-item-link)", "::attr(data-film-link)", _film_path, "::attr(data-target-link)"),
        "year": ("::attr(data-film-release-year)", _bracketed_year, _released),
        "rating": _average,
        "rank": _rank,
    },
    next="div.pagination a.next::attr(href)",
    total=_declared,
    only_at=r"^(?!/film/[^/]+/(?:themes|similar)/)",
    also_at=_OF_MEMBER,
    expects=("title", "url"),
)
THEMES = Layout(  # what is like a film: the same posters, under each of the themes that they share with it
    name="themes",
    mark=b"poster",
    scale=5,
    item=":is(li, div):is([data-film-slug], [data-item-slug][data-item-link])",
    fields=POSTERS.fields,
    only_at=r"^/film/[^/]+/(?:themes|similar)/",
    expects=("title", "url"),
    once=True,
)

SITE = Site(
    name="letterboxd",
    hosts=("letterboxd.com",),
    origin="https://letterboxd.com",
    # a film's own page and its tabs; not its reviews, nor what a member wrote of it
    movie_url=r"^https?://[^/]+/film/([^/?#]+)/?(?:(?:crew|details|genres|releases)/?)?(?:[?#].*)?$",
    canonical=r"https://letterboxd.com/film/\1/",
    not_movies=r"^/(?:$|journal/|members/|film/[^/]+/(?:reviews|members|fans|likes|ratings|lists|trailer)(?:/|$))|"
    rf"{_OF_MEMBER}",
    layouts=(FILM, POSTERS, THEMES),
)
