"""Options that several commands have, said once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from moviescrape.cli.parameters import FILE, OUTPUT, Number
from moviescrape.errors import UsageError
from moviescrape.movie import BY_NAME, DEFAULT_COLUMNS
from moviescrape.settings import Settings

if TYPE_CHECKING:
    from moviescrape.export.update_sqlite import SqliteUpdate

SECONDS_A_DAY = 86_400
F = TypeVar("F", bound=Callable[..., Any])


def with_options(command: F, *options: Callable[[F], F]) -> F:
    """Return a command with options, which help shows in this order."""
    for option in reversed(options):
        command = option(command)
    return command


def gather(command: F, keyword: str, names: Iterable[str], make: Callable[..., Any]) -> F:
    """Return a command that takes the options `names` and hands them to `command` as one: `keyword=make(name=value, ...)`."""

    @wraps(command)
    def gathered(**given: Any) -> Any:
        chosen = {name: given.pop(name) for name in names}
        return command(**given, **{keyword: make(**chosen)})

    return cast(F, gathered)


def read_columns(_context: click.Context, _parameter: click.Parameter, text: str | None) -> tuple[str, ...] | None:
    """Return `title,year` as a tuple; None, the format's own, where the option is left out."""
    return None if text is None else tuple(name.strip() for name in text.split(",") if name.strip())


def complete_columns(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    """Return how the last name of `title,ye` can go on."""
    before, comma, last = start.rpartition(",")
    given = before.split(",")
    return [f"{before}{comma}{name}" for name in BY_NAME if name.startswith(last) and name not in given]


def complete_format(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    """Return the formats that begin so."""
    from moviescrape.export.formats import FORMATS

    return [name for name in FORMATS if name.startswith(start)]


def output_options(command: F, default: str = ",".join(DEFAULT_COLUMNS)) -> F:
    """Add where the table goes and what is in it; `default` says which columns it has, where none are named."""
    return with_options(
        command,
        click.option(
            "--out",
            "-o",
            required=True,
            type=OUTPUT,
            metavar="FILE",
            help="The table to write; - prints it.",
        ),
        click.option(
            "--format",
            "format_name",
            metavar="NAME",
            shell_complete=complete_format,
            help="csv, jsonl, parquet, sqlite or xlsx; else what FILE ends in says it, csv for -.",
        ),
        click.option(
            "--columns",
            callback=read_columns,
            shell_complete=complete_columns,
            metavar="NAME,...",
            help=f"The table's columns.  [default: {default}]",
        ),
        click.option("--excel-safe", is_flag=True, help="Defuse cells that a spreadsheet would run as formulas."),
    )


def update_options(command: F) -> F:
    """Add how a database is kept up to date; the command gets one `update: SqliteUpdate | None`."""

    return with_options(
        gather(command, "update", ("update", "history"), _update_of),
        click.option(
            "--update", is_flag=True, help="Add to the .sqlite file that is there; a movie of the same url is replaced."
        ),
        click.option("--history", is_flag=True, help="With --update: keep each day's ratings, in the table rating_history."),
    )


def _update_of(update: bool, history: bool) -> "SqliteUpdate | None":
    if history and not update:
        raise UsageError("--history goes with --update", remedy="give both")
    if not update:
        return None
    from moviescrape.export.update_sqlite import SqliteUpdate

    return SqliteUpdate(datetime.now(UTC).date() if history else None)


contact_option = click.option(
    "--contact",
    envvar="MOVIESCRAPE_CONTACT",
    metavar="MAIL-or-URL",
    help="Where a site can complain; wanted for sites off this machine.  [env: MOVIESCRAPE_CONTACT]",
)
address_option = click.option(
    "--url",
    metavar="URL",
    help="Where a saved page is from; nothing is asked of it. Needed where the page itself does not say it.",
)
site_option = click.option(
    "--site",
    "site_files",
    type=FILE,
    multiple=True,
    metavar="FILE",
    help="A site file, as `moviescrape learn` writes it; those of your configuration folder are read too. Repeatable.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say only what is wrong.")


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """What a person chose of the options below."""

    contact: str | None
    delay: float
    store: Path | None
    max_age: float
    refresh: bool
    offline: bool
    private_hosts: tuple[str, ...]
    trust_env: bool
    log: Path | None
    quiet: bool
    verbose: bool

    def settings(self) -> Settings:
        """Return the same for the library. Raises UsageError where they contradict each other."""
        if self.offline and self.refresh:
            raise UsageError("--offline and --refresh contradict each other", remedy="leave one out")
        return Settings(
            contact=self.contact or None,
            delay_s=self.delay,
            max_age_s=self.max_age * SECONDS_A_DAY,
            offline=self.offline,
            refresh=self.refresh,
            private_hosts=frozenset(host.lower() for host in self.private_hosts),
            trust_env=self.trust_env,
        )


def fetch_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add how to ask sites for pages, and where they are kept; the command gets them as one `fetch: FetchOptions`."""

    return with_options(
        gather(command, "fetch", [option.name for option in fields(FetchOptions)], FetchOptions),
        contact_option,
        click.option(
            "--delay",
            type=Number(),
            metavar="SECONDS",
            default=0.0,
            help="Pause at least so long between two requests to a site; 1 s and its Crawl-delay count anyway.",
        ),
        click.option(
            "--store",
            type=FILE,
            metavar="FILE",
            help="Keeps every fetched page.  [default: movies.pages.sqlite beside movies.csv; none kept for --out -]",
        ),
        click.option(
            "--max-age",
            type=Number("a number of days"),
            metavar="DAYS",
            default=0.5,
            show_default=True,
            help="Fetch stored pages again when older; an interrupted run goes on whatever their age.",
        ),
        click.option("--refresh", is_flag=True, help="Ask the sites again for all stored pages, whatever their age."),
        click.option("--offline", is_flag=True, help="Fetch nothing: read only what the page store holds."),
        click.option(
            "--private-host",
            "private_hosts",
            multiple=True,
            metavar="HOST[:PORT]",
            help="Let links lead to this private or loopback host; else only a URL that you name does. Repeatable.",
        ),
        click.option("--trust-env", is_flag=True, help="Take proxies from HTTP_PROXY and the like."),
        click.option("--log", type=FILE, metavar="FILE", help="Write a line of JSON a request."),
        quiet_option,
        click.option("--verbose", "-v", is_flag=True, help="Say each page."),
    )
