"""movie.douban.com: title pages, rankings, users' lists, cinema programmes, tags, search."""

import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.douban.creations import FILMOGRAPHIES
from moviescrape.parse.sites.douban.facts import first_year
from moviescrape.parse.sites.douban.film_lists import FILM_LISTS
from moviescrape.parse.sites.rules import said_behind
from moviescrape.parse.sites.site import Layout, Site, field_rule


@field_rule("links to the movie's photos and comments, without their last part")
def _own_link(node: Node) -> str | None:
    link = node.first('#mainpic a[href*="/subject/"], #interest_sectl a[href*="/subject/"], #content a[href*="/subject/"]')
    found = re.match(r".*?/subject/\d+/", link.attribute("href") or "") if link else None
    return found[0] if found else None


TITLE = Layout(  # /subject/ID/; people come from its JSON-LD or RDFa
    name="douban-title",
    mark=b"v:itemreviewed",
    fields={
        "title": '#content h1 span[property="v:itemreviewed"]',
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)', _own_link),
        # a film comes to China years after its first release, and JSON-LD gives that date
        "year": ("#content h1 span.year", first_year("#info")),
        "rating": 'strong[property="v:average"]',
        "runtime": ('span[property="v:runtime"]::attr(content)', said_behind("runtime", "#info")),
        "genres": 'span[property="v:genre"]',
        "languages": said_behind("languages", "#info"),
        "country": said_behind("country", "#info"),
        "votes": 'span[property="v:votes"]',
        "poster": "#mainpic img::attr(src)",
    },
)

SITE = Site(
    name="douban",
    hosts=("douban.com",),
    origin="https://movie.douban.com",
    names=("豆瓣", "豆瓣电影", "(豆瓣)"),
    movie_url=r"^https?://(?:movie|m)\.douban\.com/(?:movie/)?subject/(\d+)/?(?:[?#].*)?$",
    canonical=r"https://movie.douban.com/subject/\1/",
    not_movies=r"^/(?:review|celebrity|personage|photos|trailer|ticket)/|^/subject/\d+/(?!$)\w",
    layouts=(TITLE, *FILM_LISTS, *FILMOGRAPHIES),
)
