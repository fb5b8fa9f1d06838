"""What each day's points are given for. Ten points a day; names are columns of the table, functions, or sides of the hand-in."""

from moviescrape.errors import UsageError

SIX_COLUMNS = ("title", "rating", "year", "actors", "runtime", "url")

POINTS: dict[int, dict[str, float]] = {
    1: {"pages": 1, "links": 2, "list": 1, "table": 1, "image": 1, "stylesheet": 1, "properties": 1, "selectors": 1, "sizes": 1},
    2: {
        "clean": 2,
        "count_movies": 1,
        "movies_per_year": 1,
        "longest_and_shortest": 1,
        "to_long": 1,
        "to_wide": 1,
        "median_runtimes": 1,
        "explode_actors": 1,
        "best_of_each_actor": 1,
    },
    3: {"title": 5, "rating": 5},
    4: {"title": 2, "rating": 2, "year": 3, "actors": 3},
    5: {"title": 1, "rating": 1, "year": 2, "actors": 2, "runtime": 2, "url": 2},
    6: {"file": 1, "title": 1.5, "rating": 1.5, "year": 1.5, "actors": 1.5, "runtime": 1.5, "url": 1.5},
    7: {"file": 1, "years": 2, "progress": 1, **dict.fromkeys(SIX_COLUMNS, 1)},
    8: {"file": 1, "top": 4, "ties": 1, "order": 2, "cells": 2},
    9: {"image": 2, "bars": 6, "range": 1, "labels": 1},
    10: {"file": 1, "rows": 2, "actors": 2.5, "languages": 2.5, "saved": 2},
    11: {"image": 2, "bars": 4, "order": 2, "names": 2},
    12: {"image": 2, "lines": 5, "none": 1, "legend": 2},
}


def points_of(day: int) -> dict[str, float]:
    """By name, the points of a day; UsageError where there is no such day."""
    if day not in POINTS:
        raise UsageError(f"there is no day {day} to check", remedy=f"the days are 1 to {max(POINTS)}")
    return POINTS[day]
