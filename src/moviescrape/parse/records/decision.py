"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted by `tests/bench/fit_records.py` on labelled pages.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "two_facts": 0.57,
    "three_facts": 0.43,
    "people": 0.70,
    "runtime": 0.33,
    "about_films": -1.97,
    "ranked": 1.48,
    "title_year": 1.00,
    "times": -0.12,
    "certificate": 0.76,
    "class_film": 1.16,
    "outer_film": 0.38,
    "path_film": 0.15,
    "record_link_film": 0.46,
    "header_title": 0.90,
    "header_facts": 1.30,
    "header_other": -1.00,
    "heading_film": 0.74,
    "known": 2.97,
    "page_title_film": 0.88,
    "page_text_film": 1.09,
    "facts_of_films": 1.20,
    "slug": 0.81,
    "link": 0.22,
    "image": 1.30,
    "several": 1.08,
    "title_score": 1.39,
    "few": -1.10,
    "menu": -2.39,
    "path_other": -1.17,
    "path_people": -1.89,
    "class_people": -0.40,
    "sentence": -0.13,
    "in_sentence": -1.07,
    "page_tv": -0.85,
    "series": -0.98,
    "heading_series": -0.86,
    "page_title_series": -0.67,
    "page_title_other": -0.78,
    "prices": -0.23,
    "dated": -1.99,
    "showtimes": 0.73,
    "film_page": 0.75,
    "one_word": -1.33,
    "long": -0.51,
    "small": -0.44,
    "alone": -0.55,
    "repeated": -0.56,
}
BIAS = -4.94
THRESHOLD = 0.0
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 2.5
SURE = 1.0
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
