"""What the practice site counts of its visitors: a politeness that was claimed can be looked up here."""

import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from urllib.parse import urlsplit

from moviescrape.practice.address import TRAP


@dataclass(slots=True)
class Visit:
    """A request: when it came (seconds on a clock that only runs forward), for what, from whom, and the status it got.

    The status is 0 until an answer is sent, and stays 0 where none is.
    """

    at_s: float
    path: str
    user_agent: str
    status: int = 0


@dataclass(slots=True)
class Visits:
    """All visits since the site was opened. Written by the server's thread, safe to read from any."""

    visits: list[Visit] = field(default_factory=list)
    connections: int = 0
    connections_open: int = 0
    most_connections_at_once: int = 0

    def connect(self) -> None:
        """A connection was opened."""
        self.connections += 1
        self.connections_open += 1
        self.most_connections_at_once = max(self.most_connections_at_once, self.connections_open)

    def disconnect(self) -> None:
        """A connection was closed."""
        self.connections_open -= 1

    def note(self, path: str, user_agent: str, at_s: float | None = None) -> Visit:
        """A request came."""
        visit = Visit(time.monotonic() if at_s is None else at_s, path, user_agent)
        self.visits.append(visit)
        return visit

    def times_asked(self, path: str) -> int:
        """How often this very path (with its query) was asked for."""
        return sum(visit.path == path for visit in self.visits)

    def gaps_s(self) -> list[float]:
        """Seconds between each request and the next, whatever was asked for."""
        return [later.at_s - earlier.at_s for earlier, later in pairwise(self.visits.copy())]

    def report(self) -> dict[str, object]:
        """The counts, as `/_stats` shows them; `pages` is how often each path was asked for.

        >>> visits = Visits()
        >>> visits.note("/members/", "rude/1.0", at_s=5.0).status
        0
        >>> visits.note("/", "rude/1.0", at_s=5.5).status
        0
        >>> visits.report()["trap_hits"], visits.report()["smallest_gap_s"]
        (1, 0.5)
        """
        visits, gaps = self.visits.copy(), self.gaps_s()
        return {
            "requests": len(visits),
            "robots_requests": sum(visit.path == "/robots.txt" for visit in visits),
            "trap_hits": sum(urlsplit(visit.path).path.startswith(TRAP) for visit in visits),
            "smallest_gap_s": round(min(gaps), 6) if gaps else None,
            "median_gap_s": round(median(gaps), 6) if gaps else None,
            "connections": self.connections,
            "most_connections_at_once": self.most_connections_at_once,
            "statuses": dict(Counter(str(visit.status) for visit in visits)),
            "user_agents": dict(Counter(visit.user_agent for visit in visits)),
            "pages": dict(Counter(visit.path for visit in visits)),
        }
