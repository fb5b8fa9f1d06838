"""Day 2: functions on a table, each called with data of its own, so that a mistake in one costs nothing in another."""

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import mean, median
from typing import Any, TypeAlias

from moviescrape.assignments.messy import MESSY_COLUMNS, MovieRow, messy_table, true_rows
from moviescrape.check.days import day2_truth as truth
from moviescrape.check.hidden_data import hidden_catalogue
from moviescrape.check.messages import say_error, say_outcome, shown
from moviescrape.check.pairing import SubmittedTable
from moviescrape.check.rows import judge_tables
from moviescrape.check.sandbox.encoding import encode_table
from moviescrape.check.sandbox.runner import FunctionCall, Runner, SandboxTask, run_submission
from moviescrape.check.score import ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.check.submission import Submission
from moviescrape.movie import Movie

CallResult = dict[str, Any]
Table: TypeAlias = list[dict[str, Any]]
Key: TypeAlias = tuple[Any, ...]
FunctionJudge = Callable[[CallResult, Sequence[MovieRow], float], ColumnVerdict]

DTYPES = {"title": "str", "year": "Int64", "rating": "Float64", "runtime": "Int64", "language": "str", "actors": "str"}
BEST = 2


def check_functions(submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission) -> Verdict:
    """Return the verdict on day 2."""
    points = points_of(2)
    catalogue = hidden_catalogue(900, seed)
    rows = true_rows(catalogue)
    mess = messy_table(catalogue)
    calls = [FunctionCall(name, arguments) for name, arguments in _arguments(rows, encode_table(mess)).items()]
    files = {**submission.beside, "movies.csv": mess.to_csv(index=False).encode()}
    with run(SandboxTask(submission.script, submission.cells, calls=calls, files=files), timeout_s) as outcome:
        columns = {
            call.function: _judge(call.function, outcome.called(number), rows, points[call.function], outcome.ended)
            for number, call in enumerate(calls)
        }
        return Verdict(2, columns, say_outcome(outcome, timeout_s))


def _arguments(rows: Sequence[MovieRow], mess: CallResult) -> dict[str, list[Any]]:
    """By function, what it is called with: the clean table for all but the first."""
    messy = {**mess, "dtypes": dict.fromkeys(MESSY_COLUMNS, "str")}
    clean = _table(MESSY_COLUMNS, rows, DTYPES)
    long = _table(("title", "year", "measure", "value"), truth.long_rows(rows), {**DTYPES, "measure": "str", "value": "Float64"})
    return {
        "clean": [messy],
        **{name: [clean] for name in ("count_movies", "movies_per_year", "longest_and_shortest", "to_long")},
        "to_wide": [long],
        **{name: [clean] for name in ("median_runtimes", "explode_actors")},
        "best_of_each_actor": [clean, BEST],
    }


def _table(names: Sequence[str], rows: Sequence[Sequence[Any]], dtypes: dict[str, str]) -> CallResult:
    columns = [[name, [row[place] for row in rows]] for place, name in enumerate(names)]
    return {"columns": columns, "dtypes": {name: dtypes[name] for name in names}}


def _judge(name: str, result: CallResult | None, rows: Sequence[MovieRow], max_score: float, ended: str) -> ColumnVerdict:
    if result is None:
        kind = "timeout" if ended == "timeout" else "not_called"
        return nothing(max_score, kind, f"{name}: it did not come to its end")
    if result["type"] == "undefined":
        return nothing(max_score, "no_function", f"{name}: the file defines no such function")
    if result["type"] in ("error", "exit"):
        return nothing(max_score, "crash", f"{name} {say_error(result)}")
    if result["type"] == "none":
        return nothing(max_score, "none", f"{name} returns None; end it with `return`")
    return _JUDGES[name](result, rows, max_score)


