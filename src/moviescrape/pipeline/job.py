"""What a run is to do, checked before any of it is done."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.export.formats import Format
from moviescrape.export.publish import STDOUT
from moviescrape.export.write import check_output
from moviescrape.pipeline.index_choice import HostFilter, IndexChoice
from moviescrape.pipeline.pagination import NO_LIMITS, Limits
from moviescrape.pipeline.site_sources import SiteSource
from moviescrape.pipeline.source_lists import expand_lists
from moviescrape.pipeline.sources import Source, SourceKind, classify, classify_saved, expand_patterns, with_address, with_urls
from moviescrape.table.columns import fields_of
from moviescrape.table.imdb.imdb_choice import ImdbChoice
from moviescrape.table.year_range import check_years

if TYPE_CHECKING:
    from moviescrape.export.update_sqlite import SqliteUpdate


@dataclass(frozen=True, slots=True)
class Target:
    """The table to write; `out` may be `-`, standard output."""

    out: Path
    format: Format
    columns: tuple[str, ...]
    excel_safe: bool = False
    update: "SqliteUpdate | None" = None
    """How a database that may be there is brought up to date; without it, the file is written anew."""
    address: str | None = None
    """Where in object storage it goes instead of to `out`; None for a place of this machine."""

    @classmethod
    def of(
        cls,
        out: Path,
        format_name: str | None = None,
        columns: Sequence[str] | None = None,
        *,
        excel_safe: bool = False,
        update: "SqliteUpdate | None" = None,
    ) -> Self:
        """Choose format and columns. Raise UsageError or ExportError where such a table can't be written there."""
        format_ = check_output(out, format_name)
        if update:
            _check_update(out, format_)
        chosen = format_.columns if columns is None else _checked(columns)
        return cls(out, format_, chosen, excel_safe, update)

    @property
    def store(self) -> Path | None:
        """Return where the fetched pages are kept by default: `movies.pages.sqlite` beside `movies.csv`; nowhere for stdout."""
        return None if self.out == STDOUT else self.out.with_name(f"{self.out.stem}.pages.sqlite")


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, and which of its movies to keep."""

    sources: tuple[Source, ...]
    details: bool = False
    first_year: int | None = None
    last_year: int | None = None
    limits: Limits = NO_LIMITS
    whole_lists: bool = False
    """Whether a saved page that is a part of its list is not enough."""
    own_sites: tuple[SiteSource, ...] = ()
    """The user's site files, and what other packages offer, which win over the sites of the package."""
    imdb: ImdbChoice | None = None
    """Which titles of IMDb's data files are wanted."""
    index: IndexChoice | None = None
    """Which records are wanted where the sources are indexes of archives; None where they are not."""

    @classmethod
    def of_index(
        cls,
        paths: Iterable[str],
        choice: IndexChoice,
        *,
        own_sites: tuple[SiteSource, ...] = (),
        years: tuple[int | None, int | None] = (None, None),
    ) -> Self:
        """Return the job of reading the records that indexes of archives name. What the indexes are is told when they are read.

        Raise UsageError for hosts that are none, or where no year is left.
        """
        check_years(*years)
        HostFilter.of(choice.hosts)
        paths = list(paths)
        if on_web := next((path for path in paths if path.lower().startswith(("http://", "https://"))), None):
            raise UsageError("an index is not read from a web server", where=on_web, remedy="get the file, and name it")
        found = tuple(Source(SourceKind.INDEX, path) for path in expand_patterns(paths))
        return cls(found, False, *years, own_sites=own_sites, index=choice)

    @classmethod
    def of(
        cls,
        sources: Iterable[str],
        *,
        details: bool = False,
        years: tuple[int | None, int | None] = (None, None),
        limits: Limits = NO_LIMITS,
        own_sites: tuple[SiteSource, ...] = (),
        imdb: ImdbChoice | None = None,
    ) -> Self:
        """Find out what the sources are. Raise UsageError or SourceError where one is nothing to read, or no year is left."""
        check_years(*years)
        found = tuple(with_urls(classify(source)) for source in expand_lists(expand_patterns(sources)))
        if not found:
            raise UsageError("nothing to read", remedy="name a URL, a saved page or a folder of them")
        chosen = _for_data_files(imdb, found, years)
        return cls(found, details, *years, limits, own_sites=own_sites, imdb=chosen)

    @classmethod
    def of_saved(
        cls,
        paths: Iterable[str],
        *,
        whole_lists: bool = False,
        own_sites: tuple[SiteSource, ...] = (),
        years: tuple[int | None, int | None] = (None, None),
        imdb: ImdbChoice | None = None,
        url: str | None = None,
    ) -> Self:
        """Find out what saved paths are. Among several, one that is nothing to read stops no other.

        `url` is the address that the only page is from. Raise UsageError or SourceError where the only path is nothing to read,
        UsageError where there is a `url` and more than one path.
        """
        found = tuple(map(classify_saved, expand_lists(expand_patterns(paths))))
        if not found:
            raise UsageError("nothing to read", remedy="name a saved page or a folder of them")
        if len(found) == 1 and found[0].problem:
            raise found[0].problem
        if url is not None:
            if len(found) > 1:
                raise UsageError(
                    "an address is stated of one saved page alone", where=found[1].text, remedy="read each page by itself"
                )
            found = (with_address(found[0], url),)
        chosen = _for_data_files(imdb, found, years)
        return cls(found, False, *years, whole_lists=whole_lists, own_sites=own_sites, imdb=chosen)

    @property
    def fetches(self) -> bool:
        """Return whether any page is asked of a site."""
        return self.details or bool(self.starts)

    @property
    def starts(self) -> tuple[str, ...]:
        """Return all URLs to begin with, in order."""
        return tuple(url for source in self.sources for url in source.urls)

    @property
    def resume_key(self) -> str:
        """Return what names this run in its page store: the same command again goes on from its pages."""
        return resume_key(
            sources=[source.text for source in self.sources],
            urls=self.starts,
            details=self.details,
            years=(self.first_year, self.last_year),
            limits=self.limits,
        )


