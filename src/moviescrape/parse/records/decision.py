"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted by `tests/bench/fit_records.py` on labelled pages.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "one_fact": 0.08,
    "two_facts": 0.70,
    "three_facts": 0.59,
    "people": 0.57,
    "runtime": 0.66,
    "year": 0.13,
    "years_differ": 0.07,
    "ranked": 1.21,
    "title_year": 0.89,
    "times": 0.13,
    "certificate": 0.74,
    "class_film": 1.13,
    "outer_film": 0.25,
    "path_film": 0.62,
    "record_link_film": 0.46,
    "header_title": 0.90,
    "header_facts": 1.52,
    "header_other": -0.97,
    "heading_film": 0.86,
    "known": 3.10,
    "page_title_film": 1.11,
    "page_text_film": 0.78,
    "facts_of_films": 0.72,
    "slug": 0.83,
    "link": 0.23,
    "image": 1.50,
    "several": 1.13,
    "title_score": 1.34,
    "few": -1.18,
    "menu": -2.42,
    "path_other": -1.18,
    "path_people": -1.94,
    "class_people": -0.39,
    "sentence": -0.21,
    "in_sentence": -1.00,
    "page_tv": -0.90,
    "series": -0.97,
    "heading_series": -0.89,
    "page_title_series": -0.70,
    "page_title_other": -0.74,
    "prices": -0.16,
    "one_word": -1.10,
    "long": -0.66,
    "small": -0.45,
    "alone": -0.81,
    "repeated": -0.48,
}
BIAS = -4.99
THRESHOLD = 0.0
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 2.5
SURE = 1.0
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
