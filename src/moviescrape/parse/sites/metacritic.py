"""metacritic.com, 2010 until today. The rating is the metascore of 100; the users' score of 10 stands beside it."""

from dataclasses import replace

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import labelled, labelled_all, split_text
from moviescrape.parse.sites.site import FieldRule, Layout, Site

_CANONICAL = 'link[rel="canonical"]::attr(href)'
_ROWS = "li.summary_detail, div.runtime, div.director, div.genres, div.details_section, tr.runtime"
_LABEL = "span.label, td.label, th"

TITLE_2010 = Layout(  # until 2016
    name="title-2010",
    mark=b"product_title",
    scale=100,
    fields={
        "title": ('div.content_head [itemprop="name"]', "div.content_head div.product_title a", "h1.product_title"),
        "url": _CANONICAL,
        "year": ('[itemprop="datePublished"]', "li.release_data span.data", "span.release_year"),
        "rating": (
            'div.metascore_wrap [itemprop="ratingValue"]',
            "div.main_details span.metascore_w:not(.user)",
            "div.metascore_wrap span.score_value",
        ),
        "runtime": ("li.runtime span.data", labelled("runtime", _ROWS, _LABEL, "span.data")),
        "actors": ('[itemprop="actor"] [itemprop="name"]', "li.product_credits.cast a", "li.summary_cast span.data a"),
        "directors": ('[itemprop="director"] [itemprop="name"]', labelled_all("directors", _ROWS, _LABEL, "a")),
        "genres": ('[itemprop="genre"]', "li.product_genre span.data"),
    },
)
TITLE_2017 = Layout(  # 2016-2023; the JSON-LD beside it repeats the key "actor", so that one of them is left
    name="title-2017",
    mark=b"product_page_title",
    scale=100,
    fields={
        "title": "div.product_page_title h1",
        "url": _CANONICAL,
        "year": ("div.product_page_title span.release_year", "span.release_year"),
        "rating": "span.metascore_w.larger:not(.user)",
        "runtime": (labelled("runtime", "div.runtime", "span.label"), "div.runtime"),
        "actors": "div.summary_cast a",
        "directors": "div.director a",
        "genres": "div.genres span span",
    },
)
TITLE_2023 = Layout(  # since 2023: the JSON-LD is whole
    name="title-2023",
    mark=b"c-productHero",
    scale=100,
    fields={
        "title": ("div.c-productHero_title h1", "h1.hero-title__text", '[data-testid="hero-title"] h1'),
        "url": _CANONICAL,
        "rating": (
            "div.c-productScoreInfo_scoreNumber div.c-siteReviewScore:not(.c-siteReviewScore_user) span",
            '[data-testid="critic-score-info"] [data-testid="global-score-value"]',
        ),
        "runtime": labelled("runtime", "div.c-movieDetails_sectionContainer", "span.g-text-bold"),
    },
)

_MOVIE = 'a[href*="/movie/"]'
_LINK = f"{_MOVIE}::attr(href)"
_SCORE = ".metascore_w:not(.user)"

CREDITS = Layout(  # /person/...
    name="credits",
    mark=b"credits",
    item='table.credits tr:has(a[href*="/movie/"])',
    fields={"title": f"td.title {_MOVIE}", "url": f"td.title {_LINK}", "year": "td.year", "rating": f"td.title {_SCORE}"},
    scale=100,
    expects=("title", "url", "year"),
)
BROWSE_2018 = Layout(  # /browse and best-of lists, 2018-2023
    name="browse-2018",
    mark=b"clamp-summary-wrap",
    item='td.clamp-summary-wrap:has(a.title[href*="/movie/"])',
    fields={
        "title": "a.title h3",
        "url": "a.title::attr(href)",
        "year": "div.clamp-details span",
        "rating": (f"div.clamp-metascore {_SCORE}", f"a.metascore_anchor {_SCORE}"),
        "rank": "span.numbered",
        "description": "div.summary",
    },
    scale=100,
    next="span.next a::attr(href)",
    expects=("title", "url", "year"),
)
BROWSE_2013 = Layout(  # /browse and search until 2018
    name="browse-2013",
    mark=b"product_title",
    item=f"ol.list_products li.product:has({_MOVIE}), li.result:has({_MOVIE})",
    fields={
        "title": (f"div.product_title {_MOVIE}", f"h3.product_title {_MOVIE}"),
        "url": _LINK,
        "year": ("li.release_date span.data", "li.stat.release_date"),
        "rating": (_SCORE, "span.score_value"),
        "runtime": "li.runtime span.data",
        "actors": split_text("li.stat.cast span.data"),
    },
    scale=100,
    next="span.next a::attr(href)",
    expects=("title", "url"),
)
_DETAIL = "div.details_section > div, div.details_section > span"


