"""Read labelled pages as those of sites that nobody described: every site file switched off.

    python tests/bench/unknown_sites.py CORPUS... [--least 0.6] [--pages]

CORPUS are folders of labelled pages (NAME.html, NAME.truth.json, NAME.meta.json anywhere below). F1 over the six default columns,
by site and in all, each page weighing the same; and the movies invented. A page without movies counts 1 where none is invented.
A page's address is not told: it counts where the page says it itself.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import urlsplit

from page_folders import LabelledPage, labelled_pages

from moviescrape.movie import DEFAULT_COLUMNS, Movie
from moviescrape.parse import parse_page


@dataclass(slots=True)
class Tally:
    """Values of pages: how many are right, stated and filled in; and films that are none of the page's."""

    right: int = 0
    stated: int = 0
    filled: int = 0
    invented: int = 0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 1 where nothing is stated and nothing filled in."""
        return 2 * self.right / (self.stated + self.filled) if self.stated + self.filled else 1.0


def folded(text: str) -> str:
    """Return a text without case and differences of white space, quotes and dashes."""
    plain = normalize("NFKC", text).casefold().translate(str.maketrans("‘’`´“”–—", "''''\"\"--"))
    return " ".join(plain.split())


def _address(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.').removeprefix('m.')}{parts.path.rstrip('/')}?{parts.query}"


def is_right(column: str, wanted: Any, found: Any) -> bool:
    """Return whether a value found is the one stated: three names, a rating to a twentieth, an address whatever its `www`."""
    if column == "rating":
        return abs(wanted - found) < 0.051
    if column == "actors":
        billed = min(3, len(wanted))
        return [folded(name) for name in wanted[:billed]] == [folded(name) for name in found[:billed]]
    if column == "url":
        return _address(wanted) == _address(found)
    return folded(str(wanted)) == folded(str(found))


def compare(labelled: LabelledPage, movies: Sequence[Movie]) -> Tally:
    """Return how the movies read from a page compare with those that it states, paired by address or title."""
    tally, left = Tally(), list(movies)
    beside = {folded(title) for title in labelled.beside}
    for wanted in labelled.movies:
        found = _partner(wanted, left)
        if found is not None:
            left.remove(found)
        if not wanted.get("optional"):
            _count(tally, wanted, found)
    invented = [movie for movie in left if folded(movie.title) not in beside]
    tally.invented = len(invented)
    tally.filled += sum(1 for movie in invented for column in DEFAULT_COLUMNS if getattr(movie, column))
    return tally


def _partner(wanted: dict[str, Any], movies: Sequence[Movie]) -> Movie | None:
    """Return the first movie with the address of the wanted one, else with one of its titles."""
    for column in ("url", "title"):
        values = stated_values(wanted, column)
        for movie in movies:
            if (got := getattr(movie, column)) and any(is_right(column, value, got) for value in values):
                return movie
    return None


def _count(tally: Tally, wanted: dict[str, Any], found: Movie | None) -> None:
    for column in DEFAULT_COLUMNS:
        values, got = stated_values(wanted, column), getattr(found, column, None) or None
        hit = got is not None and any(is_right(column, value, got) for value in values)
        if not hit and (column in str(wanted.get("doubt", "")) or (values and not wanted.get(column))):
            continue  # the page may be read this way and that
        tally.stated += bool(wanted.get(column)) or hit
        tally.filled += got is not None
        tally.right += hit


def stated_values(wanted: dict[str, Any], column: str) -> list[Any]:
    """Return the values of a column that count as right, ratings out of ten: the one stated first, then those of COLUMN_alt."""
    others = wanted.get(f"{column}_alt") or []
    if column == "actors":
        others = [others] if others and isinstance(others[0], str) else others
        others = [*others, wanted.get("actors_ldjson")]
    values = [value for value in (wanted.get(column), *(others if isinstance(others, list) else [others])) if value]
    return [_of_ten(value, wanted.get("rating_scale")) for value in values] if column == "rating" else values


def _of_ten(rating: Any, scale: Any) -> float:
    if isinstance(rating, dict):
        rating, scale = rating["value"], rating.get("scale") or scale
    return float(rating) * 10 / float(scale or 10)


def main() -> None:
    """Print F1 by site, the worst first, and in all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--least", type=float, default=1.0, help="sites, and pages, below this F1 are shown")
    parser.add_argument("--pages", action="store_true", help="show each page below it, with how many movies were invented")
    options = parser.parse_args()
    sites: dict[str, list[tuple[bool, Tally]]] = defaultdict(list)
    for corpus in options.corpora:
        for labelled in labelled_pages(corpus):
            tally = compare(labelled, parse_page(labelled.page, DEFAULT_COLUMNS, sites=()).movies)
            sites[f"{corpus.name}: {labelled.site}"].append((bool(labelled.movies), tally))
            if options.pages and (tally.f1 < options.least or tally.invented):
                print(f"{tally.f1:.3f} {labelled.page.name}, {tally.invented} invented")
    means = {site: sum(tally.f1 for _, tally in tallies) / len(tallies) for site, tallies in sites.items()}
    for site, mean in sorted(means.items(), key=lambda pair: pair[1]):
        if mean < options.least:
            print(f"{mean:.3f} {site}, {len(sites[site])} pages")
    every = [entry for tallies in sites.values() for entry in tallies]
    with_movies = [tally for has_movies, tally in every if has_movies]
    print(f"{len(every)} pages of {len(sites)} sites, {len(with_movies)} with movies: F1 {_mean(with_movies):.4f} over these")
    print(f"precision {sum(tally.right for tally in with_movies) / max(1, sum(tally.filled for tally in with_movies)):.4f}")
    invented = [sum(tally.invented for has_movies, tally in every if has_movies is wanted) for wanted in (True, False)]
    print(f"invented: {invented[0]} movies on them, {invented[1]} on others")


def _mean(tallies: Sequence[Tally]) -> float:
    return sum(tally.f1 for tally in tallies) / max(1, len(tallies))


if __name__ == "__main__":
    main()
