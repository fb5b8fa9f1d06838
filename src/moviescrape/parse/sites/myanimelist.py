"""myanimelist.net: the pages of anime films and series, and the top list. The age rating beside the score is no score."""

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import matched_text
from moviescrape.parse.sites.site import FieldRule, Layout, Site

_FACTS = "div.spaceit_pad, div.js-statistics-info"


def _fact(label: str) -> FieldRule:
    """Find the text of the line whose dark label is `label`."""

    def read(node: Node) -> str | None:
        for line in node.select(_FACTS):
            name = line.first("span.dark_text")
            if name is not None and name.text.rstrip(" :") == label:
                return line.own_text
        return None

    return FieldRule(read, f"{_FACTS}: {label}")


TITLE = Layout(
    name="myanimelist-title",
    mark=b"dark_text",
    fields={
        "title": ("h1.title-name", '[itemprop="name"] h1', 'h1 [itemprop="name"]'),
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)'),
        "year": (_fact("Aired"), _fact("Premiered")),
        "rating": ('span[itemprop="ratingValue"]', "div.score-label", _fact("Score")),
        "runtime": _fact("Duration"),
        "genres": 'span[itemprop="genre"]',
        "votes": 'span[itemprop="ratingCount"]',
        "poster": 'img[itemprop="image"]::attr(data-src)',
    },
)
TOP = Layout(
    name="myanimelist-top",
    mark=b"ranking-list",
    item="tr.ranking-list:has(h3 a)",
    fields={
        "title": "h3 a",
        "url": "h3 a::attr(href)",
        "year": matched_text("div.information", r"\b(?:[A-Z][a-z]{2} )?((?:19|20)\d\d)\b"),
        "rating": "td.score span.score-label",
        "rank": "td.rank span",
    },
    next="a.link-blue-box.next::attr(href)",
    expects=("title", "url"),
)

SITE = Site(
    name="myanimelist",
    hosts=("myanimelist.net",),
    origin="https://myanimelist.net",
    names=("MyAnimeList.net", "MyAnimeList"),
    movie_url=r"^https?://(?:www\.)?myanimelist\.net/anime/(\d+(?:/[^/?#]+)?)/?(?:[?#].*)?$",
    canonical=r"https://myanimelist.net/anime/\1",
    not_movies=r"^/(?:$|manga/|people/|character/|profile/|forum/|news/|anime/\d+/[^/]+/(?!$)\w)",
    layouts=(TITLE, TOP),
)
