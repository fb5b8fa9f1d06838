"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted by `tests/bench/fit_records.py` on labelled pages.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "two_facts": 0.68,
    "three_facts": 0.55,
    "people": 0.70,
    "runtime": 0.67,
    "about_films": -1.96,
    "ranked": 1.46,
    "title_year": 1.00,
    "times": -0.04,
    "certificate": 0.71,
    "class_film": 1.11,
    "outer_film": 0.33,
    "path_film": 0.22,
    "record_link_film": 0.33,
    "header_title": 0.90,
    "header_facts": 1.49,
    "header_other": -0.97,
    "heading_film": 0.83,
    "known": 3.06,
    "page_title_film": 0.96,
    "page_text_film": 1.05,
    "facts_of_films": 1.20,
    "slug": 0.81,
    "link": 0.13,
    "image": 1.30,
    "several": 1.09,
    "title_score": 1.36,
    "few": -1.07,
    "menu": -2.37,
    "path_other": -1.13,
    "path_people": -1.95,
    "class_people": -0.40,
    "sentence": -0.21,
    "in_sentence": -1.01,
    "page_tv": -0.89,
    "class_other": -0.05,
    "series": -0.97,
    "heading_series": -0.90,
    "page_title_series": -0.71,
    "page_title_other": -0.73,
    "prices": -0.18,
    "dated": -1.99,
    "showtimes": 0.84,
    "film_page": 0.80,
    "one_word": -1.20,
    "long": -0.62,
    "small": -0.44,
    "alone": -0.64,
    "repeated": -0.55,
}
BIAS = -4.92
THRESHOLD = 0.0
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 2.5
SURE = 1.0
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
