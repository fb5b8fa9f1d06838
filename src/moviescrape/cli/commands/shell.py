"""`moviescrape shell`: a Python prompt with a page, to try things on it."""

import code
import sys
from contextlib import suppress
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from moviescrape.cli.options import address_option, contact_option, site_option
from moviescrape.cli.terminal import show
from moviescrape.errors import SourceError, UsageError
from moviescrape.pages.files import STDIN, read_stdin

if TYPE_CHECKING:
    from moviescrape.pages.page import Page

BANNER = """\
page     what the page says: page.movies, page.next_url, page.problem
movies   its movies: movies[0].title
frame()  the same as a pandas table
select   what a CSS selector finds: select(".score b"), select("h2 a::attr(href)")
explain()  where each value is from: explain().to_frame()
"""


@click.command(epilog="Example: moviescrape shell page.html")
@click.argument("source", metavar="URL-or-PAGE")
@address_option
@contact_option
@site_option
def shell(source: str, url: str | None, contact: str | None, site_files: tuple[Path, ...]) -> None:
    """Open a Python prompt with a page: page, movies, frame, select, explain. It is IPython's where that is installed.

    Code that is piped into it is run, and what it prints is printed.
    """
    from moviescrape.cli.one_page import load_page

    if Path(source) == STDIN:
        raise UsageError("the prompt reads from standard input itself", where=source, remedy="save the page, and name its file")
    names = _names(load_page(source, contact, url), site_files)
    if sys.stdin is not None and sys.stdin.isatty():
        show(BANNER)
        _prompt(names)
    else:
        _run(read_stdin().decode("utf-8-sig", "replace"), names)


def _names(page: "Page", site_files: tuple[Path, ...]) -> dict[str, Any]:
    """Return what the prompt knows."""
    from moviescrape.movie import DEFAULT_COLUMNS
    from moviescrape.parse import parse_page
    from moviescrape.parse.explain import explain_page
    from moviescrape.parse.selection import select
    from moviescrape.pipeline.site_sources import find_own_sites, load_sites

    sites = load_sites(find_own_sites(site_files))
    parsed = parse_page(page, None, sites)
    return {
        "page": parsed,
        "movies": parsed.movies,
        "frame": parsed.to_frame,
        "select": partial(select, page),
        "explain": partial(explain_page, page, DEFAULT_COLUMNS, sites),
    }


def _prompt(names: dict[str, Any]) -> None:
    if find_spec("IPython"):
        import_module("IPython").start_ipython(argv=["--no-banner"], user_ns=names)
        return
    with suppress(ImportError):  # Windows has no readline
        import readline
        import rlcompleter

        readline.set_completer(rlcompleter.Completer(names).complete)
        readline.parse_and_bind("tab: complete")
    code.interact(banner="", local=names, exitmsg="")


def _run(text: str, names: dict[str, Any]) -> None:
    """Run code. Raise SourceError, in one line, where it is wrong."""
    try:
        exec(compile(text, "<stdin>", "exec"), names)  # noqa: S102 - the user's own code
    except (Exception, SystemExit) as error:
        what = f"the code ended with {type(error).__name__}: {error}"
        raise SourceError(what, where="stdin", remedy="mend it there") from error
