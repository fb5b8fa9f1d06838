"""Each host has its own pool, and of very many hosts those asked last."""

import httpcore

from moviescrape.fetch.host_pools import HostPools


def _hosts(pools: HostPools) -> list[bytes]:
    return [netloc for _, netloc in pools._pools]


def test_a_host_keeps_its_pool() -> None:
    pools = HostPools(httpcore.MockBackend([]))
    assert pools.pool("http", b"a") is pools.pool("http", b"a")
    assert pools.pool("http", b"a") is not pools.pool("http", b"b")
    pools.close()


def test_the_host_asked_the_longest_ago_gives_way() -> None:
    pools = HostPools(httpcore.MockBackend([]), max_hosts=2)
    for host in (b"a", b"b", b"a", b"c"):
        pools.pool("http", host)
    assert _hosts(pools) == [b"a", b"c"]
    pools.close()


def test_a_host_that_is_being_asked_stays() -> None:
    answer = [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", b"ok"]
    pools = HostPools(httpcore.MockBackend(answer), max_hosts=1)
    with pools.pool("http", b"a").stream("GET", "http://a/"):
        pools.pool("http", b"b")
        assert _hosts(pools) == [b"a", b"b"]
    pools.pool("http", b"c")
    assert b"a" not in _hosts(pools)
    pools.close()


def test_secure_hosts_share_one_set_of_certificates() -> None:
    pools = HostPools(httpcore.MockBackend([]))
    assert pools.pool("https", b"a")._ssl_context is pools.pool("https", b"b")._ssl_context is not None
    assert pools.pool("http", b"a")._ssl_context is None
