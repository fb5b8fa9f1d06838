"""Day 10: `crawler.py IN OUT` follows each url, saves the pages, adds actors and languages. Run twice: what does it ask again?"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from moviescrape.assignments.samples import movies_csv, top_movies
from moviescrape.check.csv_file import read_csv_file
from moviescrape.check.days.day6_programs import judge_file, origins_of
from moviescrape.check.hidden_data import hidden_catalogue
from moviescrape.check.messages import say_outcome
from moviescrape.check.rows import SubmittedTable, judge_tables
from moviescrape.check.sandbox.runner import Runner, SandboxTask, run_submission
from moviescrape.check.score import ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie
from moviescrape.practice import Catalogue, PracticeSite

GIVEN = ("title", "rating", "year", "runtime", "url")
NAMES = ("actors", "languages")
ASKED = (*GIVEN, *NAMES)
HOW_MANY = 40


def check_details(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Return the verdict on day 10: the program is run twice in one folder."""
    points = points_of(10)
    with PracticeSite(hidden_catalogue(600, seed)) as site:
        movies = choose_movies(site.catalogue)
        runs = [["in.csv", "first.csv"], ["in.csv", "second.csv"]]
        files = {**submission.beside, "in.csv": movies_csv(movies, GIVEN)}
        with run(SandboxTask(submission.script, runs=runs, files=files, site=site.dialled), timeout_s) as outcome:
            file = read_csv_file(outcome.folder / "first.csv", ASKED)
            file = file._replace(mistakes=[mistake for mistake in file.mistakes if mistake.kind != "column_order"])
            table = SubmittedTable("the file", movies, file.rows)
            asked: dict[str, float] = {name: points[name] for name in NAMES if name in file.columns}
            judged = judge_tables([table], {**asked, "url": points["rows"]}, origins_of(site))
            columns = {
                "file": judge_file(file, points["file"]),
                "rows": judged["url"],
                "saved": _judge_saved(site, movies, (outcome.folder / "second.csv").is_file(), points["saved"]),
                **{name: judged.get(name) or _missing(name, points[name]) for name in NAMES},
            }
            return Verdict(10, {name: columns[name] for name in points}, say_outcome(outcome, timeout_s))


def choose_movies(catalogue: Catalogue) -> list[Movie]:
    """Return the best of some years, as day 8 sorts them, with at least one movie without a language and one without actors."""
    movies = top_movies(catalogue.truth(), 5)
    bare = [movie for movie in movies if not movie.languages][:2] + [movie for movie in movies if not movie.actors][:2]
    chosen = {movie.url for movie in [*bare, *movies[:: max(1, len(movies) // HOW_MANY)]]}
    return [movie for movie in movies if movie.url in chosen]


def _missing(name: str, max_score: float) -> ColumnVerdict:
    return nothing(max_score, "missing_column", f"{name}: the file has no column {name!r}")


def _judge_saved(site: PracticeSite, movies: Sequence[Movie], ran_twice: bool, max_score: float) -> ColumnVerdict:
    """Over both runs, each movie's page was asked for once."""
    asked = [site.request_stats.times_asked(urlsplit(movie.url or "").path) for movie in movies]
    never, again = sum(times == 0 for times in asked), sum(times > 1 for times in asked)
    if never:
        message = f"saved: {never} of {len(movies)} movies' own pages were never asked for"
        return mark(max_score, 0.5 * (1 - never / len(movies)), [Mistake("not_followed", message)])
    if again:
        message = f"saved: run a second time in the same folder, it asked again for {again} of {len(movies)} pages"
        return mark(max_score, 0.5 * (1 - again / len(movies)), [Mistake("asked_again", message)])
    return (
        mark(max_score, 1.0)
        if ran_twice
        else mark(max_score, 0.5, [Mistake("second_run", "saved: the second run wrote no file")])
    )
