"""`moviescrape assignment`: the days of the course: list them, start one, run its model solution, check a submission."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.exit_codes import COMPLETE, FEWER_POINTS
from moviescrape.cli.parameters import FILE, FOLDER, Number, WholeNumber
from moviescrape.cli.terminal import say, show, show_json
from moviescrape.errors import ExportError, UsageError

if TYPE_CHECKING:
    from moviescrape.check import Verdict

DAY = WholeNumber("a day", most=12)


def _choose_language(_context: click.Context, _parameter: click.Parameter, code: str) -> None:
    from moviescrape.assignments.language import use_language

    use_language(code)


language_option = click.option(
    "--lang",
    type=click.Choice(["en", "nl"]),
    default="en",
    envvar="MOVIESCRAPE_LANG",
    show_default=True,
    expose_value=False,
    callback=_choose_language,
    help="The course's language: English or Dutch.  [env: MOVIESCRAPE_LANG]",
)


@click.group(
    no_args_is_help=False, epilog="Exit status of check: 0 full points, 1 less, 2 wrong usage, 4 nothing could be checked."
)
def assignment() -> None:
    """Do the assignments of the course: six days, and the week after."""


@assignment.command("list", epilog="Example: moviescrape assignment list")
@language_option
def list_days() -> None:
    """List the days, and what each asks for."""
    from moviescrape.assignments.days import DAYS
    from moviescrape.assignments.language import _

    width = max(len(_(day.name)) for day in DAYS)
    for day in DAYS:
        show(f"{day.number:>3}  {_(day.name):<{width}}  {_(day.asks)}")


@assignment.command(epilog="Example: moviescrape assignment read 3")
@click.argument("day", type=DAY)
@click.option("--out", "-o", type=FILE, metavar="FILE", help="Write it as a page (.html), a notebook (.ipynb) or Markdown (.md).")
@language_option
def read(day: int, out: Path | None) -> None:
    """Read the chapter of DAY, with examples and exercises. It holds no solution of the day's assignment."""
    from moviescrape.assignments.chapter_files import chapter_file
    from moviescrape.assignments.textbook import read_chapter
    from moviescrape.cli.markdown_text import show_markdown

    if out is None:
        show_markdown(read_chapter(day))
        return
    content = chapter_file(read_chapter(day), out.suffix)
    _write(out, content)
    show(str(out))


@assignment.command(epilog="Example: moviescrape assignment start 4 my-work")
@click.argument("day", type=DAY)
@click.argument("folder", required=False, default=".", metavar="[DIR]", type=FOLDER)
@click.option("--notebook", is_flag=True, help="A Jupyter notebook in place of a script.")
@language_option
def start(day: int, folder: Path, notebook: bool) -> None:
    """Write the template of DAY, and the files that it reads, into DIR (here by default). Never overwrites."""
    from moviescrape.assignments.start import start_day

    for path in start_day(day, folder, notebook=notebook):
        show(str(path))


@assignment.command(epilog="Example: moviescrape assignment hint 3 --step 2")
@click.argument("day", type=DAY)
@click.option(
    "--step", type=WholeNumber("a step", most=3), default=1, show_default=True, metavar="N", help="How much to say: 1, 2 or 3."
)
@language_option
def hint(day: int, step: int) -> None:
    """Show a hint for DAY; --step 2 and 3 say more."""
    from moviescrape.assignments.hints import read_hints
    from moviescrape.cli.markdown_text import show_markdown

    show_markdown("\n\n".join(read_hints(day)[:step]))


@assignment.command(epilog="Example: moviescrape assignment run 2")
@click.argument("day", type=DAY)
def run(day: int) -> None:
    """Run the model solution of DAY; it writes below output/, and needs no network."""
    from moviescrape.assignments.start import run_day

    run_day(day)


