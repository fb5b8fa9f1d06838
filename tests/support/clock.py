"""A clock that only sleeping moves, so that no test waits."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Monotonic seconds and the time of day, moved by `sleep`."""

    def __init__(self) -> None:
        self.passed_s = 0.0
        self.slept: list[float] = []

    def clock(self) -> float:
        """Return the monotonic seconds."""
        return self.passed_s

    def sleep(self, seconds: float) -> None:
        """Move the clock, and note by how much."""
        self.slept.append(seconds)
        self.passed_s += seconds

    def now(self) -> datetime:
        """Return the time of day in UTC."""
        return datetime(2026, 11, 20, 12, tzinfo=UTC) + timedelta(seconds=self.passed_s)
