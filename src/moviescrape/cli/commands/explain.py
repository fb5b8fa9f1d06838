"""`moviescrape explain`: for each value of a page which way found it and what the others said, for each gap why."""

from typing import TYPE_CHECKING

import click

from moviescrape.cli.options import read_columns
from moviescrape.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from moviescrape.pages.page import Page
    from moviescrape.parse.explain import Answer, Explanation, Found


@click.command()
@click.argument("source", metavar="URL-or-PAGE")
@click.option(
    "--field", "fields", callback=read_columns, metavar="NAME,...", help="Only these fields.  [default: the six columns]"
)
@click.option("--movie", "number", type=click.IntRange(min=1), metavar="N", help="Only the page's N-th movie.")
@click.option(
    "--contact",
    envvar="MOVIESCRAPE_CONTACT",
    metavar="MAIL-or-URL",
    help="Where a site can complain; wanted for sites off this machine.  [env: MOVIESCRAPE_CONTACT]",
)
def explain(source: str, fields: tuple[str, ...] | None, number: int | None, contact: str | None) -> int:
    """Say for each value of a page which way found it and what the others said, for each gap why.

    All ways of reading are asked, also those that a run does not need. URL-or-PAGE is a page's URL or a saved page.
    """
    from moviescrape.movie import DEFAULT_COLUMNS
    from moviescrape.parse.explain import explain_page
    from moviescrape.table.columns import fields_of

    chosen = fields_of(fields or DEFAULT_COLUMNS)
    explained = explain_page(_load(source, contact), tuple(field.name for field in chosen))
    if number and number > len(explained.movies):
        raise UsageError(f"the page shows {len(explained.movies)} movies", where=source, remedy="--movie counts them from 1")
    _print(explained, number)
    if explained.page.problem:
        raise explained.page.problem
    return 0


def _load(text: str, contact: str | None) -> "Page":
    """The one page that `text` names, fetched politely or read from its file."""
    from moviescrape.pages.files import read_page
    from moviescrape.pipeline.sources import SourceKind, classify

    source = classify(text)
    if source.kind is SourceKind.URL:
        return _fetch(source.text, contact)
    if source.kind is not SourceKind.PAGE:
        raise UsageError("one page is explained at a time", where=text, remedy="name a URL or a saved page")
    return read_page(source.path)


def _fetch(url: str, contact: str | None) -> "Page":
    from moviescrape.cli.practice_site import practice_site_for
    from moviescrape.fetch.session import Fetching, check_contact
    from moviescrape.pages.page import PageRequest
    from moviescrape.settings import Settings

    settings = Settings(contact=contact)
    check_contact([url], settings)
    with practice_site_for([url], always=False, quiet=True) as aliases, Fetching(settings, aliases=aliases).open(url) as fetcher:
        return fetcher.fetch(PageRequest(url))


def _print(explained: "Explanation", number: int | None) -> None:
    from rich.console import Console

    console = Console(soft_wrap=True, highlight=False)
    page = explained.page
    console.print(
        f"{page.kind}, site {page.site or 'unknown'}, layout {page.layout or 'unknown'}, {len(page.movies)} movies", markup=False
    )
    console.print(f"ways that found something: {', '.join(explained.ways) or 'none'}", markup=False)
    if page.declared_total is not None or page.declared_here is not None:
        console.print(f"the page declares {page.declared_here or 'some'} movies here, of {page.declared_total or 'some'}")
    if page.next_url:
        console.print(f"next page: {page.next_url}", markup=False)
    for at, answers in enumerate(explained.movies, 1):
        if number in (None, at):
            console.print(_table(at, answers))
    for note in page.notes:
        console.print(f"note: {note}", markup=False)


def _table(number: int, answers: "tuple[Answer, ...]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"movie {number}", title_justify="left")
    for heading in ("field", "value", "found by", "the others"):
        table.add_column(heading, overflow="fold")
    for answer in answers:
        row = (answer.field, *_told(answer))
        table.add_row(*(Text(cell) for cell in row))
    return table


def _told(answer: "Answer") -> tuple[str, str, str]:
    """The value, its way and place, and what the others said; of a gap, its reason."""
    if answer.chosen is None:
        return "-", answer.gap, ""
    agree = len(answer.others) - len(answer.disagree)
    others = [f"{_shown(other)} ({other.extractor})" for other in answer.disagree] + ([f"{agree} agree"] if agree else [])
    return _shown(answer.chosen), f"{answer.chosen.extractor}: {answer.chosen.place}", "; ".join(others)


def _shown(found: "Found") -> str:
    return "; ".join(found.value) if isinstance(found.value, tuple) else str(found.value)
