"""Decide whether a set of records is a list of movies: the evidence, weighed.

The weights are those of a logistic regression whose signs are fixed, fitted on labelled pages, but for a few that a person has
set: what they weigh is too rare on those pages. `tests/bench/fit_records.py` fits them anew, and names those that were set.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "page_title_film": 1.02,
    "page_text_film": 0.94,
    "page_programme": 0.27,
    "page_tv": -0.92,
    "page_title_series": -0.76,
    "page_title_other": -0.61,
    "one_fact": 0.08,
    "two_facts": 0.24,
    "people": 0.70,
    "director_and_cast": 1.20,
    "runtime": 0.50,
    "year": 0.34,
    "times": -0.27,
    "hours": -1.50,
    "prices": -0.42,
    "header_title": 0.90,
    "header_facts": 1.20,
    "header_earnings": 2.00,
    "header_place": -3.00,
    "header_other": -1.00,
    "outer_film": 0.26,
    "heading_film": 0.75,
    "heading_people": -0.60,
    "heading_series": -0.95,
    "class_other": -0.10,
    "class_people": -0.50,
    "sold": -1.20,
    "menu": -2.27,
    "in_sentence": -1.01,
    "covers": 0.80,
    "known": 3.36,
    "about_films": -1.91,
    "ranked": 1.46,
    "title_year": 1.10,
    "title_score": 1.20,
    "sentence": -0.11,
    "dated": -2.10,
    "one_word": -0.70,
    "wordy": -0.40,
    "long": -0.56,
    "small": -0.48,
    "genre_title": -2.06,
    "several": 0.90,
    "few": -0.84,
    "repeated": -0.58,
    "certificate": 0.51,
    "born": -2.20,
    "other_text": -2.80,
    "series": -0.96,
    "screening": 0.52,
    "trailer": 0.61,
    "genre": 0.47,
    "link": 0.25,
    "slug": 0.89,
    "path_film": 0.20,
    "path_other": -1.10,
    "path_cinema": -0.60,
    "path_people": -1.47,
    "film_page": 0.74,
    "record_link_film": 0.29,
    "image": 1.30,
    "poster": 0.80,
    "hosted_poster": 1.00,
    "watch": 0.68,
    "alone": -0.65,
    "class_film": 1.08,
    "film_title_year": 0.60,
    "directed": 1.40,
    "facts_of_films": 1.20,
    "year_and_runtime": 1.50,
    "showings": 0.60,
    "showtimes": 0.90,
}
BIAS = -5.82
THRESHOLD = -0.3
PAIR_THRESHOLD = 2.0
"""Of two records alone."""
ALIKE_THRESHOLD = -2.0
"""Of a set whose records and titles are elements of the very kind of another that is movies."""
BESIDE = 2.0
SURE = 1.5
"""A further set on a page is taken where it is hardly less sure than the best one, or sure by itself."""


def weigh(evidence: Mapping[str, float]) -> float:
    """Return the log odds that records with this evidence are movies."""
    return BIAS + sum(weight * evidence[name] for name, weight in WEIGHTS.items())
