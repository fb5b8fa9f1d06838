"""What the practice site counts of its clients, so that claimed politeness can be checked."""

import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from urllib.parse import urlsplit

from moviescrape.practice.address import TRAP


@dataclass(slots=True)
class ReceivedRequest:
    """A request: when it came (seconds on a clock that only runs forward), for what, from whom, and the status it got.

    The status is 0 until an answer is sent, and stays 0 where none is.
    """

    at_s: float
    path: str
    user_agent: str
    status: int = 0


@dataclass(slots=True)
class RequestStats:
    """All requests since the site was opened. Written by the server's thread, safe to read from any."""

    requests: list[ReceivedRequest] = field(default_factory=list)
    connections: int = 0
    connections_open: int = 0
    most_connections_at_once: int = 0

    def connect(self) -> None:
        """Count a connection that was opened."""
        self.connections += 1
        self.connections_open += 1
        self.most_connections_at_once = max(self.most_connections_at_once, self.connections_open)

    def disconnect(self) -> None:
        """Count a connection that was closed."""
        self.connections_open -= 1

    def record(self, path: str, user_agent: str, at_s: float | None = None) -> ReceivedRequest:
        """Count a request and keep it."""
        request = ReceivedRequest(time.monotonic() if at_s is None else at_s, path, user_agent)
        self.requests.append(request)
        return request

    def times_asked(self, path: str) -> int:
        """How often this very path (with its query) was asked for."""
        return sum(request.path == path for request in self.requests)

    def gaps_s(self) -> list[float]:
        """Seconds between each request and the next, whatever was asked for."""
        return [later.at_s - earlier.at_s for earlier, later in pairwise(self.requests.copy())]

    def report(self) -> dict[str, object]:
        """Return the counts, as `/_stats` shows them; `pages` is how often each path was asked for.

        >>> stats = RequestStats()
        >>> stats.record("/members/", "rude/1.0", at_s=5.0).status
        0
        >>> stats.record("/", "rude/1.0", at_s=5.5).status
        0
        >>> stats.report()["trap_hits"], stats.report()["smallest_gap_s"]
        (1, 0.5)
        """
        requests, gaps = self.requests.copy(), self.gaps_s()
        return {
            "requests": len(requests),
            "robots_requests": sum(request.path == "/robots.txt" for request in requests),
            "trap_hits": sum(urlsplit(request.path).path.startswith(TRAP) for request in requests),
            "smallest_gap_s": round(min(gaps), 6) if gaps else None,
            "median_gap_s": round(median(gaps), 6) if gaps else None,
            "connections": self.connections,
            "most_connections_at_once": self.most_connections_at_once,
            "statuses": dict(Counter(str(request.status) for request in requests)),
            "user_agents": dict(Counter(request.user_agent for request in requests)),
            "pages": dict(Counter(request.path for request in requests)),
        }
