"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted on labelled pages. `tests/bench/fit_records.py` fits
them anew.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "page_title_film": 1.01,
    "page_text_film": 1.02,
    "page_programme": 0.31,
    "page_tv": -0.93,
    "page_title_series": -0.77,
    "page_title_other": -0.67,
    "one_fact": 0.05,
    "two_facts": 0.27,
    "people": 0.70,
    "runtime": 0.50,
    "year": 0.28,
    "times": -0.25,
    "prices": -0.41,
    "header_title": 0.90,
    "header_facts": 1.23,
    "header_other": -1.00,
    "outer_film": 0.29,
    "heading_film": 0.76,
    "heading_series": -0.96,
    "class_other": -0.10,
    "class_people": -0.49,
    "menu": -2.26,
    "in_sentence": -1.00,
    "covers": 0.77,
    "known": 3.30,
    "about_films": -1.92,
    "ranked": 1.42,
    "title_year": 1.07,
    "title_score": 1.19,
    "sentence": -0.17,
    "dated": -2.11,
    "one_word": -1.54,
    "wordy": -0.49,
    "long": -0.58,
    "small": -0.43,
    "genre_title": -2.05,
    "several": 0.95,
    "few": -0.83,
    "repeated": -0.59,
    "certificate": 0.53,
    "series": -0.98,
    "screening": 0.52,
    "trailer": 0.68,
    "genre": 0.47,
    "link": 0.22,
    "slug": 0.88,
    "path_film": 0.17,
    "path_other": -1.11,
    "path_people": -1.50,
    "film_page": 0.69,
    "record_link_film": 0.32,
    "image": 1.30,
    "alone": -0.69,
    "class_film": 1.07,
    "facts_of_films": 1.20,
    "year_and_runtime": 1.50,
    "showtimes": 0.58,
}
BIAS = -5.59
THRESHOLD = -0.3
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
ALIKE_THRESHOLD = -2.0
"""Of a set whose records and titles are elements of the very kind of another that is movies."""
BESIDE = 1.5
SURE = 1.5
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
