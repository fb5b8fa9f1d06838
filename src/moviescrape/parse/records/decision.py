"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted by `tests/bench/fit_records.py` on labelled pages.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "one_fact": 0.08,
    "two_facts": 0.69,
    "three_facts": 0.58,
    "people": 0.54,
    "runtime": 0.67,
    "year": 0.14,
    "years_differ": 0.03,
    "about_films": -1.97,
    "ranked": 1.47,
    "title_year": 0.83,
    "times": 0.10,
    "certificate": 0.73,
    "class_film": 1.10,
    "outer_film": 0.30,
    "path_film": 0.59,
    "record_link_film": 0.47,
    "header_title": 0.90,
    "header_facts": 1.54,
    "header_other": -0.97,
    "heading_film": 0.86,
    "known": 3.05,
    "page_title_film": 1.11,
    "page_text_film": 0.92,
    "facts_of_films": 0.73,
    "slug": 0.83,
    "link": 0.25,
    "image": 1.50,
    "several": 1.07,
    "title_score": 1.37,
    "few": -1.09,
    "menu": -2.38,
    "path_other": -1.16,
    "path_people": -1.95,
    "class_people": -0.40,
    "sentence": -0.32,
    "in_sentence": -0.99,
    "page_tv": -0.91,
    "class_other": -0.03,
    "series": -0.97,
    "heading_series": -0.91,
    "page_title_series": -0.72,
    "page_title_other": -0.73,
    "prices": -0.17,
    "one_word": -1.16,
    "long": -0.62,
    "small": -0.45,
    "alone": -0.77,
    "repeated": -0.51,
}
BIAS = -4.96
THRESHOLD = 0.1
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 2.5
SURE = 1.0
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
