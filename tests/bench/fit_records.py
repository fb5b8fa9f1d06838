"""Fit the weights by which `parse/records/decision.py` decides what is a list of movies, and say whether they beat set ones.

    python tests/bench/fit_records.py CORPUS... [--documents 250] [--no-report] [--write]

CORPUS are folders of labelled pages (NAME.html, NAME.truth.json, NAME.meta.json anywhere below). Every set of records found on a
page that lists movies, or has none, is an example: it is movies where seven in ten of its titles are of the page's movies, and is
not where fewer than two in ten are; what lies between is left out. The project's fixtures, and pages of installed documentation,
which hold no movies, are examples too.

The model is a logistic regression of the evidence (`evidence.features`) whose weights are drawn to those that a person would set
(PRIORS) and keep their sign. Left out one site at a time, it is held against the set weights alone. `--write` puts the fitted
weights into decision.py. Needs numpy.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from page_folders import LabelledPage, documentation_pages, fixture_pages, labelled_pages, package_of

from moviescrape.pages.page import Page
from moviescrape.parse.decode import decode_page
from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.identify import find_address
from moviescrape.parse.records import decision
from moviescrape.parse.records.evidence import features
from moviescrape.parse.records.groups import find_groups
from moviescrape.parse.records.movie_list import MIN_TITLE_SCORE
from moviescrape.parse.records.outline import outline
from moviescrape.parse.records.page_words import page_words
from moviescrape.parse.records.stated_facts import without_headings
from moviescrape.parse.records.title_column import record_sets

sys.path.insert(0, str(Path(__file__).parents[1]))
from support.paths import PAGES

# What a person would set. A weight keeps the sign that it has here; those of FREE may turn.
PRIORS: Mapping[str, float] = {
    "one_fact": 0.5,
    "two_facts": 0.8,
    "three_facts": 0.8,
    "people": 0.8,
    "runtime": 0.6,
    "year": 0.6,
    "title_year": 0.8,
    "ranked": 1.2,
    "times": 0.3,
    "certificate": 0.4,
    "class_film": 0.9,
    "outer_film": 0.5,
    "path_film": 0.9,
    "heading_film": 0.6,
    "page_title_film": 0.9,
    "page_text_film": 0.6,
    "facts_of_films": 1.5,
    "slug": 0.6,
    "link": 0.2,
    "image": 0.4,
    "several": 0.8,
    "title_score": 0.8,
    "record_link_film": 0.6,
    "header_title": 1.0,
    "header_facts": 1.4,
    "known": 2.0,
    "few": -1.2,
    "menu": -1.5,
    "path_other": -0.9,
    "class_other": -0.5,
    "series": -1.2,
    "page_title_series": -1.0,
    "page_title_other": -0.6,
    "prices": -0.5,
    "one_word": -0.7,
    "wordy": -0.7,
    "long": -0.7,
    "small": -0.5,
    "alone": -0.6,
    "repeated": -0.3,
    "path_people": -1.2,
    "in_sentence": -1.2,
    "dated": -2.0,
    "showtimes": 1.2,
    "film_page": 1.4,
    "about_films": -1.5,
    "page_tv": -1.2,
    "heading_series": -1.2,
    "class_people": -0.5,
    "sold": -1.2,
    "header_other": -1.0,
    "sentence": -0.7,
    "covers": 0.6,
    "watch": 0.6,
    "year_and_runtime": 1.5,
    "page_programme": 0.6,
    "screening": 0.6,
    "trailer": 0.6,
    "genre": 0.6,
    "genre_title": -2.0,
}
BY_HAND: Mapping[str, float] = {
    "hours": -1.5,
    "header_earnings": 2.0,
    "header_place": -3.0,
    "heading_people": -0.6,
    "born": -2.2,
    "other_text": -2.8,
    "path_cinema": -0.6,
    "showings": 0.6,
    "director_and_cast": 1.2,
    "poster": 0.8,
    "hosted_poster": 1.0,
    "film_title_year": 0.6,
    "directed": 1.4,
}
"""What a person has set, and no fit changes: too rare on the labelled pages to be learned from them."""
ALL_PRIORS = {**PRIORS, **BY_HAND}
FREE = {"times"}
AT_LEAST = {
    "facts_of_films": 1.2,
    "runtime": 0.5,
    "one_word": -0.7,
    "year_and_runtime": 1.5,
    "title_year": 1.0,
    "header_title": 0.9,
    "people": 0.7,
}
"""Rare on the labelled pages, and worth more than these say."""
AT_MOST = {"image": 1.3}
PULL = 0.002
"""How hard the weights are drawn to PRIORS."""
PAGE_SETS, DOCUMENT_SETS = 25, 12
"""So many sets of a labelled page, and of any other, are examples."""
PAGE_WITHOUT_MOVIES = 3.0
FIXTURE = 3.0
"""How much a page counts, where one of real movies counts one."""
SHOWN = 0.02
"""Smaller weights are left out of decision.py."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A set of records found on a page."""

    page: str
    site: str
    is_movies: bool
    evidence: Mapping[str, float]
    weight: float


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples as a matrix: a row each, a column for each piece of evidence."""

    names: list[str]
    evidence: Numbers
    is_movies: NDArray[np.bool_]
    weights: Numbers
    sites: NDArray[np.str_]
    pages: NDArray[np.str_]


def matrix(examples: Sequence[Example]) -> Examples:
    """Return examples as a matrix; a page counts the same, however many sets it has."""
    sets = Counter(example.page for example in examples)
    movies = Counter(example.page for example in examples if example.is_movies)
    shares = [
        example.weight * (1 / movies[example.page] if example.is_movies else PAGE_WITHOUT_MOVIES / sets[example.page])
        for example in examples
    ]
    names = list(examples[0].evidence)
    if unset := [name for name in names if name not in ALL_PRIORS]:
        raise SystemExit(f"no weight set for {', '.join(unset)}: add to PRIORS or BY_HAND in {__file__}")
    return Examples(
        names,
        np.array([[example.evidence[name] for name in names] for example in examples]),
        np.array([example.is_movies for example in examples]),
        np.array(shares) / sum(shares),
        np.array([example.site for example in examples]),
        np.array([example.page for example in examples]),
    )


def _folded(text: str) -> str:
    return re.sub(r"^\W*\d+[.)]\s*", "", " ".join(text.casefold().split()))


def are_movies(texts: Iterable[str], titles: Iterable[str]) -> bool | None:
    """Return whether the texts of a set are titles of a page's movies; None where that is not clear."""
    wanted = tuple(_folded(title) for title in titles)
    if not wanted:
        return False
    long = tuple(title for title in wanted if len(title) > 2)
    distinct = {_folded(text) for text in texts}
    hits = sum(text in wanted or text.startswith(long) for text in distinct)
    if hits >= 0.7 * len(distinct):
        return True if hits > 1 else None
    return False if hits < 0.2 * len(distinct) else None


