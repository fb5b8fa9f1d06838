"""filmweb.pl: premieres, rankings, search and title pages, 2014 until today."""

from moviescrape.parse.sites.rules import bracketed_year, defined_all, own_text
from moviescrape.parse.sites.site import Layout, Site

PREMIERES = Layout(  # 2012-2016, also what was on at the cinemas
    name="filmweb-premieres",
    mark=b"filmContent",
    item="div.filmContent:has(a.filmTitle)",
    fields={
        "title": "a.filmTitle",
        "url": "a.filmTitle::attr(href)",
        "year": ("span.titleYear", "span.infoYear"),
        "rating": own_text("span.rateBox strong"),
        "runtime": ("span.filmTime", "div.filmTime"),
        "actors": defined_all("actors", "dl.filmInfo"),
        "directors": defined_all("directors", "dl.filmInfo"),
        "genres": ".filmGenres a",
        "country": ".filmCountries a",
        "original_title": own_text("span.filmSubtitle"),
    },
    expects=("title", "url", "year"),
)
RANKING = Layout(  # since 2019
    name="filmweb-ranking",
    mark=b"rankingType__title",
    item="div.rankingType:has(.rankingType__title a)",
    fields={
        "title": ".rankingType__title a",
        "url": ".rankingType__title a::attr(href)",
        "year": (".rankingType__year", ".rankingType__originalTitle span"),
        "rating": ".rankingType__rate--value",
        "genres": ".rankingType__genres a",
        "original_title": own_text(".rankingType__originalTitle"),
        "rank": ".rankingType__position",
    },
    expects=("title", "url", "year"),
)
PREVIEWS = Layout(  # search and lists, 2018-2022
    name="filmweb-previews",
    mark=b"filmPreview__title",
    item="div.filmPreview:has(.filmPreview__title)",
    fields={
        "title": ".filmPreview__title",
        "url": "a.filmPreview__link::attr(href)",
        "year": (".filmPreview__year", ".filmPreview__extraYear"),
        "rating": (".rateBox__rate", "span.rateBox strong"),
        "runtime": (".filmPreview__filmTime", ".filmPreview__filmTime::attr(data-duration)"),
        "actors": ".filmPreview__info--cast a",
        "directors": ".filmPreview__info--directors a",
        "genres": ".filmPreview__info--genres a",
        "original_title": ".filmPreview__originalTitle",
    },
    expects=("title", "url"),
)
TITLE = Layout(  # since 2019; people come from its JSON-LD or microdata
    name="filmweb-title",
    mark=b"filmCoverSection__title",
    fields={
        "title": ".filmCoverSection__title",
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)'),
        "year": ".filmCoverSection__year",
        "runtime": (".filmCoverSection__duration", ".filmCoverSection__duration::attr(data-duration)"),
        "rating": ".filmRating__rateValue",
        "original_title": ".filmCoverSection__originalTitle",
    },
)
TITLE_OLD = Layout(  # 2010-2018, with RDFa at first
    name="filmweb-title-old",
    mark=b"filmRate",
    fields={
        "title": (".filmMainHeader h1 a", ".filmTitle h1 a", 'h1 [property="v:name"]', "h1.filmTitle a"),
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)'),
        "year": ("#filmYear", bracketed_year(".filmMainHeader .halfSize"), bracketed_year(".filmTitle h1")),
        "runtime": (".filmTime", ".filmInfo .time"),
        "rating": ('[itemprop="ratingValue"]', '[property="v:average"]', ".filmRate strong"),
        "actors": ('[rel="v:starring"]', '.filmCast [itemprop="name"]'),
        "directors": ('[rel="v:directedBy"]', '[itemprop="director"]'),
    },
)
RANKING_OLD = Layout(  # until 2019
    name="filmweb-ranking-old",
    mark=b"film__link",
    item=":is(div, li).place:has(a.film__link)",
    fields={
        "title": own_text("a.film__link"),
        "url": "a.film__link::attr(href)",
        "year": ("span.film__production-year", bracketed_year("a.film__link")),
        "rating": (".rate__value", ".film__rating strong"),
        "original_title": ".film__original",
        "rank": ".ranking__position",
    },
    expects=("title", "url"),
    once=True,
)

SITE = Site(
    name="filmweb",
    hosts=("filmweb.pl",),
    origin="https://www.filmweb.pl",
    names=("Filmweb", "Filmweb.pl"),
    # a few films had a page at the root; all else there has a name in small letters
    movie_url=r"^https?://(?:www\.|m\.)?filmweb\.pl/((?:film|serial)/[^/?#]+-\d+|[A-Z0-9%][^/?#]*)/?(?:[?#].*)?$",
    canonical=r"https://www.filmweb.pl/\1",
    not_movies=r"^/(?:$|person/|user/|users/|news|reviews?|forum|games?/|video)",
    layouts=(TITLE, TITLE_OLD, PREMIERES, RANKING, RANKING_OLD, PREVIEWS),
)
