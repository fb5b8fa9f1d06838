"""`moviescrape learn`: a site file by example, without Python."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.exit_codes import COMPLETE, INCOMPLETE, NOTHING_WRITTEN
from moviescrape.cli.options import contact_option
from moviescrape.cli.parameters import FILE, WholeNumber
from moviescrape.cli.terminal import complain, say, show
from moviescrape.errors import MoviescrapeError, UsageError

if TYPE_CHECKING:
    from moviescrape.pages.page import Page
    from moviescrape.parse.learn.learned import LearnedLayout

ASK = (
    "Enter writes the file; year=4 or year=1994 corrects, year= leaves out, group=2 chooses other records, "
    "scale=5 says what ratings are out of, q ends"
)


@click.command(epilog="Example: moviescrape learn page.html --yes --out my_site.toml")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE-or-URL...")
@click.option("--out", "-o", type=FILE, metavar="FILE", help="The site file to write.  [default: the site's host, and .toml]")
@click.option(
    "--set",
    "corrections",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Take a column, by its number or a value. Repeatable.",
)
@click.option("--group", type=WholeNumber("a group of records"), metavar="N", help="Which of the page's groups are the movies.")
@click.option("--title", metavar="TEXT", help="The title of a movie of the page, as the page shows it.")
@click.option("--year", metavar="YEAR", help="That movie's year, which finds the column of years.")
@click.option("--rating", metavar="NUMBER", help="That movie's rating.")
@click.option("--actors", metavar="NAMES", help="That movie's actors.")
@click.option("--runtime", metavar="TEXT", help="That movie's running time.")
@click.option("--url", metavar="URL", help="The address of that movie's page.")
@click.option("--yes", is_flag=True, help="Ask nothing, and write over an older file.")
@contact_option
def learn(
    pages: tuple[str, ...],
    out: Path | None,
    corrections: tuple[str, ...],
    group: int | None,
    title: str | None,
    yes: bool,
    contact: str | None,
    **examples: str | None,
) -> int:
    """Make a site file: show what repeats on a page and what was taken for what, correct it, and write it.

    Each PAGE is a saved page or a URL, all of one kind: the pages of one list, or lists that look alike. The site file then reads
    such pages with `moviescrape run --site FILE`; in the folder `sites` of your configuration it is read without being named.
    """
    from moviescrape.cli.one_page import load_page
    from moviescrape.export.publish import check_writable, published
    from moviescrape.parse.learn.learned import LearnedLayout
    from moviescrape.parse.learn.sample import read_sample
    from moviescrape.parse.learn.site_toml import site_toml

    loaded = [load_page(page, contact) for page in pages]
    layout = LearnedLayout([read_sample(page) for page in loaded], title)
    target = out or Path(f"{layout.hosts[0] if layout.hosts else Path(pages[0]).stem}.toml")
    if target.exists() and not yes:
        raise UsageError("is there already", where=str(target), remedy="give --out another name, or --yes to write over it")
    check_writable(target)
    if group:
        layout.choose_group(group)
    _correct(layout, corrections, examples, title)
    show("\n".join(layout_lines(layout)))
    if not yes and _is_asked() and not _ask(layout, title):
        complain("nothing written")
        return NOTHING_WRITTEN
    _check_title(layout)
    text = site_toml(layout)
    status = _say_check(text, target, loaded)
    with published(target) as file:
        file.write(text.encode())
    say(f"{target} written; read such pages with: moviescrape parse PATH --site {target} --out movies.csv")
    return status


def _is_asked() -> bool:
    """Return whether a person sits there who can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def _check_title(layout: "LearnedLayout") -> None:
    if "title" not in layout.fields:
        raise UsageError("no column was taken for the title", remedy="choose one with --set title=NUMBER")


def _correct(layout: "LearnedLayout", corrections: Sequence[str], examples: dict[str, str | None], title: str | None) -> None:
    if title:
        layout.set_example("title", title)
    for field, value in examples.items():
        if value is not None:
            layout.set_example(field, value, title)
    for said in corrections:
        correct(layout, said, title)


def correct(layout: "LearnedLayout", said: str, title: str | None) -> None:
    """Do one correction: `year=4` by the column's number, `year=1994` by a value, `year=` leaves the field out.

    Raise UsageError where it is none of these.
    """
    field, mark, value = (part.strip() for part in said.partition("="))
    if not mark:
        raise UsageError(f"{said!r} corrects nothing", remedy="write FIELD=COLUMN, as in year=4")
    if field == "group":
        layout.choose_group(int(value) if value.isdecimal() else 0)
    elif field == "scale":
        layout.set_scale(float(value) if value.isdecimal() else 0)
    elif not value:
        layout.unset(field)
    elif value.isdecimal() and 1 <= int(value) <= len(layout.shown):
        layout.set_column(field, int(value))
    else:
        layout.set_example(field, value.strip("\"'"), title)


def _ask(layout: "LearnedLayout", title: str | None) -> bool:
    """Ask for corrections until there are no more; return whether the file is to be written."""
    say(ASK)
    while said := click.prompt("", default="", show_default=False, prompt_suffix="> ").strip():
        if said in ("q", "quit"):
            return False
        try:
            correct(layout, said, title)
        except MoviescrapeError as problem:
            complain(problem)
        else:
            show("\n".join(layout_lines(layout)))
    return True


def _say_check(text: str, target: Path, pages: Sequence["Page"]) -> int:
    """Read each page with the site file alone and say what came; return the exit status."""
    from moviescrape.cli.learned_lines import is_read, page_line
    from moviescrape.parse import parse_page
    from moviescrape.parse.sites.site_file import read_site_file

    sites = (read_site_file(text, str(target)),)
    parsed = [parse_page(page, sites=sites) for page in pages]
    for page, found in zip(pages, parsed, strict=True):
        say(page_line(page.source, found))
    return COMPLETE if all(map(is_read, parsed)) else INCOMPLETE


def layout_lines(layout: "LearnedLayout") -> list[str]:
    """Return the groups and columns as lines of text."""
    from moviescrape.cli.learned_lines import column_lines, group_lines, scale_lines

    return [*group_lines(layout), "", *column_lines(layout), *scale_lines(layout)]
