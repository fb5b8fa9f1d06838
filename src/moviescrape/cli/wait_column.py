"""The part of the bar that says what a run waits for, counting down."""

from rich.progress import ProgressColumn, Task
from rich.text import Text

from moviescrape.cli.fetch_events import FetchEvents


class WaitColumn(ProgressColumn):
    """Shows the wait that ends first, anew with each drawing of the bar."""

    def __init__(self, events: FetchEvents) -> None:
        super().__init__()
        self._events = events

    def render(self, task: Task) -> Text:  # noqa: ARG002 - rich's signature
        """Return `waiting 8 s (Crawl-delay)`, or nothing."""
        return Text(self._events.waiting, style="dim")