def _for_data_files(
    choice: ImdbChoice | None, sources: Iterable[Source], years: tuple[int | None, int | None]
) -> ImdbChoice | None:
    """Return the choice of titles, of these years. Raise UsageError where none of the sources has titles to choose from."""
    if any(source.kind is SourceKind.IMDB for source in sources):
        return replace(choice or ImdbChoice(), first_year=years[0], last_year=years[1])
    if choice is not None:
        raise UsageError("there are no data files of IMDb to choose titles from", remedy=Remedy.NAME_DATA_FILES)
    return None


RESUME_KEY_VERSION = 1
"""To be raised where pages of an unfinished run of an older version would be of no use."""


def resume_key(**said: object) -> str:
    """Return a text that is the same for the same run, in every version of moviescrape that has this key's version.

    An option added later must be left out here while it has its default, so that unfinished runs are still found.

    >>> resume_key(urls=["https://movies.example/top"])
    '{"urls": ["https://movies.example/top"], "version": 1}'
    """
    return json.dumps({"version": RESUME_KEY_VERSION, **said}, sort_keys=True)


def store_for(target: Target, *read: Path) -> Path | None:
    """Return where fetched pages are kept by default; a page store that is read itself is not written to.

    >>> print(store_for(Target.of(Path("movies.csv")), Path("movies.pages.sqlite")))
    movies.more.pages.sqlite
    """
    store = target.store
    if store is None or store.resolve() not in {path.resolve() for path in read}:
        return store
    return target.out.with_name(f"{target.out.stem}.more.pages.sqlite")


def check_apart(target: Target, *others: Path | None) -> None:
    """Raise UsageError where the table would be written over a file that is read, or over the page store."""
    for other in others:
        if other is not None and target.out != STDOUT and target.out.resolve() == other.resolve():
            raise UsageError("the table would be written over it", where=str(other), remedy=Remedy.CHOOSE_OUT)


def _check_update(out: Path, format_: Format) -> None:
    if format_.name != "sqlite" or out == STDOUT:
        raise UsageError("only a SQLite file is updated", where=str(out), remedy="name a file that ends in .sqlite")
    from moviescrape.export.update_sqlite import check_updatable  # loads sqlite3

    check_updatable(out)


def _checked(columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(columns))
