"""What a run is to do, checked before any of it is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from moviescrape.errors import UsageError
from moviescrape.export.formats import Format
from moviescrape.export.publish import STDOUT
from moviescrape.export.write import check_output
from moviescrape.pipeline.pagination import NO_LIMITS, Limits
from moviescrape.pipeline.sources import Source, SourceKind, classify, classify_saved, read_urls
from moviescrape.table.columns import fields_of
from moviescrape.table.year_range import check_years


@dataclass(frozen=True, slots=True)
class Target:
    """The table to write; `out` may be `-`, standard output."""

    out: Path
    format: Format
    columns: tuple[str, ...]
    excel_safe: bool = False

    @classmethod
    def of(
        cls, out: Path, format_name: str | None = None, columns: Sequence[str] | None = None, *, excel_safe: bool = False
    ) -> Self:
        """Choose format and columns. UsageError or ExportError where such a table can't be written there."""
        format_ = check_output(out, format_name)
        chosen = format_.columns if columns is None else _checked(columns)
        return cls(out, format_, chosen, excel_safe)

    @property
    def store(self) -> Path | None:
        """Where the fetched pages are kept by default: `movies.pages.sqlite` beside `movies.csv`; nowhere for stdout."""
        return None if self.out == STDOUT else self.out.with_name(f"{self.out.stem}.pages.sqlite")


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, and which of its movies to keep. `urls` are, for each source, the lists and pages to fetch."""

    sources: tuple[Source, ...]
    urls: tuple[tuple[str, ...], ...]
    details: bool = False
    first_year: int | None = None
    last_year: int | None = None
    limits: Limits = NO_LIMITS

    @classmethod
    def of(
        cls,
        sources: Iterable[str],
        *,
        details: bool = False,
        years: tuple[int | None, int | None] = (None, None),
        limits: Limits = NO_LIMITS,
    ) -> Self:
        """Find out what the sources are. UsageError or SourceError where one is nothing to read, or no year is left."""
        check_years(*years)
        found = tuple(classify(source) for source in sources)
        if not found:
            raise UsageError("nothing to read", remedy="name a URL, a saved page or a folder of them")
        return cls(found, tuple(_urls_of(source) for source in found), details, *years, limits)

    @classmethod
    def of_saved(cls, paths: Iterable[str]) -> Self:
        """The same for what is read without network. Among several paths, one that is nothing to read stops no other.

        UsageError or SourceError where the only one is.
        """
        found = tuple(map(classify_saved, paths))
        if not found:
            raise UsageError("nothing to read", remedy="name a saved page or a folder of them")
        if len(found) == 1 and found[0].problem:
            raise found[0].problem
        return cls(found, ((),) * len(found))

    @property
    def fetches(self) -> bool:
        """Whether any page is asked of a site."""
        return self.details or bool(self.starts)

    @property
    def starts(self) -> tuple[str, ...]:
        """All URLs to begin with, in order."""
        return tuple(url for urls in self.urls for url in urls)


def store_for(target: Target, *read: Path) -> Path | None:
    """Where fetched pages are kept by default; a page store that is read itself is not written to.

    >>> print(store_for(Target.of(Path("movies.csv")), Path("movies.pages.sqlite")))
    movies.more.pages.sqlite
    """
    store = target.store
    if store is None or store.resolve() not in {path.resolve() for path in read}:
        return store
    return target.out.with_name(f"{target.out.stem}.more.pages.sqlite")


def check_apart(target: Target, *others: Path | None) -> None:
    """UsageError where the table would be written over a file that is read, or over the page store."""
    for other in others:
        if other is not None and target.out != STDOUT and target.out.resolve() == other.resolve():
            raise UsageError("the table would be written over it", where=str(other), remedy="give --out another name")


def _checked(columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(columns))


def _urls_of(source: Source) -> tuple[str, ...]:
    if source.kind is SourceKind.URL:
        return (source.text,)
    return tuple(read_urls(source.path)) if source.kind is SourceKind.URLS else ()