def _wrong_type(name: str, result: CallResult, wanted: str, max_score: float) -> ColumnVerdict:
    kind = {"table": "a DataFrame", "series": "a Series", "value": shown(result.get("value"))}.get(
        result["type"], f"a {result['type']}"
    )
    return nothing(max_score, "wrong_type", f"{name} returns {kind}; the assignment asks for {wanted}")


def _rows_of(result: CallResult) -> Table:
    names = [name for name, _ in result["columns"]]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*(cells for _, cells in result["columns"]), strict=True)]


def _judge_clean(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    if result["type"] != "table":
        return _wrong_type("clean", result, "a DataFrame", max_score)
    movies = [Movie(row.title, row.rating, row.year, runtime=row.runtime) for row in rows]
    points = dict.fromkeys(("title", "year", "rating", "runtime"), max_score / 4)
    judged = judge_tables([SubmittedTable("the table", movies, _rows_of(result))], points)
    mistakes = [mistake._replace(message=f"clean: {mistake.message}") for one in judged.values() for mistake in one.mistakes]
    return mark(max_score, sum(one.score for one in judged.values()) / max_score, mistakes)


def _judge_count(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    if result["type"] != "value":
        return _wrong_type("count_movies", result, "a number", max_score)
    value = result["value"]
    if value == len({(row.title, row.year) for row in rows}):
        return mark(max_score, 1.0)
    if value == len(rows):
        return nothing(max_score, "duplicates", "count_movies: movies that are in the table twice are counted twice")
    if value == len({row.title for row in rows}):
        return nothing(max_score, "title_only", "count_movies: two movies of one name and different years are two movies")
    return nothing(max_score, "wrong", f"count_movies: {shown(value)} is not the number of different movies")


def _judge_per_year(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    if result["type"] == "series":
        given = dict(zip(map(_key, result["index"]), result["values"], strict=True))
    elif result["type"] == "table" and len(result["columns"]) == 2:
        (_, years), (_, counts) = result["columns"]
        given = dict(zip(map(_key, years), counts, strict=True))
    else:
        return _wrong_type("movies_per_year", result, "a Series: years and counts", max_score)
    wanted = {str(year): sum(row.year == year for row in rows) for year in {row.year for row in rows}}
    return _judge_keyed("movies_per_year", given, wanted, "years", max_score)


def _judge_extremes(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    if result["type"] != "table":
        return _wrong_type("longest_and_shortest", result, "a DataFrame of two rows", max_score)
    given = [row.get("runtime") for row in _rows_of(result)]
    possible = [row.runtime for row in rows if row.runtime and 1 <= row.runtime <= 600]
    wanted = [max(possible), min(possible)]
    if given == wanted:
        return mark(max_score, 1.0)
    if any(isinstance(minutes, int | float) and not 1 <= minutes <= 600 for minutes in given):
        return nothing(max_score, "impossible", "longest_and_shortest: a movie with an impossible runtime is among them")
    if given == wanted[::-1]:
        return mark(max_score, 0.5, [Mistake("order", "longest_and_shortest: the longest comes first")])
    if len(given) != 2:
        return nothing(max_score, "row_count", f"longest_and_shortest: {len(given)} rows; the longest and the shortest are two")
    return nothing(max_score, "wrong", f"longest_and_shortest: runtimes {shown(given)} are not the extremes")


def _judge_long(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    return _judge_rows("to_long", result, ("title", "year", "measure", "value"), truth.long_rows(rows), max_score)


def _judge_wide(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    return _judge_rows("to_wide", result, ("title", "year", "rating", "runtime"), truth.wide_rows(rows), max_score, ordered=True)


def _judge_explode(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    return _judge_rows("explode_actors", result, ("title", "year", "actor"), truth.actor_rows(rows), max_score)


def _judge_best(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    wanted = truth.best_rows(rows, BEST)
    return _judge_rows("best_of_each_actor", result, ("actor", "title", "year", "rating"), wanted, max_score, ordered=True)


def _judge_rows(
    name: str, result: CallResult, columns: Sequence[str], wanted: Sequence[Key], max_score: float, *, ordered: bool = False
) -> ColumnVerdict:
    """Grade a table of which every row is known: none missing, none too many, and, where it is asked for, in order."""
    if result["type"] != "table":
        return _wrong_type(name, result, "a DataFrame", max_score)
    given_columns = [column for column, _ in result["columns"]]
    if missing := [column for column in columns if column not in given_columns]:
        return nothing(max_score, "missing_column", f"{name}: the DataFrame has no column {missing[0]!r}")
    given = [tuple(_plain(row[column]) for column in columns) for row in _rows_of(result)]
    lacking, extra = Counter(wanted) - Counter(given), Counter(given) - Counter(wanted)
    mistakes = []
    if lacking:
        mistakes.append(
            Mistake("missing_row", f"{name}: {lacking.total()} of {len(wanted)} rows are not there as they should be")
        )
    if extra:
        mistakes.append(
            Mistake("extra_row", f"{name}: {extra.total()} rows should not be there, such as {shown(next(iter(extra)))}")
        )
    share = 1 - max(lacking.total(), extra.total()) / max(len(wanted), len(given))
    if ordered and not mistakes and given != list(wanted):
        mistakes.append(Mistake("order", f"{name}: the rows are right, but not in the order that is asked for"))
        share = 0.5
    return mark(max_score, share, mistakes)


def _plain(cell: Any) -> Any:
    return tuple(map(str, cell)) if isinstance(cell, list) else str(cell) if isinstance(cell, dict) else cell


def _judge_medians(result: CallResult, rows: Sequence[MovieRow], max_score: float) -> ColumnVerdict:
    if result["type"] != "table":
        return _wrong_type("median_runtimes", result, "a DataFrame", max_score)
    table = _rows_of(result)
    if not table or "decade" not in table[0]:
        return nothing(max_score, "missing_column", "median_runtimes: the rows have no index (or column) 'decade'")
    given = {
        f"{_key(row['decade'])} {language}": cell
        for row in table
        for language, cell in row.items()
        if language != "decade" and cell is not None
    }
    medians, means = truth.runtimes_by_group(rows, median), truth.runtimes_by_group(rows, mean)
    if all(key in given and _alike(given[key], value) for key, value in means.items()):
        return nothing(max_score, "mean", "median_runtimes: these are means; the assignment asks for medians")
    return _judge_keyed("median_runtimes", given, medians, "cells", max_score)


def _judge_keyed(name: str, given: dict[str, Any], wanted: dict[str, Any], what: str, max_score: float) -> ColumnVerdict:
    wrong = [key for key in wanted if key not in given or not _alike(given[key], wanted[key])]
    extra = [key for key in given if key not in wanted and given[key] is not None]
    mistakes = []
    if wrong:
        mistakes.append(Mistake("wrong", f"{name}: {len(wrong)} of {len(wanted)} {what} are missing or wrong; first {wrong[0]}"))
    if extra:
        mistakes.append(Mistake("extra", f"{name}: {len(extra)} {what} too many; first {extra[0]}"))
    return mark(max_score, max(0.0, (len(wanted) - len(wrong) - len(extra)) / len(wanted)), mistakes)


def _key(cell: Any) -> str:
    """Return a year as it is written, whether it is a whole number or not."""
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)


def _alike(given: Any, wanted: Any) -> bool:
    if isinstance(wanted, float) and isinstance(given, int | float):
        return abs(given - wanted) < 1e-6
    return bool(given == wanted)


_JUDGES: dict[str, FunctionJudge] = {
    "clean": _judge_clean,
    "count_movies": _judge_count,
    "movies_per_year": _judge_per_year,
    "longest_and_shortest": _judge_extremes,
    "to_long": _judge_long,
    "to_wide": _judge_wide,
    "median_runtimes": _judge_medians,
    "explode_actors": _judge_explode,
    "best_of_each_actor": _judge_best,
}
