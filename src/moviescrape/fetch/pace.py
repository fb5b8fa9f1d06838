"""How long to wait between two requests to one host."""

from dataclasses import dataclass

from moviescrape.settings import Settings

MAX_SLOWNESS = 16.0
SLOWER, FASTER = 2.0, 0.9
"""Trouble doubles the pause; it takes seven good answers to halve it again."""


def delay_s(settings: Settings, *, loopback: bool, crawl_delay_s: float, latency_s: float, slowness: float) -> float:
    """Return the pause in seconds, from the end of a response to the next request.

    Off loopback at least the floor and `latency_factor` times the last response's time, more after trouble, capped; never less
    than the user's delay and the site's Crawl-delay, which are asked for and not guessed, so not capped.

    >>> delay_s(Settings(), loopback=False, crawl_delay_s=0, latency_s=0.5, slowness=1)
    2.5
    """
    asked = max(settings.delay_s, crawl_delay_s)
    if loopback:
        return asked
    own = max(settings.floor_s, settings.latency_factor * latency_s, asked) * slowness
    return max(asked, min(own, settings.max_delay_s))


@dataclass(slots=True)
class Pace:
    """One host's rhythm. Times are those of a monotonic clock."""

    settings: Settings
    loopback: bool
    crawl_delay_s: float = 0.0
    latency_s: float = 0.0
    slowness: float = 1.0
    ended_at: float | None = None
    not_before: float = 0.0

    @property
    def delay_s(self) -> float:
        """The pause as it stands."""
        return delay_s(
            self.settings,
            loopback=self.loopback,
            crawl_delay_s=self.crawl_delay_s,
            latency_s=self.latency_s,
            slowness=self.slowness,
        )

    def wait_s(self, now: float) -> float:
        """Return how many seconds to wait before the next request may go."""
        since = 0.0 if self.ended_at is None else self.ended_at + self.delay_s - now
        return max(0.0, since, self.not_before - now)

    def note_response(self, now: float, latency_s: float, *, trouble: bool) -> None:
        """Note the end of a request; `trouble` is an error, a 429 or a 5xx."""
        self.ended_at = now
        self.latency_s = latency_s
        self.slowness = min(self.slowness * SLOWER, MAX_SLOWNESS) if trouble else max(self.slowness * FASTER, 1.0)

    def put_off(self, now: float, seconds: float) -> None:
        """Ask nothing for a while: the site wants to be left alone for `seconds` (Retry-After)."""
        self.not_before = max(self.not_before, now + seconds)
