"""What was done to each host, counted, so that a run can show that it was polite."""

from array import array
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median


@dataclass(slots=True)
class HostStats:
    """One host's figures. Gaps are seconds between the starts of two requests, as the site sees them."""

    host: str
    requests: int = 0
    from_store: int = 0
    oldest_stored_at: datetime | None = None
    """When the oldest of the pages from the store was fetched."""
    not_modified: int = 0
    retried: int = 0
    refused: int = 0
    failed: int = 0
    received_bytes: int = 0
    seconds: float = 0.0
    gaps_s: "array[float]" = field(default_factory=lambda: array("d"))
    began_at: float | None = None

    @property
    def smallest_gap_s(self) -> float | None:
        """The smallest; None with fewer than two requests."""
        return min(self.gaps_s, default=None)

    @property
    def median_gap_s(self) -> float | None:
        """The median; None with fewer than two requests."""
        return median(self.gaps_s) if self.gaps_s else None

    def count_stored(self, fetched_at: datetime | None, pages: int = 1) -> None:
        """Count pages that were taken from the store, the oldest of them fetched at a time of day."""
        self.from_store += pages
        if fetched_at:
            self.oldest_stored_at = min(self.oldest_stored_at or fetched_at, fetched_at)

    def note_request(self, now: float) -> None:
        """Note the start of a request, at `now` on a monotonic clock."""
        if self.began_at is not None:
            self.gaps_s.append(now - self.began_at)
        self.began_at = now
        self.requests += 1
