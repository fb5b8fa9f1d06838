"""What the practice site says of its clients."""

from moviescrape.practice.stats import RequestStats


def test_connections_are_counted_as_they_come_and_go() -> None:
    stats = RequestStats()
    stats.connect()
    stats.connect()
    stats.disconnect()
    stats.connect()
    assert (stats.connections, stats.connections_open, stats.most_connections_at_once) == (3, 2, 2)


def test_a_path_is_counted_with_its_query() -> None:
    stats = RequestStats()
    for at_s, path in enumerate(("/list?a=1", "/list?a=2", "/list?a=1", "/robots.txt")):
        stats.record(path, "polite/1.0", at_s=float(at_s)).status = 200
    assert stats.times_asked("/list?a=1") == 2
    report = stats.report()
    assert report["pages"] == {"/list?a=1": 2, "/list?a=2": 1, "/robots.txt": 1}
    assert (report["requests"], report["robots_requests"], report["trap_hits"], report["median_gap_s"]) == (4, 1, 0, 1.0)
    assert report["statuses"] == {"200": 4}


def test_nobody_has_come() -> None:
    report = RequestStats().report()
    assert (report["requests"], report["smallest_gap_s"], report["median_gap_s"], report["pages"]) == (0, None, None, {})
