"""`moviescrape drift`: has a site changed? For cron, on a folder of freshly saved pages."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.parameters import FILE
from moviescrape.cli.terminal import show

if TYPE_CHECKING:
    from moviescrape.pages.page import Page
    from moviescrape.parse.drift import Drift, Floors


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--floors", "floors_file", type=FILE, metavar="FILE", help="Other floors than the built-in ones.")
@click.option("--save", type=FILE, metavar="FILE", help="Write floors, a tenth below what is measured now.")
def drift(paths: tuple[str, ...], floors_file: Path | None, save: Path | None) -> int:
    """Hold how full each field of saved pages is against floors, and name the selectors that find nothing any more.

    Exit status 3 where a field of a known layout is below its floor, or a page of a known site could not be read.
    """
    from moviescrape.export.publish import published
    from moviescrape.parse.drift import floors_of, known_floors, measure_drift, read_floors

    floors = read_floors(floors_file) if floors_file else known_floors()
    drifts = measure_drift(_pages(paths))
    if not drifts:
        return 4
    if save:
        with published(save) as file:
            file.write(json.dumps(floors_of(drifts), indent=1).encode() + b"\n")
    for each in drifts:
        for line in _report(each, floors):
            show(line)
    return 3 if any(list(each.broken(floors)) or each.changed for each in drifts) else 0


def _pages(paths: Iterable[str]) -> "Iterator[Page]":
    """Every page that can be read; the others are said, and go on being nobody's floor."""
    from moviescrape.cli.terminal import complain
    from moviescrape.errors import SourceError
    from moviescrape.pages.files import find_pages, read_page
    from moviescrape.pipeline.sources import classify

    for text in paths:
        for path in find_pages(classify(text).path):
            try:
                yield read_page(path)
            except SourceError as problem:
                complain(str(problem))


def _report(drift: "Drift", floors: "Floors") -> Iterator[str]:
    broken = {name: floor for name, _, floor in drift.broken(floors)}
    shares = ", ".join(
        f"{name} {drift.share(name):.0%}" + (f" (BELOW {broken[name]:.0%})" if name in broken else "") for name in drift.filled
    )
    known = "" if drift.layout in floors else ", no floors"
    yield f"{drift.layout}: {drift.pages} pages, {drift.movies} movies{known}{': ' + shares if drift.movies else ''}"
    for name, selector in drift.silent_selectors():
        yield f"    {name}: {selector} finds nothing"
