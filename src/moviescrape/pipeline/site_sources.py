"""Find the sites that a user brings: site files named on the command line or kept in a folder, and those of other packages."""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import NamedTuple

from moviescrape.errors import UsageError
from moviescrape.pages.files import check_regular
from moviescrape.parse.sites import SITES
from moviescrape.parse.sites.site import Site

GROUP = "moviescrape.sites"
"""The entry point group in which packages offer sites, each entry a `Site`."""


class SiteSource(NamedTuple):
    """Where a site comes from, to be sent to other processes: the `text` of the file `where`, or, without it, an entry point."""

    where: str
    text: str | None = None


def find_own_sites(site_files: Iterable[str | Path] = ()) -> tuple[SiteSource, ...]:
    """Return the site files named, then those in `sites/` of the user's configuration folder, then what packages offer.

    Raise UsageError for a file that can't be read or has a mistake.
    """
    if isinstance(site_files, str | Path):
        raise TypeError(f"site files are a list of paths, not one: [{str(site_files)!r}]")
    files = [*map(Path, site_files), *sorted(sites_folder().glob("*.toml"))]
    found = (*map(_read, files), *map(SiteSource, _offered()))
    load_sites(found)
    return found


def sites_folder() -> Path:
    """Return the folder of the user's own site files; it need not be there."""
    from click import get_app_dir  # loaded already where the command line runs; the library alone does without it until here

    return Path(get_app_dir("moviescrape")) / "sites"


@cache
def _offered() -> tuple[str, ...]:
    """Return the names of what installed packages offer, looked up once: it takes as long as reading a page."""
    return tuple(sorted(entry.name for entry in entry_points(group=GROUP)))


@cache
def load_sites(own: tuple[SiteSource, ...]) -> tuple[Site, ...]:
    """Return the sites of these sources, before those of the package. Raise UsageError for one with a mistake."""
    return (*map(_load, own), *SITES)


def _read(path: Path) -> SiteSource:
    check_regular(path)
    try:
        return SiteSource(str(path), path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError("not UTF-8 text", where=str(path), remedy="save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"can't be read ({error.strerror or error})", where=str(path), remedy="check the path") from error


def _load(source: SiteSource) -> Site:
    if source.text is None:
        return _load_offered(source.where)
    from moviescrape.parse.sites.site_file import read_site_file  # a TOML reader, for those who have site files

    return read_site_file(source.text, source.where)


def _load_offered(name: str) -> Site:
    """Return the site of an entry point: whatever its package does wrong is said under its name."""
    entry = next(iter(entry_points(group=GROUP, name=name)), None)
    where = f"site {name!r} of {_package(entry)}"
    try:
        site = entry.load() if entry else None
    except Exception as error:
        what = f"can't be loaded ({type(error).__name__}: {error})"
        raise UsageError(what, where=where, remedy="update or uninstall the package") from error
    if not isinstance(site, Site):
        raise UsageError("is not a moviescrape.Site", where=where, remedy="install the package here, or update or uninstall it")
    return site


def _package(entry: EntryPoint | None) -> str:
    return entry.dist.name if entry and entry.dist else "a package that is not installed here"
