"""allocine.fr and its sisters in other languages: filmstarts.de, sensacine.com, adorocinema.com, beyazperde.com."""

import base64
import re

from moviescrape.parse.dom.document import Node
from moviescrape.parse.sites.rules import own_text
from moviescrape.parse.sites.site import Layout, Site, field_rule

_PAGES = {
    "film/fichefilm": "https://www.allocine.fr/film/fichefilm_gen_cfilm={}.html",
    "kritiken/": "https://www.filmstarts.de/kritiken/{}.html",
    "peliculas/pelicula": "https://www.sensacine.com/peliculas/pelicula-{}/",
    "filmes/filme": "https://www.adorocinema.com/filmes/filme-{}/",
    "filmler/film": "https://www.beyazperde.com/filmler/film-{}/",
}
"""How each of the sites names a movie's page, by the path that it begins with."""
_CAST = re.compile(rf"(?:https?://[^/]+)?/({'|'.join(_PAGES)})-?(\d+)/(?:casting|castcrew|reparto|elenco|oyuncular)\b")
_SPECTATORS = re.compile(r"spectateur|user|nutzer|usuario|usuário|üye|kullanıcı", re.IGNORECASE)
_FILM_OF = re.compile(r"\b(?:film|filme|película)\s+(\d{4})\s+[-–|]", re.IGNORECASE)


@field_rule('.meta-title-link, whose address stands in its class (Base64, "ACr" strewn in) where it is no <a>')
def _link(node: Node) -> str | None:
    title = node.first(".meta-title-link")
    if title is None or title.attribute("href"):
        return title.attribute("href") if title else None
    hidden = next((name for name in (title.attribute("class") or "").split() if name.startswith("ACr")), "")
    try:
        return base64.b64decode(hidden.replace("ACr", ""), validate=True).decode("ascii")
    except ValueError:
        return None


@field_rule("div.rating-item of the spectators: the site's main score; the press's stands beside it")
def _spectators(node: Node) -> str | None:
    for item in node.select("div.rating-item"):
        title, note = item.first(".rating-title"), item.first("span.stareval-note")
        if title is not None and note is not None and _SPECTATORS.search(title.text):
            return note.text
    return None


@field_rule("the link to the movie's cast: a title page names its own address nowhere")
def _own_link(node: Node) -> str | None:
    for link in node.select("a[href], span[href]"):
        if found := _CAST.match(link.attribute("href") or ""):
            return _PAGES[found[1]].format(found[2])
    return None


@field_rule('title, "... - Film 2020 - ...": the dates on the page are those of releases in one country')
def _headline_year(node: Node) -> str | None:
    title = node.first("title")
    found = _FILM_OF.search(title.text) if title else None
    return found[1] if found else None


def _canonical(found: re.Match[str]) -> str:
    page = _PAGES[found[2]].format(found[3])
    return page.replace("sensacine.com", "sensacine.com.mx") if found[1].endswith(".mx") else page


CARDS = Layout(  # lists, charts, search; names without a link of their own are spans
    name="allocine-cards",
    mark=b"entity-card",
    item="div.entity-card:has(.meta-title-link)",
    fields={
        "title": ".meta-title-link",
        "url": _link,
        "year": "span.date",
        "rating": _spectators,
        "runtime": own_text("div.meta-body-info"),
        "actors": "div.meta-body-actor > a, div.meta-body-actor > span:not(.light)",
        "directors": "div.meta-body-direction > a, div.meta-body-direction > span:not(.light):not(.spacer)",
        "genres": "div.meta-body-info > span:not(.date):not(.spacer):not(.meta-release-type)",
        "poster": "img.thumbnail-img::attr(src)",
    },
    next=("a.button-right::attr(href)", "nav.pagination span.current-item + a::attr(href)"),
    scale=5,
    expects=("title", "url"),
)
TITLE = Layout(  # rating, runtime and people come from its JSON-LD
    name="allocine-title",
    mark=b"video.movie",
    fields={
        "title": ("div.titlebar-page div.titlebar-title", "h1 .titlebar-title", ".titlebar-title"),
        "url": ('link[rel="canonical"]::attr(href)', _own_link),
        "year": _headline_year,
    },
)

SITE = Site(
    name="allocine",
    hosts=("allocine.fr", "filmstarts.de", "sensacine.com", "sensacine.com.mx", "adorocinema.com", "beyazperde.com"),
    origin="https://www.allocine.fr",
    names=("AlloCiné", "FILMSTARTS.de", "SensaCine.com", "AdoroCinema", "Beyazperde.com"),
    movie_url=rf"^https?://(?:www\.|m\.)?([^/]+)/({'|'.join(_PAGES)})(?:-|_gen_cfilm=)?(\d+)(?:\.html|/)?(?:[?#].*)?$",
    canonical=_canonical,
    not_movies=r"^/(?:$|personne/|stars/|series/|video/|article/|news/)",
    layouts=(TITLE, CARDS),
)
