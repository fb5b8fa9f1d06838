"""Day 8: `extract.py -n N IN OUT` writes the N best of each year."""

import random
from collections.abc import Iterable, Sequence
from typing import Any

from moviescrape.assignments.samples import movies_csv, top_movies
from moviescrape.check.csv_file import CsvFile, read_csv_file
from moviescrape.check.days.day6_programs import judge_file, odd_names, say_other_files
from moviescrape.check.irregular import films_of
from moviescrape.check.messages import say_outcome
from moviescrape.check.pairing import SubmittedRow
from moviescrape.check.sandbox.runner import ProgramRun, Runner, SandboxTask, run_submission
from moviescrape.check.score import SIX_COLUMNS, ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie, join_names
from moviescrape.practice import PUBLIC_ORIGIN
from moviescrape.practice.truth import everything

YEARS = range(1981, 2011)
SIZES = (5, 2)
PATTERNS: tuple[tuple[float | None, ...], ...] = (
    (8.9, 8.1, 7.7, 7.0, 6.4, 5.9, 5.1, 4.2),
    (8.8, 8.0, 7.6, 7.1, 6.5, 6.5, 5.2),
    (8.7, 7.9, 7.9, 7.2, 6.6, 5.8, 5.3),
    (7.8, 6.7, None),
    (7.4, None),
    (8.6, 8.6, 7.5, 7.3, 6.8, 6.1),
)
"""The ratings of a year's movies, year by year in turn: no ties; ties at the cut; ties above it; unrated ones in thin years."""


