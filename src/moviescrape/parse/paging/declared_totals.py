"""How many movies a page says that it shows, and how many its list has."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from moviescrape.parse.paging.paging_words import OF
from moviescrape.parse.values.numbers import ascii_digits

_COUNT = r"(\d{1,3}(?:[.,\s]\d{3}){1,3}|\d{1,7})"
_RANGE = re.compile(
    rf"(?<![\d.,]){_COUNT}\s?(?:-|–|—|to|bis|à|a|al|do|t/m|tot|til|till|до|по|ile|到|至|から|~|〜|～|…)\s?{_COUNT}\s?"
    rf"[^\W\d]{{0,12}}\s?[,(（]?\s?(?:{OF})\s?(?:about |over |around |ca\. )?{_COUNT}(?![\d%])",
    re.IGNORECASE,
)
_SHOWING = (
    r"showing|displaying|viewing|shown|loaded|you(?:'ve| have)? (?:viewed|seen)|zeige|zeigt|angezeigt|anzeige|affichage|"
    r"affichés?|mostrando|mostrati|exibindo|toont|getoond|weergegeven|visar|viser|wyświetlono|wyświetlanie|zobrazeno|zobrazené|показано|показані|показаны|"
    r"显示|顯示|表示|표시|gösterilen|gösteriliyor|megjelenítve|εμφάνιση|afișare|hiển thị|menampilkan"
)
_THINGS = (
    r"films?|movies?|titles?|results?|items?|entries|filme|filmen|titeln?|treffern?|ergebnissen?|résultats|titres|películas|títulos|"
    r"resultados|filmes|risultati|titoli|resultaten|filmer|resultat|resultater|elokuvaa?|tulosta|film[óůu]w?|wyników|výsledků|фильмов|"
    r"фильма|фільмів|результатов|результатів|部|件|本|作品|条|條|개|편|sonuç|találat|rezultate|ταινίες|phim"
)
_SOME = re.compile(
    rf"(?:(?:{_SHOWING})\D{{0,20}}{_COUNT}\s?(?:{_THINGS})?\s?(?:{OF})\s?(?:the |all )?{_COUNT}(?![\d%])|"
    rf"(?<![\d.,]){_COUNT}\s?(?:{_THINGS})?\s?(?:{OF})\s?{_COUNT}\s?(?:{_THINGS}|(?:{_SHOWING}))(?!\w))",
    re.IGNORECASE,
)


class Declared(NamedTuple):
    """How many movies the page says it shows, and how many its list has; None where no line says it."""

    here: int | None = None
    total: int | None = None


def find_declared(texts: Iterable[str], shown: int) -> Declared:
    """Return what a short line of the page declares, of the `shown` movies that were read from it."""
    return next((declared for text in texts if (declared := read_declared_of(text, shown)).total), Declared())


def read_declared_of(text: str, shown: int) -> Declared:
    """Return what a short text declares: `1-50 of 1,234`, or `Showing 50 of 1,234`.

    Counted only where it agrees with the number of movies read (`shown`), or with more: pages number other things too.

    >>> read_declared_of("1-50 of 1,234", 50), read_declared_of("Showing 25 of 250 films", 25), read_declared_of("7 of 10", 7)
    (Declared(here=50, total=1234), Declared(here=25, total=250), Declared(here=None, total=None))
    """
    text = ascii_digits(text)
    if found := _RANGE.search(text):
        first, last, total = (_whole(part) for part in found.groups())
        if 0 < first <= last <= total and shown <= last - first + 1 <= 2 * shown:
            return Declared(last - first + 1, total)
    if found := _SOME.search(text):
        here, total = (_whole(part) for part in found.groups() if part)
        if shown == here <= total:
            return Declared(here, total)
    return Declared()


def _whole(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))
