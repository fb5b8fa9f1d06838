"""How long to wait between two requests to one host."""

from dataclasses import dataclass
from enum import StrEnum

from moviescrape.settings import Settings

MAX_SLOWNESS = 16.0
SLOWER, FASTER = 2.0, 0.9
"""Trouble doubles the pause; it takes seven good answers to halve it again."""


class WaitReason(StrEnum):
    """Why a host is not asked at once."""

    PAUSE = "pause"
    CRAWL_DELAY = "Crawl-delay"
    RETRY_AFTER = "Retry-After"
    NEXT_TRY = "next try"


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
    put_off_for: WaitReason = WaitReason.NEXT_TRY

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
        return max(0.0, self._pause_ends_at - now, self.not_before - now)

    @property
    def wait_reason(self) -> WaitReason:
        """Why the next request waits, if it does."""
        if self.not_before > self._pause_ends_at:
            return self.put_off_for
        return WaitReason.CRAWL_DELAY if 0 < self.delay_s == self.crawl_delay_s else WaitReason.PAUSE

    @property
    def _pause_ends_at(self) -> float:
        return 0.0 if self.ended_at is None else self.ended_at + self.delay_s

    def note_response(self, now: float, latency_s: float, *, trouble: bool) -> None:
        """Note the end of a request; `trouble` is an error, a 429 or a 5xx."""
        self.ended_at = now
        self.latency_s = latency_s
        self.slowness = min(self.slowness * SLOWER, MAX_SLOWNESS) if trouble else max(self.slowness * FASTER, 1.0)

    def put_off(self, now: float, seconds: float, reason: WaitReason) -> None:
        """Ask nothing for `seconds`: the site wants to be left alone (Retry-After), or it failed."""
        if now + seconds > self.not_before:
            self.not_before, self.put_off_for = now + seconds, reason
