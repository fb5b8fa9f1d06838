"""Days 3 to 5: `extract_movies(dom)`, called with pages that nobody has seen."""

from collections.abc import Sequence
from typing import Any

from moviescrape.check.case_pages import ListPage, make_list_pages, weights_of
from moviescrape.check.kept import page_files
from moviescrape.check.messages import say_error, say_outcome, shown
from moviescrape.check.pairing import SubmittedRow, SubmittedTable
from moviescrape.check.rows import judge_tables
from moviescrape.check.sandbox.runner import FunctionCall, Runner, SandboxOutcome, SandboxTask, run_submission
from moviescrape.check.score import Verdict, nothing, points_of
from moviescrape.check.submission import Submission

FUNCTION = "extract_movies"


def check_lists(
    day: int, submission: Submission, seed: int, timeout_s: float, run: Runner = run_submission, *, keep: bool = False
) -> Verdict:
    """Return the verdict on a scraper of one page; with `keep`, the pages on which something was wrong."""
    pages = make_list_pages(seed, tuple(points_of(day)))
    task = SandboxTask(
        submission.script,
        submission.cells,
        calls=[FunctionCall(FUNCTION, [{"html": page.html, "cuts": page.cuts}]) for page in pages],
        files={**submission.beside, "pages/list.html": pages[0].html.encode()},
    )
    with run(task, timeout_s) as outcome:
        return judge_lists(day, pages, outcome, timeout_s, keep=keep)


def judge_lists(day: int, pages: Sequence[ListPage], outcome: SandboxOutcome, timeout_s: float, *, keep: bool = False) -> Verdict:
    """Return the verdict on what the calls gave."""
    points = points_of(day)
    cases = [page.case for page in pages]
    results = [outcome.called(number) for number in range(len(pages))]
    tables = [
        _submitted_table(page, result, weights_of(page.case, list(points), cases))
        for page, result in zip(pages, results, strict=True)
    ]
    given = {name for result in results if result and result["type"] == "table" for name, _ in result["columns"]}
    verdict = Verdict(day, judge_tables(tables, {name: most for name, most in points.items() if name in given}))
    for name, most in points.items():
        if name not in given:
            verdict.columns[name] = nothing(most, *_why_missing(name, given, results, outcome))
    verdict.columns = {name: verdict.columns[name] for name in points}
    columns = [name for name in points if name in given]
    for number, (page, table) in enumerate(zip(pages, tables, strict=True), start=1):
        verdict.kept |= page_files(number, page.html, table, columns) if keep else {}
    verdict.messages = [*say_outcome(outcome, timeout_s), *_say_results(pages, results, outcome)]
    return verdict


def _submitted_table(page: ListPage, result: dict[str, Any] | None, weights: dict[str, float]) -> SubmittedTable:
    failures = {place: f"{FUNCTION} {say_error(error)}" for place, error in (result or {}).get("failures", [])}
    places = [place for place in range(len(page.movies)) if place not in failures]
    movies = [page.movies[place] for place in places]
    return SubmittedTable(page.name, movies, _rows(result), weights, page.special, failures, places)


def _rows(result: dict[str, Any] | None) -> list[SubmittedRow]:
    if result is None or result["type"] != "table":
        return []
    names = [name for name, _ in result["columns"]]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*(cells for _, cells in result["columns"]), strict=True)]


def _why_missing(name: str, given: set[str], results: list[dict[str, Any] | None], outcome: SandboxOutcome) -> tuple[str, str]:
    """Return the class of mistake and the sentence for a column that no table has."""
    types = {result["type"] if result else "none" for result in results}
    if "undefined" in types:
        return "no_function", f"{name}: the file defines no function {FUNCTION}"
    if "table" in types:
        close = [other for other in given if other.strip().lower() == name]
        hint = f"; {close[0]!r} is another name: names are compared letter by letter" if close else ""
        return "missing_column", f"{name}: the DataFrame has no column {name!r}{hint}"
    if outcome.ended == "timeout":
        return "timeout", f"{name}: no table came back in time"
    if types <= {"error", "exit"}:
        return "crash", f"{name}: {FUNCTION} ended with an error on every page"
    return "no_table", f"{name}: {FUNCTION} gave no DataFrame"


def _say_results(pages: Sequence[ListPage], results: list[dict[str, Any] | None], outcome: SandboxOutcome) -> list[str]:
    """Return what the calls gave that was no table, each said once."""
    said: dict[str, str] = {}
    for page, result in zip(pages, results, strict=True):
        if result is None and outcome.ended == "timeout":
            said.setdefault("timeout", f"{page.name}: {FUNCTION} had not come back when the time was up")
        elif result and result["type"] in ("error", "exit"):
            said.setdefault(result.get("error", "exit"), f"{page.name}: {FUNCTION} {say_error(result)}")
        elif result and result["type"] == "none":
            said.setdefault("none", f"{FUNCTION} returns None; end it with `return` and the DataFrame")
        elif result and result["type"] == "undefined":
            said.setdefault("undefined", f"the file defines no function {FUNCTION}: is its name written like that?")
        elif result and result["type"] != "table":
            what = shown(result["value"]) if "value" in result else f"a {result['type']}"
            said.setdefault("type", f"{FUNCTION} returns {what}; the assignment asks for a pandas DataFrame")
    return list(said.values())
