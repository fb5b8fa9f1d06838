"""rottentomatoes.com, 2008 until today. The rating is the Tomatometer (the share of good reviews); the audience's is another."""

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import bracketed_year, labelled, labelled_all, matched_text, own_text
from moviescrape.parse.sites.site import FieldRule, Layout, Site, field_rule


def _attribute(name: str) -> FieldRule:
    """Find an attribute of the item itself, spelt in one word or with hyphens, as the element's releases do."""

    def read(node: Node) -> str | None:
        return node.attribute(name) or node.attribute(name.replace("-", ""))

    return FieldRule(read, f"::attr({name})")


@field_rule("::attr(cast), names joined by commas")
def _cast(node: Node) -> list[str]:
    cast = node.attribute("cast")
    return cast.split(",") if cast else []


@field_rule('the line under the title: "2014, Drama, 1h 57m"')
def _scoreboard_runtime(node: Node) -> str | None:
    info = node.first('[slot="info"], p.scoreboard__info')
    return info.text.rpartition(",")[2] if info else None


@field_rule('the line under the title: "2014, Drama, 1h 57m"')
def _scoreboard_year(node: Node) -> str | None:
    info = node.first('[slot="info"], p.scoreboard__info')
    return info.text.partition(",")[0] if info else None


@field_rule("the address above that of the movie's reviews, as its own page links them")
def _above_reviews(node: Node) -> str | None:
    link = node.first('a[href*="/m/"][href*="/reviews"]')
    return (link.attribute("href") or "").partition("/reviews")[0] if link else None


_URL = ('link[rel="canonical"]::attr(href)', _above_reviews)
_ROWS = "li.meta-row, li.info-item, div.category-wrap, p.info-item, table.info tr"
_ROW_LABEL = '[data-qa="movie-info-item-label"], [data-qa="item-label"], div.meta-label, .info-item-label, .key, dt'
_RUNTIME = labelled("runtime", _ROWS, _ROW_LABEL)
_DIRECTORS = labelled_all("directors", _ROWS, _ROW_LABEL, 'a[href*="/celebrity/"]')
_LANGUAGES = labelled_all(
    "languages", _ROWS, _ROW_LABEL, '[data-qa="item-value"], [data-qa="movie-info-item-value"], div.meta-value, dd'
)

TITLE_2010 = Layout(  # until 2013: RDFa, whose running times are wrong
    name="title-2010",
    mark=b"tomatometer_score",
    scale=100,
    fields={
        "title": ('h1.movie_title [property="v:name"]', "h1.movie_title"),
        "url": _URL,
        "year": (bracketed_year("h1.movie_title"), '[property="v:initialReleaseDate"]::attr(content)'),
        "rating": ("#tomatometer_score span.percent", 'span.percent[property="v:average"]', "#all-critics-meter"),
        "runtime": ('[property="v:runtime"]', labelled("runtime", "#movie_stats p", "span.label")),
        "actors": (
            'p.movie_cast_all a[href*="/celebrity/"]',
            'p.movie_cast_shortened a[href*="/celebrity/"]',
            '[rel="v:starring"], [property="v:starring"]',
        ),
        "directors": ('[rel="v:directedBy"], [property="v:directedBy"]',),
        "genres": '[property="v:genre"]',
        "poster": 'img[rel="v:image"]::attr(src)',
    },
)
TITLE_2014 = Layout(  # 2013-2017: microdata with the audience's score beside the critics'
    name="title-2014",
    mark=b"all-critics-numbers",
    scale=100,
    fields={
        "title": (own_text('h1 [itemprop="name"]'), own_text("h1.movie_title"), own_text("#movie-title")),
        "url": _URL,
        "year": (bracketed_year("h1.movie_title"), bracketed_year("#movie-title"), "h1 span.year"),
        "rating": ('#all-critics-numbers [itemprop="ratingValue"]', "#all-critics-numbers .meter-value"),
        "votes": '#all-critics-numbers [itemprop~="ratingCount"]',
        "runtime": ('time[itemprop="duration"]', 'time[itemprop="duration"]::attr(datetime)', _RUNTIME),
        "actors": (
            '[itemprop="actors"] [itemprop="name"]',
            "div.castSection div.cast-item a span",
            'li.cast-item a[href*="/celebrity/"]',
        ),
        "directors": ('[itemprop="director"] [itemprop="name"]', _DIRECTORS),
        "genres": '[itemprop="genre"]',
        "certificate": '[itemprop="contentRating"]',
        "poster": 'img[itemprop="image"]::attr(src)',
    },
)
TITLE_2018 = Layout(  # 2018-2020
    name="title-2018",
    mark=b"mop-ratings-wrap",
    scale=100,
    fields={
        "title": "h1.mop-ratings-wrap__title",
        "url": _URL,
        "rating": "#tomato_meter_link .mop-ratings-wrap__percentage",
        "runtime": _RUNTIME,
        "actors": "div.castSection div.cast-item a span",
        "directors": _DIRECTORS,
        "languages": _LANGUAGES,
    },
)
TITLE_2021 = Layout(  # 2020-2023: a custom element with the scores in attributes
    name="title-2021",
    mark=b"score-board",
    scale=100,
    fields={
        "title": ('h1[slot="title"]', "h1.scoreboard__title"),
        "url": _URL,
        "year": _scoreboard_year,
        "rating": ("score-board::attr(tomatometerscore)", "score-board-deprecated::attr(tomatometerscore)"),
        "runtime": (_RUNTIME, _scoreboard_runtime),
        "directors": _DIRECTORS,
        "languages": _LANGUAGES,
    },
)
TITLE_2024 = Layout(  # since 2023
    name="title-2024",
    mark=b"media-scorecard",
    scale=100,
    fields={
        "title": ('media-hero [slot="title"]', '[data-qa="score-panel-title"]', '[slot="title"]'),
        "url": _URL,
        "rating": ('media-scorecard [slot="criticsScore"]', 'media-scorecard [slot="critics-score"]'),
        "runtime": _RUNTIME,
        "directors": _DIRECTORS,
        "languages": _LANGUAGES,
    },
)

