"""What a run would do, said without doing it: nothing is asked of any site, nothing is written."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from moviescrape.cli.fetch_command import least_pause_s
from moviescrape.cli.options import FetchOptions
from moviescrape.cli.terminal import show
from moviescrape.cli.words import duration, plural
from moviescrape.export.publish import STDOUT
from moviescrape.fetch.session import check_contact
from moviescrape.pipeline.job import Job, Target, store_for
from moviescrape.pipeline.sources import SourceKind


def show_dry_run(job: Job, target: Target, options: FetchOptions, *, practice: bool) -> None:
    """Print what a run would read, of which hosts it would ask how much, how long at least, and what it would write."""
    settings = options.settings()
    check_contact(job.starts, settings)
    saved = [source for source in job.sources if source.kind not in (SourceKind.URL, SourceKind.URLS)]
    if saved:
        show(f"read {', '.join(source.text for source in saved)}")
    pause_s = least_pause_s(job.starts, settings)
    for host, pages in Counter(urlsplit(url).netloc for url in job.starts).items():
        show("\n".join(_of_host(host, pages, pause_s, job, offline=settings.offline, practice=practice)))
    store = options.store or store_for(target, *(source.path for source in saved))
    if job.starts and store:
        show(f"keep the pages in {store}{_held(store)}")
    columns = f": {','.join(target.columns)}" if target.columns else ""
    show(f"{'print' if target.out == STDOUT else f'write {target.out}'}{columns}")
    show("a dry run: nothing was asked and nothing written")


def _of_host(host: str, pages: int, pause_s: float, job: Job, *, offline: bool, practice: bool) -> list[str]:
    """Return what a host would be asked for: a line with its name, and what is below it."""
    if offline:
        return [f"{host}: not asked (--offline); {plural(pages, 'page')} to begin with, from the page store"]
    lines = [f"ask {host}{', the practice site on this machine' if practice else ''}"]
    lines.append(f"  for robots.txt, {plural(pages, 'page')} to begin with, and the pages that lists go on with")
    if job.details:
        lines.append("  for each movie's own page")
    if pause_s:
        least = f": at least {duration(pages * pause_s)}" if pages > 1 else ""
        lines.append(f"  with {pause_s:g} s or more between two requests, more where robots.txt says so{least}")
    return lines


def _held(store: Path) -> str:
    """Return how many pages a store holds already."""
    if not store.exists():
        return ""
    from moviescrape.pages.store import PageStore

    with PageStore.open(store) as opened:
        return f", which holds {plural(sum(1 for _ in opened.infos()), 'page')}"
