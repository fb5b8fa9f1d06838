"""Days 6 and 7: programs that ask the practice site for pages, and write a CSV file."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from moviescrape.check.csv_file import CsvFile, read_csv_file
from moviescrape.check.hidden_data import hidden_catalogue
from moviescrape.check.messages import say_outcome
from moviescrape.check.rows import SubmittedTable, judge_tables
from moviescrape.check.sandbox.runner import Runner, SandboxOutcome, SandboxTask, run_submission
from moviescrape.check.score import SIX_COLUMNS, ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie
from moviescrape.practice import PUBLIC_ORIGIN, START_PATH, PracticeSite

LAST_YEAR = 2020


def check_save_csv(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Day 6: `scraper.py OUTPUT` writes the 50 movies of the start page."""
    points = points_of(6)
    with PracticeSite(hidden_catalogue(600, seed)) as site:
        job = SandboxTask(submission.script, runs=[["movies.csv"]], files=submission.beside, site=site.dialled)
        with run(job, timeout_s) as outcome:
            file = read_csv_file(outcome.folder / "movies.csv", SIX_COLUMNS)
            table = SubmittedTable("the file", site.truth_of(START_PATH), file.rows)
            columns = {"file": judge_file(file, points["file"]), **judge_columns([table], file, points, origins_of(site))}
            return Verdict(6, columns, say_outcome(outcome, timeout_s))


def check_more_pages(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Day 7: `scraper.py -s FIRST -e LAST OUTPUT` writes the 50 best of each year, years going up."""
    points = points_of(7)
    first = random.Random(seed).randint(LAST_YEAR - 8, LAST_YEAR - 2)
    spans = [(first, first + 2), (first - 70, first - 69)]
    with PracticeSite(hidden_catalogue(4000, seed)) as site:
        runs = [["-s", str(start), "-e", str(end), f"years{number}.csv"] for number, (start, end) in enumerate(spans)]
        job = SandboxTask(submission.script, runs=runs, files=submission.beside, site=site.dialled)
        with run(job, timeout_s) as outcome:
            files = [read_csv_file(outcome.folder / arguments[-1], SIX_COLUMNS) for arguments in runs]
            wanted = [[movie for year in range(start, end + 1) for movie in best_of_year(site, year)] for start, end in spans]
            names = ("the first file", "the second file")
            tables = [SubmittedTable(name, movies, file.rows) for name, movies, file in zip(names, wanted, files, strict=True)]
            worst = max(files, key=lambda file: len(file.mistakes))
            columns = {
                "file": judge_file(worst, points["file"]),
                "years": _judge_years(files, wanted, spans, points["years"]),
                "progress": _judge_progress(outcome, spans, points["progress"]),
                **judge_columns(tables, files[0], points, origins_of(site)),
            }
            return Verdict(7, {name: columns[name] for name in points}, say_outcome(outcome, timeout_s))


def best_of_year(site: PracticeSite, year: int) -> list[Movie]:
    """Return the movies on the page that day 7 asks for."""
    return site.truth_of(f"/search/title/?release_date={year}-01-01,{year}-12-31&num_votes=5000,&sort=user_rating,desc")


def origins_of(site: PracticeSite) -> tuple[str, ...]:
    """Return what a movie's URL may begin with: the name in the pages, or the address that was dialled."""
    return (PUBLIC_ORIGIN, site.dialled, site.dialled.replace("127.0.0.1", "localhost"))


def judge_file(file: CsvFile, max_score: float) -> ColumnVerdict:
    """Grade the file itself: there, with a header, without an index, UTF-8."""
    if any(mistake.kind == "no_file" for mistake in file.mistakes):
        return ColumnVerdict(0.0, max_score, tuple(file.mistakes))
    return mark(max_score, 0.5 if file.mistakes else 1.0, file.mistakes)


def judge_columns(
    tables: Sequence[SubmittedTable], file: CsvFile, points: dict[str, float], origins: tuple[str, ...]
) -> dict[str, ColumnVerdict]:
    """Return the points of the six columns; a column that the file lacks gets none."""
    asked = {name: most for name, most in points.items() if name in SIX_COLUMNS}
    judged = judge_tables(tables, {name: most for name, most in asked.items() if name in file.columns}, origins)
    for name, most in asked.items():
        if name not in judged:
            judged[name] = nothing(most, "missing_column", f"{name}: the file has no column {name!r}")
    return judged


def _judge_years(
    files: Sequence[CsvFile], wanted: Sequence[list[Movie]], spans: Sequence[tuple[int, int]], max_score: float
) -> ColumnVerdict:
    """Both ends included, no other year, as many movies as the page of each has, sorted."""
    found = {
        mistake.kind: mistake
        for file, movies, span in zip(files, wanted, spans, strict=True)
        for mistake in _year_mistakes([row.get("year") for row in file.rows], movies, *span)
    }
    share = max(0.0, 1 - len(found) / 3) if any(file.rows for file in files) else 0.0
    return mark(max_score, share, found.values())


def _year_mistakes(cells: Sequence[object], movies: Sequence[Movie], first: int, last: int) -> Iterator[Mistake]:
    years = [int(cell) for cell in cells if isinstance(cell, float)]
    given, wanted = Counter(years), Counter(movie.year for movie in movies)
    if last not in given:
        yield Mistake("last_year", f"years: {last} is missing; -e names the last year, included")
    if first not in given:
        yield Mistake("first_year", f"years: {first} is missing; -s names the first year, included")
    if outside := [year for year in given if year not in wanted]:
        yield Mistake("other_years", f"years: with -s {first} -e {last} there are movies of {outside[0]}")
    if wrong := [year for year in given if year in wanted and given[year] != wanted[year]]:
        counted = f"{wrong[0]} has {given[wrong[0]]} movies"
        yield Mistake("year_count", f"years: {counted}; the movies of the first page of each year are asked for")
    if years != sorted(years):
        yield Mistake("year_order", "years: the rows are not sorted by year, going up")


def _judge_progress(outcome: SandboxOutcome, spans: Sequence[tuple[int, int]], max_score: float) -> ColumnVerdict:
    asked = [year for start, end in spans for year in range(start, end + 1)]
    said = [year for year in asked if str(year) in outcome.stdout]
    if len(said) == len(asked):
        return mark(max_score, 1.0)
    message = "progress: the program does not say which year it is at"
    return mark(max_score, len(said) / len(asked), [Mistake("silent", message)])
