"""themoviedb.org: title pages, lists, search, filmographies. The users' score stands in an attribute, of 100; 0 is unrated."""

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import bracketed_year, labelled
from moviescrape.parse.sites.site import FieldRules, Layout, Site, field_rule

_MOVIE = 'a[href*="/movie/"]'


@field_rule("[data-percent]: 0 is not yet rated")
def _score(node: Node) -> str | None:
    chart = node.first("[data-percent]")
    percent = (chart.attribute("data-percent") or "") if chart else ""
    return percent if percent.strip("0. ") else None


@field_rule("the people above the cast whose job is directing")
def _directors(node: Node) -> list[str]:
    jobs = ((person.first("p a"), person.first("p.character")) for person in node.select("li.profile"))
    return [name.text for name, job in jobs if name and job and "Director" in job.text.split(", ")]


TITLE = Layout(
    name="tmdb-title",
    mark=b"user_score_chart",
    scale=100,
    fields={
        "title": ("section.header h2 a", "section.header a h2", "section.header div.title h2", "div.title h2"),
        "url": ('link[rel="canonical"]::attr(href)', 'meta[property="og:url"]::attr(content)'),
        "year": ("section.header span.release_date", "div.title span.release_date", bracketed_year("title")),
        "rating": _score,
        "runtime": ("div.facts span.runtime", labelled("runtime", "section.facts p", "strong")),
        "actors": (
            'section.top_billed li.card:not(.filler) p > a[href*="/person/"]',
            'ol.people.scroller li.card:not(.filler) p > a[href*="/person/"]',
        ),
        "directors": _directors,
        "genres": "div.facts span.genres a",
        "certificate": "div.facts span.certification",
        "description": "div.overview p",
        "poster": "img.poster::attr(src)",
    },
)
_CARD: dict[str, FieldRules] = {
    "title": (f"h2 {_MOVIE}", f"{_MOVIE} h2", "a.title", f"{_MOVIE}::attr(title)"),
    "url": f"{_MOVIE}::attr(href)",
    "year": ("div.content > p", "span.release_date", "h2 + p", "div.flex span"),
    "rating": _score,
    "poster": "img.poster::attr(src)",
}
CARDS = Layout(  # /movie, /movie/top-rated and the like; search
    name="tmdb-cards",
    mark=b"card",
    item=f"div.card:is(.style_1, .v4, .item):has({_MOVIE})",
    fields=_CARD,
    scale=100,
    next=("a.load_more::attr(href)", "div.pagination a.next_page::attr(href)", 'a[rel="next"]::attr(href)'),
    expects=("title", "url"),
)
CREDITS = Layout(  # a person's films, a table a job; series lead elsewhere
    name="tmdb-credits",
    mark=b"credit_group",
    item=f"table.credit_group tr:has({_MOVIE})",
    fields={"title": (f"{_MOVIE} bdi", _MOVIE), "url": f"{_MOVIE}::attr(href)", "year": "td.year"},
    expects=("title", "url"),
    once=True,
)

SITE = Site(
    name="tmdb",
    hosts=("themoviedb.org",),
    origin="https://www.themoviedb.org",
    names=("The Movie Database (TMDB)", "The Movie Database", "TMDB"),
    movie_url=r"^https?://[^/]+/(movie|tv)/(\d+[^/?#]*)/?(?:[?#].*)?$",
    canonical=r"https://www.themoviedb.org/\1/\2",
    not_movies=r"^/(?:$|talk/|discuss/|u/|(?:movie|tv)/\d+[^/]*/(?:cast|images|reviews|releases|watch|discuss|edit|changes))",
    layouts=(CREDITS, TITLE, CARDS),
)