def _in_details(rule: FieldRule) -> FieldRule:
    """Look for a rule in the row below, which shows the details of the movie of this one."""

    def read(node: Node) -> object:
        below = next(node.following(), None)
        return rule.find(below) if below is not None and "details_row" in (below.attribute("class") or "").split() else None

    return FieldRule(read, f"the next row, {rule.place}")


BROWSE_2016 = Layout(  # /browse, 2016-2018
    name="browse-2016",
    mark=b"summary_row",
    item=f"tr.summary_row:has({_MOVIE})",
    fields={
        "title": f"td.title_wrapper {_MOVIE}",
        "url": f"td.title_wrapper {_MOVIE}::attr(href)",
        "year": "td.date_wrapper span",
        "rating": _SCORE,
        "runtime": _in_details(labelled("runtime", _DETAIL, "span.label")),
        "actors": _in_details(labelled_all("actors", _DETAIL, "span.label", "a")),
        "genres": _in_details(labelled_all("genres", _DETAIL, "span.label", "span:not(.label)")),
    },
    scale=100,
    next=("span.next a::attr(href)", "a.next::attr(href)"),
    expects=("title", "url"),
)
BROWSE_2023 = Layout(  # /browse since 2023
    name="browse-2023",
    mark=b"c-finderProductCard",
    item=f"div.c-finderProductCard:has({_MOVIE})",
    fields={
        "title": ("[data-title]::attr(data-title)", "h3.c-finderProductCard_titleHeading span:last-child"),
        "url": _LINK,
        "year": ("div.c-finderProductCard_meta span.u-text-uppercase", "div.c-finderProductCard_meta span"),
        "rating": "div.c-siteReviewScore:not(.c-siteReviewScore_user) span",
    },
    scale=100,
    expects=("title", "url", "year"),
)

_DISCS = r"^/browse/dvds?/"


def _theatrical_and_discs(layout: Layout) -> tuple[Layout, Layout]:
    """Split a layout: in lists of discs, the date is that of the disc and no movie's year."""
    undated = {name: rules for name, rules in layout.fields.items() if name != "year"}
    discs = replace(layout, name=f"{layout.name}-discs", fields=undated, only_at=_DISCS, expects=("title", "url"))
    return replace(layout, only_at=rf"^(?!{_DISCS[1:]})"), discs


_BROWSE = (BROWSE_2018, BROWSE_2016, BROWSE_2013)

SITE = Site(
    name="metacritic",
    hosts=("metacritic.com",),
    origin="https://www.metacritic.com",
    movie_url=r"^https?://[^/]+/(movie|tv)/([^/?#]+)/?(?:[?#].*)?$",
    canonical=r"https://www.metacritic.com/\1/\2/",
    not_movies=r"^/(?:$|game/|music/|(?:movie|tv)/[^/]+/(?:critic-reviews|user-reviews|trailers)(?:/|$))",
    layouts=(
        *(TITLE_2010, TITLE_2017, TITLE_2023, CREDITS, BROWSE_2023),
        *(each for layout in _BROWSE for each in _theatrical_and_discs(layout)),
    ),
)
