"""Gaps between requests, as the site sees them."""

from moviescrape.fetch.host_stats import HostStats


def test_one_request_has_no_gap() -> None:
    stats = HostStats("movies.example")
    stats.note_request(10.0)
    assert (stats.requests, stats.smallest_gap_s, stats.median_gap_s) == (1, None, None)


def test_gaps_are_from_start_to_start() -> None:
    stats = HostStats("movies.example")
    for now in (0.0, 1.0, 4.0, 6.0):
        stats.note_request(now)
    assert (stats.requests, stats.smallest_gap_s, stats.median_gap_s) == (4, 1.0, 2.0)
