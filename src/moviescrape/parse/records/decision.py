"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted on labelled pages. `tests/bench/fit_records.py` fits
them anew.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "one_fact": 0.04,
    "two_facts": 0.56,
    "three_facts": 0.35,
    "people": 0.70,
    "runtime": 0.39,
    "year": 0.32,
    "about_films": -1.91,
    "ranked": 1.47,
    "title_year": 1.00,
    "times": -0.20,
    "certificate": 0.77,
    "class_film": 1.20,
    "outer_film": 0.30,
    "path_film": 0.12,
    "record_link_film": 0.40,
    "header_title": 0.90,
    "header_facts": 1.22,
    "header_other": -1.00,
    "heading_film": 0.77,
    "known": 3.03,
    "page_title_film": 0.94,
    "page_text_film": 0.82,
    "facts_of_films": 1.20,
    "slug": 0.86,
    "link": 0.27,
    "image": 1.30,
    "several": 1.01,
    "title_score": 1.26,
    "few": -1.05,
    "menu": -2.30,
    "path_other": -1.14,
    "path_people": -1.44,
    "class_people": -0.37,
    "sentence": -0.20,
    "in_sentence": -1.06,
    "page_tv": -0.78,
    "class_other": -0.12,
    "series": -0.84,
    "heading_series": -0.81,
    "page_title_series": -0.62,
    "page_title_other": -0.58,
    "prices": -0.48,
    "dated": -2.10,
    "showtimes": 0.69,
    "film_page": 0.65,
    "one_word": -1.41,
    "long": -0.65,
    "small": -0.39,
    "alone": -0.69,
    "repeated": -0.59,
}
BIAS = -4.90
THRESHOLD = 0.0
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
BESIDE = 1.5
SURE = 1.5
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