def check_top(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Return the verdict on two runs, with two numbers, on a table that is in no order and has gaps."""
    points = points_of(8)
    movies = shuffled_movies(seed)
    (source,), names = odd_names(seed, ["all movies"]), odd_names(seed, [f"best {n}" for n in SIZES])
    runs = [ProgramRun(["-n", str(n), source, name]) for n, name in zip(SIZES, names, strict=True)]
    files = {**submission.beside, source: movies_csv(movies)}
    with run(SandboxTask(submission.script, submission.cells, runs=runs, files=files), timeout_s) as outcome:
        written = [read_csv_file(outcome.folder / name, SIX_COLUMNS) for name in names]
        wanted = [top_movies(movies, n) for n in SIZES]
        judged = [_judge(file, best, points, f"with -n {n}") for file, best, n in zip(written, wanted, SIZES, strict=True)]
        columns = {name: min((columns[name] for columns in judged), key=lambda column: column.score) for name in points}
        return Verdict(8, columns, [*say_outcome(outcome, timeout_s), *say_other_files(outcome, names, written)])


def shuffled_movies(seed: int) -> list[Movie]:
    """Return movies with ties, missing ratings and years with few of them, in no order."""
    ratings = [(year, rating) for number, year in enumerate(YEARS) for rating in PATTERNS[number % len(PATTERNS)]]
    films = films_of(seed, len(ratings))
    movies = [
        everything(film, PUBLIC_ORIGIN)._replace(year=year, rating=rating, **_gaps(place))
        for place, (film, (year, rating)) in enumerate(zip(films, ratings, strict=True))
    ]
    random.Random(seed).shuffle(movies)
    return movies


def _gaps(place: int) -> dict[str, Any]:
    return {"runtime": None} if place % 11 == 3 else {"actors": ()} if place % 11 == 7 else {}


def _judge(file: CsvFile, best: list[Movie], points: dict[str, float], how: str) -> dict[str, ColumnVerdict]:
    return {
        "file": judge_file(file, points["file"]),
        "top": _judge_top(file.rows, best, points["top"], how),
        "ties": _judge_ties(file.rows, best, points["ties"], how),
        "order": _judge_order(file.rows, points["order"], how),
        "cells": _judge_cells(file, best, points["cells"], how),
    }


def _is_ranked(row: SubmittedRow) -> bool:
    return isinstance(row.get("year"), float) and isinstance(row.get("rating"), float)


def _judge_top(rows: Sequence[SubmittedRow], best: list[Movie], max_score: float, how: str) -> ColumnVerdict:
    """Grade the ratings of the best by year: which of two movies with the same rating it was is another matter."""
    wanted, given = _ratings(best), _ratings_of(rows)
    wrong = sorted(year for year in wanted.keys() | given.keys() if wanted.get(year) != given.get(year))
    unrated = {int(row["year"]) for row in rows if isinstance(row.get("year"), float) and row.get("rating") is None}
    mistakes = []
    if wrong:
        mistakes.append(Mistake("wrong_top", _say_wrong_year(wrong, given, wanted, how)))
    if unrated:
        message = f"top: {how}, movies without a rating are kept, first in {min(unrated)}; leave them out"
        mistakes.append(Mistake("unrated_kept", message))
    return mark(max_score, max(0.0, 1 - len({*wrong, *unrated}) / len(wanted)), mistakes)


def _say_wrong_year(wrong: list[int], given: dict[int, list[float]], wanted: dict[int, list[float]], how: str) -> str:
    year = wrong[0]
    counts = len(given.get(year, [])), len(wanted.get(year, []))
    what = f"{counts[0]} movies instead of {counts[1]}" if counts[0] != counts[1] else "movies that are not its best"
    return f"top: {how}, {len(wrong)} of {len(wanted)} years are wrong; first {year}, which has {what}"


def _ratings(movies: Sequence[Movie]) -> dict[int, list[float]]:
    grouped: dict[int, list[float]] = {}
    for movie in movies:
        grouped.setdefault(movie.year or 0, []).append(movie.rating or 0)
    return {year: sorted(ratings) for year, ratings in grouped.items()}


def _ratings_of(rows: Sequence[SubmittedRow]) -> dict[int, list[float]]:
    grouped: dict[int, list[float]] = {}
    for row in filter(_is_ranked, rows):
        grouped.setdefault(int(row["year"]), []).append(row["rating"])
    return {year: sorted(ratings) for year, ratings in grouped.items()}


def _judge_ties(rows: Sequence[SubmittedRow], best: list[Movie], max_score: float, how: str) -> ColumnVerdict:
    """Grade the groups of equal ratings in a year: the very movies, in the very order, that come first in the table."""
    wanted = _groups((movie.year, movie.rating, movie.url) for movie in best)
    given = _groups((row["year"], row["rating"], row.get("url")) for row in rows if _is_ranked(row))
    chosen = [key for key in wanted if len(given.get(key, [])) == len(wanted[key])]
    wrong = [key for key in chosen if given[key] != wanted[key]]
    if not chosen:
        return nothing(max_score, "no_rows", f"ties: {how}, none of the best movies are there")
    if not wrong:
        return mark(max_score, 1.0)
    message = f"ties: {how}, movies with equal ratings are not in the order of the table (a stable sort keeps it)"
    return mark(max_score, 0.5 * (1 - len(wrong) / len(chosen)), [Mistake("unstable", message)])


def _groups(keys: Iterable[tuple[Any, Any, Any]]) -> dict[tuple[float, float], list[str]]:
    groups: dict[tuple[float, float], list[str]] = {}
    for year, rating, url in keys:
        groups.setdefault((float(year), float(rating)), []).append(str(url))
    return groups


def _judge_order(rows: Sequence[SubmittedRow], max_score: float, how: str) -> ColumnVerdict:
    """Grade the order: years up; within a year ratings down. Half the points for the years alone."""
    ranked = [row for row in rows if _is_ranked(row)]
    if not ranked:
        return nothing(max_score, "sorting", f"order: {how}, there are no rows with a year and a rating to sort")
    years = [row["year"] for row in ranked]
    if years != sorted(years):
        return nothing(max_score, "sorting", f"order: {how}, the years do not go up")
    keys = [(row["year"], -row["rating"]) for row in ranked]
    if keys != sorted(keys):
        return mark(max_score, 0.5, [Mistake("sorting", f"order: {how}, within a year, ratings do not go down")])
    return mark(max_score, 1.0)


def _judge_cells(file: CsvFile, best: list[Movie], max_score: float, how: str) -> ColumnVerdict:
    """Each row that was kept has all its cells, unchanged."""
    if not file.rows:
        return nothing(max_score, "no_rows", f"cells: {how}, there are no rows")
    if missing := [name for name in SIX_COLUMNS if name not in file.columns]:
        return nothing(max_score, "missing_column", f"cells: {how}, the file has no column {missing[0]!r}")
    by_url = {movie.url: movie for movie in best}
    changed = [row for row in file.rows if (movie := by_url.get(row["url"])) and not _is_same(row, movie)]
    if not changed:
        return mark(max_score, 1.0)
    message = f"cells: {how}, {len(changed)} of {len(file.rows)} rows are not as they were in the table"
    return mark(max_score, 1 - len(changed) / len(file.rows), [Mistake("changed", message)])


def _is_same(row: SubmittedRow, movie: Movie) -> bool:
    plain = all(row[name] == getattr(movie, name) for name in ("title", "year", "runtime"))
    return plain and row["actors"] == join_names(movie.actors)
