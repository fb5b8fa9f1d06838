"""Which rows of an index of archives are wanted, and where the archives are that it names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from moviescrape.errors import SourceError, UsageError
from moviescrape.pages.web_address import web_address


@dataclass(frozen=True, slots=True)
class IndexChoice:
    """`base` stands before the archives' names: a folder, or an address such as `s3://commoncrawl/`.

    `hosts` are those wanted, with all their subdomains; none means those of the known sites. `contact` is where a server that is
    asked for ranges can complain.
    """

    base: str
    hosts: tuple[str, ...] = ()
    contact: str | None = None

    @property
    def is_over_http(self) -> bool:
        """Return whether the archives are asked of a web server."""
        return self.base.lower().startswith(("http://", "https://"))

    def place_of(self, name: str) -> str:
        """Return where the archive `name` is. Raise SourceError for one that leads elsewhere.

        >>> IndexChoice("s3://commoncrawl/").place_of("crawl-data/CC-MAIN-2026-04/segment/1.warc.gz")
        's3://commoncrawl/crawl-data/CC-MAIN-2026-04/segment/1.warc.gz'
        """
        parts = name.replace("\\", "/").split("/")
        if not name or ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise SourceError(f"names an archive outside the base ({name!r})", where=self.base, remedy="look at the index")
        return f"{self.base.rstrip('/')}/{name}"


@dataclass(slots=True)
class IndexCounts:
    """Rows of the hosts wanted, as far as the index was read; of these the `records` to read, and why others were left out."""

    rows: int = 0
    other_statuses: int = 0
    other_types: int = 0
    duplicates: int = 0
    records: int = 0


@dataclass(frozen=True, slots=True)
class HostFilter:
    """Hosts with all their subdomains, and what the keys of their rows begin with in an index that is in order of these.

    A key is the URL with its host turned round: `com,imdb)/title/tt0111161` (SURT: Sort-friendly URI Reordering Transform).
    """

    hosts: tuple[str, ...]
    keys: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        turned = [",".join(reversed(host.split("."))) for host in self.hosts]
        object.__setattr__(self, "keys", tuple(f"{key}{mark}" for key in turned for mark in "),:"))

    @classmethod
    def of(cls, hosts: Iterable[str]) -> "HostFilter":
        """Return the filter of hosts as a person writes them. Raise UsageError for what is none.

        >>> HostFilter.of(["IMDb.com"]).keys
        ('com,imdb)', 'com,imdb,', 'com,imdb:')
        """
        names = tuple(host.strip().lower().strip(".") for host in hosts)
        for name in names:
            address = web_address(f"http://{name}/") or ""
            if not name or any(sign.isspace() for sign in name) or urlsplit(address).hostname != name:
                raise UsageError("is no host", where=repr(name), remedy="write it as in letterboxd.com")
        return cls(names)

    def holds(self, url: str) -> bool:
        """Return whether a URL is on one of the hosts.

        >>> hosts = HostFilter.of(["imdb.com"])
        >>> [hosts.holds(url) for url in ("https://m.imdb.com/", "https://notimdb.com/", "https://imdb.com:443/")]
        [True, False, True]
        """
        host = urlsplit(web_address(url) or "").hostname or ""
        return f".{host}".endswith(tuple(f".{name}" for name in self.hosts))