_MOVIE_LINK = 'a[href*="/m/"]::attr(href)'

GUIDE = Layout(  # editorial.rottentomatoes.com: guides and countdowns
    name="guide",
    mark=b"countdown-item",
    item="div.countdown-item",
    fields={
        "title": "div.article_movie_title a",
        "url": ("div.article_movie_title a::attr(href)", _MOVIE_LINK),
        "year": "span.start-year",
        "rating": "span.tMeterScore",
        "actors": "div.cast a",
        "directors": "div.director a",
        "rank": ("div.countdown-index", "div.countdown-index-resposive"),
        "poster": "img.article_poster::attr(src)",
    },
    expects=("title", "url", "year"),
)
TOP = Layout(  # /top/bestofrt, until 2022
    name="top",
    mark=b"tMeterScore",
    item='table.table tr:has(a.articleLink[href*="/m/"])',
    fields={
        "title": "a.articleLink",
        "url": "a.articleLink::attr(href)",
        "year": bracketed_year("a.articleLink"),
        "rating": "span.tMeterScore",
        "rank": "td.bold",
    },
    expects=("title", "url", "year"),
)
BROWSE_2016 = Layout(  # /browse, 2015-2022, as a browser has drawn it
    name="browse-2016",
    mark=b"mb-movie",
    item='div.mb-movie:has(a[href*="/m/"])',
    fields={"title": "h3.movieTitle", "url": _MOVIE_LINK, "rating": "span.tMeterScore", "poster": "img::attr(src)"},
    expects=("title", "url"),
)
BROWSE = Layout(  # /browse since 2022: the years are in the JSON-LD only; a tile says when the movie opened, perhaps again
    name="browse",
    mark=b"discovery-media-list-item",
    item='[data-qa="discovery-media-list-item"]',
    fields={
        "title": '[data-qa="discovery-media-list-item-title"]',
        "url": ('a[href*="/m/"]::attr(href)', "::attr(href)", 'a[href*="/tv/"]::attr(href)'),
        "rating": ('[slot="criticsScore"]', "score-pairs::attr(criticsscore)"),
        "poster": ("rt-img::attr(src)", "img::attr(src)"),
    },
    expects=("title", "url"),
)
SEARCH = Layout(  # /search since 2020
    name="search",
    mark=b"search-page-media-row",
    item="search-page-media-row",
    fields={
        "title": 'a[slot="title"]',
        "url": 'a[slot="title"]::attr(href)',
        "year": (_attribute("release-year"), _attribute("start-year")),
        "rating": _attribute("tomatometer-score"),
        "actors": _cast,
        "poster": "img::attr(src)",
    },
    scale=100,
    expects=("title", "url"),
)

FILMOGRAPHY = Layout(  # /celebrity/... since 2020
    name="filmography",
    mark=b"celebrity-filmog",
    item='tr[data-title][data-year]:has(a[href*="/m/"])',
    fields={
        "title": "::attr(data-title)",
        "url": _MOVIE_LINK,
        "year": "::attr(data-year)",
        "rating": "::attr(data-tomatometer)",
    },
    scale=100,
    expects=("title", "url", "year"),
)

FILMOGRAPHY_OLD = Layout(  # /celebrity/... until 2020
    name="filmography-old",
    mark=b"filmographyTbl",
    item='#filmographyTbl tr:has(a[href*="/m/"])',
    fields={
        "title": 'a[href*="/m/"]',
        "url": _MOVIE_LINK,
        "year": matched_text("td:last-child", r"^(?:19|20)\d\d$"),
        "rating": "span.tMeterScore",
    },
    expects=("title", "url"),
    once=True,
)

SITE = Site(
    name="rottentomatoes",
    hosts=("rottentomatoes.com",),
    origin="https://www.rottentomatoes.com",
    names=("Rotten Tomatoes",),
    movie_url=r"^https?://[^/]+/(m|tv)/([^/?#]+(?:/s\d+)?)/?(?:[?#].*)?$",
    canonical=r"https://www.rottentomatoes.com/\1/\2",
    not_movies=r"^/(?:$|critics?/|source/|(?:m|tv)/[^/]+/(?:reviews|cast|trailers|pictures|videos|quotes))",
    layouts=(
        *(TITLE_2010, TITLE_2014, TITLE_2018, TITLE_2021, TITLE_2024, FILMOGRAPHY, FILMOGRAPHY_OLD),
        *(GUIDE, TOP, BROWSE_2016, BROWSE, SEARCH),
    ),
)
