"""Day 8: `extract.py -n N IN OUT` writes the N best of each year."""

import random
from collections.abc import Sequence

from moviescrape.assignments.samples import movies_csv, top_movies
from moviescrape.check.csv_file import CsvFile, read_csv_file
from moviescrape.check.days.day6_programs import judge_file
from moviescrape.check.hidden_data import hidden_catalogue
from moviescrape.check.messages import say_outcome
from moviescrape.check.rows import SubmittedRow
from moviescrape.check.sandbox.runner import Runner, SandboxTask, run_submission
from moviescrape.check.score import SIX_COLUMNS, ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie, join_names


def check_top(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Two runs, with two numbers, on a table that is in no order and has gaps."""
    points = points_of(8)
    movies = shuffled_movies(seed)
    sizes = (5, 2)
    runs = [["-n", str(n), "in.csv", f"top{n}.csv"] for n in sizes]
    files = {**submission.beside, "in.csv": movies_csv(movies)}
    with run(SandboxTask(submission.script, runs=runs, files=files), timeout_s) as outcome:
        written = [read_csv_file(outcome.folder / f"top{n}.csv", SIX_COLUMNS) for n in sizes]
        wanted = [top_movies(movies, n) for n in sizes]
        judged = [_judge(file, best, points, f"with -n {n}") for file, best, n in zip(written, wanted, sizes, strict=True)]
        columns = {name: min((columns[name] for columns in judged), key=lambda column: column.score) for name in points}
        return Verdict(8, columns, say_outcome(outcome, timeout_s))


def shuffled_movies(seed: int, how_many: int = 500) -> list[Movie]:
    """Movies with ties, missing ratings and years with few of them, in no order."""
    movies = hidden_catalogue(how_many, seed).truth()
    random.Random(seed).shuffle(movies)
    return movies


def _judge(file: CsvFile, best: list[Movie], points: dict[str, float], how: str) -> dict[str, ColumnVerdict]:
    return {
        "file": judge_file(file, points["file"]),
        "top": _judge_top(file.rows, best, points["top"], how),
        "ties": _judge_ties(file.rows, best, points["ties"], how),
        "order": _judge_order(file.rows, points["order"], how),
        "cells": _judge_cells(file, best, points["cells"], how),
    }


def _ranked(row: SubmittedRow) -> bool:
    return isinstance(row.get("year"), float) and isinstance(row.get("rating"), float)


def _judge_top(rows: Sequence[SubmittedRow], best: list[Movie], max_score: float, how: str) -> ColumnVerdict:
    """By year, the ratings of the best: which of two movies with the same rating it was is another matter."""
    wanted, given = _ratings(best), _ratings_of(rows)
    wrong = sorted(year for year in wanted.keys() | given.keys() if wanted.get(year) != given.get(year))
    if not wrong:
        return mark(max_score, 1.0)
    year = wrong[0]
    counts = len(given.get(year, [])), len(wanted.get(year, []))
    what = f"{counts[0]} movies instead of {counts[1]}" if counts[0] != counts[1] else "movies that are not its best"
    message = f"top: {how}, {len(wrong)} of {len(wanted)} years are wrong; first {year}, which has {what}"
    return mark(max_score, max(0.0, 1 - len(wrong) / len(wanted)), [Mistake("wrong_top", message)])


def _ratings(movies: Sequence[Movie]) -> dict[int, list[float]]:
    grouped: dict[int, list[float]] = {}
    for movie in movies:
        grouped.setdefault(movie.year or 0, []).append(movie.rating or 0)
    return {year: sorted(ratings) for year, ratings in grouped.items()}


def _ratings_of(rows: Sequence[SubmittedRow]) -> dict[int, list[float]]:
    grouped: dict[int, list[float]] = {}
    for row in filter(_ranked, rows):
        grouped.setdefault(int(row["year"]), []).append(row["rating"])
    return {year: sorted(ratings) for year, ratings in grouped.items()}


def _judge_ties(rows: Sequence[SubmittedRow], best: list[Movie], max_score: float, how: str) -> ColumnVerdict:
    """Grade ties: the very movies, in the very order: of equal ratings those that come first in the table."""
    wanted, given = [str(movie.url) for movie in best], [str(row.get("url")) for row in rows]
    if wanted == given:
        return mark(max_score, 1.0)
    right = len({*wanted} & {*given}) / max(len(wanted), len(given))
    message = f"ties: {how}, movies with equal ratings are not in the order of the table (a stable sort keeps it)"
    return mark(max_score, right / 2, [Mistake("unstable", message)])


def _judge_order(rows: Sequence[SubmittedRow], max_score: float, how: str) -> ColumnVerdict:
    """Years up; within a year ratings down. Half the points for the years alone."""
    if not rows or not all(map(_ranked, rows)):
        return nothing(max_score, "sorting", f"order: {how}, there are no rows to sort, or some without a year or a rating")
    years = [row["year"] for row in rows]
    if years != sorted(years):
        return nothing(max_score, "sorting", f"order: {how}, the years do not go up")
    keys = [(row["year"], -row["rating"]) for row in rows]
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
