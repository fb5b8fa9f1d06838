"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted by `tests/bench/fit_records.py` on labelled pages.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "two_facts": 0.58,
    "three_facts": 0.43,
    "people": 0.70,
    "runtime": 0.33,
    "about_films": -1.93,
    "ranked": 1.50,
    "title_year": 1.00,
    "times": -0.10,
    "certificate": 0.75,
    "class_film": 1.18,
    "outer_film": 0.39,
    "path_film": 0.18,
    "record_link_film": 0.41,
    "header_title": 0.90,
    "header_facts": 1.28,
    "header_other": -1.00,
    "heading_film": 0.74,
    "known": 2.98,
    "page_title_film": 0.90,
    "page_text_film": 1.11,
    "facts_of_films": 1.20,
    "slug": 0.78,
    "link": 0.18,
    "image": 1.30,
    "several": 1.16,
    "title_score": 1.39,
    "few": -1.09,
    "menu": -2.38,
    "path_other": -1.16,
    "path_people": -1.89,
    "class_people": -0.41,
    "sentence": -0.14,
    "in_sentence": -1.05,
    "page_tv": -0.84,
    "class_other": -0.04,
    "series": -0.98,
    "heading_series": -0.86,
    "page_title_series": -0.68,
    "page_title_other": -0.77,
    "prices": -0.24,
    "dated": -2.10,
    "showtimes": 0.75,
    "film_page": 0.77,
    "one_word": -1.37,
    "long": -0.61,
    "small": -0.42,
    "alone": -0.77,
    "repeated": -0.53,
}
BIAS = -4.95
THRESHOLD = 0.0
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 1.5
SURE = 1.5
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
