"""The open connections, a pool a host: one pool for all would look at each of its connections at every request."""

import ssl
from collections import OrderedDict
from functools import cached_property
from threading import Lock

import httpcore

KEEP_ALIVE_S = 4.0
"""Servers close idle connections after 5 s and more; ours go first, so that none is closed under a request."""

MAX_HOSTS = 500
"""Whose connections stay open; a process may mostly have 1,024 files."""


class HostPools:
    """Pools by host; beyond the bound the host that was asked the longest ago loses its own."""

    def __init__(self, backend: httpcore.NetworkBackend, max_hosts: int = MAX_HOSTS) -> None:
        self._backend = backend
        self._max_hosts = max_hosts
        self._lock = Lock()
        self._pools: OrderedDict[tuple[str, bytes], httpcore.ConnectionPool] = OrderedDict()

    def pool(self, scheme: str, netloc: bytes) -> httpcore.ConnectionPool:
        """Return the pool of a host."""
        key = (scheme, netloc)
        with self._lock:
            pool = self._pools.get(key)
            if pool is None:
                pool = self._pools[key] = self._new_pool(scheme)
                self._close_oldest()
            self._pools.move_to_end(key)
        return pool

    def close(self) -> None:
        """Close every connection."""
        for pool in list(self._pools.values()):
            pool.close()

    def _new_pool(self, scheme: str) -> httpcore.ConnectionPool:
        return httpcore.ConnectionPool(
            ssl_context=self._ssl_context if scheme == "https" else None,
            network_backend=self._backend,
            max_connections=None,
            keepalive_expiry=KEEP_ALIVE_S,
            retries=0,
        )

    @cached_property
    def _ssl_context(self) -> ssl.SSLContext:
        """One for all hosts: reading the certificates anew takes longer than a page."""
        return httpcore.default_ssl_context()

    def _close_oldest(self) -> None:
        for key, pool in list(self._pools.items())[:-1] if len(self._pools) > self._max_hosts else ():
            if all(connection.is_idle() for connection in pool.connections):
                self._pools.pop(key).close()
                return