@assignment.command(epilog="Example: moviescrape assignment check 3 my-work/day3.py")
@click.argument("day", type=DAY)
@click.argument("file", required=False, type=FILE)
@click.option("--class", "class_folder", type=FILE, metavar="FOLDER", help="Check every submission in a folder or .zip.")
@click.option("--out", "-o", type=FILE, metavar="FILE", help="Of a class: the CSV file of results.")
@click.option("--feedback", type=FOLDER, metavar="DIR", help="Of a class: DIR/index.html about it, DIR/students/NAME.html.")
@click.option("--seed", type=WholeNumber(least=0), help="Makes the data; by default a new one each time, which nobody knows.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as one JSON object.")
@click.option("--gradescope", type=FOLDER, metavar="DIR", help="Write DIR/results.json as Gradescope reads it.")
@click.option("--keep", type=FOLDER, metavar="DIR", help="Write what was wrong into DIR: pages, rows, what is wrong with which.")
@click.option("--timeout", type=Number(least=1), default=60.0, show_default=True, metavar="S", help="Seconds for a submission.")
@language_option
def check(
    day: int,
    file: Path | None,
    class_folder: Path | None,
    out: Path | None,
    feedback: Path | None,
    seed: int | None,
    as_json: bool,
    gradescope: Path | None,
    keep: Path | None,
    timeout: float,
) -> int:
    """Check FILE, a submission for DAY, on data that it has not seen.

    FILE is a script or a notebook; for day 1 a folder or a .zip. It runs in a process of its own, without the network. That
    contains mistakes and accidents; for code that may mean harm, run the command in a container.
    """
    if (file is None) == (class_folder is None):
        raise UsageError("give a submission, or a class of them with --class FOLDER", remedy="see --help")
    if class_folder is not None:
        out = out or Path(f"output/day{day}-class.csv")
        return _check_class(
            day, class_folder, out, seed, timeout, as_json=as_json, gradescope=gradescope, keep=keep, feedback=feedback
        )
    if feedback is not None:
        raise UsageError("--feedback is for --class", remedy="use --keep DIR for one submission")
    if out is not None:
        raise UsageError("--out is for --class", remedy="use --json or --gradescope for one submission")
    assert file is not None  # noqa: S101
    verdict = _check_file(day, file, seed, timeout, gradescope, keep)
    _print(verdict, as_json=as_json)
    return COMPLETE if verdict.is_full else FEWER_POINTS


def _check_file(
    day: int, file: Path, seed: int | None, timeout_s: float, gradescope: Path | None, keep: Path | None
) -> "Verdict":
    """Check one submission; Gradescope gets its file also where the submission can't be read, or the checker fails."""
    from moviescrape.check import check_submission
    from moviescrape.check.checking import without_check
    from moviescrape.pages.files import check_regular

    try:
        if not file.is_dir():
            check_regular(file)
        verdict = check_submission(day, file, seed=seed, timeout_s=timeout_s, keep=keep is not None)
    except Exception as error:
        if gradescope:
            _write_gradescope(without_check(day, error), gradescope)
        raise
    _write_files(verdict, gradescope, keep)
    return verdict


def _print(verdict: "Verdict", *, as_json: bool) -> None:
    from moviescrape.check.verdict_formats import as_text

    if as_json:
        show_json(verdict.as_json())
    else:
        show(as_text(verdict))


def _write_files(verdict: "Verdict", gradescope: Path | None, keep: Path | None) -> None:
    from moviescrape.check.kept import write_files

    if gradescope:
        _write_gradescope(verdict, gradescope)
    if keep:
        write_files(keep, verdict.kept)


def _write_gradescope(verdict: "Verdict", folder: Path) -> None:
    from moviescrape.check.verdict_formats import as_gradescope

    _write(folder / "results.json", as_gradescope(verdict) + "\n")


def _check_class(
    day: int,
    folder: Path,
    out: Path,
    seed: int | None,
    timeout_s: float,
    *,
    as_json: bool,
    gradescope: Path | None,
    keep: Path | None,
    feedback: Path | None,
) -> int:
    """Check a class; each result is written as soon as it is there, so that nothing that comes later can lose it."""
    from moviescrape.check import check_class
    from moviescrape.check.verdict_formats import csv_header, csv_line

    _write(out, csv_header(day))
    verdicts = []
    for name, verdict in check_class(day, folder, seed=seed, timeout_s=timeout_s, keep=keep is not None):
        _write(out, csv_line(name, verdict), mode="a")
        _write_files(verdict, gradescope / name if gradescope else None, keep / name if keep else None)
        say(f"{verdict.score:5g} of {verdict.max_score:g}  {name}")
        if as_json:
            show_json({"submission": name, **verdict.as_json()})
        verdicts.append((name, verdict))
    if feedback:
        _write_feedback(day, verdicts, feedback)
    if not as_json:
        show(f"{out}: {len(verdicts)} submissions")
    return COMPLETE if all(verdict.is_full for _, verdict in verdicts) else FEWER_POINTS


def _write_feedback(day: int, verdicts: Sequence[tuple[str, "Verdict"]], folder: Path) -> None:
    from moviescrape.check.feedback_pages import class_page, student_page

    for name, verdict in verdicts:
        _write(folder / "students" / f"{name}.html", student_page(name, verdict))
    _write(folder / "index.html", class_page(day, verdicts))


def _write(path: Path, text: str, mode: str = "w") -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode, encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise ExportError(error.strerror or str(error), where=str(path), remedy="name a file that you may write") from error
