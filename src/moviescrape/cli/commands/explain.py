"""`moviescrape explain`: for each value of a page what found it and what else was found, for each gap why."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.exit_codes import COMPLETE
from moviescrape.cli.options import address_option, contact_option, read_columns, site_option
from moviescrape.cli.parameters import MOVIES
from moviescrape.cli.terminal import show, show_json
from moviescrape.cli.words import plural
from moviescrape.errors import UsageError

if TYPE_CHECKING:
    from moviescrape.pages.page import Page


@click.command(epilog="Example: moviescrape explain page.html --field rating")
@click.argument("source", metavar="URL-or-PAGE")
@click.option(
    "--field", "fields", callback=read_columns, metavar="NAME,...", help="Only these fields.  [default: the six columns]"
)
@click.option(
    "--movie",
    "number",
    type=MOVIES,
    default=1,
    show_default=True,
    metavar="N",
    help="Which of the page's movies.",
)
@click.option("--all", "every", is_flag=True, help="Every movie of the page.")
@click.option(
    "--try",
    "tried",
    multiple=True,
    metavar="FIELD=SELECTOR",
    help="Show what a CSS selector finds on the page, as a site file would read it: 'rating=.score b', 'url=h2 a::attr(href)'. "
    "Repeatable.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; with --try one for each.")
@address_option
@contact_option
@site_option
def explain(
    source: str,
    fields: tuple[str, ...] | None,
    number: int,
    every: bool,
    tried: tuple[str, ...],
    as_json: bool,
    url: str | None,
    contact: str | None,
    site_files: tuple[Path, ...],
) -> int:
    """Say for each value of a page what found it and what else was found, for each gap why.

    All extractors are run, also those that a run does not need. URL-or-PAGE is a page's URL or a saved page.
    """
    from moviescrape.cli.explanation import explanation_json, explanation_lines
    from moviescrape.cli.one_page import load_page
    from moviescrape.movie import DEFAULT_COLUMNS
    from moviescrape.parse.explain import explain_page
    from moviescrape.pipeline.site_sources import find_own_sites, load_sites
    from moviescrape.table.columns import fields_of

    if tried:
        return _try_selectors(load_page(source, contact, url), tried, as_json=as_json)
    chosen = fields_of(fields or DEFAULT_COLUMNS)
    sites = load_sites(find_own_sites(site_files))
    explained = explain_page(load_page(source, contact, url), tuple(field.name for field in chosen), sites)
    shown = len(explained.movies)
    if number > max(shown, 1):
        raise UsageError(f"the page shows {plural(shown, 'movie')}", where=source, remedy="--movie counts them from 1")
    numbers = range(1, shown + 1) if every else range(number, min(number, shown) + 1)
    if as_json:
        show_json(explanation_json(explained, numbers), indent=1)
    else:
        show("\n".join(explanation_lines(explained, numbers)))
    if explained.page.problem:
        raise explained.page.problem
    return COMPLETE


def _try_selectors(page: "Page", tried: Sequence[str], *, as_json: bool) -> int:
    from moviescrape.cli.explanation import selection_json, selection_lines
    from moviescrape.parse.selection import try_selector

    for text in tried:
        field, equals, selector = (part.strip() for part in text.partition("="))
        if not (field and equals and selector):
            raise UsageError("not FIELD=SELECTOR", where=text, remedy="write --try 'rating=.score b'")
        found = try_selector(page, field, selector)
        if as_json:
            show_json(selection_json(field, selector, found))
        else:
            show("\n".join(selection_lines(field, selector, found)))
    return COMPLETE
