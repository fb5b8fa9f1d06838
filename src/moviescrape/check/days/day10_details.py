"""Day 10: `crawler.py IN OUT` follows each url, saves the pages, adds actors and languages. Run twice: what does it ask again?"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from moviescrape.assignments.samples import movies_csv, top_movies
from moviescrape.check.csv_file import read_csv_file
from moviescrape.check.days.day6_programs import judge_file, missing_column, odd_names, origins_of, say_other_files
from moviescrape.check.irregular import details_catalogue
from moviescrape.check.messages import say_outcome
from moviescrape.check.pairing import SubmittedTable
from moviescrape.check.rows import judge_tables
from moviescrape.check.sandbox.runner import ProgramRun, Runner, SandboxTask, run_submission
from moviescrape.check.score import ColumnVerdict, Mistake, Verdict, mark, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie
from moviescrape.practice import PracticeSite

GIVEN = ("title", "rating", "year", "runtime", "url")
NAMES = ("actors", "languages")
ASKED = (*GIVEN, *NAMES)


def check_details(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Return the verdict on day 10: the program is run twice in one folder."""
    points = points_of(10)
    (source,), names = odd_names(seed, ["movies"]), odd_names(seed, ("first", "second"))
    with PracticeSite(details_catalogue(seed)) as site:
        movies = top_movies(site.catalogue.truth(), 5)
        runs = [ProgramRun([source, name], site.dialled) for name in names]
        files = {**submission.beside, source: movies_csv(movies, GIVEN)}
        with run(SandboxTask(submission.script, submission.cells, runs=runs, files=files), timeout_s) as outcome:
            file = read_csv_file(outcome.folder / names[0], ASKED)
            file = file._replace(mistakes=[mistake for mistake in file.mistakes if mistake.kind != "column_order"])
            table = SubmittedTable("the file", movies, file.rows, special=_special(movies))
            asked: dict[str, float] = {name: points[name] for name in NAMES if name in file.columns}
            judged = judge_tables([table], {**asked, "url": points["rows"]}, origins_of(site))
            columns = {
                "file": judge_file(file, points["file"]),
                "rows": judged["url"],
                "saved": _judge_saved(site, movies, (outcome.folder / names[1]).is_file(), points["saved"]),
                **{name: judged.get(name) or missing_column(name, points[name], [file]) for name in NAMES},
            }
            messages = [*say_outcome(outcome, timeout_s), *say_other_files(outcome, names, [file])]
            return Verdict(10, {name: columns[name] for name in points}, messages)


def _special(movies: Sequence[Movie]) -> dict[str, frozenset[int]]:
    """Return, by column, the rows of the movies that lack it."""
    return {name: frozenset(place for place, movie in enumerate(movies) if not getattr(movie, name)) for name in NAMES}


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
