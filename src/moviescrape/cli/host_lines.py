"""What was asked of each host, and how politely: what `--verbose` adds at the end."""

from moviescrape.cli.words import plural
from moviescrape.fetch.host_stats import HostStats


def host_line(stats: HostStats) -> str:
    """Return one host's figures.

    >>> host_line(HostStats("movies.example", requests=3, from_store=2))
    'movies.example: 3 requests, 2 pages from the store'
    """
    counts = [
        plural(stats.requests, "request"),
        f"{plural(stats.from_store, 'page')} from the store" if stats.from_store else "",
        f"{stats.not_modified:,} not modified" if stats.not_modified else "",
        f"{stats.retried:,} retried" if stats.retried else "",
        f"{stats.refused:,} refused" if stats.refused else "",
        f"{stats.smallest_gap_s:.2f} s or more between two" if stats.smallest_gap_s is not None else "",
        f"mostly {stats.median_gap_s:.2f} s" if stats.median_gap_s is not None else "",
        f"{stats.received_bytes / 1e6:.1f} MB" if stats.received_bytes else "",
    ]
    return f"{stats.host}: {', '.join(count for count in counts if count)}"
