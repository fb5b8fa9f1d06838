"""`moviescrape pages`: what a page store holds, as files that a person or an archive can open."""

import csv
import io
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from moviescrape.cli.exit_codes import COMPLETE, INCOMPLETE
from moviescrape.cli.parameters import FILE, FOLDER, OUTPUT
from moviescrape.cli.terminal import complain, say_verdict, show, show_json
from moviescrape.cli.words import plural
from moviescrape.errors import StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from moviescrape.pages.page import Page
    from moviescrape.pages.store import PageStore
    from moviescrape.pages.stored_page import FetchFailure, PageInfo


@click.group(no_args_is_help=False, epilog="Example: moviescrape pages movies.pages.sqlite list")
@click.argument("store", metavar="STORE", type=FILE)
@click.pass_context
def pages(ctx: click.Context, store: Path) -> None:
    """Show, export or archive what the page store STORE holds."""
    if not store.exists():
        raise UsageError("no such page store", where=str(store), remedy="name the file that --store names in a run")
    ctx.obj = store


@pages.command("list", epilog="Example: moviescrape pages movies.pages.sqlite list --json")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: pages, failures.")
@click.pass_obj
def list_(store: Path, as_json: bool) -> None:
    """Print a line a page: when, status, bytes, URL; then what gave no page, and why."""
    from moviescrape.pages.store import PageStore

    with PageStore.open(store) as opened:
        if as_json:
            show_json({"pages": [*map(_as_json, opened.infos())], "failures": [*map(_as_json, opened.failures())]}, indent=1)
            return
        for page in opened.infos():
            arrow = "" if page.url == page.asked_url else f" -> {page.url}"
            show(f"{_shown(page.fetched_at)}\t{page.status}\t{page.size}\t{page.asked_url}{arrow}")
        for failure in opened.failures():
            show(f"{_shown(failure.failed_at)}\t-\t{failure.kind}\t{failure.reason}")


@pages.command(epilog="Example: moviescrape pages movies.pages.sqlite export saved")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.pass_obj
def export(store: Path, folder: Path) -> int:
    """Write each page, as it came, into the new or empty folder DIR, and index.csv with their URLs."""
    from moviescrape.export.publish import export_errors, published
    from moviescrape.pages.files import page_file_name
    from moviescrape.pages.store import PageStore

    if folder.exists() and any(folder.iterdir()):
        raise UsageError("the folder is not empty", where=str(folder), remedy="name a new one")
    with PageStore.open(store) as opened:
        index = io.StringIO(newline="")
        rows = csv.writer(index, lineterminator="\n")
        rows.writerow(("file", "url", "asked_url", "status", "fetched_at"))
        with export_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        readable = _Readable(opened)
        for number, page in enumerate(readable, 1):
            name = page_file_name(number, page.url or page.source)
            with export_errors(folder / name):
                (folder / name).write_bytes(page.body)
            rows.writerow((name, page.url, page.asked_url, page.status, page.fetched_at and page.fetched_at.isoformat()))
        with published(folder / "index.csv") as file:
            file.write(index.getvalue().encode())
    return readable.sum_up(folder)


@pages.command(epilog="Example: moviescrape pages movies.pages.sqlite warc movies.warc.gz")
@click.argument("file", metavar="FILE", type=OUTPUT)
@click.pass_obj
def warc(store: Path, file: Path) -> int:
    """Write all pages into FILE as a web archive, WARC 1.1, gzipped if its name ends in .gz."""
    from moviescrape.export.publish import published
    from moviescrape.pages.store import PageStore
    from moviescrape.pages.warc_writer import warc_records

    with PageStore.open(store) as opened:
        readable = _Readable(opened)
        with published(file) as out:
            for record in warc_records(readable, opened.now(), packed=file.suffix == ".gz"):
                out.write(record)
    return readable.sum_up(file)


class _Readable:
    """The pages of a store that can be read; the damaged ones are said, and counted."""

    def __init__(self, store: "PageStore") -> None:
        self._store = store
        self._pages = self._damaged = 0

    def __iter__(self) -> "Iterator[Page]":
        for found in self._store.pages():
            if isinstance(found, StoreError):
                self._damaged += 1
                complain(found)
            else:
                self._pages += 1
                yield found

    def sum_up(self, out: Path) -> int:
        """Say how many pages were written to `out`; return the exit status."""
        say_verdict(f"{plural(self._pages, 'page')} in {out}", good=not self._damaged)
        return INCOMPLETE if self._damaged else COMPLETE


def _as_json(entry: "PageInfo | FetchFailure") -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(entry).items()}


def _shown(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}" if at else "unknown"
