"""Days 6 and 7: programs that ask the practice site for pages, and write a CSV file."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from moviescrape.check.csv_file import CsvFile, read_csv_file
from moviescrape.check.irregular import start_page_catalogue, years_catalogue
from moviescrape.check.messages import say_outcome, shown
from moviescrape.check.pairing import SubmittedTable
from moviescrape.check.rows import judge_tables
from moviescrape.check.sandbox.runner import ProgramRun, Runner, SandboxOutcome, SandboxTask, run_submission
from moviescrape.check.score import SIX_COLUMNS, ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie
from moviescrape.practice import PUBLIC_ORIGIN, START_PATH, PracticeSite

LAST_YEAR = 2020
SHARES = [dict.fromkeys(SIX_COLUMNS, 0.6), dict.fromkeys(SIX_COLUMNS, 0.4)]
"""What a column's points are given for: the plain data, and the data with gaps."""


def check_save_csv(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Day 6: `scraper.py OUTPUT` writes the 50 movies of the start page; run on a plain page, then on one with gaps."""
    points = points_of(6)
    (plain, _), (irregular, special) = (start_page_catalogue(seed, irregular=which) for which in (False, True))
    names = odd_names(seed, ("plain", "with gaps"))
    with PracticeSite(plain) as one, PracticeSite(irregular) as other:
        sites = (one, other)
        runs = [ProgramRun([name], site.dialled) for name, site in zip(names, sites, strict=True)]
        with run(SandboxTask(submission.script, submission.cells, runs=runs, files=submission.beside), timeout_s) as outcome:
            files = [read_csv_file(outcome.folder / name, SIX_COLUMNS) for name in names]
            tables = [
                SubmittedTable(f"the file {name!r}", site.truth_of(START_PATH), file.rows, weights, tested)
                for name, site, file, weights, tested in zip(names, sites, files, SHARES, ({}, special), strict=True)
            ]
            origins = tuple({origin for site in sites for origin in origins_of(site)})
            columns = {"file": judge_files(files, points["file"]), **judge_columns(tables, files, points, origins)}
            return Verdict(6, columns, [*say_outcome(outcome, timeout_s), *say_other_files(outcome, names, files)])


def check_more_pages(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Day 7: `scraper.py -s FIRST -e LAST OUTPUT` writes the 50 best of each year, years going up."""
    points = points_of(7)
    first = random.Random(seed).randint(LAST_YEAR - 8, LAST_YEAR - 2)
    spans = [(first, first + 2), (first - 70, first - 69)]
    names = odd_names(seed, ("years", "thin years"))
    with PracticeSite(years_catalogue(seed, *(range(start, end + 1) for start, end in spans))) as site:
        runs = [
            ProgramRun(["-s", str(start), "-e", str(end), name], site.dialled)
            for name, (start, end) in zip(names, spans, strict=True)
        ]
        with run(SandboxTask(submission.script, submission.cells, runs=runs, files=submission.beside), timeout_s) as outcome:
            files = [read_csv_file(outcome.folder / name, SIX_COLUMNS) for name in names]
            wanted = [[movie for year in range(start, end + 1) for movie in best_of_year(site, year)] for start, end in spans]
            tables = [
                SubmittedTable(f"the file {name!r}", movies, file.rows, weights)
                for name, movies, file, weights in zip(names, wanted, files, SHARES, strict=True)
            ]
            columns = {
                "file": judge_files(files, points["file"]),
                "years": _judge_years(files, wanted, spans, points["years"]),
                "progress": _judge_progress(outcome, spans, points["progress"]),
                **judge_columns(tables, files, points, origins_of(site)),
            }
            messages = [*say_outcome(outcome, timeout_s), *say_other_files(outcome, names, files)]
            return Verdict(7, {name: columns[name] for name in points}, messages)


def odd_names(seed: int, stems: Sequence[str], suffix: str = ".csv") -> list[str]:
    """Return file names that no program has written into it, one for each stem.

    >>> odd_names(7, ["plain"])
    ['plain 431.csv']
    """
    number = random.Random(seed).randint(100, 999)
    return [f"{stem} {number}{suffix}" for stem in stems]


def say_other_files(outcome: SandboxOutcome, names: Sequence[str], files: Sequence[CsvFile]) -> list[str]:
    """Return what to say where a program wrote a file of another name than the one it was given."""
    if all(file.columns for file in files):
        return []
    others = sorted(path.name for path in outcome.folder.glob("*.csv") if path.name not in (*names, *outcome.given))
    if not others:
        return []
    return [f"it wrote {shown(others[0])}, a name of its own; the name of the file is the program's last argument (sys.argv)"]


def best_of_year(site: PracticeSite, year: int) -> list[Movie]:
    """Return the movies on the page that day 7 asks for."""
    return site.truth_of(f"/search/title/?release_date={year}-01-01,{year}-12-31&num_votes=5000,&sort=user_rating,desc")


def origins_of(site: PracticeSite) -> tuple[str, ...]:
    """Return what a movie's URL may begin with: the name in the pages, or the address that was dialled."""
    return (PUBLIC_ORIGIN, site.dialled, site.dialled.replace("127.0.0.1", "localhost"))


def judge_files(files: Sequence[CsvFile], max_score: float) -> ColumnVerdict:
    """Grade the files themselves: there, with a header, without an index, UTF-8. The worst one counts."""
    return min((judge_file(file, max_score) for file in files), key=lambda verdict: verdict.score)


def judge_file(file: CsvFile, max_score: float) -> ColumnVerdict:
    """Grade a file itself: there, with a header, without an index, UTF-8."""
    if is_missing(file):
        return ColumnVerdict(0.0, max_score, tuple(file.mistakes))
    return mark(max_score, 0.5 if file.mistakes else 1.0, file.mistakes)


def judge_columns(
    tables: Sequence[SubmittedTable], files: Sequence[CsvFile], points: dict[str, float], origins: tuple[str, ...]
) -> dict[str, ColumnVerdict]:
    """Return the points of the six columns; a column that no file has gets none."""
    asked = {name: most for name, most in points.items() if name in SIX_COLUMNS}
    given = {name for file in files for name in file.columns}
    judged = judge_tables(tables, {name: most for name, most in asked.items() if name in given}, origins)
    for name, most in asked.items():
        if name not in judged:
            judged[name] = missing_column(name, most, files)
    return judged


def missing_column(name: str, max_score: float, files: Sequence[CsvFile]) -> ColumnVerdict:
    """Return no points, because no file has the column; where nothing was written, that is said instead."""
    if all(is_missing(file) for file in files):
        return nothing(max_score, "no_file", f"{name}: there is no file to read it from")
    return nothing(max_score, "missing_column", f"{name}: the file has no column {name!r}")


def is_missing(file: CsvFile) -> bool:
    """Whether the program did not write the file."""
    return any(mistake.kind == "no_file" for mistake in file.mistakes)


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
