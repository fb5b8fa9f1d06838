"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted by `tests/bench/fit_records.py` on labelled pages.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "two_facts": 0.65,
    "three_facts": 0.55,
    "people": 0.70,
    "runtime": 0.63,
    "about_films": -1.96,
    "ranked": 1.40,
    "title_year": 1.00,
    "times": 0.13,
    "certificate": 0.72,
    "class_film": 1.12,
    "outer_film": 0.32,
    "path_film": 0.58,
    "record_link_film": 0.51,
    "header_title": 0.90,
    "header_facts": 1.50,
    "header_other": -0.97,
    "heading_film": 0.85,
    "known": 3.07,
    "page_title_film": 1.05,
    "page_text_film": 0.98,
    "facts_of_films": 1.20,
    "slug": 0.80,
    "link": 0.23,
    "image": 1.30,
    "several": 1.10,
    "title_score": 1.41,
    "few": -1.07,
    "menu": -2.39,
    "path_other": -1.16,
    "path_people": -1.99,
    "class_people": -0.39,
    "sentence": -0.37,
    "in_sentence": -1.00,
    "page_tv": -0.89,
    "class_other": -0.03,
    "series": -0.98,
    "heading_series": -0.91,
    "page_title_series": -0.72,
    "page_title_other": -0.75,
    "prices": -0.17,
    "one_word": -1.14,
    "long": -0.63,
    "small": -0.43,
    "alone": -0.70,
    "repeated": -0.51,
}
BIAS = -5.02
THRESHOLD = -0.1
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 2.5
SURE = 1.0
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
