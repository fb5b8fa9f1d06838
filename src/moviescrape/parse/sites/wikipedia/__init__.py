"""Wikipedia in any language: a film's article by its infobox, lists of films by their tables."""

import re

from moviescrape.parse.sites.site import Site
from moviescrape.parse.sites.wikipedia.film_tables import read_film_tables
from moviescrape.parse.sites.wikipedia.infobox import read_film
from moviescrape.parse.sites.wikipedia.person_lists import read_person_films

_NAMESPACES = (
    "file|image|category|special|help|talk|user|wikipedia|template|portal|draft|module|mediawiki|"
    "datei|kategorie|spezial|hilfe|diskussion|benutzer|vorlage|fichier|catégorie|spécial|aide|discussion|utilisateur|modèle|"
    "archivo|categoría|especial|ayuda|discusión|usuario|plantilla|bestand|categorie|speciaal|overleg|gebruiker|sjabloon|"
    "speciale|aiuto|utente|categoria|ficheiro|ajuda|usuário|файл|категория|служебная|участник|шаблон|портал|"
    "plik|specjalna|pomoc|fil|mall|ファイル|特別|利用者"
)
"""Pages that are no articles; a film's title may have a colon too, with a space behind it."""


def _canonical(found: re.Match[str]) -> str:
    """Return the article's address on the desktop site."""
    return f"https://{found[1]}.wikipedia.org/wiki/{found[2]}"


SITE = Site(
    name="wikipedia",
    hosts=("wikipedia.org",),
    origin="https://en.wikipedia.org",
    movie_url=rf"(?i)^https?://([a-z-]+)\.(?:m\.)?wikipedia\.org/wiki/(?!(?:{_NAMESPACES})(?:_talk)?:[^_])([^?#]+)(?:[?#].*)?$",
    canonical=_canonical,
    not_movies=rf"(?i)^/wiki/(?:{_NAMESPACES})(?:_talk)?:[^_]",
    readers=(read_film, read_film_tables, read_person_films),
    mixed=True,
)