def examples_of(labelled: LabelledPage, most: int, weight: float = 1.0) -> Iterator[Example]:
    """Yield the likeliest sets of records of a page."""
    html = decode_page(labelled.page).body
    root = parse_document(html)
    if root is None or len(labelled.movies) == 1:
        return
    page = outline(root)
    words = page_words(page, [node.text for node in root.select("title, h1")[:4]], find_address(labelled.page, html))
    for whole in sorted(record_sets(page, find_groups(page)), key=lambda found: -found.score)[:most]:
        found = without_headings(page, whole)
        is_movies = are_movies(found.group.titles, labelled.titles)
        if found.score < MIN_TITLE_SCORE or is_movies is None or (is_movies and not labelled.movies):
            continue
        yield Example(labelled.page.name, labelled.site, is_movies, features(page, found, words), weight)


def gather(corpora: Iterable[Path], documents: int) -> Iterator[Example]:
    """Yield the examples of labelled folders, of the project's fixtures and of documentation."""
    for corpus in corpora:
        for labelled in labelled_pages(corpus):
            yield from examples_of(labelled, PAGE_SETS)
    for labelled in fixture_pages(PAGES / "generic"):
        yield from examples_of(labelled, DOCUMENT_SETS, FIXTURE)
    for path in documentation_pages(documents):
        page = Page(path.read_bytes(), name=str(path))
        yield from examples_of(LabelledPage(page, f"documentation of {package_of(path)}", [], []), DOCUMENT_SETS)


