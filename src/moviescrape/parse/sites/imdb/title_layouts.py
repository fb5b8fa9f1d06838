"""IMDb's title pages: today's, for what their JSON doesn't say, and those that came before it."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import bracketed_year, labelled, labelled_all, matched_text, own_text
from moviescrape.parse.sites.site import FieldRule, FieldRules, Layout, field_rule
from moviescrape.parse.values.runtimes import read_runtime


def _hero_items(node: Node) -> list[str]:
    return [item.text for item in node.select('[data-testid^="hero-title-block__metadata"] li, h1 ~ ul li, h1 + div ~ ul li')]


@field_rule("the line under the title: its year")
def _hero_year(node: Node) -> str | None:
    return next((text for text in _hero_items(node) if re.match(r"\d{4}(?!\d)", text)), None)


@field_rule("the line under the title: its running time")
def _hero_runtime(node: Node) -> str | None:
    return next((text for text in _hero_items(node) if not text.isdigit() and read_runtime(text)), None)


_OWN_SUBPAGE = ", ".join(f'a[href*="/title/tt"][href*="{page}"]' for page in ("/releaseinfo", "/ratings", "/fullcredits"))


@field_rule('meta[property="pageId"], or a link to a page about the title, which only the title\'s own page has')
def _own_number(node: Node) -> str | None:
    meta, link = node.first('meta[property="pageId"]'), node.first(_OWN_SUBPAGE)
    stated = (meta.attribute("content") if meta else None) or (link.attribute("href") if link else None)
    number = re.search(r"\btt\d{7,}", stated or "")
    return f"/title/{number[0]}/" if number else None


@field_rule('the link to the release dates, of a series or an episode: "TV Series (2007-2015)", "Episode aired 4 May 2009"')
def _series_years(node: Node) -> str | None:
    link = node.first('div.subtext a[href*="releaseinfo"]')
    # of a film it is the date of release in the visitor's country, which may be years after the first
    found = re.search(r"\(\d{4}[^)]*\)|(?<=aired ).*\d{4}", link.text) if link else None
    return found[0] if found else None


_LABEL = "h4, h5, td.ipl-zebra-list__label"
_PERSON = 'a[href*="/name/nm"]'


def _credits(field: str) -> FieldRule:
    """Find the people of the overview: `Stars: <a>, <a>`."""
    return labelled_all(field, "div.credit_summary_item, div.txt-block, div.titlereference-overview-section", _LABEL, _PERSON)


_DETAILS = "div.txt-block, div.info, tr.ipl-zebra-list__item"
_RUNTIME = labelled("runtime", _DETAILS, _LABEL)
# links to /genre/x, /Sections/Genres/X, /search?genres=x, as the years went
_GENRES = labelled_all("genres", _DETAILS, _LABEL, 'a:is([href*="genre"], [href*="Genres/"])')
_LANGUAGES = labelled_all("languages", _DETAILS, _LABEL, 'a:is([href*="language"], [href*="Languages/"])')
_COUNTRIES = labelled_all("country", _DETAILS, _LABEL, 'a:is([href*="country"], [href*="Countries/"])')
_URL: FieldRules = ('link[rel="canonical"]::attr(href)', _own_number)

TITLE_NEXT = Layout(  # since 2021
    name="title-next",
    mark=b"data-testid",
    fields={
        "title": ('h1[data-testid^="hero"]', '[data-testid^="hero-title-block__title"]', '[data-testid^="hero__pageTitle"]'),
        "url": _URL,
        "year": (_hero_year, 'a[href*="ov_rdat"]'),
        "rating": '[data-testid="hero-rating-bar__aggregate-rating__score"]',
        "runtime": (_hero_runtime, '[data-testid="title-techspec_runtime"] .ipc-metadata-list-item__content-container'),
        "actors": ('a[href*="/name/"][href*="ov_st"]', '[data-testid="title-cast-item__actor"]'),
        "directors": 'a[href*="/name/"][href*="ov_dr"]',
        "genres": '[data-testid="genres"] a',
        "languages": '[data-testid="title-details-languages"] a[href*="language"]',
        "country": '[data-testid="title-details-origin"] a[href*="country"]',
    },
)
TITLE_2016 = Layout(  # 2015-2021; with microdata until 2018
    name="title-2016",
    mark=b"title_wrapper",
    fields={
        "title": (own_text("div.title_wrapper h1"), "div.title_wrapper h1"),
        "url": _URL,
        "year": ("#titleYear", bracketed_year("div.title_wrapper h1"), _series_years),
        "rating": ("div.imdbRating strong span", 'div.imdbRating [itemprop="ratingValue"]', "div.ratingValue strong"),
        "votes": ("div.imdbRating a span.small", 'div.imdbRating [itemprop="ratingCount"]'),
        "runtime": (
            "div.title_wrapper time::attr(datetime)",
            "div.title_wrapper time",
            "#titleDetails time::attr(datetime)",
            _RUNTIME,
        ),
        "actors": ('div.credit_summary_item a[href*="/name/nm"][href*="tt_ov_st"]', _credits("actors")),
        "directors": ('div.credit_summary_item a[href*="/name/nm"][href*="tt_ov_dr"]', _credits("directors")),
        "genres": ('div.subtext a[href*="genre"]', _GENRES),
        "original_title": own_text("div.originalTitle"),
        "languages": _LANGUAGES,
        "country": _COUNTRIES,
        "metascore": "div.metacriticScore span",
        "poster": "div.poster img::attr(src)",
        "description": "div.summary_text",
    },
)
TITLE_2012 = Layout(  # 2010-2015; with microdata since 2012
    name="title-2012",
    mark=b"infobar",
    fields={
        "title": ('h1.header [itemprop="name"]', own_text("h1.header"), "h1.header"),
        "url": _URL,
        "year": ('h1.header a[href*="/year/"]', "h1.header span.nobr", "h1.header > span:not([itemprop])"),
        "rating": (
            'div.star-box-details [itemprop="ratingValue"]',
            "div.star-box-giga-star",
            "#star-bar-user-rate b",
            "div.rating-big span.rating-rating",
        ),
        "votes": ('div.star-box-details [itemprop="ratingCount"]', 'div.star-box a[href*="ratings"]'),
        "runtime": ("div.infobar time::attr(datetime)", own_text("div.infobar"), _RUNTIME),
        "actors": (_credits("actors"), 'a[href*="/name/nm"][href*="tt_ov_st"]'),
        "directors": (_credits("directors"), 'a[href*="/name/nm"][href*="tt_ov_dr"]'),
        "genres": 'div.infobar a[href*="/genre/"]',
        "original_title": own_text("span.title-extra"),
        "languages": _LANGUAGES,
        "country": _COUNTRIES,
        "certificate": ('div.infobar [itemprop="contentRating"]::attr(content)', "div.infobar img::attr(title)"),
        "poster": "#img_primary img::attr(src)",
        "description": '#overview-top p[itemprop="description"]',
    },
)
TITLE_REFERENCE = Layout(  # /reference, 2017-2024
    name="title-reference",
    mark=b"titlereference-header",
    fields={
        "title": (own_text("div.titlereference-header h3"), "div.titlereference-header h3"),
        "url": _URL,
        "year": "span.titlereference-title-year",
        "rating": "div.ipl-rating-star:not(.ipl-rating-interactive__star) span.ipl-rating-star__rating",
        "votes": "span.ipl-rating-star__total-votes",
        "runtime": (_RUNTIME, "div.titlereference-header ul.ipl-inline-list"),
        "actors": _credits("actors"),
        "directors": _credits("directors"),
        "genres": ('div.titlereference-header a[href*="/genre/"]', _GENRES),
        "languages": _LANGUAGES,
        "country": _COUNTRIES,
        "poster": "img.titlereference-primary-image::attr(src)",
    },
)
TITLE_TN15 = Layout(  # until 2010, and /combined until 2017: it has a cast table and no line of stars
    name="title-tn15",
    mark=b"tn15title",
    fields={
        "title": own_text("#tn15title h1"),
        "url": _URL,
        "year": ('#tn15title h1 a[href*="/Years/"]', "#tn15title h1 span"),
        "rating": (
            "#tn15rating div.meta b",
            matched_text("#tn15rating b, div.general b", r"\d+(?:[.,]\d+)?\s*/\s*10"),
            "div.starbar-meta b",
        ),
        "votes": ('#tn15rating a[href*="ratings"]', 'div.starbar-meta a[href*="ratings"]'),
        "runtime": _RUNTIME,
        "directors": "#director-info a[href*='/name/nm']",
        "genres": _GENRES,
        "languages": _LANGUAGES,
        "country": _COUNTRIES,
        "poster": 'a[name="poster"] img::attr(src)',
    },
)

TITLES = (TITLE_NEXT, TITLE_2016, TITLE_2012, TITLE_REFERENCE, TITLE_TN15)
