"""`moviescrape drift`: has a site changed? For cron, on freshly saved pages."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moviescrape.cli.exit_codes import COMPLETE, INCOMPLETE, NOTHING_WRITTEN
from moviescrape.cli.options import site_option
from moviescrape.cli.parameters import FILE
from moviescrape.cli.terminal import complain, say, show, show_json

if TYPE_CHECKING:
    from moviescrape.parse.drift import DriftMeter


@click.command(epilog="Example: moviescrape drift saved-pages --json")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--floors", "floors_file", type=FILE, metavar="FILE", help="Other floors than the built-in ones.")
@click.option("--save", type=FILE, metavar="FILE", help="Write floors, a tenth below what is measured now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@site_option
def drift(
    paths: tuple[str, ...], floors_file: Path | None, save: Path | None, as_json: bool, site_files: tuple[Path, ...]
) -> int:
    """Tell whether a site has changed: compare how many movies have each value with floors, the least that is expected.

    PATH is a saved page, a folder of them, a page store or an archive. Each layout is one line, those that changed first.

    \b
    Exit status: 0 nothing has changed
                 3 a value is missing more often than expected, or a page could not be read
                 4 no page shows a movie
    """
    from moviescrape.cli.drift_report import drift_json, drift_lines
    from moviescrape.export.publish import published
    from moviescrape.parse.drift import DriftMeter, floors_of, known_floors, read_floors
    from moviescrape.pipeline.site_sources import find_own_sites, load_sites

    floors = read_floors(floors_file) if floors_file else known_floors()
    meter = DriftMeter(load_sites(find_own_sites(site_files)))
    problems = _measure(paths, meter)
    drifts = meter.drifts
    if save:
        with published(save) as file:
            file.write(json.dumps(floors_of(drifts), indent=1).encode() + b"\n")
        say(f"floors of {sum(drift.movies > 0 for drift in drifts)} layouts in {save}")
    if as_json:
        show_json(drift_json(drifts, floors), indent=1)
    elif drifts:
        show("\n".join(drift_lines(drifts, floors)))
    if problems or any(drift.has_changed(floors) for drift in drifts):
        return INCOMPLETE if drifts else NOTHING_WRITTEN
    if not any(drift.movies for drift in drifts):
        complain("no page shows a movie, so there is nothing to compare; give pages of a site that moviescrape knows")
        return NOTHING_WRITTEN
    return COMPLETE


def _measure(paths: tuple[str, ...], meter: "DriftMeter") -> int:
    """Measure all pages of `paths`; say which can't be read, and return their number."""
    from moviescrape.errors import SourceError
    from moviescrape.pipeline.job import Job
    from moviescrape.pipeline.local import parse_source
    from moviescrape.pipeline.results import PageParser

    parser, unreadable = PageParser(read=lambda page, _columns, _sites: meter.add(page)), 0
    for source in Job.of_saved(paths).sources:
        for result in parse_source(source, parser):
            if result.problem and (result.parsed is None or isinstance(result.problem, SourceError)):
                complain(result.problem)
                unreadable += 1
    return unreadable