def fit(examples: Examples, chosen: NDArray[np.bool_], steps: int, weights: Numbers | None = None) -> tuple[Numbers, float]:
    """Return the weights and the bias that say best which of the chosen examples are movies; the bias alone, given weights.

    Adam, projected on the bounds after every step.
    """
    evidence, wanted, shares = examples.evidence[chosen], examples.is_movies[chosen], examples.weights[chosen]
    shares = shares / shares.sum()
    priors = np.array([ALL_PRIORS[name] for name in examples.names])
    low, high = bounds(examples.names)
    values = np.append(np.zeros(len(priors)) if weights is None else weights, 0.0)
    mean, square = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, steps + 1):
        wrong = shares * (1 / (1 + np.exp(-(evidence @ values[:-1] + values[-1]))) - wanted)
        slope = np.append(evidence.T @ wrong + PULL * (values[:-1] - priors), wrong.sum())
        if weights is not None:
            slope[:-1] = 0
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        values -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        if weights is None:
            values[:-1] = np.clip(values[:-1], low, high)
    return values[:-1], float(values[-1])


def bounds(names: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return the least and the greatest weight of each piece of evidence."""
    low = [BY_HAND.get(name, AT_LEAST.get(name, -9.0 if name in FREE or ALL_PRIORS[name] < 0 else 0.0)) for name in names]
    high = [BY_HAND.get(name, 0.0 if ALL_PRIORS[name] < 0 else AT_MOST.get(name, 9.0)) for name in names]
    return np.array(low), np.array(high)


def odds_without_own_site(examples: Examples, steps: int, weights: Numbers | None = None) -> Numbers:
    """Return the log odds of each example, by weights fitted on all other sites."""
    odds = np.zeros(len(examples.sites))
    for site in sorted(set(examples.sites)):
        own = examples.sites == site
        fitted, bias = fit(examples, ~own, steps, weights)
        odds[own] = examples.evidence[own] @ fitted + bias
    return odds


def report(name: str, examples: Examples, odds: Numbers) -> None:
    """Print on how many pages the surest set is right, at some thresholds."""
    for threshold in (-0.5, decision.THRESHOLD, 0.5, 1.0):
        found = invented = mistaken = pages = 0
        for page in sorted(set(examples.pages)):
            own = np.flatnonzero(examples.pages == page)
            best, has_movies = own[np.argmax(odds[own])], examples.is_movies[own].any()
            taken, right = odds[best] > threshold, examples.is_movies[best]
            pages += has_movies
            found += taken and right
            mistaken += taken and has_movies and not right
            invented += taken and not has_movies
        outcome = f"found on {found} of {pages} pages, wrong on {mistaken}, invented on {invented} others"
        print(f"{name:8} over {threshold:+.1f}: {outcome}")


def write(names: Sequence[str], weights: Numbers, bias: float) -> None:
    """Put weights and bias into decision.py."""
    file = Path(decision.__file__)
    lines = "".join(f'    "{name}": {value:.2f},\n' for name, value in zip(names, weights, strict=True) if abs(value) >= SHOWN)
    start = "WEIGHTS: Mapping[str, float] = {\n"
    text = re.sub(re.escape(start) + r".*?\}\n", lambda _: f"{start}{lines}}}\n", file.read_text("utf-8"), flags=re.DOTALL)
    file.write_text(re.sub(r"^BIAS = .*", f"BIAS = {bias:.2f}", text, flags=re.MULTILINE), "utf-8")


def main() -> None:
    """Gather, fit, report, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--documents", type=int, default=250, help="so many pages of documentation")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--no-report", action="store_true", help="fit only")
    parser.add_argument("--write", action="store_true", help="change decision.py")
    options = parser.parse_args()
    examples = matrix(list(gather(options.corpora, options.documents)))
    print(f"{len(examples.pages)} sets of records on {len(set(examples.pages))} pages of {len(set(examples.sites))} sites")
    weights, bias = fit(examples, np.ones(len(examples.pages), bool), options.steps)
    shown = [f"{name} {value:.2f}" for name, value in zip(examples.names, weights, strict=True) if abs(value) >= SHOWN]
    print(f"bias {bias:.2f}; {', '.join(shown)}")
    if options.write:
        write(examples.names, weights, bias)
    if not options.no_report:
        report("learned", examples, odds_without_own_site(examples, options.steps))
        priors = np.array([ALL_PRIORS[name] for name in examples.names])
        report("set", examples, odds_without_own_site(examples, options.steps, priors))


if __name__ == "__main__":
    main()
