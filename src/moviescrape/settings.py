"""Every number that a user can turn, in one frozen object; the defaults are polite."""

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Settings:
    """How to ask and how much to take. Times are seconds, sizes bytes. Checked where they are read from a user."""

    contact: str | None = None
    """A mail address or URL, put into the User-Agent, where a site can complain. Needed off loopback."""
    private_hosts: frozenset[str] = frozenset()
    """Private or loopback hosts, `host` or `host:port`, that links found in pages and tables may lead to; else none may."""
    trust_env: bool = False
    """Take proxies from HTTP_PROXY and the like."""

    delay_s: float = 0.0
    """The least pause between two requests to one host that the user asks for; the floor and Crawl-delay still count."""
    floor_s: float = 1.0
    """The least pause off loopback."""
    latency_factor: float = 5.0
    """The pause is at least this many times the last answer's time (Heritrix's rule), off loopback."""
    max_delay_s: float = 30.0
    """The pause never grows beyond this; a Crawl-delay above it puts the host out of reach (as Nutch does)."""

    connect_timeout_s: float = 10.0
    read_timeout_s: float = 20.0
    page_time_s: float = 60.0
    """All the time that one answer may take; stops a server that sends a byte now and then."""
    max_bytes: int = 32 * MIB
    """Of a page's body, as received and as decoded."""
    max_redirects: int = 10

    max_tries: int = 4
    """How often one page is asked for before it counts as failed."""
    retry_time_s: float = 60.0
    """All the time spent on one page's retries, Retry-After apart."""
    max_retry_after_s: float = 300.0
    """A site that puts us off for longer is left alone for this run."""
    max_host_failures: int = 5
    """Pages failed in a row after which a host is given up."""

    max_age_s: float = 43_200.0
    """A stored page younger than this is not fetched again by a new run; half a day, so that a daily one gets fresh pages."""
    offline: bool = False
    """Never fetch: only what the page store holds."""
    refresh: bool = False
    """Ask again for stored pages, by ETag and Last-Modified where the site gave them."""
