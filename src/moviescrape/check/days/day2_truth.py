"""What the functions of day 2 should give, in plain Python, so that no mistake of pandas' user is made twice."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

from moviescrape.assignments.messy import MovieRow

Cells: TypeAlias = tuple[object, ...]


def once(rows: Sequence[MovieRow]) -> list[MovieRow]:
    """Each movie once, by title and year: the first row of it."""
    kept: dict[tuple[str, int | None], MovieRow] = {}
    for row in rows:
        kept.setdefault((row.title, row.year), row)
    return list(kept.values())


def long_rows(rows: Sequence[MovieRow]) -> list[Cells]:
    """Title, year, measure, value: ratings, then runtimes."""
    movies = once(rows)
    ratings: list[Cells] = [(row.title, row.year, "rating", row.rating) for row in movies]
    return ratings + [(row.title, row.year, "runtime", row.runtime) for row in movies]


def wide_rows(rows: Sequence[MovieRow]) -> list[Cells]:
    """Title, year, rating, runtime, by title and year."""
    return sorted(((row.title, row.year, row.rating, row.runtime) for row in once(rows)), key=lambda row: (row[0], row[1] or 0))


def actor_rows(rows: Sequence[MovieRow]) -> list[Cells]:
    """Title, year, actor: a row each, for every row of the table."""
    return [(row.title, row.year, name) for row in rows for name in (row.actors or "").split(";") if name]


def best_rows(rows: Sequence[MovieRow], n: int) -> list[Cells]:
    """Actor, title, year, rating: the n best of each actor, A to Z, ratings down, ties in the order of the table."""
    roles = [(name, row) for row in once(rows) if row.rating is not None for name in (row.actors or "").split(";") if name]
    roles.sort(key=lambda role: (role[0], -(role[1].rating or 0)))
    best = [role for _, of_actor in groupby(roles, key=lambda role: role[0]) for role in list(of_actor)[:n]]
    return [(name, row.title, row.year, row.rating) for name, row in best]


def runtimes_by_group(rows: Sequence[MovieRow], combine: Callable[[list[int]], float]) -> dict[str, float]:
    """By `"1990 English"`, the runtimes of that decade and language, combined into one number."""
    groups: dict[str, list[int]] = {}
    for row in rows:
        if row.runtime is not None and row.language and row.year:
            groups.setdefault(f"{row.year // 10 * 10} {row.language}", []).append(row.runtime)
    return {key: float(combine(runtimes)) for key, runtimes in groups.items()}
