"""Options of `parse` for archives: who reads them, indexes of archives, and what an earlier run set aside."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from moviescrape.cli.options import contact_option, gather, read_columns, with_options
from moviescrape.cli.parameters import WholeNumber
from moviescrape.errors import UsageError
from moviescrape.errors.remedies import Remedy

if TYPE_CHECKING:
    from moviescrape.archive.engines import Engine
    from moviescrape.pipeline.index_choice import IndexChoice
    from moviescrape.pipeline.job import Target
    from moviescrape.pipeline.site_sources import SiteSource


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """What a person chose of the options below."""

    workers: int | None
    engine: str | None
    scheduler: str | None
    base: str | None
    hosts: tuple[str, ...] | None
    contact: str | None
    retry_failed: bool

    @property
    def wants_engine(self) -> bool:
        """Return whether other processes are to read."""
        return bool(self.workers or self.engine or self.scheduler or self.base is not None or self.retry_failed)

    def choose_engine(self, target: "Target", own_sites: "tuple[SiteSource, ...]") -> "Engine":
        """Return what reads. Raise UsageError where the choices are at odds."""
        from moviescrape.archive.engines import engine_for
        from moviescrape.archive.set_aside import RETRY_LIMITS
        from moviescrape.archive.watchdog import PAGE_LIMITS

        return engine_for(
            target,
            dask=self.engine == "dask",
            workers=self.workers or 1,
            scheduler=self.scheduler,
            own_sites=own_sites,
            limits=RETRY_LIMITS if self.retry_failed else PAGE_LIMITS,
        )

    def choose_index(self) -> "IndexChoice | None":
        """Return which records of an index are wanted; None where no index is read. Raise UsageError for choices at odds."""
        from moviescrape.pipeline.index_choice import IndexChoice

        if self.base is None:
            if self.hosts is not None:
                raise UsageError("--hosts chooses from an index of archives", remedy="give --base too, or leave it out")
            return None
        choice = IndexChoice(self.base, self.hosts or (), self.contact)
        if choice.is_over_http:
            self._check_http(self.base)
        return choice

    def _check_http(self, base: str) -> None:
        """Raise UsageError where a web server would be asked by several processes at once, or by nobody it knows."""
        from moviescrape.fetch.contact import check_contact
        from moviescrape.fetch.guards import is_loopback
        from moviescrape.pipeline.sources import check_url

        host = urlsplit(check_url(base)).hostname or ""
        check_contact(self.contact, host)
        if not is_loopback(host) and ((self.workers or 1) > 1 or self.engine == "dask"):
            raise UsageError("one process alone asks a web server", where=base, remedy=Remedy.ONE_READER)


def archive_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options; the command gets them as one `archives: ArchiveOptions`."""

    return with_options(
        gather(command, "archives", [option.name for option in fields(ArchiveOptions)], ArchiveOptions), *_OPTIONS
    )


_OPTIONS = (
    click.option("--workers", type=WholeNumber("a number of processes", most=512), metavar="N", help="Read with N processes."),
    click.option(
        "--engine",
        type=click.Choice(["processes", "dask"]),
        help="What the processes belong to: this machine, or a Dask cluster.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Of a Dask cluster, tcp://host:8786; else --engine dask starts one here.",
    ),
    click.option(
        "--retry-failed",
        is_flag=True,
        help="Read again, with more time and memory, what the same command set aside; nothing else.",
    ),
    click.option(
        "--base",
        metavar="PREFIX",
        help="PATH is an index of archives; this stands before their names: a folder, s3://bucket/.",
    ),
    click.option(
        "--hosts",
        callback=read_columns,
        metavar="HOST,...",
        help="Pages of an index to read.  [default: those of the known sites]",
    ),
    contact_option,
)
